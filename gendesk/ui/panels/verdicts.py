"""What the discriminator says of single pictures, and which kinds are drawn, at any look at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gendesk.core.events import Kind, Looked
from gendesk.ui import amounts
from gendesk.ui.widgets.cards import EmptyState, Line
from gendesk.ui.widgets.kindbars import KindBars
from gendesk.ui.widgets.ridges import Ridge, Ridges
from gendesk.ui.words import Source, say

_Known = TypeVar("_Known")


@dataclass(frozen=True, slots=True)
class Whose:
    """What pictures are called, and the place of their colour."""

    label: Source
    hue: int


# Real pictures and fakes as their mean scores are among the curves.
_WHOSE = {
    "real": Whose("Real pictures", 0),
    "held_out": Whose("Held-out pictures", 2),
    "fake": Whose("Fakes", 1),
}


class Verdicts(QStackedWidget):
    """The newest look, or the last one before the step that a person looks back at."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.ridges = Ridges(f"{name}_scores")
        self.bars = KindBars(f"{name}_kinds")
        self._title, self._counted = Line(13, tone="muted"), Line(13, tone="muted")
        self._title.setObjectName(f"{name}_step")
        self._counted.setObjectName(f"{name}_counted")
        self.addWidget(
            EmptyState(
                f"{name}_empty", "eye",
                "How real single pictures look to the discriminator, and which kinds are drawn, "
                "appears here once they have been looked at.",
            )
        )  # fmt: skip
        self.addWidget(self._build())
        self.clear()

    def clear(self) -> None:
        """Nothing has been looked at."""
        # By their steps, which ascend.
        self._scores: dict[int, Mapping[str, NDArray[np.float32]]] = {}
        self._kinds: dict[int, tuple[Kind, ...]] = {}
        self._until: int | None = None
        self.setCurrentIndex(0)

    def add(self, seen: Looked) -> None:
        """One more look; those at later steps are of a future that was left."""
        _forget(self._scores, seen.step)
        _forget(self._kinds, seen.step)
        if seen.scores:
            self._scores[seen.step] = seen.scores
        if seen.kinds:
            self._kinds[seen.step] = seen.kinds
        self._refresh()

    def look_back(self, step: int | None) -> None:
        """Show what was known at `step`; None follows the newest look."""
        self._until = step
        self._refresh()

    def _refresh(self) -> None:
        at, scores = _at(self._scores, self._until)
        self.setCurrentIndex(1 if scores is not None else 0)
        if scores is None:
            return
        say(
            self._title, "set_text", "How real each looks to the discriminator, at step {step}",
            step=amounts.count(at),
        )  # fmt: skip
        self.ridges.set_ridges(
            [
                Ridge(who.label, who.hue, scores[name])
                for name, who in _WHOSE.items()
                if name in scores
            ]
        )
        _, kinds = _at(self._kinds, self._until)
        self._side.setVisible(kinds is not None)
        self.bars.set_kinds(kinds or ())
        if kinds is not None:
            wanted = [kind for kind in kinds if kind.wanted]
            drawn = sum(not kind.missing for kind in wanted)
            say(
                self._counted, "set_text", "{drawn} of {all} kinds drawn · line: in the data",
                drawn=drawn, all=len(wanted),
            )  # fmt: skip
            self._counted.set_tone("muted" if drawn == len(wanted) else "warning")

    def _build(self) -> QWidget:
        page, left, self._side = QWidget(), QVBoxLayout(), QWidget()
        right = QVBoxLayout(self._side)
        for column, title, body in (
            (left, self._title, self.ridges),
            (right, self._counted, self.bars),
        ):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            column.addWidget(title)
            column.addWidget(body, 1)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(left, 3)
        row.addWidget(self._side, 2)
        return page


def _forget(known: dict[int, Any], step: int) -> None:
    """What is of later steps."""
    while known and next(reversed(known)) > step:
        known.popitem()


def _at(known: Mapping[int, _Known], until: int | None) -> tuple[int, _Known | None]:
    """The newest that is known, up to the step `until`, and its step."""
    steps = (step for step in reversed(list(known)) if until is None or step <= until)
    at = next(steps, 0)
    return at, known.get(at)
