"""Room on the disk."""

from __future__ import annotations

import gc
import shutil
import signal
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest

from gendesk import paths
from gendesk.core.sentence import Trouble
from gendesk.ops.restoring import scratch
from gendesk.ops.restoring.scratch import rest, room, scratch_folder


def test_small_is_in_memory_and_large_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not isinstance(room((10, 10, 3), np.uint8, tmp_path), np.memmap)
    monkeypatch.setattr(scratch, "IN_MEMORY", 299)
    before = sorted(tmp_path.iterdir())
    mapped = room((10, 10, 3), np.uint16, tmp_path)
    assert isinstance(mapped, np.memmap)
    mapped[:] = 7
    rest(mapped)
    assert mapped.sum() == 2100
    del mapped
    gc.collect()
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there the system does it at another moment")
def test_nothing_is_left_of_a_killed_process(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys, numpy as np\n"
        "from pathlib import Path\n"
        "from gendesk.ops.restoring import scratch\n"
        "scratch.IN_MEMORY = 0\n"
        "a = scratch.room((100, 100, 3), np.uint8, Path(sys.argv[1]))\n"
        "a[:] = 1\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    folder = tmp_path / "scratch"
    folder.mkdir()
    ended = subprocess.run([sys.executable, "-c", code, folder], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert not list(folder.iterdir())


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9 - 5, 5))
    monkeypatch.setattr(scratch, "IN_MEMORY", 0)
    with pytest.raises(Trouble, match=r"A picture of 0\.3 GB has no room in"):
        room((10_000, 10_000, 3), np.uint8, tmp_path)


def test_the_folder_lies_among_the_caches(home: Path) -> None:
    assert scratch_folder().is_dir()
    assert scratch_folder().parent == paths.caches()


@pytest.mark.skipif(sys.platform != "linux", reason="the figure is the Linux kernel's")
def test_a_large_array_can_leave_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resident() -> int:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("RssFile"))

    monkeypatch.setattr(scratch, "IN_MEMORY", 0)
    mapped = room((64, 1024, 1024), np.uint8, tmp_path)
    before = resident()
    mapped[:] = 3
    assert resident() - before > 60_000
    rest(mapped)
    assert resident() - before < 4_000
    assert mapped.min() == 3
    rest(np.zeros(5))  # what lies in memory stays there
