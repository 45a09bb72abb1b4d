"""Commands that train: a run, a measurement, a demonstration."""

from __future__ import annotations

import shlex
import sys
from argparse import Namespace
from collections.abc import Generator
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gendesk import paths
from gendesk.cli.driving import Interrupted, drive_told
from gendesk.cli.telling import say, speaks
from gendesk.core.controls import Controls
from gendesk.core.events import Event, Paused
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.runs.export import export
from gendesk.runs.folder import Run, branch

_DEMO_SECONDS, _FEWEST_STEPS = 50.0, 200


class Usage(Trouble):
    """What was typed cannot be meant."""


def train(args: Namespace) -> None:
    """Train a family, a recipe, or a run further."""
    from gendesk.runs.session import train as trained

    with ExitStack() as stack:
        if not speaks():
            # Of torchrun's processes the first records; the others need a run of their own only
            # for its recipe, or the checkpoint to go on from.
            args.out = Path(stack.enter_context(TemporaryDirectory())) / "run"
        run = _run_to_train(args)
        controls = Controls()
        events = trained(run, controls, device=args.device, steps=args.steps)
        _train_to_the_end(args, run, events, controls)


def bench(args: Namespace) -> None:
    """Measure how fast training is on this machine; of all families, those that can learn here."""
    for what in [args.what] if args.what else list(Recipe.known):
        try:
            _bench_one(args, what)
        except Trouble as trouble:
            if args.what or isinstance(trouble, Usage):
                raise
            print(f"{what}: {trouble}", file=sys.stderr)


def _bench_one(args: Namespace, what: str) -> None:
    from gendesk.runs.session import preflight

    recipe = _recipe(args, what)
    if recipe is None:
        raise _unknown(what)
    measured = drive_told(args, preflight(recipe, args.device))
    facts = {
        "family": recipe.family, "data": recipe.data, "size": recipe.size,
        "batch_size": recipe.batch_size, "pictures_per_second": measured.rate,
        "seconds": measured.seconds, "bytes": measured.bytes,
    }  # fmt: skip
    say(
        args,
        facts,
        f"{recipe.family} on {recipe.data}, {recipe.size} px, batches of {recipe.batch_size}: "
        f"{measured.rate:,.0f} pictures/s, {measured.seconds:,.0f} s for {recipe.steps} steps, "
        f"{measured.bytes / 1e9:.2f} GB",
    )


