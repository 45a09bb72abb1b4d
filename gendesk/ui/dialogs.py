"""Dialogs for files, folders, places to write to, and questions; none of them stops the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

Mode = QFileDialog.FileMode
Location = QStandardPaths.StandardLocation


def chooser(parent: QWidget | None, name: str, title: str, mode: Mode) -> QFileDialog:
    """For files or a folder that are there; to be connected, and opened."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode is Mode.Directory)
    return dialog


def saver(
    parent: QWidget | None, name: str, title: str, proposed: str, where: Location
) -> QFileDialog:
    """For a file that will be written; to be connected, and opened.

    Args:
        parent: of the dialog.
        name: of the dialog as an object.
        title: of the dialog.
        proposed: name of the file; its suffix is what names without one get.
        where: the folder that is shown first.
    """
    dialog = chooser(parent, name, title, Mode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDirectory(QStandardPaths.writableLocation(where))
    dialog.setDefaultSuffix(proposed.rpartition(".")[2])
    dialog.selectFile(proposed)
    return dialog


def message(parent: QWidget, name: str, text: str, more: str = "") -> QMessageBox:
    """Some words to read; to be opened."""
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("gendesk")
    box.setText(text)
    box.setInformativeText(more)
    return box


def ask(
    parent: QWidget,
    name: str,
    text: str,
    more: str,
    agree: str,
    keep: str,
    does: Callable[[], None],
) -> None:
    """Ask before something is done that would be missed; nothing is done unless a person agrees.

    Args:
        parent: of the dialog.
        name: before the names of its parts: "bin_dialog", "bin_agree", "bin_keep".
        text: the question.
        more: what would come of it.
        agree: the word for doing it.
        keep: the word for leaving all as it is, which is also what Enter and Escape mean.
        does: what is done.
    """
    box = message(parent, f"{name}_dialog", text, more)
    yes = box.addButton(agree, QMessageBox.ButtonRole.AcceptRole)
    yes.setObjectName(f"{name}_agree")
    no = box.addButton(keep, QMessageBox.ButtonRole.RejectRole)
    no.setObjectName(f"{name}_keep")
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    yes.clicked.connect(lambda: does())
    box.open()
