"""Pictures that are nearly the same: perceptual hashes and the groups they form."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_SIDE = 16  # 16 × 16 differences: 256 bits, in 16 bands of two bytes
_BYTES = _SIDE * _SIDE // 8
_NEAR = 24  # bits that may differ
_SHADES = 10  # root of the mean squared difference of brightness, of 255, likewise
_NEIGHBOURS = 4
# How many bits of a byte are set; NumPy has its own count only from version 2 on.
_ONES = np.array([bin(i).count("1") for i in range(256)], np.uint8)


def signature(picture: Image.Image) -> NDArray[np.uint8]:
    """What a picture looks like, roughly: (304,) bytes.

    32 bytes of a perceptual hash, whether each of 16 × 16 places is brighter than its right
    neighbour ("dHash", N. Krawetz 2013), and then the 16 × 17 grey pixels it was taken from.
    """
    small = picture.convert("L").resize((_SIDE + 1, _SIDE), Image.Resampling.BILINEAR)
    grey = np.asarray(small)
    return np.concatenate([np.packbits(grey[:, :-1] > grey[:, 1:]), grey.ravel()])


def near_groups(signatures: NDArray[np.uint8]) -> list[list[int]]:
    """Groups of two or more pictures that look alike, each in order.

    The hashes of two alike pictures differ in few bits, so that some of their 16 bands are very
    likely the same. Sorted by each band in turn, and by all else after it, they come to lie near
    each other; only neighbours are compared, hence n · log n however many are alike.

    Args:
        signatures: (N, 304) as `signature` gives them.
    """
    # Imported here: a third of a second, which a window that opens has not.
    from scipy.sparse import coo_array  # type: ignore[import-untyped]
    from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]

    count = len(signatures)
    pairs = np.unique(np.concatenate([_near_pairs(signatures, i) for i in range(0, _BYTES, 2)]))
    alike = coo_array((np.ones(len(pairs), bool), divmod(pairs, count)), shape=(count, count))
    return equal_groups(connected_components(alike, directed=False)[1].tolist())


def _near_pairs(signatures: NDArray[np.uint8], band: int) -> NDArray[np.int64]:
    """Near pairs (a, b) as a * N + b, found by the two bytes from `band` on."""
    bits, grey = signatures[:, :_BYTES], signatures[:, _BYTES:]
    turned = np.ascontiguousarray(np.roll(bits, -band, axis=1))
    order = np.argsort(turned.view(f"V{_BYTES}").ravel(), kind="stable")
    found = [np.empty(0, np.int64)]
    for step in range(1, _NEIGHBOURS + 1):
        left, right = order[:-step], order[step:]
        same = (bits[left, band : band + 2] == bits[right, band : band + 2]).all(axis=1)
        left, right = left[same], right[same]
        near = _ONES[bits[left] ^ bits[right]].sum(axis=1) <= _NEAR
        left, right = left[near], right[near]
        shades = np.subtract(grey[left], grey[right], dtype=np.float32)
        alike = np.einsum("ij,ij->i", shades, shades) <= _SHADES**2 * grey.shape[1]
        left, right = left[alike], right[alike]
        found.append(np.minimum(left, right) * len(signatures) + np.maximum(left, right))
    return np.concatenate(found)


def equal_groups(values: Sequence[object]) -> list[list[int]]:
    """The indices of values that occur more than once, together."""
    groups: dict[object, list[int]] = {}
    for index, value in enumerate(values):
        groups.setdefault(value, []).append(index)
    return [group for group in groups.values() if len(group) > 1]
