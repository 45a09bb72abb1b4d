"""How a GAN does, in a line: healthy, or what is wrong, what says so, and what would help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton

from gendesk.core.adversarial import AdversarialRecipe
from gendesk.core.events import Diagnosed, Finding, Remedy
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Sentence
from gendesk.ui import amounts, icons, theme
from gendesk.ui.dialogs import message
from gendesk.ui.panels.charts import metric
from gendesk.ui.widgets.cards import Card, Emblem, Line, quiet_button
from gendesk.ui.widgets.knobs import written
from gendesk.ui.words import Source, say, show, shown, tr, translated


@dataclass(frozen=True, slots=True)
class Name:
    """What a finding is called."""

    text: Source


NAMES = {
    "divergence": Name("Diverged"),
    "generator": Name("The generator wins"),
    "discriminator": Name("The discriminator wins"),
    "stalled": Name("Stalled"),
    "collapse": Name("Mode collapse"),
    "memorising": Name("Learning by heart"),
    "oscillation": Name("Going round in circles"),
}


class Health(Card):
    """Seen for trainings with a discriminator alone; `tell` takes what the doctor says.

    A remedy asks for live knobs to be turned, or for a branch from the last healthy checkpoint; where
    nothing trains here there are branches alone.
    """

    treated = Signal(str, dict)  # finding, settings of live knobs
    rewound = Signal(str, int, dict)  # finding, step of a checkpoint or 0, settings

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._recipe: Recipe | None = None
        self._training = False
        self._guided = False  # a lesson offers the remedies
        self._finding: Finding | None = None
        self._tried: list[Remedy] = []  # against this finding, since it was told
        self._turned: Mapping[str, Any] = {}  # by the last of them
        self._emblem = Emblem("eye", 20)
        self._title, self._text = QLabel(), Line(13, tone="muted")
        self._title.setFont(theme.font(14, 600))
        self._evidence = Line(13, tone="muted")
        self._title.setObjectName(f"{name}_title")
        self._text.setObjectName(f"{name}_text")
        self._evidence.setObjectName(f"{name}_evidence")
        self._cure = QPushButton()
        self._cure.setObjectName(f"{name}_remedy")
        self._cure.clicked.connect(lambda: self._apply(self._offered()[0]))
        self._more = QPushButton()
        self._more.setObjectName(f"{name}_more")
        say(self._more, "setText", "More remedies")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._more.setMenu(self._menu)
        self._about = quiet_button("help", f"{name}_about", "What a healthy GAN looks like")
        self._about.clicked.connect(self.explain)
        self._build()
        self.clear()

    def clear(self) -> None:
        """There is nothing to watch."""
        self._recipe, self._finding, self._guided = None, None, False
        self._turned = {}
        self.hide()

    def begin(self, recipe: Recipe, *, training: bool) -> None:
        """Watch a training; `training` is true where it can be steered."""
        self._recipe, self._training = recipe, training
        self._finding, self._tried, self._turned = None, [], {}
        self.setVisible(isinstance(recipe, AdversarialRecipe))
        self._emblem.set_icon("eye", "muted")
        self._say(Sentence("Health"), Sentence("Nothing is known yet."))
        self._offer()

    def rest(self) -> None:
        """It has ended: live knobs turn nothing any more."""
        self._training = False
        self._offer()

    def guide(self, guided: bool) -> None:
        """Whether somebody else says what to do: the same buttons are not offered twice."""
        self._guided = guided
        self._offer()

    def tell(self, said: Diagnosed) -> None:
        """Show what the doctor says."""
        self._finding, self._tried, self._turned = said.finding, [], {}
        if said.finding is None:
            self._emblem.set_icon("check", "good")
            self._say(
                Sentence("Healthy"),
                Sentence("Neither the curves nor the pictures show anything wrong."),
            )
        else:
            self._emblem.set_icon("warning", "warning")
            name = NAMES.get(said.finding.name)
            self._say(said.finding.name if name is None else name.text, said.finding.sentence)
        self._give_reasons()
        self._offer()

    def treat(self, settings: Mapping[str, Any]) -> None:
        """Ask for live knobs to be turned against what was found, and say so."""
        self.treated.emit(self._finding.name if self._finding else "", dict(settings))
        self._turned = settings
        self._give_reasons()

    def explain(self) -> None:
        """What the curves of a GAN mean."""
        message(
            self,
            f"{self.objectName()}_help",
            tr("What a healthy GAN looks like"),
            tr(
                "The losses do not fall. Each network gets better at the other's cost, so both losses "
                "swing about a level while the pictures improve. A loss of the discriminator that "
                "stays near nothing is a warning, not a success.\n\n"
                "Real pictures score above fakes, and the two come closer with time. Where they lie at "
                "both ends, the discriminator is certain and the generator learns little from it.\n\n"
                "What should change are the distances: Fréchet falls, coverage and recall rise, and "
                "diversity comes near 1. Together with the pictures themselves, they say how good it is."
            ),
        ).open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._give_reasons()
            self._offer()

    def _give_reasons(self) -> None:
        """What says that something is wrong, or what was done about it."""
        if self._turned:
            done = self._written(self._turned)
            self._evidence.set_text(
                tr("{settings} from now on; it takes a while to show.", settings=done)
            )
        elif self._finding is not None:
            self._evidence.set_text(_evidence(self._finding))

    def _say(self, title: Sentence | str, text: Sentence) -> None:
        show(self._title, "setText", title)
        show(self._text, "set_text", text)
        self.setAccessibleName(f"{self._title.text()}. {self._text.text()}")

    def _offered(self) -> list[Remedy]:
        """The remedies that can be had now and were not tried."""
        given = self._finding.remedies if self._finding and not self._guided else ()
        possible = [each for each in given if self._training or each.rewind is not None]
        return [each for each in possible if each not in self._tried]

    def _offer(self) -> None:
        """The first on a button; once one was tried, none of the others is urged."""
        found = self._offered()
        self._evidence.setVisible(self._finding is not None)
        self._cure.setVisible(bool(found) and not self._tried)
        self._more.setVisible(len(found) > (not self._tried))
        if found:
            show(self._cure, "setText", self._label(found[0]))

    def _fill(self) -> None:
        self._menu.clear()
        for remedy in self._offered()[not self._tried :]:
            text = shown(self._label(remedy))
            icon = icons.icon("branch" if remedy.rewind is not None else "settings")
            self._menu.addAction(icon, text, lambda given=remedy: self._apply(given))

    def _label(self, remedy: Remedy) -> Sentence:
        settings = self._written(remedy.settings)
        if remedy.rewind is None:
            return Sentence("Set {settings}", {"settings": settings})
        if not remedy.rewind:
            return Sentence("Begin anew with {settings}", {"settings": settings})
        step = amounts.count(remedy.rewind)
        return Sentence(
            "Branch from step {step} with {settings}", {"step": step, "settings": settings}
        )

    def _written(self, settings: Mapping[str, Any]) -> str:
        assert self._recipe is not None
        knobs = self._recipe.knobs()
        return ", ".join(
            f"{translated(knobs[name].label)} {written(value)}" for name, value in settings.items()
        )

    def _apply(self, remedy: Remedy) -> None:
        assert self._finding is not None
        if remedy.rewind is not None:
            self.rewound.emit(self._finding.name, remedy.rewind, dict(remedy.settings))
            return
        self._tried.append(remedy)
        self.treat(remedy.settings)
        self._offer()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._emblem)
        row.addWidget(self._title)
        row.addWidget(self._text, 1)
        row.addWidget(self._cure)
        row.addWidget(self._more)
        row.addWidget(self._about)
        self.body.addLayout(row)
        self.body.addWidget(self._evidence)
        self.body.setSpacing(2)
        inside = self.layout()
        assert inside is not None
        inside.setContentsMargins(16, 8, 8, 8)
        inside.setSpacing(0)


def _evidence(finding: Finding) -> str:
    """ "Diversity 0.08 · Recall 0 · since step 400"."""
    figures = [
        f"{translated(metric(name).label)} {amounts.figure(value)}"
        for name, value in finding.evidence.items()
    ]
    return " · ".join([*figures, tr("since step {step}", step=amounts.count(finding.since))])
