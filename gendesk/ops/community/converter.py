"""A program that reads one model file of a stranger, under limits, and writes it as safetensors.

``python -I -B -m gendesk.ops.community.converter FILE FOLDER MEGABYTES SECONDS [bare]``

It writes FOLDER/weights.safetensors and prints one line of JSON: what the model is, or the sentence
that says why it was refused. With "bare" the weights may be of any network, and nothing is said of it. Here stands the only `torch.load` of gendesk. A pickle can ask for far
more than weights, hence it never meets the window's process: this one starts for a single file,
gives up what it could do harm with, and ends.
"""

from __future__ import annotations

import json
import os
import sys
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from gendesk.core.sentence import Trouble
from gendesk.ops.community.inspection import inspect

if TYPE_CHECKING:
    from torch import Tensor

WEIGHTS = "weights.safetensors"

# What code that slipped in would do next, by the names of Python's audit events.
_FORBIDDEN = ("os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile",
              "os.remove", "os.rename", "shutil.", "subprocess.", "socket.", "pty.")  # fmt: skip


def main(arguments: list[str]) -> None:
    """Answer for one file."""
    source, folder, megabytes, seconds, *bare = arguments
    prepare(bool(bare))
    said = answer(Path(source), Path(folder), int(megabytes), int(seconds), bool(bare))
    print(json.dumps(said), flush=True)
    os._exit(0)  # to take torch down in order would cost what is left of the time


def prepare(bare: bool = False) -> None:
    """Import everything that will be needed, before the limits and the clock."""
    import safetensors.torch  # noqa: F401
    import torch

    if not bare:
        import spandrel  # noqa: F401
    torch.set_num_threads(1)


def answer(
    source: Path, folder: Path, megabytes: int, seconds: int, bare: bool = False
) -> dict[str, Any]:
    """What the model in `source` is; or "refused" and "values", of which the sentence is made.

    This process can afterwards do little else.
    """
    confine(megabytes, seconds, 2 * source.stat().st_size + 2**20)
    try:
        return _converted(source, folder / WEIGHTS, bare)
    except Trouble as trouble:
        sentence = trouble.sentence
        values = {name: str(value) for name, value in sentence.values.items()}
        return {"refused": sentence.text, "values": values}


