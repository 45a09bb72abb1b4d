"""A model file is looked at before anything opens it, and what is none is refused at once."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from gendesk.core.sentence import Trouble
from gendesk.ops.community import inspection
from gendesk.ops.community.inspection import inspect
from tests.ops.hostile_models import SEEN, sound, trace


@pytest.mark.parametrize("case", SEEN)
def test_what_is_no_model_is_refused_at_once(case: str, tmp_path: Path) -> None:
    name, make, why = SEEN[case]
    path = tmp_path / name
    make(path)
    began = time.perf_counter()
    with pytest.raises(Trouble, match=why):
        inspect(path)
    assert time.perf_counter() - began < 1
    assert not trace(path).exists()


def test_sound_files_are_known_by_what_they_hold(tmp_path: Path) -> None:
    save_file(sound(), tmp_path / "a.safetensors", {"made": "by us"})
    save_file({"x": torch.zeros(0), **sound()}, tmp_path / "empty.safetensors")
    torch.save(sound(), tmp_path / "a.pth")
    torch.save(sound(), tmp_path / "old.pt", _use_new_zipfile_serialization=False)
    found = {path.name: inspect(path) for path in tmp_path.iterdir() if path.is_file()}
    assert found == {
        "a.safetensors": "safetensors",
        "empty.safetensors": "safetensors",
        "a.pth": "pickle",
        "old.pt": "pickle",
    }


def test_a_file_may_be_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_file(sound(), tmp_path / "a.safetensors")
    monkeypatch.setattr(inspection, "LARGEST", 1000)
    with pytest.raises(Trouble, match="larger than any"):
        inspect(tmp_path / "a.safetensors")


def test_the_modules_of_community_models_are_light() -> None:
    code = (
        "import sys, gendesk.ops.community.opening; print({'torch', 'spandrel'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
