"""What discriminators see of batches: packs, how much pictures differ; and what a game has come to."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from gendesk.nn import gan
from gendesk.nn.discriminator import Discriminator, Diversity, Standing
from gendesk.nn.start import initialise


class Seen(nn.Module):
    """Features that are the pictures themselves."""

    def __init__(self, width: int, places: int) -> None:
        super().__init__()
        self.width, self.places = width, places
        self.shapes: list[tuple[int, ...]] = []

    def forward(self, *views: Tensor) -> Tensor:
        self.shapes = [tuple(each.shape) for each in views]
        return views[-1]


def test_packed_pictures_stand_behind_one_another_and_have_one_verdict() -> None:
    body = Seen(6, 16)
    net = initialise(Discriminator(body, 0, gan.Dense, pack=2), torch.Generator().manual_seed(0))
    images = torch.rand(8, 3, 4, 4)
    verdicts = net(images)
    assert body.shapes == [(4, 6, 4, 4)] and verdicts.shape == (4,)
    # Each hangs on its own two pictures, and on both of them.
    for row in (4, 5):
        other = images.clone()
        other[row] = 0
        assert (net(other) != verdicts).tolist() == [False, False, True, False]


def test_a_pack_has_the_kinds_of_all_its_pictures() -> None:
    net = initialise(
        Discriminator(Seen(2, 16), 3, gan.Dense, pack=2), torch.Generator().manual_seed(0)
    )
    images, told = torch.rand(4, 1, 4, 4), torch.eye(3)[[0, 1, 2, 0]]
    seen = (2 * images - 1).reshape(2, 2, 16).sum(2)
    weight = net.kinds.weight
    projected = (seen * (told.reshape(2, 6) @ weight.T)).sum(1)
    torch.testing.assert_close(net(images, told) - net(images), projected, rtol=1e-4, atol=1e-6)


def test_several_scales_reach_the_body_as_they_are() -> None:
    body = Seen(1, 16)
    net = initialise(Discriminator(body, 0, gan.Dense), torch.Generator().manual_seed(0))
    net([torch.rand(5, 1, 2, 2), torch.rand(5, 1, 4, 4)])
    assert body.shapes == [(5, 1, 2, 2), (5, 1, 4, 4)]


def test_diversity_is_the_mean_deviation_over_each_group() -> None:
    features = torch.randn(8, 3, 2, 2, generator=torch.Generator().manual_seed(0))
    out = Diversity(4)(features)
    assert out.shape == (8, 4, 2, 2) and torch.equal(out[:, :3], features)
    for group in ([0, 2, 4, 6], [1, 3, 5, 7]):
        wanted = features[group].std(0, correction=0).mean()
        torch.testing.assert_close(out[group, 3], wanted.expand(4, 2, 2))
    same = Diversity(4)(features[:1].repeat(8, 1, 1, 1))
    assert same[:, 3].max() < 1e-3, "of one picture again and again there is none"


def test_diversity_of_batches_that_are_no_multiple_and_of_vectors() -> None:
    assert Diversity(4)(torch.rand(6, 3)).shape == (6, 4)
    one = torch.rand(1, 3, requires_grad=True)
    Diversity(4)(one).sum().backward()
    assert one.grad is not None and one.grad.isfinite().all()


def test_a_collapsed_generator_is_told_from_a_diverse_one() -> None:
    body = gan.ConvFeatures(16, 1, 4, True, lambda layer: layer)
    net = initialise(Discriminator(body, 0, gan.Dense, group=4), torch.Generator().manual_seed(0))
    assert net.head.weight.shape == (1, 9 * 16)
    assert net(torch.rand(4, 1, 16, 16)).shape == (4,)


def test_strength_follows_the_sign_to_its_target_and_stays_a_probability() -> None:
    standing = Standing()
    for _ in range(40):
        standing.meet(torch.tensor(0.9))
        standing.adapt(0.6, 0.01)
    assert standing.sign.item() == pytest.approx(0.9, abs=1e-4)
    risen = standing.strength.item()
    assert 0.3 < risen < 0.4, "it rises from the fifth step or so on"
    for _ in range(20):
        standing.meet(torch.tensor(0.1))
        standing.adapt(0.6, 0.01)
    assert standing.strength.item() < risen
    for pace, end in ((1.0, 0.0), (-1.0, 1.0)):
        for _ in range(3):
            standing.adapt(0.6, pace)
        assert standing.strength.item() == end


def test_weights_from_before_there_was_a_standing_can_be_loaded() -> None:
    net = nn.ModuleDict({"standing": Standing()})
    net.standing.strength.fill_(0.5)
    saved = net.state_dict()
    assert set(saved) == {"standing.step", "standing.strength", "standing.sign"}
    other = nn.ModuleDict({"standing": Standing()})
    other.load_state_dict(saved)
    assert other.standing.strength == 0.5
    nn.ModuleDict({"standing": Standing()}).load_state_dict({})
    with pytest.raises(RuntimeError, match="Unexpected"):
        other.load_state_dict({"standing.other": torch.zeros(())})
