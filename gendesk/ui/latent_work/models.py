"""What can be walked in, opened and kept up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gendesk.core.controls import Controls
from gendesk.core.events import Stage
from gendesk.core.sentence import Sentence
from gendesk.jobs import Work
from gendesk.ui.work import Events

if TYPE_CHECKING:
    from gendesk.ops.latent.space import Space


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

        space = Space(open_trained(name), name)
        _look_around(space)
        return space

    return work


def principal(space: Space, source: str) -> Work:
    """Principal components of the same pictures, to be walked in as a model is."""

    def work(_: Controls) -> Events:
        from gendesk.ops.latent.principal import principal as found

        return (yield from found(space, source))

    return work


def renew(space: Space) -> Work:
    """The same, or that of a newer checkpoint."""

    def work(_: Controls) -> Events:
        yield from ()
        newer = space.renewed()
        _look_around(newer)
        return newer

    return work


def _look_around(space: Space) -> None:
    """Find out here what takes a moment the first time."""
    space.frame  # noqa: B018
    if not space.encodes:
        space.truncates  # noqa: B018


def holder(sha256: str) -> Work:
    """The name of the model or run that has these weights, None where none has them."""

    def work(_: Controls) -> Events:
        yield from ()
        from gendesk.runs.trained import holder as held

        return held(sha256)

    return work
