"""Maps of a latent space, their points, and groups of these."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gendesk.core.controls import Controls
from gendesk.core.events import Stage
from gendesk.core.sentence import Sentence
from gendesk.jobs import Work
from gendesk.ui.work import Events

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gendesk.ops.latent.activity import Activity
    from gendesk.ops.latent.maps import Map
    from gendesk.ops.latent.space import Space
    from gendesk.ui.latent_work.pictures import Picture


@dataclass(frozen=True, eq=False, slots=True)
class Known:
    """A picture of the data set beside what is left of it."""

    place: int
    original: Picture | None
    rebuilt: Picture
    error: float  # mean squared, of values in [0, 1]
    label: str


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


def export_group(found: Map, places: NDArray[np.int64], folder: Path) -> Work:
    """The pictures of a group, and a list of them."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.groups import export_group as exported

        return (yield from exported(found, places, folder))

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
