"""The card that chooses the model to walk in, and another to be seen beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from gendesk.ui import amounts
from gendesk.ui.panels.latent.chooser import Chooser, title
from gendesk.ui.widgets.cards import Card, Line, quiet_button
from gendesk.ui.words import say, show, tr

if TYPE_CHECKING:
    from gendesk.ops.latent.space import Space


class ModelCard(Card):
    """A list, and what the chosen one is."""

    beside_chosen = Signal(str)  # the name, empty for none
    principal_chosen = Signal()  # what as many numbers do without a network

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("latent_model_card")
        self.chooser = Chooser("latent_model", "Model to walk in")
        self.about, self.figures = Line(13, tone="muted"), Line(13, tone="muted")
        self._beside, self._encodes = "", False
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.chooser, 1)
        row.addWidget(self._compare_button())
        self.body.setSpacing(3)
        self.body.addLayout(row)
        self.body.addWidget(self.about)
        self.body.addWidget(self.figures)

    def describe(self, space: Space) -> None:
        """What is walked in."""
        self._encodes = space.encodes
        show(self.about, "set_text", title(space.recipe.family))
        say(
            self.figures, "set_text", "{latent} numbers · {size} px · step {step}",
            latent=space.latent, size=space.size, step=amounts.count(space.step),
        )  # fmt: skip

    def set_beside(self, name: str) -> None:
        """Which one is seen beside; empty for none."""
        self._beside = name

    def _compare_button(self) -> QToolButton:
        """Its menu holds every model."""
        button = quiet_button("compare", "latent_compare", "Another model beside this one")
        menu = QMenu(button)
        menu.setObjectName("latent_compare_menu")
        menu.aboutToShow.connect(lambda: self._offer(menu))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _offer(self, menu: QMenu) -> None:
        menu.clear()
        if self._encodes:
            menu.addAction(tr("PCA of the same pictures"), self.principal_chosen.emit)
            menu.addSeparator()
        names = ["", *(entry.name for entry in self.chooser.entries())]
        for name in names:
            label = name or tr("Nothing beside")
            action = menu.addAction(label, partial(self.beside_chosen.emit, name))
            action.setCheckable(True)
            action.setChecked(name == self._beside)
