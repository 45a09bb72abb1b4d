"""Who works in a run's or painting's folder now: a lock for this machine, a heartbeat for all the others."""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Event as Flag
from threading import Thread

import psutil
from filelock import FileLock, Timeout

from gendesk.core.sentence import Trouble

BEAT_SECONDS = 2.0
_SILENCE_SECONDS = 20.0  # after so long without a beat, a run on another machine counts as dead


@dataclass(frozen=True, slots=True)
class Trainer:
    """A process that trains, as its last heartbeat says."""

    host: str
    pid: int
    time: float  # of the heartbeat, seconds since 1970


def trainer(folder: Path) -> Trainer | None:
    """Who trains in `folder` now, on this machine or, in a shared folder, on another one."""
    beat = folder / "alive.json"
    try:
        found = Trainer(**json.loads(beat.read_bytes()))
        written = beat.stat().st_mtime
    except (OSError, ValueError, TypeError):
        return None
    if found.host == platform.node():
        return found if _lives(found) else None
    # Two machines' clocks may differ: either stamp that is fresh will do.
    age = min(abs(time.time() - found.time), abs(time.time() - written))
    return found if age < _SILENCE_SECONDS else None


def _lives(found: Trainer) -> bool:
    try:  # a younger process that got the same number is not the one that beat
        return bool(psutil.Process(found.pid).create_time() <= found.time)
    except (psutil.Error, ValueError):
        return False


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Keep every other process from training in `folder`, and show that this one does.

    It may be entered on one thread and left on another, as an iterator of events is.

    Raises:
        Trouble: somebody else trains there.
    """
    lock = FileLock(folder / ".lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise _taken(folder, trainer(folder)) from None
    except OSError as error:
        raise Trouble(
            "{path} cannot be written: {why}.", path=folder, why=error.strerror or error
        ) from None
    try:
        if other := trainer(folder):  # a lock does not reach other machines on every network
            raise _taken(folder, other)
        ended = Flag()
        heart = Thread(target=_beat_until, args=(folder, ended), name="heartbeat", daemon=True)
        _beat(folder)
        heart.start()
        try:
            yield
        finally:
            ended.set()
            heart.join()
            (folder / "alive.json").unlink(missing_ok=True)
    finally:
        lock.release()


def _beat_until(folder: Path, ended: Flag) -> None:
    while not ended.wait(BEAT_SECONDS):
        _beat(folder)


def _beat(folder: Path) -> None:
    beside = folder / ".alive.json"
    beat = Trainer(platform.node(), os.getpid(), time.time())
    try:
        beside.write_text(json.dumps(asdict(beat)), "utf-8")
        beside.replace(folder / "alive.json")
    except OSError:
        return  # a full or absent disk: what is to be saved reports it, not the heart


def _taken(folder: Path, by: Trainer | None) -> Trouble:
    if by is None:
        return Trouble("Another process is at work on {name}.", name=folder.name)
    return Trouble(
        "Process {pid} on {host} is at work on {name}.",
        name=folder.name,
        pid=by.pid,
        host=by.host,
    )
