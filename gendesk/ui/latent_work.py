"""The latent explorer's work: each imports what it needs on the worker thread, where it is used."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence
from gendesk.jobs import Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gendesk.ops.latent.activity import Activity
    from gendesk.ops.latent.directions import Direction
    from gendesk.ops.latent.maps import Map
    from gendesk.ops.latent.nearest import Gallery
    from gendesk.ops.latent.point import Point
    from gendesk.ops.latent.space import Space
    from gendesk.ops.latent.walk import Walk

    Picture = NDArray[np.uint8]  # (H, W, C)
    Window = tuple[float, float, float, float]  # left, bottom, right and top, in quantiles

Events = Generator[Event, None, Any]
Place = tuple[float, float]  # x and y on a map
RELATED = 0.45  # how strange relatives are: 0 is a twin, 1 as any
_FRAMES = 16  # of a walk, decoded at a time


@dataclass(frozen=True, eq=False, slots=True)
class Seen:
    """What lies at a point."""

    point: Point
    picture: Picture
    place: Place | None  # on the map, where there is one
    numbers: NDArray[np.float32]  # (latent,) in "w" where there are styles, otherwise in "z"


@dataclass(frozen=True, eq=False, slots=True)
class Known:
    """A picture of the data set beside what is left of it."""

    place: int
    original: Picture | None
    rebuilt: Picture
    error: float  # mean squared, of values in [0, 1]
    label: str


@dataclass(frozen=True, slots=True)
class Plane:
    """Which part of which latent plane is laid out, and how finely."""

    rows: int
    columns: int
    window: Window = (0.0, 0.0, 1.0, 1.0)
    dimensions: tuple[int, int] = (0, 1)


# models


def models(_: Controls) -> Events:
    """Whatever can be walked in: models and runs."""
    yield from ()
    from gendesk.runs.trained import explorable

    return list(explorable())


def open_space(name: str) -> Work:
    """The latent space of a model or a run."""

    def work(_: Controls) -> Events:
        yield Stage(Sentence("Opening the model"))
        from gendesk.ops.latent.space import Space
        from gendesk.runs.trained import open_trained

        return Space(open_trained(name), name)

    return work


def renew(space: Space) -> Work:
    """The same, or that of a newer checkpoint."""

    def work(_: Controls) -> Events:
        yield from ()
        return space.renewed()

    return work


# pictures


def look(
    space: Space,
    point: Point,
    moves: Sequence[tuple[Direction, float]] = (),
    turned: Mapping[int, float] | None = None,
    chart: Map | None = None,
) -> Work:
    """What lies at a point, or somewhere as seen from it.

    Args:
        space: where.
        point: from where.
        moves: how far to go in some directions.
        turned: what to add to some numbers of its style.
        chart: the map on which that is found.
    """

    def work(_: Controls) -> Events:
        yield from ()
        there = point
        if moves:
            from gendesk.ops.latent.directions import moved

            there = moved(space, point, list(moves))
        if turned:
            there = _restyled(space, there, turned)
        picture = space.decoded([there])[0]
        numbers = space.styled(there, "w").values
        return Seen(there, picture, _place(chart, there, numbers), numbers)

    return work


def _restyled(space: Space, point: Point, turned: Mapping[int, float]) -> Point:
    styled = point if point.space == "w+" else space.styled(point, "w")
    values = styled.values.copy()
    for number, amount in turned.items():
        values[..., number] += amount
    return replace(styled, values=values)


def _place(chart: Map | None, point: Point, numbers: NDArray[np.float32]) -> Place | None:
    """Where a point lies on a map: of what has styles by its style, None for a style on a map of z."""
    if chart is None or (chart.space == "z" and point.space != "z"):
        return None
    x, y = chart.project(numbers[None])[0]
    return float(x), float(y)


def lay_out(space: Space, plane: Plane, base: Point) -> Work:
    """Pictures of a latent plane as one picture."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent.manifold import grid

        values = grid(
            space.latent, plane.rows, plane.columns, plane.window, plane.dimensions, base.values
        )
        pictures = space.decode(values, "z", base.kind, base.truncation)
        return mosaic(pictures, plane.rows, plane.columns)

    return work


