"""The converter refuses hostile files within its limits; each gets a process of its own.

Importing torch takes seconds, so one process imports everything and is forked for each file; from
there on the child does what `python -m gendesk.ops.community.converter` does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from gendesk.core.sentence import Trouble
from gendesk.ops.community.converter import WEIGHTS
from gendesk.ops.community.opening import allowed, understood
from tests.ops.hostile_models import OPENED, sound, trace

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="limits and forks are POSIX's")

NURSERY = """
import json, os, sys
from gendesk.ops.community import converter
converter.prepare()
for line in sys.stdin:
    printed, *arguments = json.loads(line)
    if not (child := os.fork()):
        os.dup2(os.open(printed, os.O_WRONLY | os.O_CREAT), 1)
        converter.main(arguments)
        sys.stdout.flush()
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    print(json.dumps([status, used.ru_utime + used.ru_stime]), flush=True)
"""
Ask = Callable[[Path], tuple[str | None, float]]


@pytest.fixture(scope="module")
def nursery() -> Iterator[Ask]:
    """Gives a file to a fresh converter: what it prints (None when it died), and its seconds.

    They are seconds of the processor, so that a busy machine fails no test.
    """
    command = [sys.executable, "-I", "-B", "-W", "ignore", "-c", NURSERY]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as program:
        assert program.stdin and program.stdout
        to, back = program.stdin, program.stdout

        def ask(path: Path) -> tuple[str | None, float]:
            printed = path.parent / "printed"
            limits = map(str, allowed(path.stat().st_size))
            to.write(json.dumps([str(printed), str(path), str(path.parent), *limits]) + "\n")
            to.flush()
            status, seconds = json.loads(back.readline())
            return None if status else printed.read_text(), seconds

        yield ask
        to.close()


@pytest.mark.parametrize("case", OPENED)
def test_a_hostile_file_is_refused_in_two_seconds(case: str, tmp_path: Path, nursery: Ask) -> None:
    name, make, why = OPENED[case]
    path = tmp_path / name
    make(path)
    printed, seconds = nursery(path)
    with pytest.raises(Trouble, match=why):
        understood(printed, name)
    assert seconds < 2.1
    assert not trace(path).exists()
    assert not (tmp_path / WEIGHTS).exists()


@pytest.mark.parametrize("kind", ["zip", "legacy", "wrapped", "safetensors"])
def test_a_sound_file_is_written_as_safetensors(kind: str, tmp_path: Path, nursery: Ask) -> None:
    path = tmp_path / ("a.safetensors" if kind == "safetensors" else "a.pth")
    if kind == "safetensors":
        save_file(sound(), path)
    elif kind == "wrapped":
        named = {f"module.{name}": weight for name, weight in sound().items()}
        torch.save({"step": 7, "params_ema": named, "note": "ours"}, path)
    else:
        torch.save(sound(), path, _use_new_zipfile_serialization=kind == "zip")
    printed, _ = nursery(path)
    about = understood(printed, path.name)
    assert about == {"architecture": "RealESRGAN Compact", "scale": 2, "channels": 3}
    written = load_file(tmp_path / WEIGHTS)
    assert written.keys() == sound().keys()
    assert all(torch.equal(written[name], weight) for name, weight in sound().items())


CONFINED = """
import os, socket, subprocess, sys
from gendesk.ops.community.converter import confine
confine(256, 1, 1000)
{harm}
print("survived")
"""


@pytest.mark.parametrize(
    "harm",
    [
        "os.system('touch harmed')",
        "subprocess.run(['touch', 'harmed'])",
        "os.fork()",
        "socket.socket()",
        "open('harmed', 'w')",
        "os.open('harmed', os.O_CREAT | os.O_RDWR)",
        "os.remove('here')",
        "bytearray(300 * 2**20)",
        "while True: pass",
    ],
)
def test_whatever_slips_in_can_do_little(harm: str, tmp_path: Path) -> None:
    (tmp_path / "here").touch()
    command = [sys.executable, "-I", "-B", "-c", CONFINED.format(harm=harm)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=30)
    assert done.returncode and not done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["here"]


def test_it_can_do_what_it_must(tmp_path: Path) -> None:
    harmless = "bytearray(100 * 2**20); open(sys.executable, 'rb').read(9)"
    command = [sys.executable, "-I", "-B", "-c", CONFINED.format(harm=harmless)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "survived\n"
