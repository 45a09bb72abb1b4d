"""The knobs that all families with an encoder and a decoder have."""

from __future__ import annotations

from dataclasses import dataclass

from gendesk.core.recipe import Recipe
from gendesk.core.settings import knob


@dataclass(frozen=True, kw_only=True)
class CodingRecipe(Recipe):
    """Pictures through a few numbers: by which networks, and how many numbers."""

    net: str = knob(
        "conv", "Network", "Convolutions see shapes; fully connected layers are the classic.",
        choices=("conv", "mlp"), basic=True,
    )  # fmt: skip
    latent: int = knob(
        16, "Latent size", "Numbers that describe a picture; two make a map one can see.",
        low=2, high=512, log=True, basic=True,
    )  # fmt: skip
    width: int = knob(
        16, "Channels", "Channels of the first convolution; more see more and take longer.",
        low=4, high=256, log=True,
    )  # fmt: skip
    hidden: int = knob(
        400, "Hidden units", "Units in a hidden layer of a fully connected network.",
        low=16, high=4096, log=True,
    )  # fmt: skip
    depth: int = knob(1, "Depth", "Hidden layers of a fully connected network.", low=1, high=8)


@dataclass(frozen=True, kw_only=True)
class VariationalRecipe(CodingRecipe):
    """With a bound on the likelihood of pictures: which likelihood, and the weight of its KL term."""

    likelihood: str = knob(
        "bernoulli", "Reconstruction",
        "Bernoulli (cross-entropy) suits line art and digits; Gaussian (squared error) suits photographs.",
        choices=("bernoulli", "gaussian"),
    )  # fmt: skip
    beta: float = knob(
        1.0, "β", "Weight of the KL term: more makes the latent space tidier and pictures softer.",
        low=0.0, high=100.0, live=True, basic=True,
    )  # fmt: skip