def mosaic(pictures: NDArray[np.uint8], rows: int, columns: int) -> Picture:
    """(rows * columns, H, W, C) side by side without a gap."""
    _, height, width, channels = pictures.shape
    laid = pictures.reshape(rows, columns, height, width, channels).swapaxes(1, 2)
    return laid.reshape(rows * height, columns * width, channels)


def several(space: Space, points: Sequence[Point], numbers: Sequence[int]) -> Work:
    """What lies at several points, by their numbers."""

    def work(_: Controls) -> Events:
        yield from ()
        return dict(zip(numbers, space.decoded(points), strict=True))

    return work


def bred(
    space: Space,
    how: str,
    here: Point,
    parents: Sequence[Point],
    band: str,
    first: int,
    cells: Sequence[int],
) -> Work:
    """Cells of an endless sheet: ({cell: picture}, {cell: point}).

    Args:
        space: where.
        how: "new" pictures, "relatives" of where one is, "children" of two parents, "mixes" of where
            one is with others' styles, or what the encoder takes for the "same" picture:
            z_mean ± z_sigma.
        here: where one is.
        parents: of children.
        band: which styles are others': "coarse", "middle" or "fine".
        first: the seed of the first cell.
        cells: which ones are wanted.
    """

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent import breeding

        seeds = [first + cell for cell in cells]
        if how == "same":
            codes = space.encode(space.decoded([here]))
            assert codes.deviations is not None
            spread = codes.means + codes.deviations * space.draw(seeds)
            points = [replace(here, values=z, truncation=1.0) for z in spread]
        elif how == "relatives":
            points = [breeding.mutated(space, here, seed, RELATED) for seed in seeds]
        elif how == "children":
            points = [breeding.crossed(space, parents[0], parents[1], seed) for seed in seeds]
        else:
            drawn = space.draw(seeds)
            points = [replace(here, values=z, space="z") for z in drawn]
            if how == "mixes":
                points = [_mixed(space, here, other, band) for other in points]
        pictures = dict(zip(cells, space.decoded(points), strict=True))
        return pictures, dict(zip(cells, points, strict=True))

    return work


def _mixed(space: Space, here: Point, other: Point, band: str) -> Point:
    from gendesk.ops.latent.breeding import mixed

    parts = [other if name == band else here for name in ("coarse", "middle", "fine")]
    return mixed(space, *parts)


# the map


def chart(space: Space, source: str, method: str) -> Work:
    """All pictures of a source as points of a plane."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.maps import chart as charted

        found = yield from charted(space, source, method)
        found.project(found.codes[:1])  # what takes long the first time is done here
        return found

    return work


def thumbs(space: Space, found: Map, places: NDArray[np.int64]) -> Work:
    """The pictures of some points: (their places, (N, H, W, C)); of drawn ones what they decode to."""

    def work(_: Controls) -> Events:
        yield from ()
        if found.dataset is not None:
            return places, found.dataset.pictures[places]
        return places, space.decoded([found.point(place) for place in places.tolist()])

    return work


def known(space: Space, found: Map, place: int) -> Work:
    """A point of the map, as it is and as it is rebuilt."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent.maps import rebuilt

        label = ""
        if found.labels is not None and found.classes:
            label = found.classes[int(found.labels[place])]
        picture, error = rebuilt(space, found, place)
        return Known(place, found.picture(place), picture, error, label)

    return work


def activity(space: Space, found: Map | None) -> Work:
    """Which dimensions do something."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.activity import activity as measured
        from gendesk.ops.latent.space import Codes

        codes = None
        if found is not None and space.encodes:
            codes = Codes(found.codes, found.deviations, found.kinds)
        result: Activity = yield from measured(space, codes)
        return result

    return work


def leave_out(space: Space, found: Map, places: NDArray[np.int64]) -> Work:
    """A branch of a run that learns on without some pictures."""

    def work(_: Controls) -> Events:
        yield Stage(Sentence("Branching the run"))
        from gendesk.ops.latent.groups import leave_out as left_out
        from gendesk.runs.folder import Run, branch

        exclude = str(getattr(space.recipe, "exclude", ""))
        listed = yield from left_out(found, places, exclude)
        return branch(Run.open(space.name), space.step, {"exclude": str(listed)})

    return work


def add_up(space: Space, a: Point, b: Point, c: Point) -> Work:
    """A − B + C."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent.breeding import sum_of

        return sum_of(space, a, b, c)

    return work


