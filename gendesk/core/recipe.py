"""A recipe: one experiment as frozen, JSON-able data, whose fields are knobs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

from gendesk.core.sentence import Trouble
from gendesk.core.settings import Settings, knob

if TYPE_CHECKING:
    from gendesk.core.family import Learner


@dataclass(frozen=True, slots=True)
class Material:
    """What is known of the pictures before a training, for settings that suit them."""

    source: str  # as the user named it
    pictures: int  # readable ones
    side: int  # the median of their shorter sides in pixels
    photographs: bool  # most of them have colours
    labels: int  # how many kinds there are; 0 without labels


@dataclass(frozen=True, kw_only=True)
class Recipe(Settings):
    """One experiment: which family, on which pictures, with which settings.

    A family's recipe is a frozen dataclass that inherits from this one, names its `family` and
    adds its own knobs. It is all that a run needs to be repeated.
    """

    framing: ClassVar[str] = "square"  # what of a picture is learnt: see `data.open_dataset`
    known: ClassVar[dict[str, type[Recipe]]] = {}

    data: str = knob("digits", "Pictures", "Where the pictures come from.", basic=True)
    size: int = knob(
        32, "Picture size", "Side of the square pictures in pixels, a multiple of 4.",
        low=16, high=256, basic=True,
    )  # fmt: skip
    colour: str = knob(
        "auto", "Colour", "Grey or colour; auto looks at the pictures.",
        choices=("auto", "grey", "rgb"),
    )  # fmt: skip
    flip: bool = knob(False, "Mirror", "Also show each picture mirrored, left to right.")
    crop: int = knob(
        0, "Random crop", "Shift each picture by up to this many pixels.", low=0, high=32
    )
    exclude: str = knob(
        "",
        "Left out",
        "A text file of pictures not to learn from, a name a line; empty learns all.",
    )
    start: str = knob(
        "", "Begin with", "A model whose weights are taken over where they fit; empty begins anew."
    )
    steps: int = knob(
        3000, "Steps", "How many batches to learn from.", low=1, high=10_000_000, log=True,
        basic=True,
    )  # fmt: skip
    batch_size: int = knob(
        128, "Batch size", "Pictures in a step; fewer need less memory.", low=1, high=4096, log=True
    )
    lr: float = knob(
        1e-3, "Learning rate", "How far each step goes; lower it when the curves jump.",
        low=1e-7, high=1.0, live=True, log=True, basic=True,
    )  # fmt: skip
    schedule: str = knob(
        "cosine", "Schedule", "How the learning rate changes until the last step.",
        choices=("constant", "cosine", "one-cycle"),
    )  # fmt: skip
    clip: float = knob(
        0.0, "Clip gradients", "Largest gradient norm allowed; 0 leaves gradients alone.",
        low=0.0, high=1000.0, live=True,
    )  # fmt: skip
    ema: float = knob(
        0.995, "Averaging (EMA)", "How slowly the averaged weights follow; 0 turns it off.",
        low=0.0, high=0.99999, live=True,
    )  # fmt: skip
    precision: str = knob(
        "auto", "Precision", "Number format of the arithmetic; auto takes the fastest safe one.",
        choices=("auto", "32", "bf16", "fp16"),
    )  # fmt: skip
    seed: int = knob(0, "Seed", "The same seed gives the same run again.", low=0, high=2**31 - 1)
    checkpoint_every: int = knob(
        500, "Checkpoint every", "Steps between two checkpoints.", low=1, high=1_000_000
    )
    preview_every: int = knob(
        100, "Preview every", "Steps between two pictures of the progress.",
        low=1, high=1_000_000, live=True,
    )  # fmt: skip
    keep: int = knob(
        5,
        "Keep checkpoints",
        "How many of the newest checkpoints stay on disk.",
        low=1,
        high=10_000,
    )

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.family:
            Recipe.known[cls.family] = cls

    @classmethod
    def suited(cls, material: Material) -> Self:
        """A good first try for these pictures: size, mirroring, batch and length.

        Small pictures are learnt as they are, others at 32 or 64 pixels, for about 30 epochs.
        """
        side = material.side
        batch = 128 if material.pictures >= 512 else max(1, min(128, material.pictures // 4))
        return cls(
            data=material.source,
            size=-(-side // 4) * 4 if 16 <= side <= 32 else 64 if side >= 64 else 32,
            flip=material.photographs and not material.labels,
            batch_size=batch,
            steps=min(20_000, max(1500, round(30 * material.pictures // batch, -2))),
        )

    def build(self, channels: int) -> Learner:
        """The networks and training rule that this recipe describes, freshly initialised.

        Args:
            channels: 1 for grey pictures, 3 for colour.
        """
        raise NotImplementedError

    def check(self) -> None:
        if self.size % 4:
            raise Trouble("size must be a multiple of 4, but was given {size}.", size=self.size)

    def placeless(self) -> Self:
        """As it is given away: files and folders by their names, not where they lie here."""
        return replace(self, start=Path(self.start).name, exclude=Path(self.exclude).name)

    def check_kinds(self, kinds: int) -> None:
        """Raise `Trouble` where pictures of so many kinds (0 without labels) cannot be learnt."""

    @staticmethod
    def from_dict(data: Mapping[str, Any]) -> Recipe:
        """The recipe that `as_dict` described; knobs it does not name keep their defaults.

        Raises:
            Trouble: the family is not known, or a knob's name or value is wrong.
        """
        settings = dict(data)
        family = settings.pop("family", None)
        if not isinstance(family, str) or family not in Recipe.known:
            raise Trouble(
                "There is no family {family}; there are {known}.",
                family=repr(family),
                known=", ".join(Recipe.known),
            )
        return Recipe.known[family]().changed(**settings)

    @staticmethod
    def read(path: Path) -> Recipe:
        """The recipe in a JSON file.

        Raises:
            Trouble: the file cannot be read, or holds no recipe.
        """
        try:
            data = json.loads(path.read_text("utf-8"))
        except OSError as error:
            raise Trouble("{path} cannot be read: {why}.", path=path, why=error.strerror) from None
        except ValueError:
            raise Trouble("{path} is not a recipe: it holds no JSON.", path=path) from None
        if not isinstance(data, dict):
            raise Trouble("{path} is not a recipe: it holds no JSON object.", path=path)
        return Recipe.from_dict(data)
