"""Locks between processes, waited for in steps, so that the wait can be seen and cancelled."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from filelock import FileLock, Timeout

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence


def locked(path: Path) -> Generator[Event, None, FileLock]:
    """Wait for the lock file at `path`, and return it held; the caller releases it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not bound to this thread: an iterator may be closed on another than it ran on.
    lock = FileLock(path, thread_local=False)
    while True:
        try:
            lock.acquire(timeout=0.2)
            return lock
        except Timeout:
            yield Stage(Sentence("Waiting for another gendesk that prepares the same pictures"))
