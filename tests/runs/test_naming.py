"""Names: counted up, found again, and guessed at where they are not quite right."""

from __future__ import annotations

from pathlib import Path

from gendesk.runs.naming import alike, find, make_next, plain


def test_the_next_name_is_never_taken(tmp_path: Path) -> None:
    (tmp_path / "cat-0007").mkdir()
    (tmp_path / "cat-paper-0009").mkdir()
    assert [make_next(tmp_path, "cat").name for _ in range(2)] == ["cat-0008", "cat-0009"]


def test_what_would_trouble_a_folder_is_left_out() -> None:
    assert plain("Kedi: «Şans» / 2") == "kedi-şans-2"
    assert len(plain("x" * 99)) == 40


def test_a_folder_is_found_by_its_name_or_itself(tmp_path: Path) -> None:
    folder = tmp_path / "cat-0001"
    folder.mkdir()
    assert find("cat-0001", tmp_path, "recipe.json") is None  # it is not what is looked for
    (folder / "recipe.json").touch()
    assert find("cat-0001", tmp_path, "recipe.json") == folder
    assert find(folder, tmp_path / "elsewhere", "recipe.json") == folder


def test_at_most_three_names_that_may_have_been_meant(tmp_path: Path) -> None:
    known = [f"cat-000{number}" for number in range(1, 6)]
    assert len(alike(tmp_path / "cat-0009", known).split(", ")) == 3
    assert alike("zebra", known) == ""
