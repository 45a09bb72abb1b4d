"""What the window remembers: written and read back, whatever lies in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from gendesk.ui.state import State


def test_it_comes_back_as_it_was_written(home: Path) -> None:
    state = State(theme="dark", language="tr", panel="style", recent=["folder:/a"])
    state.write()
    assert State.read() == state
    assert State.file().parent == home


def test_without_a_file_it_is_as_at_the_first_start(home: Path) -> None:
    assert State.read() == State()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"theme": 5, "recent": "x", "unknown": 1}', '{"recent": [1, 2]}']
)
def test_what_is_not_understood_keeps_its_default(home: Path, text: str) -> None:
    State.file().parent.mkdir(parents=True)
    State.file().write_text(text)
    assert State.read() == State()


def test_a_disk_that_takes_nothing_is_no_trouble(home: Path) -> None:
    home.write_text("a file where the folder should be")
    State(theme="dark").write()
    assert State.read() == State()


def test_recent_folders_are_few_and_the_newest_first() -> None:
    state = State()
    for i in range(12):
        state.remember(f"folder:/{i}")
    state.remember("folder:/7")
    assert state.recent[:3] == ["folder:/7", "folder:/11", "folder:/10"]
    assert len(state.recent) == 8
    assert state.source == "folder:/7"
