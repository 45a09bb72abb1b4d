"""What the doctor says of GANs that are broken on purpose, and of healthy ones.

    python -m benchmarks.gan_doctor [--cases NAME ...] [--seeds 3] [--first 0] [--treat]

Small GANs learn the 8×8 digits of scikit-learn at 16 pixels on one thread of the CPU; each training is
broken by its settings as its name says, for several seeds. A failure counts as named where its right
name was said by the training's half, and a false alarm is any finding in a healthy training. As they
last for some hundred steps only, the doctor may look at the pictures every 25 steps, however much of
the time that takes. Fréchet distances (texture) are medians of the last three looks.

With --treat collapses and discriminators that win are cured instead: whenever something is found, the
first of its remedies is applied, and at the end the distance stands beside that of a training of the
same networks, as many steps and the same seed, whose knobs that can be turned are as they should be.
Where the remedy is to begin anew with such knobs, both are the same training, and the ratio is 1.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any

import torch

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.core.controls import Controls
from gendesk.core.events import Diagnosed, Paused, Progress, Turned
from gendesk.core.recipe import Recipe
from gendesk.data import Dataset, open_dataset
from gendesk.ops.stylizing.sight import finished
from gendesk.training import examination
from gendesk.training.devices import fabric_for
from gendesk.training.fit import fit

SIDE = 16
BASE: Mapping[str, Any] = {
    "size": SIDE, "width": 16, "hidden": 64, "batch_size": 64, "steps": 600, "preview_every": 25,
    "checkpoint_every": 10_000,
}  # fmt: skip
TREATED = ("collapse", "discriminator")
TREATED_STEPS = 2000


@dataclass(frozen=True)
class Case:
    """A training: its settings, what is wrong with it ("" for nothing), and how few pictures it has.

    `kept` are those of the settings that a training in order has as well.
    """

    wrong: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    pictures: int = 0
    kept: tuple[str, ...] = ()


CASES = {
    "dcgan": Case(""),
    "hinge, spectral norm": Case("", {"loss": "hinge", "spectral": True}),
    "least squares": Case("", {"loss": "least-squares"}),
    "R1": Case("", {"r1": 1.0}),
    "wgan-gp": Case("", {"loss": "wgan-gp", "d_steps": 2}),
    "two paces": Case("", {"lr": 2e-3, "d_lr": 0.1}),
    "lr 1": Case("divergence", {"lr": 1.0}),
    "lr 0.3, mlp": Case("divergence", {"lr": 0.3, "net": "mlp"}),
    "d_lr 0.01": Case("generator", {"d_lr": 0.01}),
    "d_lr 10, d_steps 4": Case(
        "discriminator", {"net": "mlp", "d_lr": 10.0, "d_steps": 4}, kept=("net",)
    ),
    "d_lr 30, d_steps 6": Case("discriminator", {"d_lr": 30.0, "d_steps": 6}),
    "lr 1e-6": Case("stalled", {"lr": 1e-6}),
    "mlp, weak D": Case(
        "collapse", {"net": "mlp", "lr": 1e-3, "d_lr": 0.3, "steps": 900}, kept=("net",)
    ),
    "two latents": Case("collapse", {"latent": 2, "lr": 2e-3, "steps": 900}, kept=("latent",)),
    "mlp, least squares, lr 0.005": Case(
        "oscillation", {"net": "mlp", "loss": "least-squares", "lr": 5e-3, "steps": 900}
    ),
    "30 pictures": Case("memorising", {"lr": 5e-4, "steps": 900}, 30),
}


@dataclass
class Outcome:
    """What was said, when, and how good the pictures were at the end."""

    said: list[tuple[int, str]] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    distances: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def frechet(self) -> float:
        """How good the pictures were at the end."""
        return median(self.distances[-3:]) if self.distances else float("nan")

    def named(self, wrong: str, until: int) -> int | None:
        """When the right name was said first, at `until` the latest."""
        return next((step for step, name in self.said if name == wrong and step <= until), None)


def run(case: Case, dataset: Dataset, seed: int, treat: bool = False) -> Outcome:
    """Train to the end, or to where it can go on no more."""
    recipe = Recipe.known["gan"]().changed(**{**BASE, **case.settings, "seed": seed})
    if case.pictures:
        few = dataset.train[:: len(dataset.train) // case.pictures][: case.pictures]
        dataset = replace(dataset, train=few, held_out=dataset.held_out[: case.pictures])
    outcome, controls, begin = Outcome(), Controls(), time.perf_counter()
    anew: Mapping[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        events = fit(
            recipe, dataset, Path(folder), fabric=fabric_for("cpu", "auto"), controls=controls
        )
        for event in events:
            match event:
                case Progress(metrics=metrics) if "texture/frechet" in metrics:
                    outcome.distances.append(metrics["texture/frechet"])
                case Diagnosed(step, finding) if finding is not None:
                    outcome.said.append((step, finding.name))
                    if treat and finding.remedies:
                        remedy = finding.remedies[0]
                        if remedy.rewind is not None:
                            anew = remedy.settings
                            break
                        for name, value in remedy.settings.items():
                            controls.turn(name, value, finding.name)
                case Turned(step, name, _, after):
                    outcome.turned.append(f"{name} = {after}@{step}")
                case Paused():
                    break
        events.close()  # type: ignore[attr-defined]
    if anew:
        again = run(replace(case, settings={**case.settings, **anew}), dataset, seed, treat)
        outcome.said += again.said
        outcome.turned += [f"anew with {name} = {value}" for name, value in anew.items()]
        outcome.turned += again.turned
        outcome.distances = again.distances
    outcome.seconds = time.perf_counter() - begin
    return outcome


def digits() -> Dataset:
    """The pictures."""
    return finished(open_dataset("digits", size=SIDE))


def examined(names: list[str], seeds: range) -> None:
    """Print a row for each case, and how often the doctor was right."""
    dataset = digits()
    right = broken = alarms = healthy = 0
    print("| case | wrong | named by the half | at step | said | Fréchet at the end | s |")
    print("|---|---|---|---|---|---|---|")
    for name in names:
        case = CASES[name]
        outcomes = [run(case, dataset, seed) for seed in seeds]
        half = {**BASE, **case.settings}["steps"] // 2
        named = [each.named(case.wrong, half) for each in outcomes]
        found = [step for step in named if step is not None]
        if case.wrong:
            right, broken = right + len(found), broken + len(outcomes)
        else:
            alarms += sum(bool(each.said) for each in outcomes)
            healthy += len(outcomes)
        told = "; ".join(
            " ".join(f"{what}@{s}" for s, what in each.said) or "–" for each in outcomes
        )
        ends = ", ".join(f"{each.frechet:.1f}" for each in outcomes)
        when = f"{median(found):.0f}" if found and case.wrong else ""
        share = f"{len(found)} of {len(outcomes)}" if case.wrong else ""
        took = median(each.seconds for each in outcomes)
        wrong = case.wrong or "nothing"
        print(f"| {name} | {wrong} | {share} | {when} | {told} | {ends} | {took:.0f} |", flush=True)
    print(f"\nnamed {right} of {broken}; false alarms in {alarms} of {healthy} healthy trainings")


def treated(names: list[str], seeds: range) -> None:
    """Print a row for each training that was cured, beside one that needed no cure."""
    dataset, known = digits(), {}
    print("| case | seed | said | turned | cured | in order | ratio | s |")
    print("|---|---:|---|---|---:|---:|---:|---:|")
    for name in names:
        case = CASES[name]
        if case.wrong not in TREATED:
            continue
        longer = {"steps": TREATED_STEPS, "preview_every": 50}
        broken = replace(case, settings={**case.settings, **longer})
        kept = {knob: case.settings[knob] for knob in case.kept}
        for seed in seeds:
            key = (*kept.items(), seed)
            if key not in known:
                known[key] = run(Case("", {**kept, **longer}), dataset, seed).frechet
            cured = run(broken, dataset, seed, treat=True)
            told = " ".join(f"{what}@{s}" for s, what in cured.said)
            row = (
                name, seed, told, ", ".join(cured.turned), f"{cured.frechet:.1f}",
                f"{known[key]:.1f}", f"{cured.frechet / known[key]:.2f}", f"{cured.seconds:.0f}",
            )  # fmt: skip
            print(f"| {' | '.join(map(str, row))} |", flush=True)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cases", nargs="+", choices=CASES, default=list(CASES), metavar="NAME")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=0, help="the first of them")
    parser.add_argument("--treat", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    examination.SHARE = 1.0
    seeds = range(args.first, args.first + args.seeds)
    (treated if args.treat else examined)(args.cases, seeds)


if __name__ == "__main__":
    main()
