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
from pathlib import Path

import torch

from gendesk.core.controls import Controls
from gendesk.lessons.catalogue import LESSONS
from gendesk.lessons.course import Course, State
from gendesk.lessons.lesson import Lesson
from gendesk.lessons.playing import Told, play
from gendesk.runs.comparison import Drawn, compare
from gendesk.runs.folder import Run


def played(lesson: Lesson, seed: int, folder: Path) -> tuple[Course, list[str], list[Run]]:
    """Where the course ended, what was seen on its way, and its runs."""
    course, seen = Course(lesson, seed), []
    events = play(course, Controls(), device="cpu", folder=folder)
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            return course, seen, end.value
        if isinstance(event, Told) and course.state is State.SEEN:
            distance = course.sight.figures.get("frechet")
            turned = ", ".join(f"{name} = {value}" for name, value in event.settings.items())
            told = (f"at {event.step}", f"{distance:.1f}" if distance else "", turned)
            seen.append(" ".join(filter(None, told)))


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
                course, seen, runs = played(lesson, seed, Path(folder))
                took = time.perf_counter() - begin
                if len(runs) > 1:
                    told = zip(runs, _compared(runs), strict=True)
                    seen.append(", ".join(f"{r.recipe.family} {d.frechet:.1f}" for r, d in told))
                end = f"{course.state.value} at {course.sight.step}"
                row = (lesson.name, seed, "; ".join(seen), end, f"{took:.0f}")
                print(f"| {' | '.join(map(str, row))} |", flush=True)


if __name__ == "__main__":
    main()
