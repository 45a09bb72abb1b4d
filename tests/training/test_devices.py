"""Devices: what cannot be had is said, and nothing slow is looked for at every step."""

from __future__ import annotations

import os

import pytest
import torch

from gendesk.core.sentence import Trouble
from gendesk.training.devices import fabric_for


def test_a_precision_or_a_device_that_is_not_to_be_had_is_said(monkeypatch):
    with pytest.raises(Trouble, match="fp16 needs a GPU"):
        fabric_for("cpu", "fp16")
    with pytest.raises(Trouble, match="auto, cpu or cuda, but was tpu"):
        fabric_for("tpu")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(Trouble, match="no CUDA device"):
        fabric_for("cuda")


def test_optimizers_do_not_search_for_nvml_at_every_step():
    assert fabric_for("cpu", "32").device.type == "cpu"
    assert "PYTORCH_NVML_BASED_CUDA_CHECK" not in os.environ
