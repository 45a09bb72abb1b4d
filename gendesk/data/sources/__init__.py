"""Where pictures come from: one small class for each kind of source."""

from __future__ import annotations

from pathlib import Path

from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.sources.digits import Digits
from gendesk.data.sources.emoji import Emoji
from gendesk.data.sources.folder import Folder, printable
from gendesk.data.sources.glyphs import Glyphs
from gendesk.data.sources.idx import Idx, images_files, is_idx
from gendesk.data.sources.official import KINDS, Official
from gendesk.data.sources.source import Collection, Entry, Source

__all__ = ["Collection", "Entry", "Source", "catalogue", "parse", "without_place"]

_BUILT_IN: dict[str, type[Source]] = {"digits": Digits, "glyphs": Glyphs, "emoji": Emoji}


def parse(source: str) -> Source:
    """The source that a person named.

    Args:
        source: "digits", "glyphs", "emoji", "folder:PATH", "idx:PATH", "torchvision:NAME", or
            the path of a folder of pictures or of IDX files.

    Raises:
        Trouble: there is no such source; the sentence says what there is.
    """
    if source in _BUILT_IN:
        return _BUILT_IN[source](source)
    kind, _, rest = source.partition(":")
    if kind == "torchvision":
        for name in KINDS:
            if name.lower() == rest.lower():
                return Official(name)
        raise Trouble(
            "There is no data set {name}; there are {known}.", name=rest, known=", ".join(KINDS)
        )
    if kind in ("folder", "idx") and rest:
        return Folder(_path(rest)) if kind == "folder" else Idx(_path(rest))
    path = _path(source)
    if is_idx(path) or (path.is_dir() and images_files(path)):
        return Idx(path)
    if source and path.is_dir():
        return Folder(path)
    raise Trouble(
        "There are no pictures {source}; choose {known}, or a folder of your own.",
        source=repr(printable(Path(source))),
        known=", ".join([*_BUILT_IN, "folder:PATH", "idx:PATH", "torchvision:NAME"]),
    )


def without_place(source: str) -> str:
    """A source as others may read it: of a path its last part, "folder:cats"."""
    kind, _, rest = source.partition(":")
    if source in _BUILT_IN or kind == "torchvision":
        return source
    if kind in ("folder", "idx") and rest:
        return f"{kind}:{Path(rest).name}"
    return f"folder:{Path(source).name}"


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # "~nobody"
        return Path(text)


def catalogue() -> list[Entry]:
    """The sources that need no path, for a chooser; the ones that are always there come first."""
    return [
        Entry(
            "digits",
            Sentence("Digits"),
            Sentence("1,797 small handwritten digits; quick to learn, and always there."),
        ),
        Entry(
            "glyphs",
            Sentence("Letters"),
            Sentence("Letters and digits drawn from every font on this computer."),
        ),
        Entry(
            "emoji", Sentence("Emoji"), Sentence("The colour emoji of this computer's own font.")
        ),
        Entry(
            "torchvision:MNIST",
            Sentence("MNIST"),
            Sentence("70,000 handwritten digits, the field's first example; 12 MB."),
        ),
        Entry(
            "torchvision:FashionMNIST",
            Sentence("FashionMNIST"),
            Sentence("70,000 small grey pictures of clothes in ten classes; 31 MB."),
        ),
        Entry(
            "torchvision:KMNIST",
            Sentence("KMNIST"),
            Sentence("70,000 handwritten Japanese characters in ten classes; 21 MB."),
        ),
        Entry(
            "torchvision:EMNIST",
            Sentence("EMNIST"),
            Sentence("131,600 handwritten letters and digits in 47 classes; 562 MB."),
        ),
        Entry(
            "torchvision:CIFAR10",
            Sentence("CIFAR10"),
            Sentence("60,000 tiny colour photographs of animals and vehicles; 170 MB."),
        ),
        Entry(
            "torchvision:SVHN",
            Sentence("SVHN"),
            Sentence("99,289 house numbers photographed from the street; 246 MB."),
        ),
        Entry(
            "torchvision:Flowers102",
            Sentence("Flowers102"),
            Sentence("8,189 photographs of flowers of 102 kinds; 345 MB."),
        ),
        Entry(
            "torchvision:OxfordIIITPet",
            Sentence("OxfordIIITPet"),
            Sentence("7,349 photographs of cats and dogs of 37 breeds; 811 MB."),
        ),
        Entry(
            "torchvision:CelebA",
            Sentence("CelebA"),
            Sentence("202,599 photographs of well-known faces; 1.5 GB."),
        ),
    ]
