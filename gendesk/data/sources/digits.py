"""Scikit-learn's handwritten digits: small, real, and always there."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence
from gendesk.data.sources.source import Collection, Source, from_array


class Digits(Source):
    """1,797 digits of 8×8 pixels, written by 43 people (Alpaydin & Kaynak 1998)."""

    def content(self) -> Generator[Event, None, str]:
        yield from ()
        return "digits"

    def load(self) -> Generator[Event, None, Collection]:
        yield Stage(Sentence("Fetching the digits"))
        from sklearn.datasets import load_digits

        digits = load_digits()
        pictures = np.rint(digits.images * (255 / 16)).astype(np.uint8)  # 0..16 → 0..255
        classes = tuple(str(name) for name in digits.target_names)
        return from_array(pictures, digits.target.astype(np.int64), classes)
