"""Of which kind pictures seem to be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch

from gendesk.core.events import Kind
from gendesk.core.images import to_float
from gendesk.data.dataset import Dataset, spread
from gendesk.training import kinds as module
from gendesk.training.kinds import kinds, share_drawn

CPU = torch.device("cpu")


def test_held_out_digits_are_told_rightly(labelled: Dataset) -> None:
    found = kinds(labelled, CPU)
    assert found is not None and found.right > 0.9
    assert labelled.labels is not None
    labels = torch.from_numpy(labelled.labels[labelled.held_out])
    told = found.told(to_float(torch.from_numpy(labelled.pictures[labelled.held_out])))
    assert (told == labels).double().mean() > 0.8


def test_larger_pictures_are_compared_at_a_smaller_size(labelled: Dataset) -> None:
    found = kinds(replace(labelled, pictures=labelled.pictures.repeat(3, 1).repeat(3, 2)), CPU)
    assert found is not None
    known = to_float(torch.from_numpy(labelled.pictures[labelled.train[:20]]))
    told = found.told(known.repeat_interleave(3, 2).repeat_interleave(3, 3))
    assert labelled.labels is not None
    assert told.tolist() == labelled.labels[labelled.train[:20]].tolist()


def test_shares_are_those_of_samples_and_of_pictures(labelled: Dataset) -> None:
    found = kinds(labelled, CPU)
    assert found is not None
    drawn = found.drawn(torch.tensor([7, 7, 7, 2]))
    assert [kind.name for kind in drawn] == list(labelled.classes)
    assert drawn[7].drawn == 0.75 and drawn[2].drawn == 0.25 and drawn[0].drawn == 0
    assert sum(kind.wanted for kind in drawn) == 1
    assert share_drawn(drawn) == 0.2


def test_a_tenth_of_what_is_wanted_is_enough() -> None:
    assert not Kind("a", 0.01, 0.1).missing
    assert Kind("a", 0.009, 0.1).missing
    assert share_drawn([Kind("a", 1.0, 0.5), Kind("b", 0.0, 0.5), Kind("c", 0.0, 0.0)]) == 0.5


def test_nobody_tells_what_cannot_be_told(labelled: Dataset) -> None:
    assert labelled.labels is not None
    rng = np.random.default_rng(0)
    assert kinds(replace(labelled, labels=rng.permutation(labelled.labels)), CPU) is None
    assert kinds(replace(labelled, labels=None, classes=()), CPU) is None
    assert kinds(replace(labelled, train=labelled.train[:4]), CPU) is None
    many = tuple(map(str, range(module.MOST + 1)))
    assert kinds(replace(labelled, classes=many), CPU) is None


def test_pictures_that_lie_by_kinds_are_all_known(labelled: Dataset) -> None:
    assert labelled.labels is not None
    order = np.argsort(labelled.labels, kind="stable")
    chosen = spread(order, 40)
    assert len(set(chosen.tolist())) == 40
    assert set(labelled.labels[chosen]) == set(range(10))
    assert spread(order, 10_000).tolist() == order.tolist()
    assert len(spread(order[:0], 4)) == 0
