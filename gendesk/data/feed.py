"""Batches from memory: index, flip, crop, convert. No worker processes, nothing is decoded."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakValueDictionary

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gendesk.core.family import Batch
from gendesk.core.images import to_float
from gendesk.data.dataset import Dataset

_ORDER, _CHANGES = 0, 1  # streams of random numbers

# Pictures that lie on a device, shared by all feeds of the same data set.
_resident: WeakValueDictionary[tuple[str, str], Tensor] = WeakValueDictionary()


class Feed:
    """Gives the batch for any position of an endless stream of shuffled epochs.

    Epoch e is a permutation of `indices` that depends on (seed, e) alone, and a batch may reach
    over an epoch's end; hence every batch is full, each picture is seen exactly once an epoch,
    and to resume needs only the number of pictures seen. Of `world` processes each takes its
    rows of the same global batch.

    Args:
        dataset: the pictures.
        indices: (N,) which of them to feed.
        batch_size: pictures in a batch of all processes together; a multiple of `world`.
        seed: of the order, the mirroring and the shifts.
        device: where the batches are wanted.
        flip: mirror every other picture, left to right.
        crop: shift each picture by up to this many pixels, reflected at the edges.
        rank: which of the processes this is.
        world: how many processes there are.
    """

    def __init__(
        self,
        dataset: Dataset,
        indices: NDArray[np.int64],
        batch_size: int,
        seed: int = 0,
        device: torch.device | str = "cpu",
        flip: bool = False,
        crop: int = 0,
        rank: int = 0,
        world: int = 1,
    ) -> None:
        self.device = torch.device(device)
        self._indices = indices
        self._batch_size = batch_size
        self._seed = seed
        self._flip = flip
        self._crop = min(crop, dataset.size - 1)  # a reflection is no longer than that
        self._rows = batch_size // world
        self._offset = rank * self._rows
        self._pictures = _placed(dataset, self.device)  # (N, H, W, C) uint8
        self._labels = None if dataset.labels is None else torch.from_numpy(dataset.labels)
        self._epochs: dict[int, Tensor] = {}  # the permutations in use: one, or two at an end

    def __len__(self) -> int:
        return len(self._indices)

    def batch(self, seen: int) -> Batch:
        """This process's rows of the batch that begins when `seen` pictures have been given.

        `seen` counts the pictures of all processes.
        """
        position = seen + self._offset
        return self._batch(self._order(position), position)

    def ordered(self, limit: int | None = None) -> Iterator[Batch]:
        """All pictures once, or the first `limit`, in order and unchanged; every process gets all.

        The last batch may be smaller.
        """
        indices = torch.from_numpy(self._indices[:limit])
        for start in range(0, len(indices), self._batch_size):
            yield self._batch(indices[start : start + self._batch_size], None)

    def _order(self, position: int) -> Tensor:
        """Which pictures lie at `position` and after it in the stream of all epochs."""
        pieces, missing = [], self._rows
        while missing:
            epoch, start = divmod(position, len(self._indices))
            piece = self._permutation(epoch)[start : start + missing]
            pieces.append(piece)
            position, missing = position + len(piece), missing - len(piece)
        return pieces[0] if len(pieces) == 1 else torch.cat(pieces)

    def _permutation(self, epoch: int) -> Tensor:
        if epoch not in self._epochs:
            if len(self._epochs) == 2:
                del self._epochs[min(self._epochs)]
            numbers = np.random.Generator(_stream(self._seed, _ORDER, epoch))
            order = numbers.permutation(len(self._indices))
            self._epochs[epoch] = torch.from_numpy(self._indices[order])
        return self._epochs[epoch]

    def _batch(self, chosen: Tensor, position: int | None) -> Batch:
        labels = None if self._labels is None else self._labels.index_select(0, chosen)
        pictures = self._select(chosen)
        if position is not None and (self._flip or self._crop):
            pictures = self._changed(pictures, position)
        if labels is not None:
            labels = labels.to(self.device, non_blocking=True)
        return Batch(to_float(pictures), labels)

    def _select(self, chosen: Tensor) -> Tensor:
        """The pictures of a batch on the device, as (B, H, W, C) uint8."""
        if self._pictures.device.type == self.device.type:
            return self._pictures.index_select(0, chosen.to(self.device))
        if self.device.type != "cuda":
            return self._pictures.index_select(0, chosen).to(self.device)
        shape = (len(chosen), *self._pictures.shape[1:])
        # From the pinned memory that torch keeps, so that the copy need not be waited for.
        pinned = torch.empty(shape, dtype=torch.uint8, pin_memory=True)
        torch.index_select(self._pictures, 0, chosen, out=pinned)
        return pinned.to(self.device, non_blocking=True)

    def _changed(self, pictures: Tensor, position: int) -> Tensor:
        """Mirrored and shifted by random numbers that belong to positions in the stream."""
        # Four numbers for each position: the generator counts in fours.
        b = len(pictures)
        numbers = _stream(self._seed, _CHANGES, 0, position).random_raw(4 * b).reshape(b, 4)
        if self._flip:
            mirrored = torch.from_numpy(np.flatnonzero(numbers[:, 0] >> 63)).to(self.device)
            pictures.index_copy_(0, mirrored, pictures.index_select(0, mirrored).flip(2))
        if self._crop:
            shifts = (numbers[:, 1:3] % (2 * self._crop + 1)).astype(np.int64)
            pictures = _cropped(pictures, shifts, self._crop)
        return pictures


def _cropped(pictures: Tensor, shifts: NDArray[np.int64], margin: int) -> Tensor:
    """Of (B, H, W, C) pictures, reflected `margin` pixels beyond each edge, the part at `shifts`.

    `shifts` is (B, 2): down and across, from 0 to 2 * margin. All windows of a row's length are
    one tensor of overlapping strides, so that a single selection of rows does it, several times
    faster than `gather`.
    """
    b, h, w, c = pictures.shape
    left, right = pictures[:, :, 1 : margin + 1], pictures[:, :, w - margin - 1 : w - 1]
    wide = torch.cat([left.flip(2), pictures, right.flip(2)], dim=2)  # (B, H, W + 2 margin, C)
    windows = wide.as_strided((wide.numel() - w * c + 1, w * c), (1, 1))
    down = np.abs(np.arange(h) + shifts[:, :1] - margin)  # reflected at the top …
    down = np.minimum(down, 2 * (h - 1) - down)  # … and at the bottom
    rows = np.arange(b)[:, None] * h + down  # (B, H)
    starts = (rows * (w + 2 * margin) + shifts[:, 1:]) * c
    chosen = torch.from_numpy(starts.ravel()).to(pictures.device)
    return windows.index_select(0, chosen).view(b, h, w, c)


def _stream(seed: int, stream: int, epoch: int, counter: int = 0) -> np.random.Philox:
    """Counter-based random numbers (Salmon et al. 2011), the same for the same place."""
    key = np.array([seed, stream], np.uint64)
    return np.random.Philox(key=key, counter=np.array([counter, epoch, 0, 0], np.uint64))


def _placed(dataset: Dataset, device: torch.device) -> Tensor:
    """The pictures on the device if they take at most a quarter of its free memory, or mapped."""
    pictures = torch.from_numpy(dataset.pictures)
    if device.type != "cuda":
        return pictures
    place = (dataset.key, str(device))
    resident = _resident.get(place)
    if resident is None:
        if 4 * pictures.nbytes > torch.cuda.mem_get_info(device)[0]:
            return pictures
        resident = pictures.to(device)
        _resident[place] = resident
    return resident
