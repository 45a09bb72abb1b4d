"""What is in the pictures that were chosen, told before anything is learnt from them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gendesk.core.events import Preview, Stage
from gendesk.core.sentence import Sentence
from gendesk.ui import amounts, theme
from gendesk.ui.panels.bars import Bars
from gendesk.ui.panels.scroll import Scroll
from gendesk.ui.widgets.cards import Card, Line
from gendesk.ui.words import Source, say, show, shown, tr

if TYPE_CHECKING:
    from gendesk.data import Report
    from gendesk.ui.widgets.pictures import PictureView

MOST_REASONS = 200  # lines of the list of unreadable files
UNBALANCED = 0.2  # below this share the rarest label is worth a word


class ReportCard(Card):
    """A glance at the pictures, their number, sizes and labels, and whatever is odd."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("What is in them", parent)
        self.setObjectName(f"{name}_report")
        self.failed = False
        self._name = name
        self._stage = Line(13, tone="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._facts = QWidget()
        self._column = QVBoxLayout(self._facts)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.body.addWidget(self._stage)
        self.body.addWidget(self._bar)
        self._scroll = Scroll(self._facts)
        self.body.addWidget(self._scroll, 1)
        self._wait(False)

    @cached_property
    def glance(self) -> PictureView:
        """A few of the pictures; made when first seen, as it needs numpy."""
        from gendesk.ui.widgets.pictures import PictureView

        view = PictureView(f"{self._name}_glance", "A few of the pictures appear here.")
        self.body.insertWidget(0, view, 1)
        return view

    def clear(self) -> None:
        """Other pictures were chosen; nothing is known of them yet."""
        self.failed = False
        if "glance" in self.__dict__:
            self.glance.set_picture(None)
        self._forget()
        self._wait(False)

    def advance(self, stage: Stage) -> None:
        """Somebody looks at them."""
        self._wait(True)
        show(self._stage, "set_text", stage.sentence)
        self._bar.setRange(0, stage.total)
        self._bar.setValue(stage.done)

    def fail(self, sentence: Sentence) -> None:
        """They cannot be had."""
        self.failed = True
        self._wait(False)
        self._forget()
        self.glance.hide()
        label = self._words(14, "danger")
        label.setObjectName(f"{self._name}_report_trouble")
        show(label, "setText", sentence)

    def show_glance(self, preview: Preview) -> None:
        """A few of the pictures as they will be learnt."""
        self.glance.show()
        self.glance.set_picture(preview.picture, tr("Some of the pictures"))

    def show_report(self, report: Report) -> None:
        """All that is known of them."""
        self._wait(False)
        self._forget()
        head = self._words(18)
        head.setFont(theme.font(18, 600))
        head.setObjectName(f"{self._name}_report_count")
        say(head, "setText", "%n pictures", report.pictures)
        self._about_sizes(report)
        self._about_labels(report)
        self._about_copies(report)
        self._about_oddities(report)
        self._about_unreadable(report)

    def _about_sizes(self, report: Report) -> None:
        label = self._words(14, "muted")
        if report.smallest == report.largest:
            width, height = report.median
            say(
                label, "setText", "{width} × {height} pixels each, {bytes}",
                width=width, height=height, bytes=lambda: amounts.size(report.bytes),
            )  # fmt: skip
            return
        say(
            label, "setText", "From {small} to {large} pixels, half of them {median} or more; {bytes}",
            small=_by(report.smallest), large=_by(report.largest), median=_by(report.median),
            bytes=lambda: amounts.size(report.bytes),
        )  # fmt: skip
        self._bars("sizes", [(f"{bar.low}–{bar.high}", bar.count) for bar in report.sides])

    def _about_labels(self, report: Report) -> None:
        if not report.labels:
            self._fact("They have no labels, and need none.")
            return
        head = self._words(14)
        say(head, "setText", "%n labels", len(report.labels))
        self._bars("labels", list(report.labels.items()))
        if report.balance < UNBALANCED:
            rarest = min(report.labels, key=lambda label: report.labels[label])
            warning = self._words(14, "warning")
            say(
                warning, "setText", "{label} is rare: {count} pictures, so it will be learnt least.",
                label=rarest, count=amounts.count(report.labels[rarest]),
            )  # fmt: skip

    def _about_copies(self, report: Report) -> None:
        if report.redundant:
            say(self._words(14, "warning"), "setText", "%n exact copies of others",
                report.redundant)  # fmt: skip
        if report.near_duplicates:
            alike = sum(len(group) - 1 for group in report.near_duplicates)
            say(self._words(14), "setText", "%n look much like another", alike)

    def _about_oddities(self, report: Report) -> None:
        for count, sentence in (
            (report.grey, Sentence("{count} are grey")),
            (report.alpha, Sentence("{count} are transparent in places: white shows there")),
            (report.cmyk, Sentence("{count} are in printing colours (CMYK), converted")),
            (report.deep, Sentence("{count} have more than 8 bits a channel, scaled")),
            (report.animated, Sentence("{count} are animated: the first frame counts")),
            (report.turned, Sentence("{count} are turned upright by their camera's note")),
        ):
            if count:
                label = self._words(14, "muted")
                show(label, "setText", Sentence(sentence.text, {"count": amounts.count(count)}))
        if report.others:
            say(self._words(14, "muted"), "setText", "%n files of other kinds are left alone",
                report.others)  # fmt: skip

    def _about_unreadable(self, report: Report) -> None:
        if not report.unreadable:
            return
        button = QPushButton()
        button.setObjectName(f"{self._name}_unreadable")
        button.setCheckable(True)
        say(button, "setText", "%n files cannot be read", len(report.unreadable))
        reasons = self._words(13, "muted")
        reasons.setText(
            "\n".join(f"{s.name}: {shown(s.reason)}" for s in report.unreadable[:MOST_REASONS])
        )
        reasons.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        reasons.hide()
        button.toggled.connect(reasons.setVisible)
        self._column.insertWidget(
            self._column.indexOf(reasons), button, 0, Qt.AlignmentFlag.AlignLeft
        )

    def _fact(self, text: Source) -> None:
        say(self._words(14, "muted"), "setText", text)

    def _words(self, size: int, tone: str = "") -> QLabel:
        label = QLabel()
        label.setFont(theme.font(size))
        label.setProperty("tone", tone)
        label.setWordWrap(True)
        self._column.addWidget(label)
        return label

    def _bars(self, what: str, counts: list[tuple[str, int]]) -> None:
        bars = Bars(f"{self._name}_{what}")
        bars.set_counts(counts)
        self._column.addWidget(bars)

    def _forget(self) -> None:
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _wait(self, waiting: bool) -> None:
        self._stage.setVisible(waiting)
        self._bar.setVisible(waiting)


def _by(size: tuple[int, int]) -> str:
    return f"{size[0]} × {size[1]}"
