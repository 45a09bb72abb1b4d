"""Pictures out of what was learnt: samples, reconstructions, and the latent plane."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from gendesk.core.events import Event, Saved, Stage, Warned
from gendesk.core.family import Decodes, Distinguishes, Encodes, Learner
from gendesk.core.images import Picture, grid, to_float, to_uint8
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.decoder import SUFFIXES, decode
from gendesk.data.geometry import square
from gendesk.nn.vae import manifold as plane
from gendesk.ops.files import beside
from gendesk.ops.latent.networks import painted

_BATCH = 64


def sample(
    learner: Learner, count: int, seed: int, kinds: Sequence[int] = (), truncation: float = 1.0
) -> NDArray[np.uint8]:
    """New pictures from standard normal latents; the same seed gives the same ones.

    Args:
        learner: it decodes.
        count: how many.
        seed: of the latents.
        kinds: of which kind each shall be, for a model that is told them.
        truncation: 1 for all that it makes; less for likelier pictures that differ less.

    Returns:
        (count, H, W, C)

    Raises:
        Trouble: this model cannot make pictures.
    """
    source = torch.Generator().manual_seed(seed)
    decodes = _decoder(learner)
    z = torch.randn(count, decodes.latent, generator=source)
    return _decoded(decodes, z, torch.tensor(kinds) if kinds else None, truncation)


def samples(
    learner: Learner,
    count: int,
    seed: int,
    kind: str = "",
    classes: Sequence[str] = (),
    truncation: float = 1.0,
) -> Picture:
    """New pictures as one grid; where the model is told kinds, a row of each.

    Args:
        learner: it decodes.
        count: how many, or a few more where they fill rows.
        seed: of the latents.
        kind: the only one wanted, by its name or number.
        classes: what the kinds are called.
        truncation: as `sample` has it.

    Raises:
        Trouble: this model cannot make pictures, or not of that kind.
    """
    known = int(getattr(learner, "classes", 0))
    if not known:
        if kind:
            raise Trouble("This model does not know kinds of pictures; choose a conditional one.")
        return grid(sample(learner, count, seed, (), truncation))
    if kind:
        wanted = [kind_number(kind, classes)] * count
        return grid(sample(learner, count, seed, wanted, truncation))
    columns = -(-count // known)
    kinds = [kind for kind in range(known) for _ in range(columns)]
    return grid(sample(learner, len(kinds), seed, kinds, truncation), columns)


def manifold(learner: Learner, n: int = 20) -> NDArray[np.uint8]:
    """The latent plane as n × n pictures, row by row, evenly spread by probability.

    The quantiles of N(0, I) (Kingma & Welling 2013, figure 4). Where there are more than two latent
    dimensions it is the plane of the first two; the others are 0. Where there are kinds of
    pictures it is the plane of the first.

    Returns:
        (n * n, H, W, C)

    Raises:
        Trouble: this model cannot make pictures.
    """
    decodes = _decoder(learner)
    z = torch.zeros(n * n, decodes.latent)
    z[:, :2] = plane(n)
    told = bool(getattr(learner, "classes", 0))
    return _decoded(decodes, z, torch.zeros(n * n, dtype=torch.int64) if told else None)


def reconstruct(
    learner: Learner, size: int, channels: int, paths: Iterable[Path], folder: Path
) -> Generator[Event, None, int]:
    """Each picture, and beside it what is left after the latent space, as PNG files in `folder`.

    What cannot be read is said and left out. Returns how many were written.

    Args:
        learner: it encodes and decodes.
        size: the side of its pictures in pixels.
        channels: 1 for grey pictures, 3 for colour.
        paths: picture files, and folders of them.
        folder: nothing that is there already is replaced.

    Raises:
        Trouble: this model cannot do it, no picture could be read, or `folder` cannot be written.
    """
    if not (isinstance(learner, Encodes) and isinstance(learner, Decodes)):
        raise Trouble("This model cannot rebuild pictures; choose an autoencoder.")
    files = [file for path in paths for file in _files(path)]
    written = 0
    for done, file in enumerate(files, 1):
        try:
            original = as_learnt(file, size, channels)[None]
        except Trouble as trouble:
            yield Warned(trouble.sentence)
        else:
            rebuilt = _rebuilt(learner, to_float(torch.from_numpy(original)))
            sheet = grid(np.concatenate([original, rebuilt]), columns=2)
            place = _free(folder / f"{file.stem}.png")
            with beside(place) as path:
                Image.fromarray(sheet.squeeze(2) if channels == 1 else sheet).save(path, "PNG")
            written += 1
            yield Saved("file", place)
        yield Stage(Sentence("Rebuilding pictures"), done, len(files))
    if not written:
        raise Trouble("None of the {count} pictures could be read.", count=len(files))
    return written


def as_learnt(path: Path, size: int, channels: int) -> Picture:
    """(size, size, channels) uint8, made from a file as training pictures are.

    Raises:
        Trouble: it cannot be read.
    """
    picture = square(decode(path, target=size).picture, size)
    pixels = np.array(picture.convert("L" if channels == 1 else "RGB"))
    return pixels.reshape(size, size, channels)


def _decoder(learner: Learner) -> Decodes:
    if not isinstance(learner, Decodes):
        raise Trouble("This model cannot make pictures.")
    return learner


def _decoded(
    learner: Decodes, z: Tensor, kinds: Tensor | None, truncation: float = 1.0
) -> NDArray[np.uint8]:
    """Pictures of latents, and of the kinds that a model may be told."""
    parts = []
    with torch.no_grad():
        for i in range(0, len(z), _BATCH):
            told = None if kinds is None else kinds[i : i + _BATCH]
            parts.append(to_uint8(painted(learner, z[i : i + _BATCH], "z", told, truncation)))
    return np.concatenate(parts)


@torch.no_grad()
def _rebuilt(learner: Learner, images: Tensor) -> NDArray[np.uint8]:
    """What is left of pictures after the latent space, (B, H, W, C)."""
    assert isinstance(learner, Encodes) and isinstance(learner, Decodes)
    told = (learner.kinds(images),) if isinstance(learner, Distinguishes) else ()
    return to_uint8(learner.decode(learner.encode(images, *told), *told))


def kind_number(kind: str, classes: Sequence[str]) -> int:
    """Of a kind, by its name or by the number itself.

    Raises:
        Trouble: there is no such kind.
    """
    if kind in classes:
        return classes.index(kind)
    if kind.isdecimal() and int(kind) < len(classes):
        return int(kind)
    raise Trouble(
        "There is no kind {name}; there are {known}.", name=repr(kind), known=", ".join(classes)
    )


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES)
    return [path]


def _free(path: Path) -> Path:
    """`path`, or the next of "name-2.png" … that does not exist."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
