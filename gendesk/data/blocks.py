"""Work on many pictures in a few threads, with results in order and few of them waiting."""

from __future__ import annotations

from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event as Flag
from typing import TypeVar

_BLOCK = 16  # pictures between two events
_WORKERS = 4  # Pillow decodes without the GIL; more of them would only wait for the disk

T = TypeVar("T")


def in_blocks(total: int, work: Callable[[int], T]) -> Generator[list[T], None, None]:
    """`work(i)` for i from 0 to `total` - 1, a block at a time in order.

    Only as much is begun as keeps every thread busy, so that memory stays small. When the
    iterator is closed, each thread finishes the one picture in its hands.
    """
    stopped = Flag()

    def block(start: int) -> list[T]:
        span = range(start, min(start + _BLOCK, total))
        return [work(i) for i in span if not stopped.is_set()]

    pool = ThreadPoolExecutor(_WORKERS, "pictures")
    try:
        starts = iter(range(0, total, _BLOCK))
        begun: list[Future[list[T]]] = []
        while True:
            while len(begun) < 2 * _WORKERS and (start := next(starts, None)) is not None:
                begun.append(pool.submit(block, start))
            if not begun:
                return
            yield begun.pop(0).result()
    finally:
        stopped.set()
        pool.shutdown(cancel_futures=True)
