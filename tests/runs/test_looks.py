"""What was seen of a GAN's pictures: recorded, told again, cut where a run goes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Kind, Looked, Phase, Progress
from gendesk.runs import looks
from gendesk.runs.folder import Run, branch
from gendesk.runs.follow import follow
from gendesk.runs.record import record, rewind

Talk = Callable[..., Iterator[Event]]


def look(step: int, **figures: float) -> Looked:
    scores = {
        "real": np.array([0.75, 0.5], np.float32), "held_out": np.array([0.25], np.float32),
        "fake": np.linspace(0, 0.5, 3, dtype=np.float32),
    }  # fmt: skip
    return Looked(step, scores, (Kind("seven", 0.0, 0.1), Kind("ö", 1.0, 0.9)), figures)


def same(one: Looked, other: Looked) -> bool:
    return (
        (one.step, one.kinds, one.figures) == (other.step, other.kinds, other.figures)
        and one.scores.keys() == other.scores.keys()
        and all(np.allclose(one.scores[k], other.scores[k], atol=1e-4) for k in one.scores)
    )


def recorded(run: Run, talk: Talk) -> None:
    def events() -> Iterator[Event]:
        for event in talk():
            yield event
            if isinstance(event, Progress) and event.step % 10 == 0:
                yield look(event.step, **{"texture/frechet": event.step / 4})
            if isinstance(event, Progress) and event.step == 15:
                yield Phase(
                    15, "generator", {"real": 0.5, "fake": 0.25}, {"real": 0.5, "fake": 0.5}
                )
                yield look(15)

    list(record(run, events(), 30))


def test_a_look_comes_back_as_it_was(run: Run, talk: Talk) -> None:
    recorded(run, talk)
    found = list(looks.read(run.looks_file))
    assert [each.step for each in found] == [10, 15, 20, 30]
    assert same(found[0], look(10, **{"texture/frechet": 2.5}))


def test_whoever_follows_a_run_sees_looks_and_phases(run: Run, talk: Talk) -> None:
    recorded(run, talk)
    told = list(follow(run, Controls()))
    assert [each.step for each in told if isinstance(each, Looked)] == [10, 15, 20, 30]
    assert [each for each in told if isinstance(each, Phase)] == [
        Phase(15, "generator", {"real": 0.5, "fake": 0.25}, {"real": 0.5, "fake": 0.5})
    ]


def test_going_back_takes_later_looks_away(run: Run, talk: Talk) -> None:
    recorded(run, talk)
    rewind(run, 19)
    assert [each.step for each in looks.read(run.looks_file)] == [10, 15]
    rewind(run, 0)
    assert not list(looks.read(run.looks_file))


def test_a_branch_has_the_looks_before_it(run: Run, talk: Talk) -> None:
    recorded(run, talk)
    new = branch(run, 20, {})
    assert [each.step for each in looks.read(new.looks_file)] == [10, 15, 20]


def test_a_summary_has_the_newest_distance(run: Run, talk: Talk) -> None:
    assert run.summary().frechet is None
    recorded(run, talk)
    assert run.summary().frechet == 7.5
    rewind(run, 15)
    assert run.summary().frechet == 2.5  # a single phase is looked at without one


def test_what_is_no_look_is_left_out() -> None:
    assert looks.looked({"step": 3}) is None
    assert looks.looked({"step": 3, "scores": [1], "kinds": [], "figures": {}}) is None
