"""Checkpoints are whole or do not exist, and say so when they are damaged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from gendesk.core.sentence import Trouble
from gendesk.training import checkpoints

WEIGHTS = {"weights": {"net/w": torch.arange(6.0).reshape(2, 3), "net/n": torch.tensor(3)}}


def save(folder: Path, step: int, keep: int = 5) -> Path:
    return checkpoints.save(folder, WEIGHTS, {"step": step, "figures": {}}, keep)


def test_what_is_saved_comes_back(tmp_path):
    found = checkpoints.load(save(tmp_path, 7))
    assert found.step == 7
    tensors = found.tensors("weights")
    assert tensors.keys() == WEIGHTS["weights"].keys()
    assert all(torch.equal(tensors[k], v) for k, v in WEIGHTS["weights"].items())


def test_transposed_and_shared_tensors_are_saved_too(tmp_path):
    base = torch.rand(4, 4)
    path = checkpoints.save(tmp_path, {"weights": {"a": base.t(), "b": base}}, {"step": 1}, 1)
    tensors = checkpoints.load(path).tensors("weights")
    assert torch.equal(tensors["a"], base.t())
    assert torch.equal(tensors["b"], base)


def test_only_the_newest_stay(tmp_path):
    for step in (1, 2, 3, 10):
        save(tmp_path, step, keep=2)
    assert checkpoints.steps(tmp_path) == [3, 10]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["00000003", "00000010"]


def test_a_folder_without_manifest_does_not_exist(tmp_path):
    save(tmp_path, 1)
    (save(tmp_path, 2) / "manifest.json").unlink()
    assert checkpoints.newest(tmp_path) == tmp_path / "00000001"
    with pytest.raises(Trouble, match="no whole checkpoint"):
        checkpoints.load(tmp_path / "00000002")


@pytest.mark.parametrize("damage", ["flip", "cut", "remove"])
def test_a_damaged_file_is_named(damage, tmp_path):
    path = save(tmp_path, 1) / "weights.safetensors"
    content = bytearray(path.read_bytes())
    if damage == "remove":
        path.unlink()
    else:
        content[-1] ^= 1
        path.write_bytes(content if damage == "flip" else content[:-4])
    with pytest.raises(Trouble, match=r"weights\.safetensors is damaged"):
        checkpoints.load(path.parent).tensors("weights")


def test_nothing_that_is_not_finite_is_saved(tmp_path):
    bad = {"weights": {"net/w": torch.tensor([1.0, float("nan")])}}
    with pytest.raises(Trouble, match="net/w"):
        checkpoints.save(tmp_path, bad, {"step": 1}, 5)
    assert list(tmp_path.iterdir()) == []


def test_what_an_interrupted_save_left_is_tidied(tmp_path):
    (tmp_path / ".00000001-99").mkdir()
    save(tmp_path, 2)
    assert [p.name for p in tmp_path.iterdir()] == ["00000002"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_disk_that_refuses_is_said_plainly(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(Trouble, match="could not be written"):
        save(tmp_path / "checkpoints", 1)
    tmp_path.chmod(0o700)


def test_a_full_disk_is_said_plainly(tmp_path, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(checkpoints, "save_file", full)
    with pytest.raises(Trouble, match="No space left on device"):
        save(tmp_path, 1)
    assert checkpoints.newest(tmp_path) is None


def test_killed_while_saving_it_loses_at_most_one_interval(tmp_path):
    """The short version of `python -m benchmarks.kills`."""
    root = Path(checkpoints.__file__).parents[2]
    code = (
        "import json, pathlib, benchmarks.kills as k;"
        f"print(json.dumps(k.kill_often(6, pathlib.Path({str(tmp_path)!r}), seed=1)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=120,
        env=os.environ | {"GENDESK_HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout)
    assert counts["kills"] == 6
    assert counts["in a save"] >= 1
    assert counts["steps"] > 0


def test_removing_is_never_seen_half_done(tmp_path, monkeypatch):
    place = save(tmp_path, 1)
    monkeypatch.setattr(checkpoints.shutil, "rmtree", lambda *_, **__: None)  # killed right here
    checkpoints.remove(place)
    assert checkpoints.steps(tmp_path) == []
