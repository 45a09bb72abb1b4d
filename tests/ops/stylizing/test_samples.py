"""The sample pictures: all there, small, and clearly different."""

from __future__ import annotations

import importlib
import itertools
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gendesk import paths
from gendesk.ops.stylizing.samples import called, contents, styles


def test_every_sample_is_there_small_and_large_enough_to_paint_with() -> None:
    assert len(styles()) >= 6
    assert len(contents()) >= 4
    for sample in [*styles(), *contents()]:
        assert sample.path.stat().st_size <= 150_000, sample.name
        with Image.open(sample.path) as image:
            assert image.mode == "RGB"
            assert 448 <= max(image.size) <= 512, sample.name
            assert min(image.size) >= 256, sample.name


def test_nothing_ships_that_is_not_offered() -> None:
    for kind, offered in (("styles", styles()), ("contents", contents())):
        there = {path.name for path in paths.resource("samples", kind).iterdir()}
        assert there == {sample.path.name for sample in offered}


def test_styles_differ_in_their_strokes() -> None:
    """By how their brightness changes from pixel to pixel, fine, coarse, across and down."""
    seen = {}
    for sample in styles():
        with Image.open(sample.path) as image:
            grey = np.asarray(image.convert("L"), np.float64) / 255
        changes = [
            np.abs(np.diff(grey[::k, ::k], axis=a)).mean() for k in (1, 4, 16) for a in (0, 1)
        ]
        seen[sample.name] = np.log([*changes, grey.std()])
    for one, other in itertools.combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) > 0.3, (one, other)


def test_what_ships_is_what_the_tool_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """But for JPEG's losses; one of the seven, the quickest, stands for all."""
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    monkeypatch.syspath_prepend(paths.resource().parent / "tools")
    module = importlib.import_module("samples")
    drawn = module.STYLES["dots"](module.dice("dots"))
    with Image.open(paths.resource("samples", "styles", "dots.jpg")) as image:
        lost = np.asarray(drawn, np.float64) - np.asarray(image, np.float64)
    assert np.abs(lost).mean() < 8


def test_whose_the_photographs_are_is_said_beside_them() -> None:
    page = paths.resource("samples", "README.md").read_text("utf-8")
    for sample in contents():
        assert f"`{sample.path.name}`" in page


def test_a_sample_is_called_by_its_title_and_other_pictures_by_their_names(tmp_path: Path) -> None:
    dots = next(sample for sample in styles() if sample.name == "dots")
    assert str(called("dots", dots.path)) == str(called("dots")) == "Points of colour"
    assert str(called("dots", tmp_path / "dots.png")) == "dots"
    assert str(called("{0}")) == "{0}"
