"""What can be done with a run that nobody trains now: going on, branching, publishing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from gendesk.core.events import Event, Failed, Saved
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job
from gendesk.ui import work
from gendesk.ui.panels.again import Branch, Continue
from gendesk.ui.panels.trying import Trying
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.words import tr

if TYPE_CHECKING:
    from gendesk.runs.folder import Run


class Afterwards(QObject):
    """Asks what a person needs to be asked, over the page that it belongs to."""

    continued = Signal(object, int, int)  # Run, from the checkpoint at this step, up to this step
    branched = Signal(object, int, dict)  # Run, from the checkpoint at this step, settings

    def __init__(self, pool: Pool, notice: Notice, page: QWidget) -> None:
        super().__init__(page)
        self._pool, self._notice, self._page = pool, notice, page
        self._run: Run | None = None

    def set_run(self, run: Run) -> None:
        """Which run it is about."""
        self._run = run

    def go_on(self) -> None:
        """Ask from which checkpoint and how far."""
        steps = self._checkpoints()
        if steps and self._run is not None:
            run = self._run
            dialog = Continue(steps, run.recipe, self._page)
            dialog.agreed.connect(lambda at, until: self.continued.emit(run, at, until))
            dialog.open()

    def branch(self) -> None:
        """Ask from which checkpoint and with which knobs."""
        steps = self._checkpoints()
        if steps and self._run is not None:
            run = self._run
            dialog = Branch(steps, run.recipe, self._page)
            dialog.agreed.connect(lambda at, settings: self.branched.emit(run, at, settings))
            dialog.open()

    def try_elsewhere(self) -> None:
        """Ask for other pictures, and show how well it does on them."""
        if self._checkpoints() and self._run is not None:
            Trying(self._run, self._pool, self._page).open()

    def publish(self) -> None:
        """Ask for a name, and make a model of the newest checkpoint."""
        if not self._checkpoints() or self._run is None:
            return
        run = self._run
        dialog = QInputDialog(self._page)
        dialog.setObjectName("publish_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Publish as a model"))
        dialog.setLabelText(tr("A model can be used in every panel. Its name:"))
        dialog.setTextValue(run.name)
        title = tr("Publishing {name}", name=run.name)
        dialog.textValueSelected.connect(
            lambda name: self._pool.start(Job(title, work.publish(run, name)), self._on_published)
        )
        dialog.open()

    def _on_published(self, _: Job, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, Saved):
                sentence = Sentence("{name} is a model now.", {"name": event.path.name})
                self._notice.tell(sentence, "good")
            elif isinstance(event, Failed):
                self._notice.tell(event.sentence, "error")

    def _checkpoints(self) -> list[int]:
        steps = [step for step, _ in self._run.checkpoints()] if self._run else []
        if not steps:
            self._notice.tell(Sentence("This run has no checkpoint to go on from."), "warning")
        return steps
