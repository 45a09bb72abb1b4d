"""The figures of a run at a glance: how far, how good, how fast, how long yet."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gendesk.core.events import Evaluated, Progress
from gendesk.core.sentence import Sentence
from gendesk.ui import amounts
from gendesk.ui.pace import Pace
from gendesk.ui.widgets.cards import Stat
from gendesk.ui.words import say, show, unsay


class Tiles(QWidget):
    """Four figures in a row."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.epoch, self.loss = Stat("Epoch"), Stat("Loss")
        self.speed, self.left = Stat("Speed"), Stat("Time left")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for stat, what in (
            (self.epoch, "epoch"),
            (self.loss, "loss"),
            (self.speed, "speed"),
            (self.left, "left"),
        ):
            stat.setObjectName(f"{name}_{what}")
            row.addWidget(stat)
        self.clear()

    def clear(self) -> None:
        """Nothing is known."""
        self._pace = Pace()
        self._smooth: float | None = None
        for stat in (self.epoch, self.loss, self.speed, self.left):
            for setter, nothing in (("set_value", Stat.NOTHING), ("set_note", " ")):
                unsay(stat, setter)
                getattr(stat, setter)(nothing)

    def advance(self, progress: Progress) -> None:
        """The newest step."""
        epoch = progress.epoch
        _put(self.epoch, lambda: amounts.decimal(epoch, 2) if epoch < 100 else amounts.count(epoch))
        say(
            self.epoch, "set_note", "step {step} of {total}",
            step=amounts.count(progress.step), total=amounts.count(progress.total),
        )  # fmt: skip
        loss = progress.metrics.get("loss")
        if loss is None and "d_loss" in progress.metrics:
            loss = progress.metrics["d_loss"]
            say(self.loss, "set_note", "of the discriminator")
        if loss is not None:
            smooth = loss if self._smooth is None else 0.9 * self._smooth + 0.1 * loss
            self._smooth = smooth
            _put(self.loss, lambda: amounts.figure(smooth))
        if progress.rate:
            self.speed.set_value(amounts.count(progress.rate))
            say(self.speed, "set_note", "pictures a second")
        self._pace.add(progress.step, progress.total, time.monotonic())
        unsay(self.left, "set_value")
        self.left.set_value(amounts.clock(self._pace.seconds_left))
        share = self._pace.share
        say(self.left, "set_note", "{share} done", share=lambda: amounts.share(share))

    def judge(self, evaluated: Evaluated) -> None:
        """Figures on held-out pictures."""
        loss = evaluated.metrics.get("loss")
        if loss is not None:
            say(self.loss, "set_note", "held-out {loss}", loss=lambda: amounts.figure(loss))

    def rest(self, state: Sentence) -> None:
        """It stands still: its state takes the place of the time left."""
        self._pace.pause()
        show(self.left, "set_value", state)


def _put(stat: Stat, figure: Callable[[], str]) -> None:
    """Show a figure as the language writes it."""
    say(stat, "set_value", "{name}", name=figure)  # no word to translate
