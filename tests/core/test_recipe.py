"""Recipes are plain data whose knobs check themselves."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.core.settings import knob


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> type[Recipe]:
    """A family that only this test knows."""
    monkeypatch.setattr(Recipe, "known", {})

    @dataclass(frozen=True, kw_only=True)
    class Toy(Recipe):
        family = "toy"
        title = "Toy"
        depth: int = knob(2, "Depth", low=1, high=4)
        shape: str = knob("round", "Shape", choices=("round", "square"))

    # A class made within a function knows no global names for its annotations.
    Toy.__annotations__ = {"depth": int, "shape": str}
    return Toy


def test_a_family_makes_itself_known(known: type[Recipe]) -> None:
    assert Recipe.known == {"toy": known}
    assert list(known.knobs())[-2:] == ["depth", "shape"]
    assert known.knobs()["depth"].kind is int
    assert known.knobs()["lr"].live and not known.knobs()["seed"].live


def test_a_recipe_comes_back_from_its_file(known: type[Recipe], tmp_path: Path) -> None:
    recipe = known().changed(depth=3, lr=0.5, flip=True)
    file = tmp_path / "recipe.json"
    file.write_text(recipe.to_json())
    assert Recipe.read(file) == recipe
    assert json.loads(file.read_text())["family"] == "toy"
    with pytest.raises(dataclasses.FrozenInstanceError):
        recipe.lr = 1.0  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "holds no JSON"), ("[1]", "no JSON object"), ('{"family": "x"}', "no family 'x'"),
        ("{}", "no family None"), ('{"family": "toy", "wheels": 3}', "no knob wheels"),
        ('{"family": ["toy"]}', "no family"),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_recipe_says_why(text: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(text)
    with pytest.raises(Trouble, match=sentence):
        Recipe.read(tmp_path / "r.json")


def test_a_file_that_is_not_there_or_not_text_says_why(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="cannot be read"):
        Recipe.read(tmp_path / "none.json")
    (tmp_path / "latin.json").write_bytes(b'{"family": "\xe7"}')
    with pytest.raises(Trouble, match="holds no JSON"):
        Recipe.read(tmp_path / "latin.json")
