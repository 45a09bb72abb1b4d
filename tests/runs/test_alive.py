"""One trainer a folder, seen from this machine and from others."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gendesk.core.sentence import Trouble
from gendesk.runs import alive
from gendesk.runs.alive import hold, trainer


def beat(folder: Path, host: str, pid: int, age: float = 0.0) -> None:
    told = {"host": host, "pid": pid, "time": time.time() - age}
    (folder / "alive.json").write_text(json.dumps(told))
    os.utime(folder / "alive.json", (time.time() - age,) * 2)


def test_who_holds_a_folder_is_seen_and_leaves_no_trace(tmp_path: Path) -> None:
    assert trainer(tmp_path) is None
    with hold(tmp_path):
        found = trainer(tmp_path)
        assert found and (found.host, found.pid) == (platform.node(), os.getpid())
        with (
            pytest.raises(Trouble, match=f"Process {os.getpid()} on .* is at work on"),
            hold(tmp_path),
        ):
            pass
    assert trainer(tmp_path) is None
    with hold(tmp_path):
        pass


def test_the_heart_goes_on_beating(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alive, "BEAT_SECONDS", 0.01)
    with hold(tmp_path):
        first = trainer(tmp_path)
        patience = time.monotonic() + 5
        while trainer(tmp_path) == first and time.monotonic() < patience:
            time.sleep(0.01)
        assert trainer(tmp_path) != first


def test_another_machine_is_alive_as_long_as_it_beats(tmp_path: Path) -> None:
    beat(tmp_path, "elsewhere", 1)
    assert trainer(tmp_path)
    with pytest.raises(Trouble, match="on elsewhere"), hold(tmp_path):
        pass
    beat(tmp_path, "elsewhere", 1, age=60)
    assert trainer(tmp_path) is None


def test_a_killed_process_is_not_alive(tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    beat(tmp_path, platform.node(), child.pid)
    assert trainer(tmp_path) is None
    # A process that is younger than the beat only got the same number.
    beat(tmp_path, platform.node(), os.getpid(), age=1e6)
    assert trainer(tmp_path) is None


def test_a_spoiled_heartbeat_is_none(tmp_path: Path) -> None:
    for text in ("", "[]", '{"host": 1}', "{"):
        (tmp_path / "alive.json").write_text(text)
        assert trainer(tmp_path) is None


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Trouble, match="cannot be written"), hold(tmp_path / "file"):
        pass
