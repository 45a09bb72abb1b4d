"""Every kind of export of a recorded run leaves its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gendesk.core.events import Event, Saved
from gendesk.core.sentence import Trouble
from gendesk.runs.export import ENDINGS, export
from gendesk.runs.folder import Run
from gendesk.runs.record import record


@pytest.mark.parametrize("kind", ENDINGS)
def test_every_kind_leaves_its_file(
    kind: str, run: Run, talk: Callable[..., Iterator[Event]], tmp_path: Path
) -> None:
    list(record(run, talk(), 30))
    path = tmp_path / f"{run.name}{ENDINGS[kind]}"
    last = list(export(run, kind, path))[-1]
    assert isinstance(last, Saved) and last.path == path
    assert path.is_dir() == (kind == "tensorboard")


def test_an_unknown_kind_is_told_the_others(run: Run, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="grid, curves, csv, mp4, gif, tensorboard"):
        export(run, "vhs", tmp_path)
