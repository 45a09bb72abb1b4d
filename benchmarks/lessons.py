"""The guided lessons played through for real, without a window: does what they promise happen?

    python -m benchmarks.lessons [--lessons NAME ...] [--seeds 1]

For each stage of a lesson: the step at which it came true, the Fréchet distance (texture) there, and
what was turned. The seconds are the computer's, for a person who presses every button at once; the
doctor looks at the pictures as often as it does in a window.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import torch

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Finished
from gendesk.lessons.catalogue import LESSONS
from gendesk.lessons.course import Course, State
from gendesk.lessons.lesson import Lesson
from gendesk.runs.comparison import Drawn, compare
from gendesk.runs.folder import Run
from gendesk.runs.session import train


def play(lesson: Lesson, seed: int, folder: Path) -> tuple[Course, list[str], list[Run]]:
    """Train what it trains and go on at once; where it ended, what was seen, and its runs."""
    course, seen, runs = Course(lesson, seed), [], []
    while course.state is State.WATCHING:
        run = Run.create(course.recipe, f"{lesson.name}-{seed}-{len(runs)}", folder)
        runs.append(run)
        seen += _follow(course, run)
    return course, seen, runs


def _follow(course: Course, run: Run) -> Iterator[str]:
    """Of one of its trainings what came true, and when."""
    part, controls = course.part, Controls()
    events: Iterator[Event] = train(run, controls, device="cpu")
    for event in chain(events, [Finished()]):
        course.take(event)
        if course.state is State.SEEN:
            yield _told(course)
            finding = course.sight.finding
            for name, value in course.settings.items():
                controls.turn(name, value, finding.name if finding else "")
            course.go_on()
        if course.state is State.OVER or course.part != part:
            break
    events.close()  # type: ignore[attr-defined]


def _told(course: Course) -> str:
    distance = course.sight.figures.get("frechet")
    turned = ", ".join(f"{name} = {value}" for name, value in course.settings.items())
    parts = (f"at {course.sight.step}", f"{distance:.1f}" if distance else "", turned)
    return " ".join(filter(None, parts))


def _compared(runs: list[Run]) -> list[Drawn]:
    events = compare(runs)
    while True:
        try:
            next(events)
        except StopIteration as end:
            drawn: list[Drawn] = end.value
            return drawn


def main() -> None:
    """Print a row for each lesson and seed."""
    names = [lesson.name for lesson in LESSONS]
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--lessons", nargs="+", choices=names, default=names, metavar="NAME")
    parser.add_argument("--seeds", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    print("| lesson | seed | what came true, Fréchet distance, what was turned | ended | s |")
    print("|---|---:|---|---|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for lesson in LESSONS:
            for seed in range(args.seeds) if lesson.name in args.lessons else ():
                begin = time.perf_counter()
                course, seen, runs = play(lesson, seed, Path(folder))
                took = time.perf_counter() - begin
                if len(runs) > 1:
                    told = zip(runs, _compared(runs), strict=True)
                    seen.append(", ".join(f"{r.recipe.family} {d.frechet:.1f}" for r, d in told))
                end = f"{course.state.value} at {course.sight.step}"
                row = (lesson.name, seed, "; ".join(seen), end, f"{took:.0f}")
                print(f"| {' | '.join(map(str, row))} |", flush=True)


if __name__ == "__main__":
    main()
