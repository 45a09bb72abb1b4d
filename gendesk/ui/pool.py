"""The only place where work meets threads: three thread pools and one timer of the window."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QDeadlineTimer, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from gendesk.core.events import Event, Failed, Terminal
from gendesk.jobs import Job

Receive = Callable[[Job, Sequence[Event]], None]

log = logging.getLogger(__name__)


class Pool(QObject):
    """Lends worker threads to jobs and hands their events to whoever started them.

    Three kinds of work get threads of their own, so that none starves another: trainings, chores
    (decoding, reports, exports) and what follows a dragging hand (`latest`). Nothing but `Job.run`
    happens on a worker thread: no QObject lives there and no signal is sent from there. Every
    33 ms the window's thread collects what jobs have said, of trainings every 198 ms: numbers that
    change faster cannot be read, and painting them takes a core and the interpreter from the loop.
    What follows a hand is collected every 8 ms: it begins anew only once it has been, so that it
    would follow at 30 pictures a second at most.
    """

    started = Signal(Job)
    advanced = Signal(Job, list)  # Job, list[Event]: after its receiver had them
    ended = Signal(Job)
    emptied = Signal()  # the last job has ended

    interval_ms = 33
    following_ms = 8
    patience_ms = 1000
    training_every = 6  # intervals

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trainings = _threads(2, self)
        self._chores = _threads(2, self)
        self._interactive = _threads(2, self)  # one may be held up by a slow model
        # A new thread makes the kernels of its networks anew, which takes several times as long as a
        # small picture: it stays while a hand is at work, and goes when that rests.
        self._interactive.setExpiryTimeout(self.patience_ms)
        self._receivers: dict[Job, Receive] = {}
        self._learning: set[Job] = set()
        self._rounds = 0
        self._dropped: set[Job] = set()
        self._running: dict[Hashable, Job] = {}
        self._waiting: dict[Hashable, tuple[Job, Receive]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(self.interval_ms)
        self._timer.timeout.connect(self._deliver)
        self._following = QTimer(self)
        self._following.setInterval(self.following_ms)
        self._following.setTimerType(Qt.TimerType.PreciseTimer)
        self._following.timeout.connect(self._deliver_following)

    @property
    def jobs(self) -> list[Job]:
        """Every job that was started, is still heard and has not ended."""
        return [job for job in self._receivers if job not in self._dropped]

    @property
    def idle(self) -> bool:
        """Whether nothing runs and nothing waits, dropped jobs included."""
        return not self._receivers

    def train(self, job: Job, receive: Receive) -> Job:
        """Run a training; at most two at once, others wait in line."""
        self._learning.add(job)
        return self._lend(self._trainings, _Run(job, nice=10), receive)

    def start(self, job: Job, receive: Receive) -> Job:
        """Run a chore; at most two at once, others wait in line."""
        return self._lend(self._chores, _Run(job, nice=5), receive)

    def latest(self, key: Hashable, job: Job, receive: Receive) -> Job:
        """Run `job` once the one running under `key` has ended; it replaces the one that waits.

        A replaced job never runs and is never heard of. The running one still delivers, so that
        a long drag shows pictures on its way.
        """
        if key in self._running:
            self._waiting[key] = (job, receive)
            return job
        self._running[key] = job
        self._following.start()
        return self._lend(self._interactive, _Run(job, nice=0), receive)

    def drop(self, job: Job) -> None:
        """Cancel `job` and hand on nothing more of what it says."""
        job.controls.cancel()
        if job in self._receivers and job not in self._dropped:
            self._dropped.add(job)
            self.ended.emit(job)

    def cancel(self) -> None:
        """Ask every job to save and end; what only waited ends as soon as it gets a thread."""
        self._waiting.clear()
        for job in self._receivers:
            job.controls.cancel()

    def shutdown(self, msecs: int = 5000) -> bool:
        """Cancel every job and wait until all have saved; false if some still run after `msecs`."""
        deadline = QDeadlineTimer(msecs)
        self.cancel()
        done = True
        for threads in (self._trainings, self._chores, self._interactive):
            done = threads.waitForDone(max(0, deadline.remainingTime())) and done
        self._deliver()
        self._timer.stop()
        self._following.stop()
        return done

    def _lend(self, threads: QThreadPool, run: _Run, receive: Receive) -> Job:
        self._receivers[run.job] = receive
        self.started.emit(run.job)
        threads.start(run)
        self._timer.start()
        return run.job

    def _deliver(self) -> None:
        self._rounds += 1
        for job, receive in tuple(self._receivers.items()):
            if job in self._learning and self._rounds % self.training_every and not job.ended:
                continue
            self._deliver_one(job, receive)
        self._rest()

    def _deliver_following(self) -> None:
        for job in tuple(self._running.values()):
            if job in self._receivers:
                self._deliver_one(job, self._receivers[job])
        self._rest()

    def _deliver_one(self, job: Job, receive: Receive) -> None:
        events = job.drain()
        if not events:
            return
        if job not in self._dropped:
            self._hand_on(job, receive, events)
        if isinstance(events[-1], Terminal):
            self._forget(job)

    def _rest(self) -> None:
        """Collect no more where there is nothing to collect."""
        if not self._running:
            self._following.stop()
        if not self._receivers and self._timer.isActive():
            self._timer.stop()
            self.emptied.emit()

    def _hand_on(self, job: Job, receive: Receive, events: list[Event]) -> None:
        last = events[-1]
        if isinstance(last, Failed) and last.traceback:
            log.warning("%s: %s\n%s", job.title, last.sentence, last.traceback)
        try:
            receive(job, events)
        except Exception:
            log.exception("what %s reported could not be shown", job.title)
        self.advanced.emit(job, events)

    def _forget(self, job: Job) -> None:
        del self._receivers[job]
        self._learning.discard(job)
        if job in self._dropped:
            self._dropped.remove(job)
        else:
            self.ended.emit(job)
        for key, running in tuple(self._running.items()):
            if running is job:
                del self._running[key]
                if key in self._waiting:
                    self.latest(key, *self._waiting.pop(key))


class _Run(QRunnable):
    """One job on a worker thread, with less right to the processor than the window."""

    def __init__(self, job: Job, nice: int) -> None:
        super().__init__()
        self.job = job
        self._nice = nice

    def run(self) -> None:
        """Called by Qt on the worker thread."""
        if sys.platform == "linux":  # where a nice value belongs to a thread, not to the process
            me = threading.get_native_id()
            nice = max(self._nice, os.getpriority(os.PRIO_PROCESS, me))  # only root may go down
            os.setpriority(os.PRIO_PROCESS, me, nice)
        self.job.run()


def _threads(count: int, parent: QObject) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(count)
    # Each thread that has computed keeps OpenMP threads, as long as it lives. Once there are more of
    # them than cores, they all sleep between products instead of waiting awake: a training then
    # had 64% of its speed.
    pool.setExpiryTimeout(0)
    return pool
