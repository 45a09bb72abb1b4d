"""The work that lessons start; as in `work`, imports lie where they are used."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, Any

from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.jobs import Work

if TYPE_CHECKING:
    from gendesk.runs.folder import Run


def compare(runs: Sequence[Run]) -> Work:
    """What each run draws by now, and how good it is: [Drawn]."""

    def work(_: Controls) -> Generator[Event, None, Any]:
        from gendesk.runs.comparison import compare as compared

        return (yield from compared(runs))

    return work
