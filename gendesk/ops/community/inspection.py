"""What can be said of a stranger's model file before anything opens it. Needs no torch."""

from __future__ import annotations

import json
from math import prod
from pathlib import Path
from typing import Any

from gendesk.core.sentence import Trouble

LARGEST = 4 * 2**30  # bytes of a model file; the largest that spandrel knows has 2.5 GB
LONGEST = 2 * 2**20  # bytes of a header: some 20,000 weights, and 20 ms of reading

_ZIP = b"PK\x03\x04"
_LEGACY = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19"  # torch's number, as its first pickle
_BYTES = {
    "F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1,
    "BOOL": 1,
}  # fmt: skip


def inspect(path: Path) -> str:
    """What the file is: "safetensors", checked to the last byte, or "pickle", to be distrusted.

    Raises:
        Trouble: it is no whole model file, or is not what its name says.
    """
    if path.is_dir():
        raise Trouble("{path} is a folder; choose the model file in it.", path=path)
    if not path.exists():
        raise Trouble("There is no file {path}.", path=path)
    if not path.is_file():
        raise Trouble("{path} is not a file of the kind that holds a model.", path=path)
    try:
        return _kind(path, path.stat().st_size)
    except OSError as error:
        raise Trouble("{path} cannot be read: {why}.", path=path, why=error.strerror) from None


def _kind(path: Path, size: int) -> str:
    if size == 0:
        raise Trouble("{name} is empty; get it again from where it came.", name=path.name)
    if size > LARGEST:
        raise Trouble("{name} is larger than any model that gendesk knows.", name=path.name)
    with path.open("rb") as file:
        head = file.read(512)
    if head.lstrip().startswith(b"<") and b"\0" not in head:  # a length may begin like a page
        raise Trouble(
            "{name} is a web page, not a model; download the file itself.", name=path.name
        )
    pickled = head.startswith((_ZIP, _LEGACY))
    if path.suffix.lower() == ".safetensors":
        if pickled or head.startswith(b"\x80"):
            raise Trouble(
                "{name} is not what its name says: it could run a program when it is opened. "
                "It was not opened.",
                name=path.name,
            )
        _check_safetensors(path, size)
        return "safetensors"
    if pickled:
        return "pickle"
    raise Trouble(
        "{name} is no model file that gendesk knows: those are .safetensors and .pth.",
        name=path.name,
    )


def _check_safetensors(path: Path, size: int) -> None:
    """Read the header as strictly as the format is described, and then some.

    The file is 8 bytes of the header's length, the header, and the weights, which must follow each
    other without gaps. Names stand once; every length agrees with its shape.
    """
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if length > LONGEST:
            raise Trouble(
                "{name} says that its table of contents has {length} bytes, more than any model's; "
                "it was not opened.",
                name=path.name,
                length=length,
            )
        text = file.read(length)
    try:
        header = json.loads(text, object_pairs_hook=_unique)
        header.pop("__metadata__", None)
        spans = sorted(_span(about) for about in header.values())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Trouble(
            "{name} is no safetensors file, or a damaged one; get it again from where it came.",
            name=path.name,
        ) from None
    held = size - 8 - length
    end = 0
    for start, stop in spans:
        if start != end:
            raise Trouble(
                "{name} contradicts itself about where its weights lie; it was not opened.",
                name=path.name,
            )
        end = stop
    if end != held:
        raise Trouble(
            "{name} should hold {expected} bytes of weights but holds {held}; get it again from "
            "where it came.",
            name=path.name,
            expected=end,
            held=held,
        )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; `ValueError` where a name stands twice, as nobody knows which one is meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _span(about: dict[str, Any]) -> tuple[int, int]:
    """From where to where a tensor lies; an error where its length is not that of its shape."""
    start, stop = about["data_offsets"]
    shape = about["shape"]
    if not all(type(number) is int and number >= 0 for number in (start, stop, *shape)):
        raise ValueError
    if len(shape) > 8 or stop - start != _BYTES[about["dtype"]] * prod(shape):
        raise ValueError
    return start, stop
