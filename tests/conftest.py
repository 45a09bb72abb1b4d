"""What every test gets: a home of its own, and a look at the threads it leaves behind."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gendesk import paths

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, empty and gone after the test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("GENDESK_HOME", str(folder))
    monkeypatch.delenv("GENDESK_DATA", raising=False)
    return folder


@pytest.fixture(autouse=True)
def no_shipped_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What ships changes with every version; `tests/test_shipped.py` looks at it alone."""
    monkeypatch.setattr(paths, "shipped_models", lambda: tmp_path / "shipped")


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    patience = time.monotonic() + 3
    while left := _started_since(before):
        if time.monotonic() > patience:
            pytest.fail(f"left running: {', '.join(thread.name for thread in left)}")
        time.sleep(0.01)


def _started_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads of foreign making (Qt's, torch's), which Python cannot join, do not count."""
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]
