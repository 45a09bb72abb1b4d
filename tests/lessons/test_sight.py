"""What is seen of a training: figures by their names, and what has changed since it was marked."""

from __future__ import annotations

from gendesk.core.events import Diagnosed, Failed, Finished, Progress, Turned
from gendesk.core.sentence import Sentence
from gendesk.lessons.sight import RECENT, Sight


def test_figures_of_every_step_are_the_median_of_the_last_ones() -> None:
    sight = Sight()
    for step in range(1, RECENT + 3):
        sight.take(Progress(step, 100, {"d_loss": 100.0 if step < 3 else step / 100}))
    assert sight.figures == {"d_loss": (3 + (RECENT - 1) / 2) / 100}
    assert sight.step == RECENT + 2


def test_figures_of_quality_are_the_newest_without_their_features_name() -> None:
    sight = Sight()
    sight.take(Progress(5, 100, {"texture/frechet": 9.0, "texture/diversity": 0.5}))
    sight.take(Progress(6, 100, {"grad_norm/generator": 2.0}))
    sight.take(Progress(7, 100, {"texture/frechet": 3.0, "texture/diversity": 0.9}))
    assert sight.figures == {"frechet": 3.0, "diversity": 0.9, "generator": 2.0}
    assert (sight.looks, sight.looks_since) == (2, 2)


def test_since_the_mark() -> None:
    sight = Sight()
    sight.take(Progress(5, 100, {"texture/frechet": 9.0}))
    sight.take(Turned(5, "lr", 1.0, 0.1))
    sight.mark()
    sight.take(Progress(8, 100, {"texture/frechet": 3.0}))
    assert (sight.before["frechet"], sight.figures["frechet"]) == (9.0, 3.0)
    assert sight.looks_since == 1
    assert sight.turned == {}


def test_the_doctors_word_and_the_end() -> None:
    sight = Sight()
    sight.take(Diagnosed(5, None))
    assert sight.finding is None
    assert not sight.ended
    sight.take(Finished())
    assert sight.ended and sight.finished
    other = Sight()
    other.take(Failed(Sentence("No.")))
    assert other.ended and not other.finished
