"""The pictures of a run: what it makes by now, and at any earlier moment."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gendesk.core.events import Event, Finished, Preview
from gendesk.jobs import Job
from gendesk.ui import amounts, work
from gendesk.ui.panels.segments import Segments
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Card, Line
from gendesk.ui.widgets.pictures import PictureView
from gendesk.ui.widgets.slider import HistorySlider
from gendesk.ui.words import Source, say, show, tr

if TYPE_CHECKING:
    from gendesk.runs.folder import Run


@dataclass(frozen=True, slots=True)
class Shown:
    """How a kind of picture is called, and what its rows are."""

    label: Source
    legend: Source = ""


# Samples whose median novelty is below this seem to be copies: that of held-out digits is 1.0, of
# copies with a little noise 0.2.
COPIED = 0.5

# In the order of their worth: the first that a run has is shown until somebody chooses.
KINDS = {
    "restored": Shown("Restored", "From the top: before · restored · as it should be"),
    "repaired": Shown("Repaired", "From the top: given · repaired · by PCA · as it should be"),
    "compared": Shown("Beside PCA", "From the top: original · rebuilt · rebuilt by PCA"),
    "samples": Shown("Samples"),
    "fresh": Shown("Fresh", "Samples of random numbers that are new each time"),
    "nearest": Shown(
        "Nearest", "In turn: samples · the nearest of some hundred pictures learnt from"
    ),
    "scales": Shown("Scales", "From the top: the smallest scale · … · the largest"),
    "reconstructions": Shown("Reconstructions", "From the top: original · rebuilt"),
    "errors": Shown("Errors", "From the top: what is lost · what PCA loses; black is nothing"),
    "manifold": Shown("Manifold"),
    "answers": Shown("Answers", "From the top: the encoder's deepest layer · its teacher's"),
}


class Gallery(Card):
    """One picture at a time, by kind, with a slider through all moments that were kept."""

    looked_back = Signal(object)  # the step of an earlier picture, None for the newest

    def __init__(self, name: str, pool: Pool, parent: QWidget | None = None) -> None:
        super().__init__("Pictures", parent)
        self.setObjectName(name)
        self._pool = pool
        self._run: Run | None = None
        self._newest: dict[str, Preview] = {}
        self._steps: dict[str, list[int]] = {}
        self._back_at: int | None = None  # the earlier step looked at; None follows the newest
        self._kinds = Segments(f"{name}_kind")
        for kind, about in KINDS.items():
            self._kinds.add(kind, about.label)
        self._kinds.chosen.connect(self._on_kind_chosen)
        self.header.addWidget(self._kinds)
        self.view = PictureView(f"{name}_picture", "Pictures appear here as soon as it trains.")
        self._legend = Line(13, tone="muted")
        self._legend.setObjectName(f"{name}_legend")
        self.slider = HistorySlider(f"{name}_history")
        self.slider.chosen.connect(self._on_step_chosen)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._legend)
        self.body.addWidget(self.slider)
        self.clear()

    def clear(self, run: Run | None = None) -> None:
        """Begin anew with the pictures of `run`."""
        self._run = run
        self._newest.clear()
        self._steps.clear()
        self._back_at = None
        self._chosen = False  # a person has said which kind to show
        self._copies = False
        for kind in KINDS:
            self._kinds.offer(kind, False)
        self._kinds.select("samples")
        self._show(None)
        self.slider.set_steps([])
        self.slider.hide()

    def add(self, preview: Preview) -> None:
        """A newer picture of its kind."""
        steps = self._steps.setdefault(preview.kind, self._kept(preview.kind))
        del steps[bisect_left(steps, preview.step) :]  # a run that went back has another future
        steps.append(preview.step)
        self._newest[preview.kind] = preview
        if preview.kind in KINDS:
            self._kinds.offer(preview.kind, True)
            if not self._chosen:
                self._kinds.select(self._kinds.offered()[0])
        if preview.kind == self._kinds.selected():
            self._refresh()

    def judge_novelty(self, novelty: float) -> None:
        """How far samples are from pictures learnt from, as a share of these' own distances."""
        self._copies = novelty < COPIED
        self._explain()

    def recount(self) -> None:
        """Offer all pictures that the run keeps, also those that came too quickly to be seen."""
        for kind in self._steps:
            self._steps[kind] = self._kept(kind) or self._steps[kind]
        self._refresh()

    def choose(self, kind: str) -> None:
        """Show the newest picture of a kind, where there is one."""
        if kind in self._kinds.offered():
            self._kinds.select(kind)
            self._on_kind_chosen()

    def showing(self) -> tuple[str, int] | None:
        """The kind and the step of the picture shown."""
        return (self._shown.kind, self._shown.step) if self._shown else None

    def _kept(self, kind: str) -> list[int]:
        return [step for step, _ in self._run.previews_of(kind)] if self._run else []

    def _refresh(self) -> None:
        kind = self._kinds.selected()
        steps = self._steps.get(kind, [])
        self.slider.set_steps(steps)
        self.slider.setVisible(len(steps) > 1)
        if self._back_at is None:
            self._show(self._newest.get(kind))

    def _show(self, preview: Preview | None) -> None:
        self._shown = preview
        self._explain()
        if preview is None:
            self.view.set_picture(None)
        else:
            step = amounts.count(preview.step)
            self.view.set_picture(preview.picture, tr("Step {step}", step=step))

    def _explain(self) -> None:
        """What the rows of the picture are."""
        kind = self._shown.kind if self._shown else ""
        legend = KINDS[kind].legend if kind else ""
        self._legend.setVisible(bool(legend))
        if kind == "nearest" and self._copies and self._back_at is None:
            say(self._legend, "set_text", "In turn: samples · what they seem to be copies of")
        elif legend:
            show(self._legend, "set_text", legend)

    def _on_kind_chosen(self) -> None:
        self._chosen = True
        self._go_back_to(None)
        self._refresh()

    def _on_step_chosen(self, step: int) -> None:
        kind = self._kinds.selected()
        newest = self._newest.get(kind)
        if newest is None or step == newest.step:
            self._go_back_to(None)
            self._show(newest)
        elif self._run is not None:
            self._go_back_to(step)
            path = self._run.folder / "previews" / kind / f"{step:08d}.png"
            job = Job("earlier picture", work.picture(path, kind, step))
            self._pool.latest(self, job, self._on_read)

    def _go_back_to(self, step: int | None) -> None:
        self._back_at = step
        self.looked_back.emit(step)

    def _on_read(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if not isinstance(last, Finished) or self._back_at is None:
            return
        if last.result.kind == self._kinds.selected():
            self._show(last.result)
