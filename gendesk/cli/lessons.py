"""The command that plays a guided lesson."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import cast

from tqdm import tqdm

from gendesk.cli.driving import drive
from gendesk.cli.telling import say, table, teller
from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.lessons.catalogue import LESSONS
from gendesk.lessons.course import Course, State


def lesson(args: Namespace) -> None:
    """Play a lesson, turning the knobs as it says; without a name, list what there is."""
    if not args.name:
        say(
            args,
            {"lessons": [{"name": e.name, "title": e.title, "about": e.about} for e in LESSONS]},
            table([(each.name, f"{each.title}. {each.about}") for each in LESSONS]),
        )
        return
    from gendesk.lessons.playing import Told, play  # here: help and the list need no torch

    chosen = next(each for each in LESSONS if each.name == args.name)
    course, controls = Course(chosen, args.seed), Controls()
    tell = teller(args.json)

    def tell_all(event: Event) -> None:
        if isinstance(event, Told) and not args.json:
            tqdm.write(f"\n{event.sentence}", file=sys.stdout)
        else:
            tell(event)  # as JSON whatever has fields can be told

    events = cast(Iterator[Event], play(course, controls, device=args.device))
    try:
        runs = drive(events, controls, tell_all)
    finally:
        tell.close()
    facts = {"event": course.state.value, "runs": [run.folder for run in runs]}
    over = "The lesson is over." if course.state is State.OVER else ""
    say(args, facts, "\n".join(filter(None, [over, *(str(run.folder) for run in runs)])))
