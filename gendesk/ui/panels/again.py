"""Asks from where and how a run goes on: continued as it was, or branched with changed knobs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gendesk.core.recipe import Recipe
from gendesk.ui import amounts, theme
from gendesk.ui.widgets.form import KnobForm
from gendesk.ui.words import say, tr

MOST_STEPS = 10_000_000


class Continue(QDialog):
    """From which checkpoint, and up to which step."""

    agreed = Signal(int, int)  # from the checkpoint at this step, up to this step

    def __init__(self, steps: Sequence[int], recipe: Recipe, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("continue_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say(self, "setWindowTitle", "Continue training")
        self._checkpoint = _checkpoints("continue_checkpoint", steps)
        self._until = QSpinBox()
        self._until.setObjectName("continue_until")
        self._until.setRange(1, MOST_STEPS)
        self._until.setGroupSeparatorShown(True)
        newest = steps[-1]
        self._until.setValue(recipe.steps if recipe.steps > newest else newest + recipe.steps)
        form = QFormLayout()
        form.addRow(tr("From the checkpoint at"), self._checkpoint)
        form.addRow(tr("Up to step"), self._until)
        note = QLabel()
        note.setProperty("tone", "muted")
        note.setWordWrap(True)
        say(note, "setText", "What the run holds after that checkpoint is replaced.")
        buttons = _buttons(self, tr("Continue"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(note)
        column.addWidget(buttons)

    def accept(self) -> None:
        self.agreed.emit(self._checkpoint.currentData(), self._until.value())
        super().accept()


class Branch(QDialog):
    """From which checkpoint, and with which knobs."""

    agreed = Signal(int, dict)  # from the checkpoint at this step, with these settings

    def __init__(self, steps: Sequence[int], recipe: Recipe, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("branch_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say(self, "setWindowTitle", "Branch into a new run")
        self.resize(460, 620)
        self._recipe = recipe
        self._checkpoint = _checkpoints("branch_checkpoint", steps)
        self._form = KnobForm()
        newest = steps[-1]
        longer = recipe.steps if recipe.steps > newest else newest + recipe.steps
        self._form.set_recipe(recipe.changed(steps=longer), recipe)
        inside = QWidget()
        inside.setObjectName("scrolled")
        inner = QVBoxLayout(inside)
        inner.addWidget(self._form)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        form = QFormLayout()
        form.addRow(tr("From the checkpoint at"), self._checkpoint)
        note = QLabel()
        note.setProperty("tone", "muted")
        note.setWordWrap(True)
        say(note, "setText", "The run itself stays as it is; a new one goes on from there.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(note)
        column.addWidget(scroll, 1)
        column.addWidget(_buttons(self, tr("Branch and train")))

    def accept(self) -> None:
        self.agreed.emit(self._checkpoint.currentData(), self._changed())
        super().accept()

    def _changed(self) -> Mapping[str, Any]:
        now = self._form.recipe().as_dict()
        return {k: v for k, v in now.items() if k != "family" and v != getattr(self._recipe, k)}


def _checkpoints(name: str, steps: Sequence[int]) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    for step in reversed(steps):
        combo.addItem(tr("Step {step}", step=amounts.count(step)), step)
    return combo


def _buttons(dialog: QDialog, yes: str) -> QDialogButtonBox:
    box = QDialogButtonBox()
    agree = box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
    agree.setObjectName(f"{dialog.objectName()}_agree")
    agree.setProperty("role", "primary")
    agree.setFont(theme.font(14, 600))
    cancel = box.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    cancel.setObjectName(f"{dialog.objectName()}_cancel")
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
