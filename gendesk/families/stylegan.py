"""StyleGAN2 (Karras 2020): pictures by way of styles, coarse ones first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gendesk.core.adversarial import EqualisedRecipe
from gendesk.core.family import Turn
from gendesk.core.later import later
from gendesk.core.settings import knob
from gendesk.nn.adversarial import Adversarial

if TYPE_CHECKING:
    import torch
    from torch import Tensor

    from gendesk.nn import discriminator, stylegan
else:
    torch = later("torch")
    discriminator = later("gendesk.nn.discriminator")
    stylegan = later("gendesk.nn.stylegan")

_LENGTH_FOLLOWS = 0.01  # how fast the length that paths should have follows theirs


@dataclass(frozen=True, kw_only=True)
class StyleGanRecipe(EqualisedRecipe):
    """What StyleGAN2 needs to be told."""

    family = "stylegan"
    title = "StyleGAN2"

    latent: int = knob(
        256, "Latent size", "Numbers in a style, and random numbers that it is made of.",
        low=2, high=512, log=True, basic=True,
    )  # fmt: skip
    depth: int = knob(
        8, "Mapping layers", "Layers between random numbers and a style; few pictures need fewer.",
        low=1, high=16,
    )  # fmt: skip
    mixing: float = knob(
        0.9, "Style mixing", "How often a picture has coarse and fine styles of different origin.",
        low=0.0, high=1.0, live=True,
    )  # fmt: skip
    path: float = knob(
        2.0, "Path length", "Weight of the wish that equal steps change pictures equally; 0 is none.",
        low=0.0, high=100.0, live=True,
    )  # fmt: skip
    path_every: int = knob(
        8, "Path length every", "Steps from one such look to the next, which weighs as much as all.",
        low=1, high=1000, live=True,
    )  # fmt: skip

    def build(self, channels: int) -> StyleGan:
        return StyleGan(self, channels)


class StyleGan(Adversarial):
    """The game as StyleGAN2 plays it: with noise, mixed styles, and paths of even length.

    Between latent vectors z and pictures there are styles w: one for a picture (W), or one for each
    layer (W+), which can be mixed, truncated and moved along directions.
    """

    def __init__(self, recipe: StyleGanRecipe, channels: int) -> None:
        generator = stylegan.StyleGenerator(
            recipe.size, channels, recipe.latent, recipe.width, recipe.classes, recipe.depth
        )
        judge = discriminator.equalised(recipe, channels, stylegan.ResidualFeatures)
        super().__init__(recipe, generator, judge)

    @property
    def net(self) -> stylegan.StyleGenerator:
        """The generator, or what stands in its place while it is trained."""
        return self.parts["generator"]  # type: ignore[return-value]

    @property
    def layers(self) -> int:
        """How many styles a picture has in W+, from coarse to fine."""
        return self.net.synthesis.depth

    def decode(self, z: Tensor, kinds: Tensor | None = None, truncation: float = 1.0) -> Tensor:
        """(B, latent), and the kinds wanted (B,) int64 → (B, C, H, W) in [0, 1].

        Args:
            z: standard normal.
            kinds: one after the other where none are given to one that knows any.
            truncation: 1 for all that it makes; less for likelier pictures that differ less.
        """
        return self.painted(self.styles(z, kinds, truncation))

    def styles(self, z: Tensor, kinds: Tensor | None = None, truncation: float = 1.0) -> Tensor:
        """(B, latent) → their styles in W, (B, latent); see `decode`."""
        mapping = self.net.mapping
        w: Tensor = mapping(z, self.told(self.in_turn(z, kinds)))
        return mapping.truncated(w, truncation)

    def truncated(self, w: Tensor, truncation: float | Tensor) -> Tensor:
        return self.net.mapping.truncated(w, truncation)

    def painted(self, w: Tensor) -> Tensor:
        """Styles in W (B, latent), or in W+ (B, layers, latent) → (B, C, H, W) in [0, 1]."""
        ws = w.unsqueeze(1).expand(-1, self.layers, -1) if w.ndim == 2 else w
        pictures: Tensor = self.net.synthesis(ws)
        return pictures.clamp(0, 1)

    def made(self, z: Tensor, told: Tensor | None) -> Sequence[Tensor]:
        return [self.net(z, told)[0]]

    def fakes(self, count: int, told: Tensor | None, turn: Turn) -> Sequence[Tensor]:
        return [self._drawn(count, told, turn)[0]]

    def burdens(
        self, count: int, told: Tensor | None, turn: Turn
    ) -> Mapping[str, tuple[float, Tensor]]:
        """Path-length regularisation (Karras 2020, eq. 4), of half a batch as the authors do."""
        recipe: StyleGanRecipe = turn.recipe  # type: ignore[assignment]
        if not recipe.path or turn.step // recipe.d_steps % recipe.path_every:
            return {}
        count = max(1, count // 2)
        images, ws = self._drawn(count, told if told is None else told[:count], turn)
        lengths = stylegan.path_lengths(images, ws, turn.dice.normal(*images.shape))
        mean, wanted = turn.mean(lengths.mean()), self.net.length
        if mean.isfinite():  # else this step is refused
            wanted.lerp_(mean, _LENGTH_FOLLOWS)
        deviation = (lengths - wanted).square().mean()
        return {"path": (recipe.path * recipe.path_every, deviation)}

    def _drawn(self, count: int, told: Tensor | None, turn: Turn) -> tuple[Tensor, Tensor]:
        """Fakes with noise, and their styles; those from some layer on are often another's."""
        recipe: StyleGanRecipe = turn.recipe  # type: ignore[assignment]
        z, other = turn.dice.normal(count, 2 * self.latent).chunk(2, 1)
        chance, place = turn.dice.uniform(count, 2).chunk(2, 1)
        first = 1 + (place * (self.layers - 1)).floor()
        above = torch.arange(self.layers, device=z.device) >= first
        noise = turn.dice.normal(count, self.net.synthesis.places)
        images, ws = self.net(z, told, noise, other, above & (chance < recipe.mixing))
        return images, ws
