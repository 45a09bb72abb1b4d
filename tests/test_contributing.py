"""What CONTRIBUTING says of adding a family is true: its example trains."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import torch

from gendesk.core.controls import Controls
from gendesk.core.events import Evaluated, Progress
from gendesk.core.family import capabilities
from gendesk.core.recipe import Recipe
from gendesk.data.dataset import Dataset
from gendesk.training import checkpoints
from gendesk.training.devices import fabric_for
from gendesk.training.fit import fit

PAGE = Path(__file__).parents[1] / "CONTRIBUTING.md"


def test_the_example_family_trains(tmp_path, monkeypatch):
    monkeypatch.setattr(Recipe, "known", dict(Recipe.known))
    code = re.search(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert code
    (tmp_path / "family_of_the_page.py").write_text(code[1], "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    __import__("family_of_the_page")

    ramp = np.linspace(0, 255, 16, dtype=np.uint8)
    pictures = np.stack([np.roll(np.tile(ramp, (16, 1)), i, 1) for i in range(40)])[..., None]
    dataset = Dataset("ramps", "k", pictures, None, (), np.arange(36), np.arange(36, 40))
    recipe = Recipe.from_dict({"family": "plain", "size": 16, "steps": 60, "batch_size": 12})
    folder = tmp_path / "checkpoints"
    events = list(fit(recipe, dataset, folder, fabric=fabric_for("cpu", "32"), controls=Controls()))

    losses = [event.metrics["loss"] for event in events if isinstance(event, Progress)]
    assert len(losses) == 60
    assert losses[-1] < 0.5 * losses[0]
    assert any(isinstance(event, Evaluated) for event in events)
    path = checkpoints.newest(folder)
    assert path
    learner = checkpoints.load(path).learner()
    assert capabilities(learner) == ["encodes", "decodes"]
    assert learner.decode(torch.zeros(2, 16)).shape == (2, 1, 16, 16)  # type: ignore[attr-defined]
