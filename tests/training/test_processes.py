"""Two processes learn together what one would learn alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

import gendesk
from gendesk.runs.folder import Run

SETTINGS = ["--data", "digits", "--steps", "30", "--set", "net=mlp", "--set", "size=16",
            "--set", "batch_size=64", "--set", "precision=32"]  # fmt: skip


def train(out: Path, *launcher: str) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    command = [sys.executable, "-m", *launcher, "gendesk", "train", "vae", *SETTINGS]
    done = subprocess.run(
        [*command, "--out", str(out)],
        cwd=Path(gendesk.__file__).parents[1],
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return Run.open(out).metrics()


def test_losses_follow_the_single_process_run(tmp_path):
    alone = train(tmp_path / "alone")
    both = train(tmp_path / "both", "torch.distributed.run", "--nproc-per-node", "2", "-m")
    for name in ("loss", "kl", "grad_norm", "held_out/loss"):
        assert alone[name][0].tolist() == both[name][0].tolist()
        np.testing.assert_allclose(both[name][1], alone[name][1], rtol=1e-3)
    assert alone["loss"][1][-1] < alone["loss"][1][0]
