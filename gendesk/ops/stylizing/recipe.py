"""The settings of a painting: what style transfer weighs, and how it goes about it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gendesk.core.sentence import Trouble
from gendesk.core.settings import Settings, knob

MOST_STYLE_LAYERS = 5
_PREFERRED_CONTENT = ("relu4_2", "relu4_1")
_FIRST_SCALE = 2  # times the steps at the coarsest of several scales: they are cheap there


@dataclass(frozen=True, slots=True)
class Scale:
    """One size at which a picture is painted."""

    size: int  # of the longer side, in pixels
    steps: int


@dataclass(frozen=True, kw_only=True)
class PaintingRecipe(Settings):
    """One painting: all that is needed to paint it again from the same pictures.

    The weights are of losses that are shares (`nn.style`): 1 is what an empty picture has, whatever
    the network, the layer and the size. Hence they lie close together, where Gatys (2016) has a
    ratio of 1,000 to 100,000 between style and content.
    """

    family = "painting"
    title = "Painting"

    features: str = knob(
        "texture", "Features",
        "What compares the pictures: a model's name, vgg19, vgg16, or a file of weights.",
        basic=True,
    )  # fmt: skip
    size: int = knob(
        512, "Size", "The longer side of the painting in pixels.",
        low=64, high=8192, log=True, basic=True,
    )  # fmt: skip
    steps: int = knob(
        100, "Steps", "How many steps are taken at each scale; twice as many at the coarsest.",
        low=1, high=100_000, log=True, basic=True,
    )  # fmt: skip
    style_weight: float = knob(
        1.0, "Style", "How much the styles count.",
        low=0.0, high=10.0, live=True, basic=True,
    )  # fmt: skip
    content_weight: float = knob(
        0.15, "Content", "How much the content counts: more keeps more of the photograph.",
        low=0.0, high=1.0, live=True, basic=True,
    )  # fmt: skip
    style_scale: float = knob(
        1.0, "Style scale",
        "The size of the style pictures beside the painting: more makes coarser strokes.",
        low=0.1, high=4.0, log=True, basic=True,
    )  # fmt: skip
    keep_colour: str = knob(
        "no", "Content's colours",
        "Keep the content's colours: paint the luminance alone, or recolour the styles first.",
        choices=("no", "luminance", "histogram"), basic=True,
    )  # fmt: skip
    init: str = knob(
        "content", "Begin with", "What stands on the canvas before the first step.",
        choices=("content", "noise", "grey"), basic=True,
    )  # fmt: skip
    coarse_to_fine: bool = knob(
        True, "Coarse to fine", "Paint small first, then each time larger by a factor of √2."
    )
    coarsest: int = knob(
        128, "Coarsest scale", "About the longer side of the smallest scale in pixels.",
        low=32, high=2048, log=True,
    )  # fmt: skip
    tv: float = knob(
        0.0, "Smoothness (L1)", "Weight of the total variation: more makes flat areas with edges.",
        low=0.0, high=10.0, live=True,
    )  # fmt: skip
    tv2: float = knob(
        2.0, "Smoothness (L2)", "Weight of the squared variation: more takes grain away.",
        low=0.0, high=100.0, live=True,
    )  # fmt: skip
    layer_1: float = knob(
        1.0, "Style layer 1", "Weight of the shallowest style layer: colours and grain.",
        low=0.0, high=4.0, live=True,
    )  # fmt: skip
    layer_2: float = knob(
        1.0, "Style layer 2", "Weight of the second style layer: lines and dots.",
        low=0.0, high=4.0, live=True,
    )  # fmt: skip
    layer_3: float = knob(
        1.0, "Style layer 3", "Weight of the third style layer: strokes.",
        low=0.0, high=4.0, live=True,
    )  # fmt: skip
    layer_4: float = knob(
        1.0, "Style layer 4", "Weight of the fourth style layer: patterns.",
        low=0.0, high=4.0, live=True,
    )  # fmt: skip
    layer_5: float = knob(
        1.0, "Style layer 5", "Weight of the deepest style layer: larger shapes.",
        low=0.0, high=4.0, live=True,
    )  # fmt: skip
    style_layers: str = knob(
        "", "Style layers",
        "Up to five layers that see the style, from shallow to deep; empty takes each block's first.",
    )  # fmt: skip
    content_layer: str = knob(
        "", "Content layer", "The layer that sees the content; empty takes relu4_2, or relu4_1."
    )
    statistics: str = knob(
        "gram", "Statistics", "What of a style is compared: products, mean and spread, or both.",
        choices=("gram", "mean-std", "wasserstein"), live=True,
    )  # fmt: skip
    pooling: str = knob(
        "max", "Pooling", "How a VGG network halves pictures; average paints more softly.",
        choices=("max", "average"),
    )  # fmt: skip
    optimizer: str = knob(
        "adam", "Optimizer", "Adam takes small even steps; L-BFGS finds its own.",
        choices=("adam", "lbfgs"),
    )  # fmt: skip
    lr: float = knob(
        0.02, "Learning rate", "How far Adam moves a pixel in a step, in shares of white.",
        low=1e-5, high=1.0, live=True, log=True,
    )  # fmt: skip
    ema: float = knob(
        0.99, "Averaging (EMA)", "How slowly the averaged painting follows Adam; 0 turns it off.",
        low=0.0, high=0.9999, live=True,
    )  # fmt: skip
    seed: int = knob(
        0, "Seed", "The same seed gives the same painting again.", low=0, high=2**31 - 1
    )
    preview_every: int = knob(
        10, "Preview every", "Steps between two pictures of the progress.",
        low=1, high=1_000_000, live=True,
    )  # fmt: skip
    checkpoint_every: int = knob(
        100, "Checkpoint every", "Steps between two checkpoints.", low=1, high=1_000_000
    )
    keep: int = knob(
        5, "Keep checkpoints", "How many of the newest checkpoints stay on disk.",
        low=1, high=10_000,
    )  # fmt: skip

    def check(self) -> None:
        if len(self._named_layers()) > MOST_STYLE_LAYERS:
            raise Trouble(
                "There are weights for {most} style layers, but style_layers names {count}; name fewer.",
                most=MOST_STYLE_LAYERS,
                count=len(self._named_layers()),
            )
        if self.style_weight == 0 and self.content_weight == 0:
            raise Trouble("Style and content both weigh nothing; give one of them a weight.")

    def scales(self) -> list[Scale]:
        """From coarse to fine, √2 apart; a single one where coarse to fine is off."""
        if not self.coarse_to_fine or self.size <= self.coarsest:
            return [Scale(self.size, self.steps)]
        count = max(1, round(2 * math.log2(self.size / self.coarsest)))
        sizes = [round(self.size / 2 ** (i / 2)) for i in range(count, 0, -1)]
        first, *others = sizes
        return [
            Scale(first, _FIRST_SCALE * self.steps),
            *(Scale(size, self.steps) for size in (*others, self.size)),
        ]

    @property
    def total_steps(self) -> int:
        """Over all scales."""
        return sum(scale.steps for scale in self.scales())

    def style_layer_names(self, layers: Sequence[str]) -> list[str]:
        """The layers that see the style, from shallow to deep.

        Where none are named: the first of each block of a VGG (Gatys 2016), or five spread over the
        others' layers.

        Args:
            layers: all that the features have, from shallow to deep.

        Raises:
            Trouble: a layer is named that is not there.
        """
        named = self._named_layers()
        if named:
            return [_known(name, layers) for name in sorted(named, key=_order(layers))]
        firsts = [name for name in layers if name.startswith("relu") and name.endswith("_1")]
        names = firsts or list(layers)
        if len(names) <= MOST_STYLE_LAYERS:
            return names
        last = len(names) - 1
        return [names[round(i * last / (MOST_STYLE_LAYERS - 1))] for i in range(MOST_STYLE_LAYERS)]

    def content_layer_name(self, layers: Sequence[str]) -> str:
        """The layer that sees the content; the one before the deepest of unknown networks.

        Raises:
            Trouble: a layer is named that is not there.
        """
        if self.content_layer:
            return _known(self.content_layer, layers)
        for name in _PREFERRED_CONTENT:
            if name in layers:
                return name
        return layers[max(0, len(layers) - 2)]

    def layer_shares(self, count: int) -> list[float]:
        """How much each of `count` style layers counts, from shallow to deep; they add up to 1."""
        weights = [self.layer_1, self.layer_2, self.layer_3, self.layer_4, self.layer_5][:count]
        total = sum(weights)
        return [weight / total if total else 0.0 for weight in weights]

    def _named_layers(self) -> list[str]:
        return list(dict.fromkeys(self.style_layers.replace(",", " ").split()))

    @staticmethod
    def from_dict(data: Mapping[str, Any]) -> PaintingRecipe:
        """The recipe that `as_dict` described; knobs it does not name keep their defaults.

        Raises:
            Trouble: it is no painting's, or a knob's name or value is wrong.
        """
        settings = dict(data)
        family = settings.pop("family", PaintingRecipe.family)
        if family != PaintingRecipe.family:
            raise Trouble(
                "These are the settings of {family}, not of a painting.", family=repr(family)
            )
        return PaintingRecipe().changed(**settings)


def _order(layers: Sequence[str]) -> Any:
    places = {name: i for i, name in enumerate(layers)}
    return lambda name: places.get(name, len(layers))


def _known(name: str, layers: Sequence[str]) -> str:
    if name not in layers:
        raise Trouble(
            "These features have no layer {name}; they have {known}.",
            name=name,
            known=", ".join(layers),
        )
    return name
