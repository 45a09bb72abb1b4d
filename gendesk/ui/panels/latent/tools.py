"""What the left button does on a plane, and the way back to all of it."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from gendesk.ui.widgets.cards import quiet_button
from gendesk.ui.widgets.plane import Plane, Tool
from gendesk.ui.words import Source

_TOOLS: dict[Tool, tuple[str, Source]] = {
    "walk": ("walk", "Walk: drag to see what lies there"),
    "hand": ("hand", "Hand: drag to move the view; the right button always does"),
    "lasso": ("lasso", "Lasso: draw a loop around points to choose them"),
}


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
        for tool, (icon, tip) in _TOOLS.items():
            if tool == "lasso" and not lasso:
                continue
            button = quiet_button(icon, f"{name}_{tool}", tip)
            button.setCheckable(True)
            button.setChecked(tool == plane.tool())
            button.clicked.connect(lambda _=False, tool=tool: plane.set_tool(tool))
            group.addButton(button)
            row.addWidget(button)
        fit = quiet_button("fit", f"{name}_fit", "Show everything")
        fit.clicked.connect(plane.fit)
        row.addWidget(fit)


def row(*parts: QWidget) -> QWidget:
    """Tools side by side."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for part in parts:
        line.addWidget(part)
    return whole
