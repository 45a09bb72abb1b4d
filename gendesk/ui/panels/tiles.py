"""The figures of a run at a glance: how far, how good, how fast, how long yet."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gendesk.core.events import Evaluated, Progress
from gendesk.core.sentence import Sentence
from gendesk.ui import amounts
from gendesk.ui.pace import Pace
from gendesk.ui.widgets.cards import Stat
from gendesk.ui.words import show, tr, unsay


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
            stat.set_value(Stat.NOTHING)
            stat.set_note(" ")

    def advance(self, progress: Progress) -> None:
        """The newest step."""
        self.epoch.set_value(
            amounts.decimal(progress.epoch, 2)
            if progress.epoch < 100
            else amounts.count(progress.epoch)
        )
        self.epoch.set_note(
            tr(
                "step {step} of {total}",
                step=amounts.count(progress.step),
                total=amounts.count(progress.total),
            )
        )
        loss = progress.metrics.get("loss")
        if loss is None and "d_loss" in progress.metrics:
            loss = progress.metrics["d_loss"]
            self.loss.set_note(tr("of the discriminator"))
        if loss is not None:
            self._smooth = loss if self._smooth is None else 0.9 * self._smooth + 0.1 * loss
            self.loss.set_value(amounts.figure(self._smooth))
        if progress.rate:
            self.speed.set_value(amounts.count(progress.rate))
            self.speed.set_note(tr("pictures a second"))
        self._pace.add(progress.step, progress.total, time.monotonic())
        unsay(self.left, "set_value")
        self.left.set_value(amounts.clock(self._pace.seconds_left))
        self.left.set_note(tr("{share} done", share=amounts.share(self._pace.share)))

    def judge(self, evaluated: Evaluated) -> None:
        """Figures on held-out pictures."""
        loss = evaluated.metrics.get("loss")
        if loss is not None:
            self.loss.set_note(tr("held-out {loss}", loss=amounts.figure(loss)))

    def rest(self, state: Sentence) -> None:
        """It stands still: its state takes the place of the time left."""
        self._pace.pause()
        show(self.left, "set_value", state)
