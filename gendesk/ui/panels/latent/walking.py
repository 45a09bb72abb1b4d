"""The page with the walk: pinned pictures become keyframes, and what lies between them a film."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSlider, QVBoxLayout, QWidget

from gendesk.core.events import Event, Failed, Finished, Stage, Terminal
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job, Work
from gendesk.ops.latent.walk import Walk
from gendesk.ui import amounts, icons
from gendesk.ui.latent_work import pictures, positions, walks
from gendesk.ui.panels.latent.files import Files
from gendesk.ui.panels.latent.gait import Gait
from gendesk.ui.panels.latent.pins import Pins
from gendesk.ui.panels.latent.progress import Busy
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Line, quiet_button
from gendesk.ui.widgets.pictures import PictureView
from gendesk.ui.widgets.strip import Strip
from gendesk.ui.words import Source, say, show, tr

if TYPE_CHECKING:
    from gendesk.ops.latent.space import Space
    from gendesk.ui.latent_work.pictures import Picture

REST_MS = 120  # for which keyframes and settings rest before the walk is decoded anew


@dataclass(frozen=True, slots=True)
class _File:
    """A kind of file that can be made of a walk."""

    icon: str
    label: Source


_FILES = {
    "mp4": _File("film", "Film (MP4)…"),
    "gif": _File("film", "Animation (GIF)…"),
    "png": _File("image", "Single pictures (PNG)…"),
    "sheet": _File("grid", "Contact sheet (PNG)…"),
}


class WalkPage(QWidget):
    """Plays the walk as soon as there are two keyframes, and writes it."""

    pin_chosen = Signal(int)  # go to this one
    failed = Signal(Sentence)

    def __init__(self, pool: Pool, pins: Pins, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("latent_walk_page")
        self._pool, self._pins, self._files = pool, pins, files
        self._space: Space | None = None
        self._job: Job | None = None  # what decodes
        self._frames: list[Picture] = []
        self._made_of: object = None  # the walk that is decoded
        self.view = PictureView(
            "latent_walk_picture",
            "Pin two pictures or more, with space or the pin: the walk leads from one to the next.",
            "film",
        )
        self.strip = Strip("latent_strip")
        say(
            self.strip, "setAccessibleName",
            "Keyframes; Ctrl with an arrow key moves one, Delete removes it",
        )  # fmt: skip
        say(
            self.strip, "setToolTip",
            "Drag keyframes into another order; Delete removes the chosen one",
        )  # fmt: skip
        self.busy = Busy("latent_walk_busy", "Writing the walk")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._decode)
        self.gait = Gait()
        self.gait.changed.connect(self._rest.start)
        self._build()
        self.strip.chosen.connect(self.pin_chosen)
        self.strip.ordered.connect(pins.order)
        self.strip.removed.connect(pins.remove)
        pins.changed.connect(self._on_pins)
        pins.pictured.connect(self._show_pins)

    # what is asked of it

    @property
    def settled(self) -> bool:
        """Whether the walk is decoded."""
        return self._job is None and not self._rest.isActive()

    def begin(self, space: Space) -> None:
        """Another model; its pins come next."""
        self._space, self._made_of = space, None

    def renew(self, space: Space) -> None:
        """A newer checkpoint of the same: the same pins look different."""
        self.begin(space)
        self._on_pins()

    def walk(self) -> Walk | None:
        """What would be walked; None with fewer than two keyframes."""
        if len(self._pins) < 2:
            return None
        return self.gait.walk([pin.point for pin in self._pins.all()])

    def set_walk(self, walk: Walk) -> None:
        """Walk so: what a position file says."""
        self.gait.set_walk(walk)
        self._pins.begin(walk.keyframes)

    def frames(self) -> Sequence[Picture]:
        """The pictures that are decoded by now."""
        return self._frames

    def toggle(self) -> None:
        """Play, or stand still."""
        if self._timer.isActive():
            self._timer.stop()
        elif len(self._frames) > 1:
            self._timer.start(1000 // self.gait.fps())
        self._show_state()

    def export(self, kind: str) -> None:
        """Ask where to, and write the walk."""
        walk, space = self.walk(), self._space
        if walk is None or space is None:
            return

        def write(path: Path) -> Work:
            return walks.export_walk(space, walk, path, kind)

        if kind == "png":
            self._files.ask_new_folder(f"{space.name}-walk", write, self.busy)
        else:
            suffix = "png" if kind == "sheet" else kind
            self._files.ask_file(f"{space.name}-walk", suffix, write, self.busy)

    def save_position(self) -> None:
        """Ask where to, and write keyframes and settings as a small file."""
        walk, space = self.walk(), self._space
        if walk is not None and space is not None:
            self._files.ask_file(
                f"{space.name}-walk",
                "json",
                lambda path: positions.write_position(space, walk, path),
            )

    # what a person does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._show_state()

    def _on_pins(self) -> None:
        self._show_pins()
        self._picture_pins()
        self._rest.start()
        self._show_state()

    def _on_tick(self) -> None:
        if len(self._frames) > 1:
            self.slider.setValue((self.slider.value() + 1) % len(self._frames))

    def _on_slid(self, frame: int) -> None:
        if frame < len(self._frames):
            self.view.set_picture(self._frames[frame], tr("Walk"))
        seconds = frame / self.gait.fps()
        self._time.set_text(f"{amounts.decimal(seconds)} s")

    # what comes back

    def _decode(self) -> None:
        """All frames of the walk, where it has become another, if anybody looks at it."""
        walk = self.walk()
        if not self.isVisible():
            return
        if walk is None or self._space is None:
            self._forget()
            return
        made_of = (self._space.sha256, repr(walk.as_dict()))
        if made_of == self._made_of:
            return
        self._made_of = made_of
        if self._job is not None:
            self._job.controls.cancel()
        shown: list[Picture] = []
        self._job = self._pool.latest(
            "latent_walk", Job("", walks.frames(self._space, walk, shown)),
            lambda job, events: self._on_decoded(job, events, shown),
        )  # fmt: skip
        self._total = walk.frames

    def _on_decoded(self, job: Job, events: Sequence[Event], shown: list[Picture]) -> None:
        if job is not self._job:
            return
        last = events[-1]
        if isinstance(last, Terminal):
            self._job = None
        if isinstance(last, Failed):
            self.failed.emit(last.sentence)
        elif any(isinstance(event, Stage) for event in events):
            self._frames = shown
            self.slider.setRange(0, max(0, len(shown) - 1))
            self._on_slid(self.slider.value())
            self._show_state()

    def _forget(self) -> None:
        self._frames, self._made_of = [], None
        self._timer.stop()
        self.slider.setRange(0, 0)
        self.view.set_picture(None)
        self._show_state()

    def _picture_pins(self) -> None:
        """Decode what was pinned, where its picture is not known."""
        bare = [pin for pin in self._pins.all() if pin.picture is None]
        if self._space is not None and bare:
            does = pictures.several(self._space, [p.point for p in bare], [p.number for p in bare])
            self._pool.latest("latent_pins", Job("", does), self._on_pictured)

    def _on_pictured(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Finished):
            self._pins.picture(last.result)

    def _show_pins(self) -> None:
        self.strip.set_pictures([(pin.number, pin.picture) for pin in self._pins.all()])

    def _show_state(self) -> None:
        some = len(self._pins) > 1
        playing = self._timer.isActive()
        self.play.setIcon(icons.icon("pause" if playing else "play"))
        self.play.setEnabled(some)
        self.slider.setEnabled(some)
        self.export_button.setEnabled(some)
        self.clear.setEnabled(len(self._pins) > 0)

    # how it is put together

    def _build(self) -> None:
        self.export_button = self._export_button()
        self.play = quiet_button("play", "latent_play", "Play the walk")
        self.play.clicked.connect(self.toggle)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("latent_frame")
        say(self.slider, "setAccessibleName", "Moment of the walk")
        self.slider.valueChanged.connect(self._on_slid)
        self._time = Line(13, tone="muted")
        self._time.setFixedWidth(46)
        playing = QHBoxLayout()
        playing.setSpacing(8)
        for part in (self.play, self.slider, self._time):
            playing.addWidget(part)
        self.clear = quiet_button("bin", "latent_pins_clear", "Remove all keyframes")
        self.clear.clicked.connect(self._pins.clear)
        pinned = QHBoxLayout()
        pinned.addWidget(self.strip, 1)
        pinned.addWidget(self.clear)
        self.setFocusProxy(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addLayout(playing)
        column.addLayout(pinned)
        column.addWidget(self.gait)
        column.addWidget(self.busy)
        self._show_state()

    def _export_button(self) -> QPushButton:
        """Its menu holds all files that can be made of the walk."""
        button = QPushButton()
        button.setObjectName("latent_walk_export")
        button.setProperty("role", "primary")
        say(button, "setText", "Export")
        menu = QMenu(button)
        menu.setObjectName("latent_walk_menu")
        for kind, file in _FILES.items():
            action = menu.addAction(icons.icon(file.icon), "")
            action.setObjectName(f"latent_walk_{kind}")
            show(action, "setText", file.label)
            action.triggered.connect(lambda _=False, kind=kind: self.export(kind))
        menu.addSeparator()
        position = menu.addAction(icons.icon("save"), "")
        position.setObjectName("latent_walk_position")
        say(position, "setText", "Keyframes and settings (JSON)…")
        position.triggered.connect(self.save_position)
        button.setMenu(menu)
        return button
