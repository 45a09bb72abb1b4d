"""The doctor by figures that were made up: each rule alone, and what is in order."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping

import pytest

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.recipe import Recipe
from gendesk.training.doctor import Doctor, examine
from gendesk.training.rules import RULES

Figures = Mapping[str, float]

SOUND = {
    "d_loss": 0.9, "g_loss": 1.2, "real_score": 0.7, "fake_score": 0.3, "r_t": 0.6,
    "grad_norm/discriminator": 5.0, "grad_norm/generator": 3.0,
}  # fmt: skip
GOOD = {
    "frechet": 4.0, "precision": 0.7, "recall": 0.8, "density": 0.4, "coverage": 0.4,
    "diversity": 0.9, "novelty": 1.3, "motion": 0.1,
}  # fmt: skip


def recipe(**settings: object) -> Recipe:
    return Recipe.known["gan"]().changed(**settings)


def told(
    steps: int,
    figures: Callable[[int], Figures],
    pictures: Callable[[int], Figures] | None = None,
    every: int = 25,
    **settings: object,
) -> list[tuple[int, str, int]]:
    """What is said, when, and since when it is so."""

    def rows() -> list[tuple[int, Figures]]:
        made = []
        for step in range(1, steps + 1):
            row = {**SOUND, **figures(step)}
            if pictures is not None and step % every == 0:
                seen = {**GOOD, **pictures(step)}
                row |= {name if name == "r_v" else f"texture/{name}": v for name, v in seen.items()}
            made.append((step, row))
        return made

    return [
        (said.step, said.finding.name, said.finding.since) if said.finding else (said.step, "", 0)
        for said in examine(rows(), recipe(**settings))
    ]


def test_a_training_in_order_is_said_to_be_healthy_once() -> None:
    assert told(600, lambda step: {}, lambda step: {}) == [(100, "", 0)]
    assert told(600, lambda step: {}) == [(100, "", 0)]


@pytest.mark.parametrize(
    ("name", "figures", "pictures"),
    [
        ("divergence", {"g_loss": 5000.0}, {}),
        ("divergence", {"d_loss": math.nan}, {}),
        ("generator", {"real_score": 0.4, "fake_score": 0.6}, {}),
        ("discriminator", {"d_loss": 1e-3}, {}),
        ("stalled", {}, {"motion": 0.001, "coverage": 0.0, "recall": 0.0}),
        ("collapse", {}, {"diversity": 0.1, "recall": 0.0, "coverage": 0.05}),
        ("collapse", {}, {"precision": 0.9, "recall": 0.01, "coverage": 0.1}),
        ("memorising", {}, {"r_v": 0.7}),
        ("memorising", {}, {"novelty": 0.1}),
        ("oscillation", {}, {"motion": 0.6, "coverage": 0.1, "recall": 0.2}),
    ],
)
def test_what_goes_wrong_from_a_step_on_is_named(
    name: str, figures: Figures, pictures: Figures
) -> None:
    said = told(
        700,
        lambda step: figures if step > 300 else {},
        lambda step: pictures if step > 300 else {},
    )
    assert [what for _, what, _ in said] == ["", name]
    step, _, since = said[1]
    assert 301 <= since <= 325
    assert since < step <= 500


def test_every_rule_is_tried_above() -> None:
    mark = test_what_goes_wrong_from_a_step_on_is_named.pytestmark[0]  # type: ignore[attr-defined]
    assert {case[0] for case in mark.args[1]} == {rule.name for rule in RULES}


def test_what_passes_is_not_said() -> None:
    certain = {"d_loss": 1e-3}
    said = told(600, lambda step: certain if 300 < step <= 370 else {}, lambda step: {})
    assert said == [(100, "", 0)]


def test_what_is_over_is_taken_back() -> None:
    said = told(800, lambda step: {"g_loss": 500.0} if 200 < step <= 400 else {})
    assert [what for _, what, _ in said] == ["", "divergence", ""]
    assert 450 <= said[-1][0] <= 550


def test_a_certain_discriminator_is_named_where_pictures_improve_and_none_is_covered() -> None:
    def slowly(step: int) -> Figures:
        return {"frechet": 400 * 0.996**step, "precision": 0.0, "recall": 0.0, "coverage": 0.0}

    said = told(400, lambda step: {"d_loss": 1e-3} if step > 50 else {}, slowly)
    assert [name for _, name, _ in said] == ["", "discriminator"]


def test_a_certain_discriminator_does_no_harm_while_pictures_get_better() -> None:
    said = told(600, lambda s: {"d_loss": 1e-3}, lambda s: {"frechet": 400 * 0.99**s})
    assert [what for _, what, _ in said] == [""]


def test_few_samples_at_the_beginning_are_no_collapse() -> None:
    def young(step: int) -> Figures:
        return {
            "diversity": 0.001 * step, "recall": 0.0, "coverage": 0.0, "precision": 0.0,
            "frechet": 400.0 - step / 2,
        }  # fmt: skip

    assert told(500, lambda step: {}, young) == [(100, "", 0)]


def test_a_slow_start_is_no_collapse() -> None:
    alike = {"diversity": 0.2, "recall": 0.0, "coverage": 0.0}
    assert told(900, lambda step: {}, lambda s: {**alike, "frechet": 4e4 / (s + 100)})[1:] == []


def test_samples_that_look_like_no_picture_yet_are_no_collapse() -> None:
    blurs = {"diversity": 0.2, "recall": 0.0, "coverage": 0.0, "precision": 0.0, "frechet": 110.0}
    assert told(600, lambda step: {}, lambda step: blurs) == [(100, "", 0)]


def test_one_good_look_is_no_progress() -> None:
    def few(step: int) -> Figures:
        good = step > 300 and step % 100 == 0
        return {"precision": 0.9, "recall": 0.0, "frechet": 9.0 if good else 12.0}

    assert [what for _, what, _ in told(700, lambda step: {}, few)] == ["", "collapse"]


def test_pictures_that_circle_may_be_alike_for_a_moment() -> None:
    def circles(step: int) -> Figures:
        alike = {"precision": 0.6, "recall": 0.0} if step % 100 == 0 else {"recall": 0.2}
        return {"motion": 0.6, "coverage": 0.1, **alike}

    said = told(500, lambda step: {}, circles)
    assert [what for _, what, _ in said] == ["", "oscillation"]


def test_outputs_without_a_scale_are_no_certainty_and_no_divergence() -> None:
    critic = {"d_loss": -60.0, "g_loss": 150.0, "real_score": 80.0, "fake_score": -20.0}
    assert told(500, lambda step: critic, loss="wgan-gp") == [(100, "", 0)]
    steep = {**critic, "grad_norm/discriminator": 900.0}
    assert told(500, lambda step: steep, loss="wgan-gp")[0][1] == "divergence"


def test_the_gravest_finding_is_said() -> None:
    both = {"d_loss": 1e-3, "g_loss": 900.0}
    assert {what for _, what, _ in told(400, lambda step: both)} == {"divergence"}


def test_evidence_is_of_the_figures_that_the_rule_looks_at() -> None:
    rows = ((step, {**SOUND, "d_loss": 0.001}) for step in range(1, 200))
    found = next(said.finding for said in examine(rows, recipe()) if said.finding)
    assert found.evidence == {"d_loss": 0.001, "real_score": 0.7, "fake_score": 0.3}


def test_windows_grow_with_the_training() -> None:
    doctor = Doctor(recipe())
    early = [step for step in range(1, 8001) if doctor.see(step, SOUND)]
    assert early == [100]
    said = [step for step in range(8001, 12000) if doctor.see(step, {**SOUND, "d_loss": 1e-3})]
    assert len(said) == 1
    assert 8900 <= said[0] <= 9250


def test_well_is_how_far_nothing_was_seen() -> None:
    doctor = Doctor(recipe())
    for step in range(1, 401):
        doctor.see(step, {**SOUND, **({"g_loss": 500.0} if step > 250 else {})})
    assert 225 <= doctor.well <= 250
    assert doctor.lose(401).finding is not None
    assert 225 <= doctor.well <= 250


def test_one_who_is_told_all_says_the_same_from_then_on() -> None:
    rows: list[tuple[int, Figures]] = []
    for step in range(1, 701):
        row = dict(SOUND)
        if 240 < step <= 420:
            row["g_loss"] = 500.0
        if step % 10 == 0:
            row["grad_norm/generator"] = math.inf  # one step that fp16 skipped
        if step % 25 == 0:
            ill = {"diversity": 0.1, "recall": 0.0} if step > 350 else {}
            row |= {f"texture/{name}": value for name, value in {**GOOD, **ill}.items()}
        rows.append((step, row))
    one, said, wells = Doctor(recipe()), [], []
    for step, row in rows:
        said.append(one.see(step, row))
        wells.append(one.well)
    assert [each.finding and each.finding.name for each in filter(None, said)] == [
        None, "divergence", "collapse",
    ]  # fmt: skip
    for cut in range(0, 700, 13):
        first = Doctor(recipe())
        for step, row in rows[:cut]:
            first.see(step, row)
        second = Doctor(recipe(), json.loads(json.dumps(first.memory)))
        assert second.finding == first.finding
        assert [second.see(step, row) for step, row in rows[cut:]] == said[cut:]
        assert second.well == wells[-1]


def test_what_is_remembered_stays_small() -> None:
    doctor = Doctor(recipe())
    for step in range(1, 6000):
        looks = {f"texture/{name}": value for name, value in GOOD.items()} if step % 50 == 0 else {}
        doctor.see(step, {**SOUND, **looks, "something else": 1 / 3})
    assert len(json.dumps(doctor.memory)) < 30_000


def test_single_gradients_that_overflow_in_fp16_are_in_order() -> None:
    said = told(400, lambda s: {"grad_norm/generator": math.inf} if s % 10 == 0 else {})
    assert said == [(100, "", 0)]


def test_losses_that_swing_are_a_finding_only_where_nobody_sees_the_pictures() -> None:
    def swings(step: int) -> Figures:
        return {"d_loss": 0.1 if step % 4 < 2 else 3.0, "g_loss": 1.0}

    assert told(400, swings, lambda step: {}) == [(100, "", 0)]
    rare = [{"d_loss": 4.0 if step % 4 == 0 else 0.2} for step in range(400)]
    assert told(399, lambda step: rare[step])[-1][1] == "oscillation"


def test_a_training_with_other_figures_is_left_alone() -> None:
    assert Doctor(recipe()).see(1, {"loss": 1.0}) is None
    rows = ((step, {"loss": 1.0}) for step in range(1, 400))
    assert list(examine(rows, recipe())) == []