def demo(args: Namespace) -> None:
    """Train the default recipe on the built-in digits for a minute, and leave pictures of it."""
    from gendesk.runs.session import preflight
    from gendesk.runs.session import train as trained

    recipe = Recipe.known["vae"]()
    measured = drive_told(args, preflight(recipe))
    steps = round(_DEMO_SECONDS * recipe.steps / max(measured.seconds, 1e-9))
    steps = min(max(steps, _FEWEST_STEPS), recipe.steps)
    run = Run.create(recipe.changed(steps=steps, preview_every=max(1, steps // 20)))
    controls = Controls()
    _train_to_the_end(args, run, trained(run, controls), controls)
    for kind in ("samples", "manifold"):
        if run.previews_of(kind):
            path = args.out / f"{kind}.png"
            drive_told(args, export(run, "grid", path, kind))
            say(args, None, str(path))
    if args.portrait:
        try:
            path = args.portrait(args.out / "window.png", run.folder)
        except Trouble as trouble:  # the training worked: a library that Qt misses is no failure
            print(trouble, file=sys.stderr)
        else:
            say(args, {"event": "saved", "path": path}, str(path))


def settled(source: str) -> str:
    """A source that means the same from every folder.

    Raises:
        Trouble: there is none of that name.
    """
    from gendesk.data.sources import parse

    parsed = parse(source)
    path = getattr(parsed, "path", None)
    return source if path is None else f"{parsed.name.partition(':')[0]}:{path.absolute()}"


def _train_to_the_end(
    args: Namespace, run: Run, events: Generator[Event, None, Any], controls: Controls
) -> None:
    about = {"run": run.name, "folder": run.folder}
    if speaks():
        say(args, {"event": "started", **about}, f"Training {run.name}", sys.stderr)
    try:
        drive_told(args, _until_it_stands_still(events, run), controls)
    except Interrupted:
        if speaks():
            hint = f"Stopped and saved; `gendesk train {_typed(run)}` goes on."
            say(args, {"event": "cancelled", **about}, hint, sys.stderr)
        raise
    if speaks():
        summary = run.summary()
        facts = {"event": "finished", **about, "step": summary.step, "loss": summary.loss}
        say(args, facts, str(run.folder))


def _until_it_stands_still(
    events: Generator[Event, None, Any], run: Run
) -> Generator[Event, None, None]:
    """The events of a training, up to a pause whose reason nobody at a terminal can take away.

    Raises:
        Trouble: it paused; the sentence has the command that would take it on.
    """
    with closing(events):
        for event in events:
            if isinstance(event, Paused) and event.sentence:
                settings = [f"--set {k}={_short(v)}" for k, v in (event.remedy or {}).items()]
                raise Trouble(
                    "{why} What was learnt before is saved; try `{command}`.",
                    why=event.sentence,
                    command=" ".join(["gendesk train", _typed(run), *settings]),
                )
            yield event


def _short(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _typed(run: Run) -> str:
    """A run as it may be typed after a command."""
    here = run.folder.parent == paths.runs().resolve()
    return shlex.quote(run.name if here else str(run.folder))


def _run_to_train(args: Namespace) -> Run:
    """A new run of a family or recipe, a run as it is, or a branch of it with changed knobs."""
    name, folder = _name_and_folder(args.out)
    recipe = _recipe(args, args.what)
    if recipe is not None:
        return Run.create(recipe, name, folder)
    try:
        run = Run.open(args.what)
    except Trouble as trouble:
        raise _unknown(args.what, trouble) from None
    settings = _settings(args)
    if not settings and (args.out is None or not speaks()):
        return run
    if args.steps is not None:
        settings["steps"] = args.steps
    recipe = _changed(run.recipe, settings)
    there = run.checkpoints()
    if not there:
        return Run.create(recipe, name, folder)
    return branch(run, there[-1][0], settings, name, folder)


def _unknown(what: str, trouble: Trouble | None = None) -> Trouble:
    if trouble is not None and ("/" in what or "-" in what):
        return trouble  # it looks like a run
    return Trouble(
        "{what} is neither a family ({families}) nor a recipe file nor a run.",
        what=what,
        families=", ".join(Recipe.known),
    )


def _recipe(args: Namespace, what: str) -> Recipe | None:
    """The recipe of a family or in a file, with what was set; None where `what` is neither.

    A family's recipe is first suited to the pictures, which takes a look at them.
    """
    settings = _settings(args)
    if what in Recipe.known:
        from gendesk.data import survey

        _changed(Recipe.known[what](), settings)  # what is wrong with the settings is said at once
        report = drive_told(args, survey(settings.get("data", Recipe.data)))
        recipe = Recipe.known[what].suited(report.material)
        recipe.check_kinds(report.material.labels)
    elif what.endswith(".json"):
        recipe = Recipe.read(Path(what))
    else:
        return None
    if getattr(args, "steps", None) is not None:
        settings["steps"] = args.steps
    return _changed(recipe, settings)


def _changed(recipe: Recipe, settings: dict[str, Any]) -> Recipe:
    try:
        return recipe.changed(**settings)
    except Trouble as trouble:
        raise Usage(trouble.sentence.text, **trouble.sentence.values) from None


def _settings(args: Namespace) -> dict[str, Any]:
    settings = knobs_set(args)
    if args.data is not None:
        settings["data"] = args.data
    if "data" in settings:
        settings["data"] = settled(settings["data"])
    return settings


def knobs_set(args: Namespace) -> dict[str, Any]:
    """What `--set` was given, by knob.

    Raises:
        Usage: it is no knob=value.
    """
    settings: dict[str, Any] = {}
    for setting in args.settings:
        name, equals, value = setting.partition("=")
        if not (name and equals):
            raise Usage("--set needs knob=value, but was given {given}.", given=repr(setting))
        settings[name.strip()] = value.strip()
    return settings


def _name_and_folder(out: Path | None) -> tuple[str | None, Path | None]:
    """A bare name is a run among the others; a path is a folder of its own."""
    if out is None:
        return None, None
    if str(out) == out.name:
        return out.name, None
    out = out.expanduser().absolute()
    return out.name, out.parent
