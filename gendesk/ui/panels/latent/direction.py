"""The dialog that makes a direction of one's own: from pictures without something to those with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gendesk.ui import theme
from gendesk.ui.widgets.cloud import Places
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import Source, say, tr

if TYPE_CHECKING:
    from gendesk.ops.latent.maps import Map

CHOSEN, OTHERS = -1, -2  # the points of the lasso, and all that are not with it


class NewDirection(QDialog):
    """Asks for a name and two groups: by their labels, or by the lasso."""

    agreed = Signal(object, object, str)  # Places without, Places having, name

    def __init__(self, found: Map, chosen: Places, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("latent_direction_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        say(self, "setWindowTitle", "New direction")
        self._found, self._chosen = found, chosen
        self.name = QLineEdit()
        self.name.setObjectName("latent_direction_name")
        say(self.name, "setPlaceholderText", "What changes along it, such as “thicker”")
        self.having = _combo("latent_direction_with", "Pictures with it")
        self.without = _combo("latent_direction_without", "Pictures without it")
        if len(chosen):
            self.having.addItem(tr("The chosen points"), CHOSEN)
        self.without.addItem(tr("All others"), OTHERS)
        for number, label in enumerate(found.classes if found.labels is not None else ()):
            self.having.addItem(label, number)
            self.without.addItem(label, number)
        self.about = QLabel()
        self.about.setProperty("tone", "muted")
        self.about.setWordWrap(True)
        if not self.having.count():
            say(
                self.about, "setText",
                "These pictures have no labels: draw a loop around some of them on the map first, "
                "with the lasso.",
            )  # fmt: skip
        self._build()
        self._check()

    def groups(self) -> tuple[Places, Places]:
        """The places of pictures without it, and of those with it."""
        having = self._places(self.having.currentData(), np.empty(0, np.int64))
        return self._places(self.without.currentData(), having), having

    def _places(self, which: int | None, having: Places) -> Places:
        if which is None:
            return np.empty(0, np.int64)
        if which == CHOSEN:
            return self._chosen
        if which == OTHERS:
            return np.setdiff1d(np.arange(len(self._found)), having)
        assert self._found.labels is not None
        return np.flatnonzero(self._found.labels == which)

    def _check(self) -> None:
        same = self.having.currentData() == self.without.currentData()
        named = bool(self.name.text().strip())
        self._agree.setEnabled(named and not same and self.having.count() > 0)

    def _on_agreed(self) -> None:
        without, having = self.groups()
        self.agreed.emit(without, having, self.name.text().strip())
        self.accept()

    def _build(self) -> None:
        title = QLabel()
        title.setFont(theme.font(18, 600))
        say(title, "setText", "New direction")
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(_label("Name"), self.name)
        form.addRow(_label("With it"), self.having)
        form.addRow(_label("Without it"), self.without)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._agree = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._agree.setObjectName("latent_direction_agree")
        self._agree.setProperty("role", "primary")
        say(self._agree, "setText", "Find it")
        self._agree.clicked.connect(self._on_agreed)
        buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._check)
        for combo in (self.having, self.without):
            combo.currentIndexChanged.connect(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(self.about)
        column.addWidget(buttons)


def _label(text: Source) -> QLabel:
    label = QLabel()
    say(label, "setText", text)
    return label


def _combo(name: str, label: Source) -> CalmCombo:
    combo = CalmCombo()
    combo.setObjectName(name)
    say(combo, "setAccessibleName", label)
    return combo
