"""The estimate before a training."""

from __future__ import annotations

import pytest

from gendesk.core.events import Stage
from gendesk.training.estimate import estimate


def test_it_measures_real_steps(recipe, digits, fabric):
    events = estimate(recipe.changed(steps=1000), digits, fabric)
    stages = []
    while True:
        try:
            stages.append(next(events))
        except StopIteration as end:
            found = end.value
            break
    assert len(stages) >= 2
    assert all(isinstance(stage, Stage) for stage in stages)
    assert found.rate > 0
    assert found.seconds * found.rate == pytest.approx(1000 * recipe.batch_size)
