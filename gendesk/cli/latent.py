"""Commands that walk through what a model has learnt. What needs torch is imported where it is used."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from gendesk.cli.driving import drive_told
from gendesk.cli.telling import say
from gendesk.cli.training import Usage, settled
from gendesk.core.events import Event
from gendesk.core.sentence import Trouble
from gendesk.runs.trained import holder, open_trained

if TYPE_CHECKING:
    from gendesk.ops.latent.inversion import Found
    from gendesk.ops.latent.positions import Position
    from gendesk.ops.latent.space import Space
    from gendesk.ops.latent.walk import Walk

_FILMS = {".mp4": "mp4", ".gif": "gif", ".png": "sheet", "": "png"}  # kinds of walks by suffix


def map(args: Namespace) -> None:
    """A map of all pictures, as a picture."""
    from gendesk.ops.latent.maps import chart
    from gendesk.ops.latent.sheet import save_map

    space, out = _space(args.run, args.device), _png(args.out)
    source = settled(args.data) if args.data else ""
    work = chart(space, source, args.method, args.count, args.seed)
    found = drive_told(args, work)
    save_map(found, out, f"{space.name} · {found.method}")
    say(args, {"event": "saved", "path": out, "points": len(found)}, str(out))


def manifold(args: Namespace) -> None:
    """Two dimensions of the latent space, as a grid of pictures."""
    from gendesk.ops.latent.manifold import export_manifold

    space, out = _space(args.run, args.device), _png(args.out)
    first, second = args.dimensions
    if not (0 <= first < space.latent and 0 <= second < space.latent and first != second):
        raise Usage(
            "{name} has {latent} dimensions, counted from 0; choose two of them.",
            name=space.name,
            latent=space.latent,
        )
    left, bottom, right, top = args.window
    if not (0 <= left < right <= 1 and 0 <= bottom < top <= 1):
        raise Usage(
            "A window goes from the left to the right and from the bottom to the top, within 0 and 1."
        )
    window = (left, bottom, right, top)
    drive_told(
        args,
        export_manifold(
            space,
            out,
            args.cells,
            window,
            (first, second),
            None,
            _kind(space, args),
            args.truncation,
        ),
    )
    say(args, {"event": "saved", "path": out}, str(out))


def walk(args: Namespace) -> None:
    """A walk from keyframe to keyframe, as a film or as pictures."""
    out: Path = args.out
    if out.suffix.lower() not in _FILMS:
        raise Usage(
            "{file} must end with .mp4, .gif or .png (a contact sheet), or name a folder.", file=out
        )
    from gendesk.ops.latent.export import export_walk
    from gendesk.ops.latent.positions import read

    positions = [read(path) for path in args.keyframes]
    space = _space_of(positions[0], args)
    for position in positions:
        position.check(space)
    wanted = _walk(positions, args)
    drive_told(args, export_walk(space, wanted, out, _FILMS[out.suffix.lower()]))
    say(args, {"event": "saved", "path": out}, str(out))


def invert(args: Namespace) -> None:
    """The place of a picture in the latent space, as a position file or a picture that carries it."""
    if args.out.suffix.lower() not in (".json", ".png"):
        raise Usage("{file} must end with .json or .png.", file=args.out)
    from gendesk.ops.latent import positions

    space = _space(args.model, args.device)
    found = drive_told(args, _inverted(space, args), work="Searching")
    if args.out.suffix.lower() == ".png":
        positions.save_picture(space, found.point, args.out)
    else:
        positions.write(args.out, positions.position(space, found.point))
    facts = {"event": "saved", "path": args.out, "error": found.error}
    say(args, facts, f"{args.out} (mean squared error {found.error:.5f})")


def _inverted(space: Space, args: Namespace) -> Generator[Event, None, Found]:
    from gendesk.ops.latent.inversion import invert
    from gendesk.ops.pictures import as_learnt

    picture = as_learnt(args.picture.expanduser(), space.size, space.channels)
    return (yield from invert(space, picture, args.into, args.seed, args.steps))


def _walk(positions: list[Position], args: Namespace) -> Walk:
    """The keyframes of all positions, in the ways of the first walk or as the options say."""
    from dataclasses import replace

    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.walk import Walk

    keyframes: list[Point] = []
    ways: Walk | None = None
    for position in positions:
        thing = position.thing
        if isinstance(thing, Walk):
            ways = ways or thing
            keyframes += thing.keyframes
        elif isinstance(thing, Point):
            keyframes.append(thing)
        else:
            raise Trouble("A direction leads nowhere by itself; give points or a walk.")
    chosen = {
        name: getattr(args, name)
        for name in ("way", "loop", "easing", "frames", "fps")
        if getattr(args, name) is not None
    }
    return replace(ways or Walk(()), keyframes=tuple(keyframes), **chosen)


def _space_of(position: Position, args: Namespace) -> Space:
    """The model that a position belongs to, found by its weights where none is named."""
    if args.model:
        return _space(args.model, args.device)
    name = holder(position.sha256)
    if name is None:
        raise Trouble(
            "This position belongs to {model} (weights {sha}…), which is not here; get that model, or "
            "a run's checkpoint with these weights, first.",
            model=position.model,
            sha=position.sha256[:12],
        )
    return _space(name, args.device)


def _space(name: str, device: str) -> Space:
    trained = open_trained(name)
    from gendesk.ops.latent.space import Space
    from gendesk.training.devices import fabric_for

    return Space(trained, Path(name).name, fabric_for(device, "32").device.type)


def _kind(space: Space, args: Namespace) -> int | None:
    if not args.kind:
        return None
    if not space.kinds:
        raise Trouble("This model does not know kinds of pictures; choose a conditional one.")
    from gendesk.ops.pictures import kind_number

    return kind_number(args.kind, space.kinds)


def _png(path: Path) -> Path:
    if path.suffix.lower() != ".png":
        raise Usage("{file} must end with .png.", file=path)
    return path
