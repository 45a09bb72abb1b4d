"""What all discriminators do with what they see in pictures: judge it, together or one by one."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from gendesk.core.adversarial import EqualisedRecipe
from gendesk.nn.equalised import Dense

DenseLayer = Callable[[int, int, bool], nn.Module]  # inputs, outputs, with a bias
Features = Callable[[int, int, int, int], nn.Module]  # size, channels, width, group


class Discriminator(nn.Module):
    """Pictures, and perhaps of which kind they are said to be → how real they look, (B / pack,).

    What a picture has of its kind is a projection (Miyato & Koyama 2018): the features' product
    with a vector learnt for the kind. Pictures that are packed (Lin 2018) stand behind one another
    as channels, and have one verdict.

    Args:
        body: pictures in [-1, 1] → features (B, width) or (B, width, h, w); it has a `width`, and
            says how many `places` = h·w there are.
        classes: how many kinds there are; 0 where it is not told.
        dense: makes its layers.
        pack: how many pictures are judged together.
        group: of how many it is told how much they differ; 0 for none.
    """

    def __init__(
        self, body: nn.Module, classes: int, dense: DenseLayer, pack: int = 1, group: int = 0
    ) -> None:
        super().__init__()
        self.body = body
        self.pack = pack
        self.diversity = Diversity(group) if group else nn.Identity()
        width, places = int(body.width), int(body.places)  # type: ignore[arg-type]
        self.head = dense((width + bool(group)) * places, 1, True)
        self.kinds = dense(classes * pack, width, False) if classes else None

    def forward(self, images: Tensor | Sequence[Tensor], told: Tensor | None = None) -> Tensor:
        """(B, C, H, W) in [0, 1], or at several scales, and one-hot (B, classes) → (B / pack,).

        It is what comes before any sigmoid.
        """
        views = [images] if isinstance(images, Tensor) else images
        features: Tensor = self.body(*(self._packed(2 * each - 1) for each in views))
        if features.ndim == 4 and features.requires_grad:
            # Else the head's gradient would have to be laid out anew, slowly.
            features.register_hook(_as_packed)  # type: ignore[no-untyped-call]
        out: Tensor = self.head(self.diversity(features).flatten(1)).squeeze(1)
        if self.kinds is None or told is None:
            return out
        kind: Tensor = self.kinds(told.reshape(len(out), -1))
        return out + (kind * features.reshape(*kind.shape, -1).sum(2)).sum(1)

    def _packed(self, images: Tensor) -> Tensor:
        packed = images.reshape(-1, self.pack * images.shape[1], *images.shape[2:])
        return packed.contiguous(memory_format=torch.channels_last)


def equalised(recipe: EqualisedRecipe, channels: int, features: Features) -> Discriminator:
    """The discriminator of the descendants of progressive growing, whose features differ."""
    body = features(recipe.size, channels * recipe.pack, recipe.width, recipe.minibatch_std)
    return Discriminator(body, recipe.classes, Dense, recipe.pack)


def _as_packed(gradient: Tensor) -> Tensor:
    """The gradient as the pictures' channels lie."""
    return gradient.contiguous(memory_format=torch.channels_last)


class Diversity(nn.Module):
    """Features, and how much they differ among pictures as one channel more (Karras 2017, section 3).

    The deviation over `group` pictures, averaged over channels and places: one number, the same
    everywhere in the group. Where the batch is no multiple of `group`, groups are smaller.
    """

    def __init__(self, group: int) -> None:
        super().__init__()
        self.group = group

    def forward(self, features: Tensor) -> Tensor:
        """(B, C, ...) → (B, C + 1, ...)."""
        size = math.gcd(self.group, len(features))
        # As in StyleGAN2, the pictures of a group stand far from one another in the batch.
        groups = features.float().reshape(size, -1, *features.shape[1:])
        deviation = groups.var(0, correction=0).add(1e-8).sqrt().flatten(1).mean(1)
        told = deviation.to(features.dtype).repeat(size)
        shape = (len(features), 1, *features.shape[2:])
        return torch.cat([features, told.view(-1, *[1] * (features.ndim - 1)).expand(shape)], 1)


class Standing(nn.Module):
    """What a game has come to beside its weights: the step, and how strongly pictures are changed.

    These are buffers of the discriminator, hence saved and resumed with it. Older runs have none.
    """

    step: Tensor  # learnt so far, int64
    strength: Tensor  # of adaptive augmentation: how probable each change is
    sign: Tensor  # r_t: the mean sign of the scores of real pictures, over the last few steps

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("step", torch.zeros((), dtype=torch.int64))
        self.register_buffer("strength", torch.zeros(()))
        self.register_buffer("sign", torch.zeros(()))
        self.register_load_state_dict_pre_hook(_begin_anew)  # type: ignore[no-untyped-call]

    def meet(self, sign: Tensor) -> None:
        """Take the mean sign of one more batch into account.

        The paper's average over 4 steps is an exponential one here, which needs no phase.
        """
        self.sign.lerp_(sign, 0.25)

    def adapt(self, target: float, pace: float) -> None:
        """Change pictures more often where r_t is above `target`, else less (Karras 2020, ADA).

        Args:
            target: in [-1, 1].
            pace: how far the strength goes.
        """
        self.strength.add_(pace * torch.sign(self.sign - target)).clamp_(0, 1)


def _begin_anew(standing: nn.Module, state: dict[str, Tensor], prefix: str, *_: object) -> None:
    """For weights that were saved before there was a standing."""
    for name, value in standing.named_buffers():
        state.setdefault(prefix + name, value)
