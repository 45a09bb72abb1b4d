"""The runs as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon

from gendesk.ui import amounts, theme
from gendesk.ui.panels import statuses
from gendesk.ui.widgets.image import as_icon
from gendesk.ui.words import language, shown, tr

if TYPE_CHECKING:
    from gendesk.runs.folder import Run, Summary

Row = tuple["Run", "Summary", NDArray[np.uint8] | None]
Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 64
NAME, DATA, STEPS, LOSS, STATUS, STARTED = range(6)
_GANS = 1e12  # they are sorted by their distance, after all that have a loss
RUN = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1


class RunList(QAbstractTableModel):
    """One row a run, ticked or not; its name can be edited."""

    ticked = Signal()
    renamed = Signal(object, str)  # Run, the name wanted

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._icons: dict[Path, QIcon] = {}
        self._ticked: set[Path] = set()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these runs; what was ticked stays ticked."""
        same = [r[0].folder for r in rows] == [r[0].folder for r in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = list(rows)
        self._ticked &= {run.folder for run, _, _ in rows}
        self._icons = {r.folder: as_icon(t) for r, _, t in rows if t is not None}
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, STARTED))
        else:
            self.endResetModel()
        self.ticked.emit()

    def ticked_runs(self) -> list[Run]:
        """The runs that are ticked, in the order of the list."""
        return [run for run, _, _ in self._rows if run.folder in self._ticked]

    def row_of(self, folder: Path) -> int:
        """Where the run in `folder` stands, -1 where it does not."""
        return next((i for i, row in enumerate(self._rows) if row[0].folder == folder), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return STARTED + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                tr("Run"), tr("Pictures"), tr("Steps"), tr("Loss"), tr("Status"), tr("Started"),
            )[section]  # fmt: skip
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run, summary, _ = self._rows[index.row()]
        match role, index.column():
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole, column:
                return _text(summary, column)
            case (Qt.ItemDataRole.EditRole, _):
                return summary.name
            case (Qt.ItemDataRole.DecorationRole, 0):
                return self._icons.get(run.folder)
            case (Qt.ItemDataRole.CheckStateRole, 0):
                on = run.folder in self._ticked
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            case (Qt.ItemDataRole.ForegroundRole, _):
                tone = statuses.tone(summary.status) if index.column() == STATUS else "text"
                return QColor(getattr(theme.current(), tone))
            case (Qt.ItemDataRole.SizeHintRole, _):
                return QSize(0, ROW_HEIGHT)
            case (Qt.ItemDataRole.FontRole, 0):
                return theme.font(14, 600)
        if role == RUN:
            return run
        return _sorting(summary, index.column()) if role == SORT else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        run, summary, _ = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            if Qt.CheckState(value) == Qt.CheckState.Checked:
                self._ticked.add(run.folder)
            else:
                self._ticked.discard(run.folder)
            self.dataChanged.emit(index, index)
            self.ticked.emit()
            return True
        if role == Qt.ItemDataRole.EditRole and value and value != summary.name:
            self.renamed.emit(run, str(value))
            return True
        return False


class Filtered(QSortFilterProxyModel):
    """The runs in whose row every word of the filter occurs, in any order one likes."""

    def __init__(self, runs: RunList) -> None:
        super().__init__()
        self._words: list[str] = []
        self.setSourceModel(runs)
        self.setSortRole(SORT)

    def set_filter(self, text: str) -> None:
        """Words in any order, upper or lower case."""
        self._words = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        text = " ".join(
            str(model.index(row, column, parent).data()) for column in range(STARTED + 1)
        ).casefold()
        return all(word in text for word in self._words)


def _text(summary: Summary, column: int) -> str:
    if column == NAME:
        return summary.name
    if column == DATA:
        return summary.data
    if column == STEPS:
        return tr(
            "{step} of {total}",
            step=amounts.count(summary.step),
            total=amounts.count(summary.steps),
        )
    if column == LOSS:
        if summary.loss is None and summary.frechet is not None:
            return tr("Fréchet {distance}", distance=amounts.figure(summary.frechet))
        return "" if summary.loss is None else amounts.figure(summary.loss)
    if column == STATUS:
        return shown(statuses.sentence(summary.status))
    when = QDateTime.fromSecsSinceEpoch(int(summary.started))
    return QLocale(language()).toString(when, QLocale.FormatType.ShortFormat)


def _sorting(summary: Summary, column: int) -> Any:
    """What a column is sorted by."""
    loss = float("inf") if summary.loss is None else summary.loss
    if summary.loss is None and summary.frechet is not None:
        loss = _GANS + summary.frechet
    return (summary.name.casefold(), summary.data, summary.step, loss, summary.status,
            summary.started)[column]  # fmt: skip
