"""Runs are made, found, renamed, binned and branched without ever losing one."""

from __future__ import annotations

import errno
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gendesk import paths
from gendesk.core.events import Event
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.runs import history, rows
from gendesk.runs.alive import hold
from gendesk.runs.folder import Run, all_runs, branch
from gendesk.runs.record import record

Talk = Callable[..., Iterator[Event]]


def test_names_count_up_and_never_repeat(recipe: Recipe) -> None:
    names = [Run.create(recipe).name for _ in range(2)]
    (paths.runs() / "vae-digits-0006").mkdir()
    assert [*names, Run.create(recipe).name] == [
        "vae-digits-0001", "vae-digits-0002", "vae-digits-0007",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "stem"),
    [
        ("torchvision:FashionMNIST", "vae-fashionmnist"),
        ("folder:/home/me/My cats & dogs/", "vae-my-cats-dogs"),
        (r"folder:C:\çiçekler", "vae-çiçekler"),
        ("folder:/", "vae-pictures"),
    ],
)
def test_a_name_says_what_it_learns_from(recipe: Recipe, data: str, stem: str) -> None:
    assert Run.create(recipe.changed(data=data)).name == f"{stem}-0001"


def test_a_run_can_be_put_anywhere_but_not_over_something(recipe: Recipe, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run = Run.create(recipe, "empty", tmp_path)
    assert run.folder == tmp_path / "empty"
    assert run.status == "new"
    with pytest.raises(Trouble, match="There is a run empty already"):
        Run.create(recipe, "empty", tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").touch()
    with pytest.raises(Trouble, match="other files"):
        Run.create(recipe, "full", tmp_path)


@pytest.mark.parametrize("name", ["", "..", "a/b", "a\\b", "what?", " . ", "x" * 200])
def test_a_name_that_is_no_folder_is_refused(recipe: Recipe, name: str, run: Run) -> None:
    with pytest.raises(Trouble, match="cannot be a run's name"):
        Run.create(recipe, name)
    with pytest.raises(Trouble, match="cannot be a run's name"):
        run.rename(name)


def test_a_run_is_found_by_name_and_by_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Run.open(run.name) == Run.open(run.folder) == Run(run.folder.resolve())
    monkeypatch.chdir(run.folder)
    assert Run.open(".").name == run.name
    assert run.recipe.family == "vae"


def test_a_wrong_name_is_told_the_near_ones(run: Run) -> None:
    with pytest.raises(Trouble, match="Did you mean vae-digits-0001"):
        Run.open("vae-digit-001")
    with pytest.raises(Trouble, match="neither as a folder nor under"):
        Run.open("zebra")


def test_the_status_is_who_trains_or_how_it_ended(run: Run, talk: Talk) -> None:
    events = record(run, talk(), 30)
    with hold(run.folder):
        next(events)
        assert run.status == "running"
        run.note("paused", 1)
        run.note("saved", 1)
        assert run.status == "paused"
        run.note("resumed", 1)
        assert run.status == "running"
    assert run.status == "stopped"  # as after a SIGKILL: nobody wrote an end
    list(events)
    assert run.status == "finished"


def test_checkpoints_without_a_manifest_do_not_exist(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    (run.folder / "checkpoints" / "00000020" / "manifest.json").unlink()
    assert [step for step, _ in run.checkpoints()] == [10, 30]


def test_renaming(run: Run, recipe: Recipe) -> None:
    other = Run.create(recipe)
    with pytest.raises(Trouble, match="taken"):
        run.rename(other.name)
    with hold(run.folder), pytest.raises(Trouble, match="stop it first"):
        run.rename("mine")
    renamed = run.rename("mine")
    assert not run.folder.exists()
    assert Run.open("mine") == Run(renamed.folder.resolve())


def test_the_bin_gets_the_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    binned: list[Path] = []
    monkeypatch.setattr(history.send2trash, "send2trash", binned.append)
    with hold(run.folder), pytest.raises(Trouble, match="stop it first"):
        run.to_bin()
    run.to_bin()
    assert binned == [run.folder]


def test_without_a_bin_nothing_is_deleted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "No bin on this volume")

    monkeypatch.setattr(history.send2trash, "send2trash", refuse)
    with pytest.raises(Trouble, match="No bin on this volume"):
        run.to_bin()
    assert run.recipe


def test_a_branch_has_the_past_and_its_own_future(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    other = branch(run, 20, {"lr": 0.01, "steps": 50})
    assert other.name == "vae-digits-0002"
    assert other.recipe == run.recipe.changed(lr=0.01, steps=50, beta=2.5)
    assert (json.loads((other.folder / "recipe.json").read_text()))["lr"] == 0.01
    assert [step for step, _ in other.checkpoints()] == [20]
    assert other.metrics()["loss"][0].tolist() == list(range(1, 21))
    assert [step for step, _ in other.previews()["samples"]] == [10, 20]
    assert other.journal()[0]["origin"] == {"run": run.name, "step": 20}
    assert [step for step, _ in run.checkpoints()] == [10, 20, 30]
    with pytest.raises(Trouble, match="no checkpoint at step 15; it has 10, 20, 30"):
        branch(run, 15, {})
    with pytest.raises(Trouble, match="no knob"):
        branch(run, 20, {"colour_of_hair": 1})
    assert len(all_runs()) == 2


def test_a_branch_from_the_start_begins_anew(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    other = branch(run, 0, {"lr": 0.01})
    assert other.recipe == run.recipe.changed(lr=0.01)
    assert not other.checkpoints()
    assert not other.metrics()
    assert other.journal()[0]["origin"] == {"run": run.name, "step": 0}


def test_a_branch_that_is_a_remedy_says_so_in_both_journals(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    other = branch(run, 20, {"lr": 1e-5}, remedy="collapse")
    assert other.journal()[0]["remedy"] == "collapse"
    told = run.journal()[-1]
    assert (told["what"], told["step"], told["name"]) == ("branched", 20, other.name)
    assert run.status == "finished"


def test_cutting_a_long_file_reads_it_from_the_end(run: Run, talk: Talk) -> None:
    list(record(run, talk(last=9), 9))
    many = "".join(f'{{"step": {step}, "loss": 1.0}}\n' for step in range(10, 20_000))
    with run.metrics_file.open("a") as file:
        file.write(many)
    rows.cut(run.metrics_file, 15_000)
    assert run.metrics()["loss"][0][-1] == 15_000
    rows.cut(run.metrics_file, 3)
    assert run.metrics()["loss"][0].tolist() == [1, 2, 3]
    rows.cut(run.metrics_file, 0)
    assert run.metrics_file.read_bytes() == b""


def test_a_row_after_a_torn_one_stands_alone(run: Run) -> None:
    with run.journal_file.open("ab") as file:
        file.write(b'{"what": "sav')
    run.note("started", 0, steps=77)
    assert run.recipe.steps == 77


def test_a_thousand_runs_are_listed_fast_and_newest_first(recipe: Recipe) -> None:
    for number in range(1000):
        folder = paths.runs() / f"run-{number}"
        folder.mkdir(parents=True)
        (folder / "recipe.json").write_text(recipe.to_json())
    newest = Run.create(recipe)
    (paths.runs() / "notes.txt").touch()
    begin = time.perf_counter()
    found = all_runs()
    summaries = [run.summary() for run in found]
    assert time.perf_counter() - begin < 3  # 0.2 s on a calm machine
    assert len(found) == 1001
    assert found[0] == newest
    assert summaries[0].status == "new" and summaries[0].steps == 30


def test_a_summary_shows_how_far_it_is(run: Run, talk: Talk) -> None:
    list(record(run, talk(), 30))
    summary = run.summary()
    assert (summary.step, summary.steps, summary.status) == (30, 30, "finished")
    assert (summary.family, summary.data) == ("vae", "digits")
    assert summary.loss == pytest.approx(100 / 30)
    (run.folder / "recipe.json").write_text("{")
    assert run.summary().family == ""


def test_a_copy_that_the_disk_refuses_leaves_nothing(run: Run, recipe: Recipe) -> None:
    new = Run.create(recipe)
    with (
        pytest.raises(Trouble, match=f"{run.name} could not be copied: No space left"),
        history.copying(run, new),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert run.folder.exists() and not new.folder.exists()
