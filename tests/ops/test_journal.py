"""The journal of an output folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from gendesk.core.sentence import Trouble
from gendesk.ops.journal import HOME, Journal


def test_only_what_is_done_and_there_counts(tmp_path: Path) -> None:
    target = tmp_path / "sub" / "a.png"
    target.parent.mkdir()
    with Journal.opened(tmp_path) as journal:
        assert not journal.owns(target)
        journal.begin(target, "key")
        assert journal.owns(target)
        target.write_bytes(b"whole")
        assert not journal.has(target, "key")
        journal.done(target, "key")
        assert journal.has(target, "key")
        assert not journal.has(target, "other")
    with Journal.opened(tmp_path) as again:
        assert again.has(target, "key")
        target.unlink()
        assert not again.has(target, "key")


@pytest.mark.parametrize("left", [b"{", b'{"target": "a.png", "key": "k", "done": tr', b"\xff\xfe"])
def test_after_a_torn_line_it_goes_on(left: bytes, tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    target.write_bytes(b"whole")
    with Journal.opened(tmp_path) as journal:
        journal.done(target, "key")
    with (tmp_path / HOME / "journal.jsonl").open("ab") as file:
        file.write(b"\n" + left)
    with Journal.opened(tmp_path) as journal:
        assert journal.has(target, "key")
        journal.done(target, "new")
    with Journal.opened(tmp_path) as journal:
        assert journal.has(target, "new")


def test_one_at_a_time(tmp_path: Path) -> None:
    with (
        Journal.opened(tmp_path),
        pytest.raises(Trouble, match="Another gendesk is writing to"),
        Journal.opened(tmp_path),
    ):
        pass
    with Journal.opened(tmp_path):
        pass
