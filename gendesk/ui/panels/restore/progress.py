"""How far the restoring of all pictures is, and what became of those that failed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gendesk.core.sentence import Sentence
from gendesk.ui.panels.batch import BatchCard, Phrases
from gendesk.ui.words import say

_PHRASES = Phrases(
    all="Restoring pictures",
    one=lambda values: Sentence("Restoring {number} of {total} pictures", values),
    result=lambda values: Sentence(
        "{done} restored, {failed} failed, {skipped} there before", values
    ),
    stopped="Stopped. Restoring again goes on where it stopped.",
    bar="Progress of restoring",
    failures="Pictures that could not be restored",
)


class ProgressCard(BatchCard):
    """Restores what is on the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name="restore", phrases=_PHRASES, parent=parent)

    def offer(self, total: int) -> None:
        """How many pictures could be restored."""
        say(self.start_button, "setText", "Restore all %n…", total)
        self.start_button.setEnabled(total > 0)
