"""How good a generator's pictures are while it learns, by the features of an encoder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from gendesk.core.events import Kind
from gendesk.core.family import Decodes, Features, Learner, Measures
from gendesk.core.images import rows, to_float
from gendesk.core.sentence import Trouble
from gendesk.data.dataset import Dataset, spread
from gendesk.data.feed import Feed
from gendesk.nn import distances
from gendesk.ops.models import open_model
from gendesk.training.devices import multiplies_bf16
from gendesk.training.dice import CountedDice
from gendesk.training.kinds import kinds, share_drawn

FEATURES = "texture"  # the model that ships for it
SAMPLES = 256  # drawn each time
PICTURES = 512  # of the data that they are compared with, at most
_ROWS = 64  # pictures at a time
_PAIRS, _COLUMNS = 24, 8  # samples that are shown beside their nearest pictures
_LAYERS = 2  # the deepest: the others see strokes


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of a generator's samples at one time; no figures where they are not finite."""

    figures: Mapping[str, float]
    kinds: tuple[Kind, ...] = ()  # drawn; empty where nobody can tell
    pairs: Tensor | None = None  # (R, columns, C, H, W): a row of samples, below it those nearest
    looks: Tensor | None = None  # (SAMPLES, D): what the samples look like


class Quality:
    """Compares samples of the same latent vectors, time after time, with pictures learnt from.

    A picture is the mean and the deviation of each feature of the two deepest layers. Figures are
    named by their features, as they are comparable with no others: "texture/frechet". There are
    those of `nn.distances`, and

    - "diversity": how far apart two samples are, as a share of two pictures' distance; near 0 when
      all are alike.
    - "novelty": how far a sample is from the nearest picture learnt from, as a share of how far
      the pictures are from one another; near 0 when samples are copies.
    - "motion": how far each sample went since the last time, as a share of two pictures' distance.

    "kinds" is the share of the data's kinds that are drawn, where kinds can be told (`training.kinds`);
    it hangs on no features.

    Args:
        encoder: compares pictures, on the CPU or already on `device`.
        name: of its features.
        dataset: the pictures.
        seed: of the latent vectors.
        device: where the samples are.
    """

    def __init__(
        self, encoder: Features, name: str, dataset: Dataset, seed: int, device: torch.device
    ) -> None:
        self._encoder, self._name, self._seed, self._device = encoder, name, seed, device
        chosen = spread(dataset.train, PICTURES)
        feed = Feed(dataset, chosen, batch_size=_ROWS, device=device)
        self._real = torch.cat([self._embedded(batch.images) for batch in feed.ordered()])
        self._pictures = torch.from_numpy(dataset.pictures)
        self._chosen = torch.from_numpy(chosen)
        self._kinds = kinds(dataset, device)
        self._spread = distances.spread(self._real).clamp_min(1e-12)
        own = distances.nearest(self._real, self._real, 2)[0][:, 1]
        self._near = own.median().clamp_min(1e-12)

    def measure(self, learner: Decodes, before: Tensor | None = None) -> Sight:
        """What `learner` draws; `before` are the `looks` of the last time."""
        dice = CountedDice(self._seed, "quality", self._device)
        z = dice.normal(SAMPLES, learner.latent)
        features, told, first = [], [], None
        for part in torch.split(z, _ROWS):
            images = learner.decode(part)
            features.append(self._embedded(images))
            if self._kinds is not None:
                told.append(self._kinds.told(images))
            first = images if first is None else first
        fake = torch.cat(features)
        if first is None or not bool(fake.isfinite().all()):
            return Sight({})
        apart, found = distances.nearest(fake, self._real)
        drawn = self._kinds.drawn(torch.cat(told)) if self._kinds is not None else ()
        figures = self._figures(fake, apart, before)
        if drawn:
            figures["kinds"] = share_drawn(drawn)
        pairs = rows(first[:_PAIRS], self._nearest(found), columns=_COLUMNS)
        return Sight(figures, drawn, pairs, fake.float())

    def _figures(self, fake: Tensor, apart: Tensor, before: Tensor | None) -> dict[str, float]:
        """By the samples' features and how far each is from its nearest picture."""
        figures = {
            "frechet": distances.frechet(self._real, fake),
            "kernel": distances.kernel(self._real, fake),
            **distances.coverage(self._real, fake),
            "diversity": distances.spread(fake) / self._spread,
            "novelty": apart.median() / self._near,
        }
        if before is not None and before.shape == fake.shape:
            figures["motion"] = (fake - before.to(fake)).norm(dim=1).mean() / self._spread
        values = torch.stack([value.double() for value in figures.values()]).tolist()
        return {f"{self._name}/{name}": v for name, v in zip(figures, values, strict=True)}

    def _nearest(self, found: Tensor) -> Tensor:
        """The pictures learnt from at these places among the features, (_PAIRS, C, H, W)."""
        places = self._chosen[found[:_PAIRS, 0].cpu()]
        return to_float(self._pictures[places].to(self._device))

    @torch.no_grad()
    def _embedded(self, images: Tensor) -> Tensor:
        """(B, C, H, W) in [0, 1] → what the pictures look like, (B, D) float64."""
        return embedding(self._encoder, images).double()


def quality(learner: Learner, dataset: Dataset, seed: int, device: torch.device) -> Quality | None:
    """What a training measures by; None where it draws nothing, or there is nothing to measure by."""
    if not isinstance(learner, Decodes) or len(dataset.train) <= distances.NEIGHBOURS:
        return None
    try:
        encoder = open_model(FEATURES).learner()
    except Trouble:
        return None
    for part in encoder.parts.values():
        part.to(device).requires_grad_(False)
    return (
        Quality(encoder, FEATURES, dataset, seed, device) if isinstance(encoder, Features) else None
    )


def embedding(encoder: Features, images: Tensor) -> Tensor:
    """(B, C, H, W) in [0, 1] → mean and deviation of each deep feature, (B, D), wherever it stands."""
    colour = images.expand(-1, 3, -1, -1)
    layers = encoder.layers[-_LAYERS:]
    half = multiplies_bf16(images.device.type)
    with torch.autocast(images.device.type, torch.bfloat16, enabled=half):
        found = encoder.features(colour, layers)
    moments = []
    for layer, x in zip(layers, found, strict=True):
        metric = encoder.metric(layer) if isinstance(encoder, Measures) else None
        f = x.float().flatten(2)  # (B, C, places)
        if metric is not None:
            f = metric.to(f) @ f
        moments += [f.mean(2), f.var(2, correction=0).sqrt()]
    return torch.cat(moments, 1)
