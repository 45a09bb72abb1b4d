"""The card that shows what lies where one is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from gendesk.ui import icons
from gendesk.ui.panels.latent.progress import Busy
from gendesk.ui.widgets.cards import Card, quiet_button
from gendesk.ui.widgets.dial import Dial
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.widgets.pictures import PictureView
from gendesk.ui.words import Source, say

if TYPE_CHECKING:
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space
    from gendesk.ui.latent_work.pictures import Seen


class Here(Card):
    """A picture, large and crisp; below it what moves one elsewhere at once."""

    pin_asked = Signal()
    save_asked = Signal()
    random_asked = Signal()
    home_asked = Signal()
    open_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    position_asked = Signal()  # save where one is as a file
    sum_asked = Signal()  # A − B + C
    kind_chosen = Signal(object)  # int | None
    truncated = Signal(object)  # float

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Here", parent)
        self.setObjectName("latent_cursor_card")
        self.undo = self.add_tool("undo", "latent_undo", "Back to where you were")
        self.redo = self.add_tool("redo", "latent_redo", "And forth again")
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.view = PictureView("latent_picture", "What lies at the cursor appears here.")
        self.view.setMinimumHeight(110)
        self.busy = Busy("latent_finding", "Looking for the picture")
        self.kind = CalmCombo()
        self.kind.setObjectName("latent_kind")
        say(self.kind, "setAccessibleName", "Kind of picture")
        self.kind.activated.connect(lambda: self.kind_chosen.emit(self.kind.currentData()))
        self._kinds = _row("Kind", self.kind)
        self.truncation = Dial(
            "latent_truncation", "Truncation",
            "Nearer to the middle pictures are better and more alike; 1 leaves them as they are.",
            float, 0, 1.5,
        )  # fmt: skip
        self.truncation.turned.connect(self.truncated)
        self.body.setSpacing(8)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.busy)
        self.body.addLayout(self._buttons())
        self.body.addWidget(self._kinds)
        self.body.addWidget(self.truncation)
        self._kinds.hide()  # until it is known what can be told
        self.truncation.hide()
        self.show_way(back=False, forth=False)
        self.offer_sum(False)

    def begin(self, space: Space) -> None:
        """Another model: what it can be told."""
        self.kind.clear()
        for number, name in enumerate(space.kinds):
            self.kind.addItem(name, number)
        self._kinds.setVisible(bool(space.kinds))
        self.truncation.setVisible(not space.encodes)
        self.truncation.setEnabled(space.encodes or space.truncates)
        self.view.set_picture(None)

    def show_seen(self, seen: Seen) -> None:
        """What lies there."""
        self.view.set_picture(seen.picture, "latent")
        self.show_point(seen.point)

    def show_point(self, point: Point) -> None:
        """What it was told."""
        kind = point.kind if isinstance(point.kind, int) else 0
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.truncation.set_value(point.truncation)

    def offer_sum(self, possible: bool) -> None:
        """Whether there are three pins to add up."""
        self._sum.setEnabled(possible)

    def show_way(self, *, back: bool, forth: bool) -> None:
        """Whether one can go back, and forth again."""
        self.undo.setEnabled(back)
        self.redo.setEnabled(forth)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (
            _quick("pin", "pin", "Pin this picture as a keyframe (space)", self.pin_asked),
            _quick("dice", "random", "Somewhere else, at random (R)", self.random_asked),
            _quick("home", "home", "To the middle of the space (Home)", self.home_asked),
            _quick("save", "save", "Save the picture; it carries its position…", self.save_asked),
            _quick("folder", "open", "Open a picture of your own, or a position…", self.open_asked),
        ):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._more())
        return row

    def _more(self) -> QToolButton:
        button = quiet_button("more", "latent_more", "More to do with this picture")
        menu = QMenu(button)
        menu.setObjectName("latent_more_menu")
        self._sum = self._action(
            menu, "plus", "sum", "A − B + C of the last three pins", self.sum_asked
        )
        menu.addSeparator()
        self._action(menu, "save", "position", "Save the position…", self.position_asked)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _action(
        self, menu: QMenu, icon: str, name: str, label: Source, asked: SignalInstance
    ) -> QAction:
        action = menu.addAction(icons.icon(icon), "")
        action.setObjectName(f"latent_{name}")
        say(action, "setText", label)
        action.triggered.connect(lambda: asked.emit())
        return action


def _quick(icon: str, name: str, tip: Source, asked: SignalInstance) -> QToolButton:
    button = quiet_button(icon, f"latent_{name}", tip)
    button.clicked.connect(lambda: asked.emit())
    return button


def _row(label: Source, part: QWidget) -> QWidget:
    row, words = QWidget(), QLabel()
    say(words, "setText", label)
    words.setBuddy(part)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(words, 1)
    line.addWidget(part)
    return row
