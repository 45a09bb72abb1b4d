"""Maps show where pictures lie, and lead from places back to points."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gendesk.core.events import Stage
from gendesk.core.sentence import Trouble
from gendesk.ops.latent import maps
from gendesk.ops.latent.layout import neighbour_embedding, plane
from gendesk.ops.latent.maps import Map, chart, rebuilt
from gendesk.ops.latent.sheet import save_map
from gendesk.ops.latent.space import Space
from tests.ops.latent.unlearnt import Opened, driven, saved


@pytest.fixture
def mapped(vae: Space, album: Path) -> Map:
    return driven(chart(vae, str(album)))[0]  # type: ignore[no-any-return]


def test_every_picture_lies_where_the_encoder_says(vae: Space, mapped: Map) -> None:
    assert len(mapped) == 40
    assert mapped.method == "pca"
    assert mapped.classes == ("lying", "standing")
    assert mapped.labels is not None
    for i in (0, 25):
        picture = mapped.picture(i)
        assert picture is not None
        assert np.allclose(vae.encode(picture[None]).means[0], mapped.codes[i], atol=1e-4)
        made, error = rebuilt(vae, mapped, i)
        assert error == pytest.approx(
            np.square((made.astype(float) - picture) / 255).mean(), rel=1e-4
        )


def test_it_is_remembered_until_model_or_pictures_change(
    vae: Space, mapped: Map, album: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("encoded again")

    with monkeypatch.context() as patched:
        patched.setattr(Space, "encoding", refuse)
        again = driven(chart(vae, str(album)))[0]
        assert np.array_equal(again.codes, mapped.codes)
        assert again.deviations is not None
        assert np.array_equal(again.deviations, mapped.deviations)
        with pytest.raises(AssertionError, match="again"):
            driven(chart(Space(saved(tmp_path, "vae", seed=1), "other"), str(album)))
    Image.new("L", (16, 16), 90).save(album / "lying" / "new.png")
    assert len(driven(chart(vae, str(album)))[0]) == 41


def test_a_plane_of_two_components_leads_there_and_back(mapped: Map) -> None:
    places = mapped.project(mapped.codes)
    assert np.allclose(places, mapped.places, atol=1e-5)
    on_plane = mapped.at(places)
    assert np.allclose(mapped.project(on_plane), places, atol=1e-4)
    beside = mapped.at(places[5:6], base=mapped.codes[5])
    assert np.allclose(beside[0], mapped.codes[5], atol=1e-4)  # also what the plane does not show
    centred = mapped.codes - mapped.codes.mean(0)
    best = np.linalg.svd(centred, compute_uv=False)[:2]
    assert np.allclose(np.linalg.norm(places - places.mean(0), axis=0), best, rtol=1e-3)


def test_two_dimensions_are_shown_as_they_are(tmp_path: Path, album: Path) -> None:
    flat = Space(saved(tmp_path, "vae", latent=2), "flat")
    found = driven(chart(flat, str(album)))[0]
    assert found.method == "plane"
    assert np.array_equal(found.places, found.codes)
    assert np.array_equal(found.at(np.array([[1.0, -2.0]]))[0], np.array([1.0, -2.0], np.float32))


def test_groups_and_neighbours(mapped: Map) -> None:
    near = mapped.neighbours(mapped.codes[7], 5)
    assert near[0] == 7
    apart = np.linalg.norm(mapped.codes - mapped.codes[7], axis=1)
    assert np.allclose(apart[near], np.sort(apart)[:5])
    assert len(mapped.neighbours(mapped.codes[7], 500)) == 40
    assert np.allclose(mapped.mean([1, 2]), (mapped.codes[1] + mapped.codes[2]) / 2)


def test_a_model_that_is_told_kinds_is_told_the_labels(opened: Opened, album: Path) -> None:
    (album / "third").mkdir()
    Image.new("L", (16, 16), 90).save(album / "third" / "new.png")
    space = opened("cvae")
    found = driven(chart(space, str(album)))[0]
    assert np.array_equal(found.kinds, found.labels)
    assert found.point(40).kind == 2


@pytest.mark.parametrize(("family", "where"), [("gan told", "z"), ("stylegan", "w")])
def test_without_an_encoder_random_points_are_shown(
    family: str, where: str, opened: Opened
) -> None:
    space = opened(family)
    found = driven(chart(space, count=30))[0]
    assert (len(found), found.space, found.dataset) == (30, where, None)
    assert found.picture(0) is None
    made, error = rebuilt(space, found, 3)
    assert error == 0
    assert np.array_equal(made, space.decoded([found.point(3)])[0])
    if space.kinds:
        assert np.bincount(found.labels).tolist() == [10, 10, 10]


def test_neighbours_stay_neighbours_by_tsne(vae: Space, album: Path) -> None:
    found, events = driven(chart(vae, str(album), "tsne"))
    told = [e for e in events if isinstance(e, Stage) and "Laying out" in str(e.sentence)]
    assert told
    assert found.places.shape == (40, 2)
    for i in (0, 9, 33):  # who is near stays near
        apart = np.square(found.places - found.places[i]).sum(1)
        assert len({*apart.argsort()[:8]} & {*found.neighbours(found.codes[i])}) > 4
    assert np.allclose(found.at(found.places[3:4])[0], found.codes[3], atol=1e-3)
    assert np.allclose(found.project(found.codes[3:4])[0], found.places[3], atol=1e-2)
    again, events = driven(chart(vae, str(album), "tsne"))
    assert np.array_equal(again.places, found.places)
    assert not [e for e in events if isinstance(e, Stage) and "Laying out" in str(e.sentence)]


def test_closing_ends_the_process_that_lays_out() -> None:
    work = neighbour_embedding(
        "tsne", np.random.default_rng(0).normal(size=(500, 5)).astype(np.float32)
    )
    next(work)
    work.close()  # nothing is left: the fixture looks at threads, `wait` at the process


def test_a_missing_library_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "umap.py").write_text("raise ImportError('umap')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    codes = np.zeros((30, 3), np.float32)
    with pytest.raises(Trouble, match=r"gendesk\[umap\]"):
        driven(neighbour_embedding("umap", codes))
    (tmp_path / "umap.py").write_text("raise RuntimeError('no numba today')")
    with pytest.raises(Trouble, match="umap: RuntimeError: no numba today"):
        driven(neighbour_embedding("umap", codes))


def test_what_cannot_be_shown_is_said(vae: Space) -> None:
    with pytest.raises(Trouble, match="3 latent dimensions"):
        driven(chart(vae, method="plane"))
    with pytest.raises(Trouble, match="no map by 'globe'"):
        driven(chart(vae, method="globe"))
    assert set(maps.METHODS) == {"plane", "pca", "tsne", "umap"}


def test_a_map_as_a_picture(mapped: Map, tmp_path: Path) -> None:
    save_map(mapped, tmp_path / "map.png", "Bars")
    with Image.open(tmp_path / "map.png") as image:
        assert image.width > image.height == 2000
        colours = {colour for _, colour in image.getcolors(1 << 24) or ()}
    assert (47, 111, 235) in colours
    assert (214, 108, 20) in colours


def test_the_plane_is_the_same_each_time() -> None:
    codes = np.random.default_rng(0).normal(size=(50, 4)).astype(np.float32)
    one, other = plane(codes), plane(codes[::-1])
    assert np.allclose(one.axes, other.axes, atol=1e-4)
    assert np.allclose(one.axes @ one.axes.T, np.eye(2), atol=1e-5)
