"""Arrays are kept by what they were made of, and made again where they are gone or torn."""

from __future__ import annotations

import numpy as np
import pytest

from gendesk import paths
from gendesk.ops.latent import shelf
from gendesk.ops.latent.shelf import Shelf


def test_what_was_written_is_read_by_what_it_was_made_of() -> None:
    Shelf("map", 1).write(places=np.arange(4))
    found = Shelf("map", 1).read("places", "kinds")
    assert list(found) == ["places"]
    assert np.array_equal(found["places"], np.arange(4))
    assert Shelf("map", 2).read("places") == {}


def test_a_torn_file_counts_as_none() -> None:
    Shelf("map").write(places=np.arange(400))
    (file,) = paths.caches().glob("latent/*/places.npy")
    file.write_bytes(file.read_bytes()[:50])
    assert Shelf("map").read("places") == {}
    file.write_bytes(b"")
    assert Shelf("map").read("places") == {}


def test_the_oldest_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_KEPT", 3)
    for i in range(5):
        Shelf(i).write(a=np.array([i]))
    assert [bool(Shelf(i).read("a")) for i in range(5)][2:] == [True, True, True]
    assert len(list((paths.caches() / "latent").iterdir())) == 3


def test_a_disk_that_takes_nothing_is_no_trouble() -> None:
    paths.caches().mkdir(parents=True)
    (paths.caches() / "latent").write_text("in the way")
    Shelf("map").write(places=np.arange(4))
    assert Shelf("map").read("places") == {}
