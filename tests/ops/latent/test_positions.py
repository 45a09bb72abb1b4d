"""Position files, and pictures that carry their position, lead back to the same bits."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from gendesk.core.sentence import Trouble
from gendesk.ops.latent.directions import Direction
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.positions import KEY, NoPosition, position, read, save_picture, write
from gendesk.ops.latent.space import Space
from gendesk.ops.latent.walk import Walk
from tests.ops.latent.unlearnt import FAMILIES, Opened, saved


@pytest.mark.parametrize("family", FAMILIES)
def test_a_picture_leads_back_to_itself_bit_for_bit(
    family: str, opened: Opened, tmp_path: Path
) -> None:
    space = opened(family)
    point = Point(space.draw(12)[0], kind=1 if space.kinds else None, truncation=0.9)
    save_picture(space, point, tmp_path / "picture.png")
    write(tmp_path / "place.json", position(space, point))
    with Image.open(tmp_path / "picture.png") as image:
        pixels = np.asarray(image)[..., None]
    for name in ("picture.png", "place.json"):
        found = read(tmp_path / name)
        again = Space(saved(tmp_path / name.replace(".", "-"), family), "opened again")
        found.check(again)
        assert isinstance(found.thing, Point)
        assert np.array_equal(again.picture(found.thing), pixels)


def test_styles_of_all_layers_fit_into_a_picture(stylegan: Space, tmp_path: Path) -> None:
    point = stylegan.styled(Point(stylegan.draw(1)[0]), "w+")
    save_picture(stylegan, point, tmp_path / "a.png")
    found = read(tmp_path / "a.png").thing
    assert isinstance(found, Point)
    assert found.values.tobytes() == point.values.tobytes()


def test_walks_and_directions_are_kept_too(vae: Space, tmp_path: Path) -> None:
    walk = Walk(tuple(Point(z) for z in vae.draw([1, 2])), frames=9)
    direction = Direction("smile", vae.draw(3)[0], layers=(1, 3))
    for thing in (walk, direction):
        write(tmp_path / "it.json", position(vae, thing))
        found = read(tmp_path / "it.json")
        assert type(found.thing) is type(thing)
        assert found.thing.as_dict() == thing.as_dict()
        assert (found.model, found.family, found.step) == ("vae", "vae", 7)


def test_another_model_is_named_and_offers_nothing(
    vae: Space, stylegan: Space, tmp_path: Path
) -> None:
    point = Point(vae.draw(1)[0])
    write(tmp_path / "a.json", position(vae, point))
    with pytest.raises(Trouble, match=f"belongs to vae at step 7 .weights {vae.sha256[:12]}"):
        read(tmp_path / "a.json").check(stylegan)


def _png_with(path: Path, text: str) -> Path:
    about = PngInfo()
    about.add_itxt(KEY, text)
    Image.new("L", (4, 4)).save(path, pnginfo=about)
    return path


def test_what_holds_no_position_is_said(vae: Space, tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "plain.png")
    Image.new("RGB", (4, 4)).save(tmp_path / "photo.jpg")
    (tmp_path / "text.json").write_text("[1, 2]")
    (tmp_path / "torn.json").write_text('{"gendesk position": 1, "mod')
    (tmp_path / "bytes.json").write_bytes(bytes(range(256)))
    (tmp_path / "none.json").write_text(json.dumps({KEY: 1, "point": {"values": [1]}}))
    _png_with(tmp_path / "other.png", "hello")
    for path in tmp_path.iterdir():
        if path.is_file():
            with pytest.raises(NoPosition, match="holds no position"):
                read(path)
    with pytest.raises(Trouble, match="cannot be read"):
        read(tmp_path / "absent.json")
    with pytest.raises(Trouble, match="cannot be read"):
        read(tmp_path)
    whole = position(vae, Point(vae.draw(1)[0])).to_json()
    (tmp_path / "newer.json").write_text(whole.replace(f'"{KEY}": 1', f'"{KEY}": 2'))
    with pytest.raises(Trouble, match="newer gendesk"):
        read(tmp_path / "newer.json")
    data = json.loads(whole)
    data["point"]["values"] = ["x"]
    with pytest.raises(Trouble, match="damaged"):
        read(_png_with(tmp_path / "damaged.png", json.dumps(data)))


def test_a_torn_picture_is_said(vae: Space, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    save_picture(vae, Point(vae.draw(1)[0]), path)
    path.write_bytes(path.read_bytes()[:80])
    with pytest.raises(Trouble, match=r"cannot be read|holds no position"):
        read(path)
