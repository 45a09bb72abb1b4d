"""The work that the restoring panel starts; as in `work`, imports lie where they are used."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from gendesk import paths
from gendesk.core.controls import Controls
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.jobs import Work

if TYPE_CHECKING:
    from gendesk.ops.photo import Photo
    from gendesk.ops.restoring.options import Options
    from gendesk.ops.restoring.restorers import Restorer
    from gendesk.ui.widgets.pyramid import Pyramid

Events = Generator[Event, None, Any]

_SAMPLES = {
    "china-noisy.png": Sentence("Pavilion, noisy"),
    "flower-small.png": Sentence("Flower, small"),
}
_KEPT = 4  # opened models: as many as can be compared
_NOISE, _SMALLER = 25, 3  # of the samples
_TOLD = 500  # pictures found until that is said
_opened: dict[str, Restorer] = {}
_opened_lock = Lock()


@dataclass(frozen=True, eq=False)
class Opened:
    """A picture that is looked at."""

    photo: Photo
    pyramid: Pyramid  # of its pixels as the screen shows them
    noise: float  # estimated, σ in 1/255


def gather(dropped: Sequence[Path]) -> Work:
    """What lies there to be restored: [(path, its pictures, whether it is a folder)], [sentences]."""

    def work(_: Controls) -> Events:
        found: list[tuple[Path, tuple[Path, ...], bool]] = []
        troubles: list[Sentence] = []
        for path in dropped:
            yield Stage(Sentence("Looking for pictures"), len(found))
            try:
                pictures = yield from _pictures_in(path)
                found.append((path, pictures, path.is_dir()))
            except Trouble as trouble:
                troubles.append(trouble.sentence)
        return found, troubles

    return work


def samples(_: Controls) -> Events:
    """Two pictures to try it on, a noisy and a small one: their paths."""
    yield Stage(Sentence("Preparing the sample"))
    import numpy as np
    from PIL import Image
    from sklearn.datasets import load_sample_images

    from gendesk.ops.files import beside

    china, flower = (Image.fromarray(each) for each in load_sample_images().images)
    noise = np.random.default_rng(0).normal(0, _NOISE, (china.height, china.width, 3))
    noisy = Image.fromarray((np.asarray(china) + noise).round().clip(0, 255).astype(np.uint8))
    written = []
    for name, picture in zip(_SAMPLES, (noisy, flower.reduce(_SMALLER)), strict=True):
        path = _samples() / name
        if not path.exists():
            with beside(path) as place:
                picture.save(place, "png")
        written.append(path)
    return written


def called(path: Path) -> Sentence:
    """What a picture is called: a sample by its title, anything else by its file's name."""
    if path.parent == _samples() and path.name in _SAMPLES:
        return _SAMPLES[path.name]
    return Sentence("{name}", {"name": path.name})


def models(_: Controls) -> Events:
    """The models that restore."""
    yield from ()
    from gendesk.ops.restoring.restorers import all_restorers

    return all_restorers()


def add_model(path: Path) -> Work:
    """Check a stranger's model and keep it: the name it has from now on."""

    def work(_: Controls) -> Events:
        from gendesk.ops.community.opening import convert

        return (yield from convert(path)).name

    return work


def open_picture(path: Path) -> Work:
    """Read a picture for the viewer."""

    def work(_: Controls) -> Events:
        yield Stage(Sentence("Opening the picture"))
        from gendesk.ops.photo import read_photo

        return _looked_at(read_photo(path))

    return work


def spoil(given: Opened, model: str, noise: float) -> Work:
    """The picture noisier or smaller, as suits the model, to see what it gets back."""

    def work(_: Controls) -> Events:
        restorer = yield from opened_restorer(model)
        yield Stage(Sentence("Spoiling the picture"))
        from gendesk.ops.restoring.picture import degraded

        return _looked_at(degraded(given.photo, restorer, noise, seed=0))

    return work


def restore_all(sources: Sequence[Path], model: str, out: Path, options: Options) -> Work:
    """Restore files and folders into another folder."""

    def work(controls: Controls) -> Events:
        from gendesk.ops.restoring.batch import restore
        from gendesk.ops.restoring.restorers import open_restorer

        restorer = yield from open_restorer(model)
        return (yield from restore(sources, restorer, out, options, controls))

    return work


def opened_restorer(model: str) -> Generator[Event, None, Restorer]:
    """The model, opened once and kept while it is used."""
    with _opened_lock:
        restorer = _opened.pop(model, None)
    if restorer is None:
        from gendesk.ops.restoring.restorers import open_restorer

        restorer = yield from open_restorer(model)
    with _opened_lock:
        _opened[model] = restorer  # the newest is the last
        while len(_opened) > _KEPT:
            del _opened[next(iter(_opened))]
    return restorer


def forget_restorers() -> None:
    """Let go of all opened models."""
    with _opened_lock:
        _opened.clear()


def _samples() -> Path:
    return paths.caches() / "samples"


def _looked_at(photo: Photo) -> Opened:
    from gendesk.ops.photo import to_srgb8
    from gendesk.ops.restoring.noise import estimated_noise
    from gendesk.ui.widgets.pyramid import Pyramid

    return Opened(photo, Pyramid.build(to_srgb8(photo)), estimated_noise(photo.pixels))


def _pictures_in(path: Path) -> Generator[Event, None, tuple[Path, ...]]:
    """All pictures of a folder and its folders, or the picture itself."""
    from gendesk.ops.photo import READS

    if path.is_file():
        if path.suffix.lower() not in READS:
            raise Trouble("{path} is no picture that gendesk can read.", path=path)
        return (path,)
    if not path.is_dir():
        raise Trouble("{path} is no file or folder, or is not there any more.", path=path)
    found: list[Path] = []
    told = 0
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        found += [
            Path(folder, name)
            for name in sorted(names)
            if not name.startswith(".") and Path(name).suffix.lower() in READS
        ]
        if len(found) >= told + _TOLD:
            told = len(found)
            yield Stage(Sentence("Looking for pictures"), told)
    if not found:
        raise Trouble("The folder {path} holds no pictures.", path=path)
    return tuple(found)
