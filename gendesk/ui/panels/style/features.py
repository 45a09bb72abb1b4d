"""The chooser of what pictures are compared by: what ships, what can be fetched, one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.events import Cancelled, Event, Failed, Finished, Stage, Terminal
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import icons
from gendesk.ui import stylizing_work as work
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import say, show, tr

FILE = "file"  # the origin of weights taken from a file


class Entry(Protocol):
    """What `ops.stylizing.features.all_features` gives."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def available(self) -> bool: ...

    @property
    def origin(self) -> str: ...  # "shipped", "download" or "own"


class Features(QWidget):
    """A list, what the chosen one is, and a download where it is not here yet."""

    chosen = Signal(str)  # the name, or the path of a file, that a person chose
    offered = Signal()  # what can be chosen is known, or is something else

    def __init__(self, pool: Pool, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool, self._notice = pool, notice
        self._entries: dict[str, Entry] = {}
        self._name = ""
        self._job: Job | None = None  # what downloads
        self._looking: Job | None = None
        self._build()
        self._refresh()

    @property
    def settled(self) -> bool:
        """Whether it is known what can be chosen."""
        return self._looking is None

    def look(self) -> None:
        """Find out what can be chosen, again."""
        self._looking = self._pool.start(Job("", work.features), self._on_found)

    def entries(self) -> Sequence[Entry]:
        """All that can be chosen."""
        return list(self._entries.values())

    def available(self) -> bool:
        """Whether what is chosen is here."""
        entry = self._entries.get(self._name)
        return entry.available if entry is not None else Path(self._name).is_file()

    def offer(self, entries: Sequence[Entry]) -> None:
        """What can be chosen; the chosen one stays."""
        self._entries = {each.name: each for each in entries}
        self._fill()
        self.choose(self._name)

    def choose(self, name: str) -> None:
        """Show this one as chosen; emits nothing. A name that is not there is a file."""
        self._name = name
        if name and self.combo.findData(name) < 0:
            self._fill()
        self.combo.setCurrentIndex(self.combo.findData(name))
        self._refresh()

    def fetch(self) -> None:
        """Download what is chosen."""
        if self._job is None:
            entry = self._entries[self._name]
            job = Job(tr("Downloading {name}", name=entry.title), work.download(entry.name))
            self._job = self._pool.start(job, self.receive)
            self._bar.setRange(0, 0)
            self._refresh()

    def cancel(self) -> None:
        """Give up the download; nothing stays of it."""
        if self._job is not None:
            self._job.controls.cancel()

    def receive(self, job: Job, events: Sequence[Event]) -> None:
        """Show how far the download is, and what came of it."""
        if job is not self._job:
            return
        for event in events:
            if isinstance(event, Stage) and event.total:
                self._bar.setRange(0, 1000)
                self._bar.setValue(round(1000 * event.done / event.total))
        last = events[-1]
        if isinstance(last, Finished | Failed | Cancelled):
            self._job = None
            self._refresh()
        if isinstance(last, Finished):
            self.look()
        elif isinstance(last, Failed):
            self._notice.tell(last.sentence, "error")

    def _on_found(self, job: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if job is not self._looking or not isinstance(last, Terminal):
            return
        self._looking = None
        if isinstance(last, Failed):
            self._notice.tell(last.sentence, "error")
        elif isinstance(last, Finished):
            before, was_here = self.entries(), self.available()
            self.offer(last.result)
            if self._name not in self._entries and not self.available():
                self._take_first()
            if self.entries() != before or self.available() != was_here:
                self.offered.emit()

    def _take_first(self) -> None:
        """What was chosen is gone; something that is here takes its place."""
        here = next((each for each in self._entries.values() if each.available), None)
        if here is not None:
            self.choose(here.name)
            self.chosen.emit(here.name)

    # what is shown

    def _fill(self) -> None:
        self.combo.clear()
        for origin in ("shipped", "download", "own"):
            some = [each for each in self._entries.values() if each.origin == origin]
            if some:
                self.combo.head(_HEADINGS[origin])
            for each in some:
                self.combo.add(each.title, each.name)
        if self._name and self._name not in self._entries:
            self.combo.head(_HEADINGS[FILE])
            self.combo.add(Path(self._name).name, self._name, self._name)

    def _refresh(self) -> None:
        entry = self._entries.get(self._name)
        missing = entry is not None and not entry.available
        self._fetch.setVisible(missing and self._job is None)
        self._progress.setVisible(self._job is not None)
        origin = entry.origin if entry is not None else FILE
        self.about.setVisible(bool(self._name))
        if missing:
            show(self.about, "setText", _MISSING)
        elif entry is None and not self.available():
            show(self.about, "setText", _GONE)
        else:
            show(self.about, "setText", _ABOUT[origin])

    def _on_activated(self) -> None:
        self.choose(str(self.combo.currentData()))
        self.chosen.emit(self._name)

    def _build(self) -> None:
        self.combo = CalmCombo()
        self.combo.setObjectName("style_features")
        self.combo.setMinimumContentsLength(10)
        self.combo.setSizeAdjustPolicy(
            CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        say(self.combo, "setAccessibleName", "What pictures are compared by")
        self.combo.activated.connect(lambda: self._on_activated())
        self.about = QLabel()
        self.about.setObjectName("style_features_about")
        self.about.setProperty("tone", "muted")
        self.about.setWordWrap(True)
        self._fetch = QPushButton()
        self._fetch.setObjectName("style_features_fetch")
        self._fetch.setIcon(icons.icon("import"))
        say(self._fetch, "setText", "Download")
        self._fetch.clicked.connect(self.fetch)
        self._bar = QProgressBar()
        self._bar.setObjectName("style_features_bar")
        self._bar.setTextVisible(False)
        say(self._bar, "setAccessibleName", "Progress of the download")
        cancel = QPushButton()
        cancel.setObjectName("style_features_cancel")
        say(cancel, "setText", "Cancel")
        cancel.clicked.connect(self.cancel)
        self._progress = QWidget()
        line = QHBoxLayout(self._progress)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._bar, 1)
        line.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        words = QLabel()
        words.setBuddy(self.combo)
        say(words, "setText", "Compared by")
        for part in (words, self.combo, self.about, self._fetch, self._progress):
            column.addWidget(part)


_ABOUT = {
    "shipped": Sentence("Comes with gendesk: small and quick."),
    "download": Sentence("A large network: slower, finer."),
    "own": Sentence("What you trained yourself."),
    FILE: Sentence("Weights from a file."),
}
_GONE = Sentence("There is nothing of this name; choose another.")
_MISSING = Sentence("A large network: slower, finer. It has to be downloaded once.")


_HEADINGS = {
    "shipped": Sentence("Come with gendesk"),
    "download": Sentence("From PyTorch"),
    "own": Sentence("Your own"),
    FILE: Sentence("From a file"),
}
