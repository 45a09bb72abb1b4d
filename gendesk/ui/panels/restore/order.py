"""Asks where restored pictures go: folder, format, quality, names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gendesk import paths
from gendesk.ui import dialogs, icons, theme
from gendesk.ui.panels.restore.choices import FORMATS, Choices
from gendesk.ui.widgets.dial import number
from gendesk.ui.widgets.knobs import CalmCombo
from gendesk.ui.words import say, tr

SUFFIXES = {"png": ".png", "jpeg": ".jpg", "webp": ".webp", "tiff": ".tif"}


class Order(QDialog):
    """What has to be known before pictures are written; nothing is written over."""

    agreed = Signal(object)  # Choices

    def __init__(
        self, choices: Choices, source: Path, first: Path, total: int, parent: QWidget
    ) -> None:
        """Ask.

        Args:
            choices: as they were.
            source: the file or folder that was dropped first.
            first: the first picture of all.
            total: how many pictures there are.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("restore_all_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        say(self, "setWindowTitle", "Restore all")
        self._choices = choices
        self._quality_chosen = choices.quality
        self._first, self._alone = first, total == 1
        self._build(total)
        self._folder.setText(choices.out or str(proposed(source)))
        self._format.setCurrentIndex(FORMATS.index(choices.format))
        self._quality.set_value(choices.quality)
        self._pattern.setText(choices.pattern)
        self._refresh()

    def choices(self) -> Choices:
        """The choices as they stand in the dialog."""
        return replace(
            self._choices,
            out=self._folder.text().strip(),
            format=self._format.currentData(),
            quality=self._quality_chosen,
            pattern=self._pattern.text().strip(),
        )

    def accept(self) -> None:
        self.agreed.emit(self.choices())
        super().accept()

    def _refresh(self) -> None:
        """Say what the first picture will be called, or what does not fit."""
        wrong = self._trouble()
        name = self._pattern.text().replace("{name}", self._first.stem)
        suffix = SUFFIXES.get(self._format.currentData(), self._first.suffix)
        if wrong:
            self._example.setText(wrong)
        else:
            example = Path(self._folder.text()) / f"{name}{suffix}"
            say(
                self._example, "setText",
                "It becomes {path}" if self._alone else "The first one becomes {path}",
                path=str(example),
            )  # fmt: skip
        self._example.setProperty("tone", "danger" if wrong else "muted")
        self._example.style().unpolish(self._example)
        self._example.style().polish(self._example)
        self._agree.setEnabled(not wrong)
        self._quality.setEnabled(self._format.currentData() in ("", "jpeg", "webp"))

    def _trouble(self) -> str:
        pattern, folder = self._pattern.text(), self._folder.text().strip()
        if not folder:
            return tr("Choose a folder to write to.")
        if "{name}" not in pattern:
            return tr("The names need {name} in them, or all pictures would have the same.",
                      name="{name}")  # fmt: skip
        if any(sign in pattern for sign in '/\\:*?"<>|'):
            return tr("A file's name cannot hold any of {signs}", signs='/ \\ : * ? " < > |')
        if Path(folder).exists() and not Path(folder).is_dir():
            return tr("{path} is a file; choose a folder.", path=folder)
        return ""

    def _on_quality(self, value: Any) -> None:
        if isinstance(value, int):  # otherwise it is not a number yet
            self._quality_chosen = value

    def _ask(self) -> None:
        title = tr("Choose a folder to write to")
        dialog = dialogs.chooser(self, "restore_out_dialog", title, dialogs.Mode.Directory)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _build(self, total: int) -> None:
        title = QLabel()
        title.setFont(theme.font(18, 600))
        say(title, "setText", "Restore %n pictures", total)
        self._folder = QLineEdit()
        self._folder.setObjectName("restore_out")
        say(self._folder, "setAccessibleName", "Folder to write to")
        choose = QPushButton()
        choose.setObjectName("restore_out_choose")
        choose.setIcon(icons.icon("folder"))
        say(choose, "setText", "Choose…")
        choose.clicked.connect(self._ask)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._folder, 1)
        where.addWidget(choose)
        self._format = CalmCombo()
        self._format.setObjectName("restore_format")
        say(self._format, "setAccessibleName", "Format")
        for format in FORMATS:
            self._format.addItem(format.upper() or tr("As each picture is"), format)
        self._quality = number("restore_quality", "Quality of JPEG and WebP", 1, 100)
        self._quality.edited.connect(self._on_quality)
        self._pattern = QLineEdit()
        self._pattern.setObjectName("restore_pattern")
        say(self._pattern, "setAccessibleName", "Names")
        self._example = QLabel()
        self._example.setObjectName("restore_example")
        self._example.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(tr("Into the folder"), where)
        form.addRow(tr("Format"), self._format)
        quality = QHBoxLayout()
        quality.addWidget(self._quality)
        quality.addStretch(1)
        form.addRow(tr("Quality of JPEG and WebP"), quality)
        form.addRow(tr("Names"), self._pattern)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(self._example)
        column.addWidget(self._buttons())
        self._folder.textChanged.connect(self._refresh)
        self._pattern.textChanged.connect(self._refresh)
        self._format.currentIndexChanged.connect(lambda: self._refresh())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self._agree = box.addButton(tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._agree.setObjectName("restore_all_dialog_agree")
        self._agree.setProperty("role", "primary")
        cancel = box.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("restore_all_dialog_cancel")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def proposed(source: Path) -> Path:
    """A folder beside what was dropped, or among the person's pictures where it is a sample."""
    if source.is_relative_to(paths.caches()):
        kind = QStandardPaths.StandardLocation.PicturesLocation
        return Path(QStandardPaths.writableLocation(kind)) / "restored"
    return source.with_name(f"{source.name} restored" if source.is_dir() else "restored")
