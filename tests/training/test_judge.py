"""Figures on held-out pictures."""

from __future__ import annotations

import pytest
import torch

from gendesk.core.family import Learner
from gendesk.core.sentence import Trouble
from gendesk.training.judge import held_out, judge, likelihood

CPU = torch.device("cpu")


def result(events):
    while True:
        try:
            next(events)
        except StopIteration as end:
            return end.value


def test_figures_are_means_over_pictures_whatever_the_batches(recipe, digits):
    learner = recipe.build(1)
    learner.evaluate = lambda batch, dice: {"brightness": batch.images.mean()}
    by_batch = [
        result(judge(learner, held_out(digits, recipe.changed(batch_size=size), CPU), 0))
        for size in (1, 2, 27)  # 30 pictures: batches of 4, of 8 with a rest of 6, and of 30
    ]
    whole = digits.pictures[digits.held_out].mean() / 255
    assert [f["brightness"] for f in by_batch] == pytest.approx([whole] * 3)


def test_two_judgements_agree(recipe, digits):
    learner, feed = recipe.build(1), held_out(digits, recipe, CPU)
    assert result(judge(learner, feed, 0)) == result(judge(learner, feed, 0))


def test_the_likelihood_bound_tightens_with_samples(recipe, digits):
    learner, feed = recipe.build(1), held_out(digits, recipe, CPU)
    elbo = result(judge(learner, feed, 0))["loss"]
    few, many = (result(likelihood(learner, feed, 0, k))["nll"] for k in (1, 200))
    assert many < few
    assert few == pytest.approx(elbo, rel=0.05)


def test_a_family_without_likelihood_says_so(recipe, digits):
    with pytest.raises(Trouble, match="no likelihood"):
        result(likelihood(Learner(), held_out(digits, recipe, CPU), 0, 5))
