"""Models of other people: a file that spandrel knows becomes a model that gendesk can open."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from gendesk import __version__, paths
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Source, Trouble
from gendesk.ops.community import converter
from gendesk.ops.community.inspection import inspect
from gendesk.ops.files import writing
from gendesk.ops.models import COMMUNITY, Model, all_models, open_model

if TYPE_CHECKING:
    from gendesk.nn.community import Community

_STARTING_S = 120.0  # torch and spandrel on a slow disk
_STARTED_MIB = 2048  # what they take, generously


def convert(path: Path) -> Generator[Event, None, Path]:
    """Make a model under `paths.models()` of a stranger's .safetensors or .pth file.

    The file is opened by a program of its own (`ops.community.converter`) that has little memory and time and
    is not allowed to do anything but write weights. A file that was converted before is not
    converted again.

    Returns:
        the model's folder.

    Raises:
        Trouble: the file is hostile, damaged or of no known network, or spandrel is not installed.
    """
    inspect(path)
    _need_spandrel()
    yield Stage(Sentence("Examining the model"))
    source_hash = _sha256(path)
    if known := _converted_before(source_hash):
        return known
    with writing(paths.models()):
        paths.models().mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".community-", dir=paths.models()))
        try:
            about = yield from _asked(path, beside)
            inspect(beside / converter.WEIGHTS)
            card = _card(path, about, source_hash, _sha256(beside / converter.WEIGHTS))
            (beside / "card.json").write_text(json.dumps(card, indent=2) + "\n", "utf-8")
            beside.chmod(0o755)  # a temporary folder is for its owner only
            return beside.rename(_free_place(path.stem))
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def bare_weights(path: Path, folder: Path) -> Generator[Event, None, Path]:
    """Write the weights in a stranger's .pth file into `folder`, as safetensors; returns the file.

    They may be of any network. Otherwise the same is done as by `convert`.

    Raises:
        Trouble: the file is hostile or damaged.
    """
    inspect(path)
    yield from _asked(path, folder, "bare")
    return folder / converter.WEIGHTS


def open_community(place: Path) -> Community:
    """The network of a converted model, on the CPU, in evaluation mode; `core.family.Restores`.

    Args:
        place: the model's folder, or a file, which is converted first.

    Raises:
        Trouble: as `convert`; or the weights are not those that the card describes, or spandrel
            is older than the one that they were converted with.
    """
    if not (place / "card.json").is_file():
        place = _outcome(convert(place))
    _need_spandrel()
    from safetensors.torch import load_file
    from spandrel import MAIN_REGISTRY, UnsupportedModelError

    from gendesk.nn.community import Community

    model = open_model(place)
    if not _whole(model):
        raise Trouble(
            "The weights of the model {name} are missing or are not those that its card describes; "
            "remove it and open the file that it came from again.",
            name=model.name,
        )
    try:
        return Community(MAIN_REGISTRY.load(load_file(model.folder / converter.WEIGHTS)))
    except UnsupportedModelError:
        raise Trouble(
            "{name} is a network that spandrel, as it is installed here, does not know; bring "
            "spandrel up to date.",
            name=model.name,
        ) from None


def watched(
    command: Sequence[str], megabytes: int, seconds: float
) -> Generator[Event, None, str | None]:
    """What a program prints; None where it fails, or is stopped at one of the limits.

    Args:
        command: is given almost nothing of our environment.
        megabytes: of memory that it may hold.
        seconds: on the clock, from now.
    """
    kept = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")  # by which Python and torch find their parts
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    until = time.monotonic() + seconds
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=environment, text=True,
    ) as program:  # fmt: skip
        try:
            while time.monotonic() < until and _held(program) < megabytes * 2**20:
                try:
                    printed, _ = program.communicate(timeout=0.1)
                    return printed if program.returncode == 0 else None
                except subprocess.TimeoutExpired:
                    yield Stage(Sentence("Examining the model"))
            return None
        finally:
            program.kill()


def allowed(size: int) -> tuple[int, int]:
    """MiB and seconds of processor time for a file of `size` bytes.

    The file, the network built of it, and a copy, each perhaps twice as wide; and as much time as
    40 architectures need on a slow machine, where 45 MB of DAT take 0.3 s on ours.
    """
    mebibytes = size // 2**20
    return 1024 + 8 * mebibytes, 2 + mebibytes // 16


def _asked(path: Path, folder: Path, *how: str) -> Generator[Event, None, dict[str, Any]]:
    """What the converter says of a file, having written its weights into `folder`."""
    megabytes, seconds = allowed(path.stat().st_size)
    module = ("-I", "-B", "-W", "ignore", "-m", converter.__name__)
    files = (str(path.resolve()), str(folder))
    command = (sys.executable, *module, *files, str(megabytes), str(seconds), *how)
    printed = yield from watched(command, _STARTED_MIB + megabytes, _STARTING_S + 5 * seconds)
    return understood(printed, path.name)


def understood(printed: str | None, name: str) -> dict[str, Any]:
    """The converter's last line, or the `Trouble` that it tells of."""
    if printed is None:
        raise Trouble(
            "{name} asks for more time or memory than a model of its size needs, or for something "
            "that no model needs; it was stopped.",
            name=name,
        )
    said: dict[str, Any] = json.loads(printed.splitlines()[-1])
    if "refused" in said:
        raise _told(said["refused"], said["values"])
    return said


def _told(text: Source, values: dict[str, str]) -> Trouble:
    return Trouble(text, **values)


def _held(program: subprocess.Popen[str]) -> int:
    """Bytes of memory that a program has in use; 0 when it has ended."""
    try:
        return int(psutil.Process(program.pid).memory_info().rss)
    except psutil.Error:
        return 0


def _card(path: Path, about: dict[str, Any], source_hash: str, weights_hash: str) -> dict[str, Any]:
    return {
        "family": COMMUNITY,
        "title": f"{about['architecture']} ×{about['scale']}",
        "capabilities": ["restores"],
        "architecture": about["architecture"],
        "scale": about["scale"],
        "channels": about["channels"],
        "radius": None,
        "steps": 0,
        "licence": "unknown",
        "source": path.name,
        "source_sha256": source_hash,
        "sha256": weights_hash,
        "gendesk": __version__,
        "published": time.strftime("%Y-%m-%d"),
    }


def _converted_before(source_hash: str) -> Path | None:
    for model in all_models():
        if model.card.get("source_sha256") == source_hash and _whole(model):
            return model.folder
    return None


def _whole(model: Model) -> bool:
    weights = model.folder / converter.WEIGHTS
    return weights.is_file() and _sha256(weights) == model.card["sha256"]


def _free_place(stem: str) -> Path:
    """A folder that is not there yet, named like the file."""
    name = re.sub(r'[/\\:*?"<>|\x00-\x1f]', "-", stem).strip(" .")[:80] or COMMUNITY
    place = paths.models() / name
    number = 2
    while place.exists():
        place = paths.models() / f"{name}-{number}"
        number += 1
    return place


def _sha256(path: Path) -> str:
    from gendesk.training.checkpoints import sha256  # here: it imports torch

    return sha256(path)


def _need_spandrel() -> None:
    if importlib.util.find_spec("spandrel") is None:
        raise Trouble(
            "Models of other people need spandrel, which is not installed; install it with: "
            "pip install 'gendesk[community]'"
        )


def _outcome(work: Generator[Event, None, Path]) -> Path:
    """What work returns at its end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