def holder(sha256: str) -> Work:
    """The name of the model or run that has these weights, None where none has them."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.runs.trained import holder as held

        return held(sha256)

    return work


def export_group(found: Map, places: NDArray[np.int64], folder: Path) -> Work:
    """The pictures of a group, and a list of them."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.groups import export_group as exported

        return (yield from exported(found, places, folder))

    return work


# directions


def directions(space: Space, found: Map | None, how: str) -> Work:
    """Directions found in a space: "pca" of its codes, of its "activations", or "sefa"."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent import directions as ways

        if how == "activations":
            return (yield from ways.activations(space))
        yield Stage(Sentence("Looking for directions"))
        if how == "sefa":
            return ways.closed_form(space)
        codes = found.codes if found is not None else space.draw(range(2000))
        return ways.principal(codes, "z" if found is None else found.space)

    return work


def between(found: Map, without: NDArray[np.int64], having: NDArray[np.int64], name: str) -> Work:
    """The direction that leads from one group to another."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent.directions import between as led

        return led(found.codes[without], found.codes[having], name, found.space)

    return work


# walks


def frames(space: Space, walk: Walk, shown: list[Picture]) -> Work:
    """All pictures of a walk, put into `shown` as they are decoded."""

    def work(_: Controls) -> Events:
        points = walk.points(space)
        for at in range(0, len(points), _FRAMES):
            shown.extend(space.decoded(points[at : at + _FRAMES]))
            yield Stage(Sentence("Decoding the walk"), len(shown), len(points))

    return work


def export_walk(space: Space, walk: Walk, path: Path, kind: str) -> Work:
    """A walk as a film, an animation, pictures or a sheet."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.export import export_walk as exported

        return (yield from exported(space, walk, path, kind))

    return work


def export_manifold(space: Space, path: Path, cells: int, plane: Plane, base: Point) -> Work:
    """A latent plane as a picture to be printed."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.manifold import export_manifold as exported

        return (
            yield from exported(
                space, path, cells, plane.window, plane.dimensions,
                base.values, base.kind, base.truncation,
            )
        )  # fmt: skip

    return work


# pictures of one's own


def find(space: Space, path: Path) -> Work:
    """Where a picture of one's own lies: encoded at once, or looked for."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.inversion import invert
        from gendesk.ops.pictures import as_learnt

        yield Stage(Sentence("Opening the picture"))
        return (yield from invert(space, as_learnt(path, space.size, space.channels)))

    return work


def nearest(space: Space, galleries: dict[str, Gallery], point: Point) -> Work:
    """The training pictures most like what lies at a point; `galleries`, by the model's name, are kept."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.nearest import gallery

        if space.name not in galleries:
            galleries[space.name] = yield from gallery(space)
        return galleries[space.name].nearest(space.decoded([point])[0])

    return work


# positions


def save_picture(space: Space, point: Point, path: Path) -> Work:
    """The exact picture of a point, which carries its position."""

    def work(_: Controls) -> Events:
        from gendesk.core.events import Saved
        from gendesk.ops.latent.positions import save_picture as saved

        yield Stage(Sentence("Saving the picture"))
        saved(space, point, path)
        yield Saved("file", path)

    return work


def read_position(path: Path) -> Work:
    """What a position file says, or a picture that carries one; None where there is none in it."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.ops.latent.positions import NoPosition, read

        try:
            return read(path)
        except NoPosition:
            return None

    return work


def write_position(space: Space, thing: Any, path: Path) -> Work:
    """A point, a walk or a direction as a small file."""

    def work(_: Controls) -> Events:
        from gendesk.core.events import Saved
        from gendesk.ops.latent.positions import position, write

        write(path, position(space, thing))
        yield Saved("file", path)

    return work
