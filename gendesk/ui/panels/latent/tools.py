"""What the left button does on a plane, and the way back to all of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from gendesk.ui.widgets.cards import quiet_button
from gendesk.ui.widgets.plane import Plane, Tool
from gendesk.ui.words import Source


@dataclass(frozen=True, slots=True)
class _Tool:
    """What the left button may do; its icon is called as it is."""

    tool: Tool
    tip: Source


_TOOLS = (
    _Tool("walk", "Walk: drag to see what lies there"),
    _Tool("hand", "Hand: drag to move the view; the right button always does"),
    _Tool("lasso", "Lasso: draw a loop around points to choose them"),
)


class Tools(QWidget):
    """A button for each tool of a plane."""

    def __init__(
        self, name: str, plane: Plane, *, lasso: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        group = QButtonGroup(self)
        for each in _TOOLS:
            if each.tool == "lasso" and not lasso:
                continue
            button = quiet_button(each.tool, f"{name}_{each.tool}", each.tip)
            button.setCheckable(True)
            button.setChecked(each.tool == plane.tool())
            button.clicked.connect(lambda _=False, tool=each.tool: plane.set_tool(tool))
            group.addButton(button)
            row.addWidget(button)
        fit = quiet_button("fit", f"{name}_fit", "Show everything")
        fit.clicked.connect(plane.fit)
        row.addWidget(fit)
