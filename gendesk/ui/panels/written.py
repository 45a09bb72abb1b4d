"""What is said of files that were written, and the way to where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from gendesk.core.events import Event, Failed, Saved
from gendesk.core.sentence import Sentence
from gendesk.ui.widgets.cards import Notice


def tell_written(notice: Notice, events: Sequence[Event]) -> None:
    """Say where each file lies that work has saved, or why it could not be."""
    for event in events:
        if isinstance(event, Saved):
            sentence = Sentence("Written to {path}.", {"path": event.path})
            notice.tell(sentence, "good", "Show the folder", partial(show_folder, event.path))
        elif isinstance(event, Failed):
            notice.tell(event.sentence, "error")


def show_folder(path: Path) -> None:
    """Open a folder, or the one that a file lies in, in the system's own window."""
    folder = path if path.is_dir() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
