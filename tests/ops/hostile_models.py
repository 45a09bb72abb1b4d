"""Model files that break programs, and a sound one, made afresh for each test."""

from __future__ import annotations

import json
import os
import pickle
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

Maker = Callable[[Path], None]


def sound(scale: int = 2, last: int = 4, spoilt: bool = False) -> dict[str, Tensor]:
    """The weights of a small SRVGGNetCompact, which spandrel knows; (3, H, W) → (3, 2H, 2W)."""
    dice = torch.Generator().manual_seed(0)
    shapes = {
        "body.0.weight": (8, 3, 3, 3), "body.0.bias": (8,), "body.1.weight": (8,),
        "body.2.weight": (8, 8, 3, 3), "body.2.bias": (8,), "body.3.weight": (8,),
        f"body.{last}.weight": (3 * scale**2, 8, 3, 3), f"body.{last}.bias": (3 * scale**2,),
    }  # fmt: skip
    weights = {k: 0.1 * torch.randn(shape, generator=dice) for k, shape in shapes.items()}
    if spoilt:
        weights["body.2.weight"][3, 3, 1, 1] = torch.nan
    return weights


class Harm:
    """Pickled, it is a program that leaves a file behind where it is run."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch '{self.trace}'",)


def trace(path: Path) -> Path:
    """The file that the programs in a model file leave behind."""
    return path.parent / "harmed"


def saved(what: Callable[[Path], Any], **options: Any) -> Maker:
    """A maker of what torch writes."""
    return lambda path: torch.save(what(path), path, **options)


def with_harm(path: Path) -> Any:
    return {**sound(), "more": Harm(trace(path))}


def sparse(path: Path) -> Any:
    beyond = torch.tensor([[1_000_000_000]])
    return {**sound(), "x": torch.sparse_coo_tensor(beyond, [1.0], (4,), check_invariants=False)}


def packed(path: Path) -> None:
    """A zip bomb: 64 MiB of zeros in 64 kB, as torch would lay them out."""
    whole = path.with_suffix(".whole")
    torch.save({"params": {**sound(), "x": torch.zeros(2**24)}}, whole)
    with (
        zipfile.ZipFile(whole) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert path.stat().st_size < 2**20


def torchscript(path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.save(torch.jit.script(nn.PReLU()), path)


def shared_lists(path: Path) -> Any:
    """Lists of lists, each holding the next one twice: 2^60 when they are walked."""
    inner: list[Any] = []
    for _ in range(60):
        inner = [inner, inner]
    return {"params": {"body.0.weight": inner}, "more": inner}


def deep_lists(path: Path) -> None:
    """50,000 lists in each other: more than recursion can bear."""
    depth = 50_000
    pickled = b"\x80\x02" + b"]" * depth + b"a" * (depth - 1) + b"."
    torch.save({}, path)
    with zipfile.ZipFile(path) as old:
        held = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, content in held.items():
            new.writestr(name, pickled if name.endswith("data.pkl") else content)


def beyond_storage(path: Path) -> None:
    """A legacy file whose only storage claims 4 TiB."""
    weights = {"a": torch.zeros(77_777)}
    torch.save(weights, path, _use_new_zipfile_serialization=False)
    claimed = path.read_bytes().replace(struct.pack("<i", 77_777), struct.pack("<i", 2**31 - 1))
    path.write_bytes(claimed)


def safetensors(header: Mapping[str, Any] | str, held: bytes = b"") -> Maker:
    """A file with any header."""
    text = (header if isinstance(header, str) else json.dumps(header)).encode()
    return lambda path: _write(path, struct.pack("<Q", len(text)) + text + held)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _entry(start: int, stop: int, shape: list[int] | None = None, dtype: str = "U8") -> Any:
    shape = [stop - start] if shape is None else shape
    return {"dtype": dtype, "shape": shape, "data_offsets": [start, stop]}


def _truncated(path: Path) -> None:
    save_file(sound(), path)
    path.write_bytes(path.read_bytes()[:-100])


_ENTRY = '"dtype":"U8","shape":[1],"data_offsets"'
_EMPTY = '{"dtype":"U8","shape":[0],"data_offsets":[0,0]}'

# What needs no program to be refused, with a part of the sentence that says why.
SEEN: dict[str, tuple[str, Maker, str]] = {
    "pickle renamed": ("a.safetensors", saved(with_harm), "not what its name says"),
    "legacy pickle renamed": (
        "a.safetensors",
        saved(with_harm, _use_new_zipfile_serialization=False),
        "not what its name says",
    ),
    "bare pickle": (
        "a.pth", lambda path: _write(path, pickle.dumps(Harm(trace(path)))), "no model file",
    ),
    "truncated": ("a.safetensors", _truncated, "should hold"),
    "overlapping": (
        "a.safetensors",
        safetensors({"a": _entry(0, 8), "b": _entry(4, 12)}, bytes(12)),
        "contradicts itself",
    ),
    "the same bytes twice": (
        "a.safetensors",
        safetensors({"a": _entry(0, 8), "b": _entry(0, 8)}, bytes(8)),
        "contradicts itself",
    ),
    "a gap": (
        "a.safetensors",
        safetensors({"a": _entry(0, 8), "b": _entry(9, 12)}, bytes(12)),
        "contradicts itself",
    ),
    "bytes left over": ("a.safetensors", safetensors({"a": _entry(0, 8)}, bytes(9)), "should hold"),
    "giant header": (
        "a.safetensors", lambda path: _write(path, struct.pack("<Q", 2**62) + b"{}"), "more than any",
    ),
    "a million empty tensors": (
        "a.safetensors",
        lambda path: safetensors(
            "{" + ",".join(f'"{i}":{_EMPTY}' for i in range(1_000_000)) + "}"
        )(path),
        "more than any",
    ),
    "duplicate keys": (
        "a.safetensors",
        safetensors(f'{{"a":{{{_ENTRY}:[0,1]}},"a":{{{_ENTRY}:[1,2]}}}}', b"ab"),
        "damaged",
    ),
    "shape and length differ": (
        "a.safetensors", safetensors({"a": _entry(0, 8, [2**40])}, bytes(8)), "damaged",
    ),
    "negative sizes": (
        "a.safetensors", safetensors({"a": _entry(0, 8, [-2, -4])}, bytes(8)), "damaged",
    ),
    "unknown numbers": (
        "a.safetensors", safetensors({"a": _entry(0, 8, dtype="X9")}, bytes(8)), "damaged",
    ),
    "a list for a header": ("a.safetensors", safetensors("[]"), "damaged"),
    "a deep header": ("a.safetensors", safetensors("[" * 1_000_000), "damaged"),
    "a few bytes": ("a.safetensors", lambda path: _write(path, bytes(3)), "damaged"),
    "a folder": ("a.pth", lambda path: path.mkdir(), "is a folder"),
    "a web page": (
        "a.pth", lambda path: _write(path, b"\n<!DOCTYPE html><html>Not found</html>"), "web page",
    ),
    "an empty file": ("a.pth", lambda path: _write(path, b""), "is empty"),
    "a text": ("a.pth", lambda path: _write(path, b"version 1\noid sha256:00\n"), "no model file"),
    "nothing": ("a.pth", lambda path: None, "no file"),
}  # fmt: skip
if hasattr(os, "mkfifo"):
    SEEN["a FIFO"] = ("a.pth", lambda path: os.mkfifo(path), "not a file of the kind")

# What the converter has to find out, with a part of the sentence that says why.
OPENED: dict[str, tuple[str, Maker, str]] = {
    "os.system, zip": ("a.pth", saved(with_harm), "could run a program"),
    "os.system, legacy": (
        "a.pth",
        saved(with_harm, _use_new_zipfile_serialization=False),
        "could run a program",
    ),
    "whole module": ("a.pth", saved(lambda path: nn.PReLU()), "could run a program"),
    "sparse beyond its size": ("a.pth", saved(sparse), "damaged"),
    "sparse": (
        "a.pth",
        saved(lambda path: {**sound(), "x": torch.ones(4).to_sparse()}),
        "of a kind",
    ),
    "stride 0 of 4 TiB": (
        "a.pth",
        saved(lambda path: {**sound(), "x": torch.ones(1).expand(2**40)}),
        "more weights than fit",
    ),
    "no numbers at all": (
        "a.pth", saved(lambda path: {"x": torch.ones(2**40, device="meta")}), "of a kind",
    ),
    "storage beyond the file": ("a.pth", beyond_storage, "damaged"),
    "zip bomb": ("a.pth", packed, "packed to be far larger"),
    "TorchScript": ("a.pth", torchscript, "TorchScript"),
    "shared lists": ("a.pth", saved(shared_lists), "holds no weights"),
    "deep lists": ("a.pth", deep_lists, "damaged"),
    "cut off": ("a.pth", lambda path: _write(path, b"PK\x03\x04" + bytes(99)), "damaged"),
    "NaN, pickle": ("a.pth", saved(lambda path: sound(spoilt=True)), "not all of its weights"),
    "NaN": (
        "a.safetensors", lambda path: save_file(sound(spoilt=True), path), "not all of its weights",
    ),
    "unknown network": (
        "a.safetensors", lambda path: save_file({"x": torch.ones(4)}, path), "does not know",
    ),
    "four channels": (
        "a.pth",
        saved(lambda path: {**sound(), "body.0.weight": torch.ones(8, 4, 3, 3),
                            "body.4.weight": torch.ones(16, 8, 3, 3), "body.4.bias": torch.ones(16)}),
        "makes 4 channels of 4",
    ),
    "a layer is missing": (
        "a.pth",
        saved(lambda path: {k: v for k, v in sound().items() if k != "body.2.bias"}),
        "does not fit it",
    ),
    "a million layers": ("a.pth", saved(lambda path: sound(last=2_000_000)), "it was stopped"),
}  # fmt: skip