def confine(megabytes: int, seconds: int, largest: int) -> None:
    """From here on: no more memory, processor time, or bytes in a file; no programs, no network.

    Args:
        megabytes: above what the imports took.
        seconds: of processor time, above what the imports took; rounded down a little.
        largest: bytes of a file that is written.
    """
    sys.addaudithook(_forbid)
    try:
        import resource
    except ImportError:  # on Windows it is left to `opening` to watch
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    for limit, value in (
        (resource.RLIMIT_AS, psutil.Process().memory_info().vms + megabytes * 2**20),
        (resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds),
        (resource.RLIMIT_FSIZE, largest),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # macOS does not take them all
            resource.setrlimit(limit, (value, value))


def _forbid(event: str, arguments: tuple[Any, ...]) -> None:
    """End at once where Python is about to do what weights never need (safetensors writes itself)."""
    writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event.startswith(_FORBIDDEN):
        os._exit(3)


def _converted(source: Path, out: Path, bare: bool) -> dict[str, Any]:
    from safetensors.torch import save_file

    read = _unpickled if inspect(source) == "pickle" else _loaded
    tensors = read(source, bare)
    _check(tensors, source)
    about = {} if bare else _described(tensors, source.name)
    save_file({name: tensor.contiguous().clone() for name, tensor in tensors.items()}, out)
    return about


def _loaded(source: Path, bare: bool) -> dict[str, Tensor]:
    from safetensors.torch import load_file

    return _unwrapped(load_file(source), bare)


def _unwrapped(found: Any, bare: bool) -> dict[str, Tensor]:
    """Without what trainings put around weights; bare ones have nothing around them."""
    if not bare:
        from spandrel import canonicalize_state_dict

        found = canonicalize_state_dict(found)
    weights: dict[str, Tensor] = found
    return weights


def _unpickled(source: Path, bare: bool) -> dict[str, Tensor]:
    """The weights in a pickle."""
    import pickle

    import torch

    _check_zip(source)
    try:
        with torch.sparse.check_sparse_tensor_invariants():  # type: ignore[no-untyped-call]
            found = torch.load(source, map_location="cpu", weights_only=True)
        found = _unwrapped(found, bare).items()
        return {n: t.detach() for n, t in found if isinstance(n, str) and torch.is_tensor(t)}
    except pickle.UnpicklingError:
        raise Trouble(
            "{name} holds more than weights: it could run a program when it is opened. It was not "
            "opened; ask for it as .safetensors.",
            name=source.name,
        ) from None
    except Exception:  # whatever torch stumbles over: the file is not what torch writes
        raise Trouble(
            "{name} cannot be read: it is damaged, or holds no weights.", name=source.name
        ) from None


def _check_zip(source: Path) -> None:
    """Refuse a zip that torch does not write: compressed, or larger inside than outside."""
    try:
        with zipfile.ZipFile(source) as held:
            entries = held.infolist()
    except zipfile.BadZipFile:
        return  # an older kind of file, or a damaged one, of which torch will complain
    if any(Path(entry.filename).name == "constants.pkl" for entry in entries):
        raise Trouble(
            "{name} is a TorchScript program, not weights; ask for its weights as .safetensors.",
            name=source.name,
        )
    stored = all(entry.compress_type == zipfile.ZIP_STORED for entry in entries)
    if not stored or sum(entry.file_size for entry in entries) > source.stat().st_size:
        raise Trouble(
            "{name} is packed to be far larger than it looks; it was not opened.", name=source.name
        )


def _check(tensors: Mapping[str, Tensor], source: Path) -> None:
    """Refuse what is no plain finite array, and what claims to be more than the file can hold."""
    import torch

    plain = (torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.int64, torch.int32,
             torch.int16, torch.int8, torch.uint8, torch.bool)  # fmt: skip
    if not tensors:
        raise Trouble("{name} holds no weights.", name=source.name)
    storages = {}
    claimed = 0
    for name, tensor in tensors.items():
        dense = tensor.layout == torch.strided and tensor.device.type == "cpu"
        if not (dense and tensor.dtype in plain):
            raise Trouble(
                "{name} holds weights of a kind that gendesk does not take ({which}).",
                name=source.name,
                which=name[:80],
            )
        storage = tensor.untyped_storage()
        storages[storage.data_ptr()] = storage.nbytes()
        claimed += tensor.nbytes
    size = source.stat().st_size
    if sum(storages.values()) > size or claimed > 2 * size:  # 2: weights may be shared
        raise Trouble(
            "{name} claims to hold more weights than fit into it; it was not opened.",
            name=source.name,
        )
    for name, tensor in tensors.items():
        if tensor.is_floating_point() and not bool(tensor.isfinite().all()):
            raise Trouble(
                "{name} is spoilt: not all of its weights are numbers ({which}).",
                name=source.name,
                which=name[:80],
            )


def _described(tensors: dict[str, Tensor], name: str) -> dict[str, Any]:
    """What the network is, by spandrel, which builds it with these weights."""
    import spandrel

    try:
        descriptor = spandrel.MAIN_REGISTRY.load(dict(tensors))
    except spandrel.UnsupportedModelError:
        raise Trouble(
            "{name} holds weights of a network that gendesk does not know.", name=name
        ) from None
    except Exception:  # each of 40 architectures fails in its own way
        raise Trouble(
            "{name} looks like a network that gendesk knows, but does not fit it.", name=name
        ) from None
    architecture = descriptor.architecture.name
    if descriptor.purpose not in ("SR", "Restoration"):
        raise Trouble(
            "{name} ({architecture}) is made to fill holes or to redraw cut-out faces; gendesk "
            "takes models that restore or enlarge whole pictures.",
            name=name,
            architecture=architecture,
        )
    channels = descriptor.input_channels
    if channels not in (1, 3) or channels != descriptor.output_channels:
        raise Trouble(
            "{name} ({architecture}) makes {out} channels of {channels}; gendesk takes models for "
            "grey or colour pictures.",
            name=name,
            architecture=architecture,
            out=descriptor.output_channels,
            channels=channels,
        )
    return {"architecture": architecture, "scale": int(descriptor.scale), "channels": int(channels)}


if __name__ == "__main__":
    main(sys.argv[1:])
