"""The data sets of the papers, by torchvision: its addresses, its checks, its readers."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from gendesk import paths
from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.digests import combined, digests
from gendesk.data.download import Download, fetch
from gendesk.data.locks import locked
from gendesk.data.sources.folder import from_files
from gendesk.data.sources.source import Collection, Source, from_array

# What is unpacked counts; what it was packed in need not be kept.
_PACKED = (".gz", ".tgz", ".zip", ".part")


@dataclass(frozen=True, slots=True)
class Kind:
    """How one of torchvision's data sets is opened, downloaded and read."""

    files: str  # where it lies below torchvision's root, as a glob
    parts: tuple[dict[str, Any], ...]  # arguments for each part; the last is the test set
    downloads: Callable[[Any, Path], list[Download]]
    read: Callable[[list[Any]], Collection]


class Official(Source):
    """`torchvision:NAME`. Its official test pictures are held out."""

    def __init__(self, name: str) -> None:
        super().__init__(f"torchvision:{name}")
        self._title = name
        self._kind = KINDS[name]
        self._parts: list[Any] = []

    def content(self) -> Generator[Event, None, str]:
        # Digests of the files as they were when torchvision last accepted them spare us to
        # import it, and to unpickle and check everything, each time a data set is opened.
        accepted = paths.caches() / "accepted" / f"{self._title}.txt"
        digest = yield from self._digest()
        if not (accepted.is_file() and accepted.read_text("ascii", "replace") == digest):
            lock = yield from locked(accepted.with_suffix(".lock"))
            try:  # two processes must not unpack into the same folder
                yield from self._open_parts()
            finally:
                lock.release()
            digest = yield from self._digest()
            accepted.write_text(digest, "ascii")
        return digest

    def load(self) -> Generator[Event, None, Collection]:
        if not self._parts:
            yield from self._open_parts()
        collection = self._kind.read(self._parts)
        test = len(self._parts[-1])
        count = len(collection.names)
        self._parts = []
        return collection.holding_out(np.arange(count - test, count))

    def _digest(self) -> Generator[Event, None, str]:
        root = paths.data_sets()
        found = root.glob(self._kind.files)
        files = sorted(f for f in found if f.suffix not in _PACKED and f.is_file())
        content = yield from digests(self.name, files)
        return combined([self.name, *(str(f.relative_to(root)) for f in files), *content])

    def _open_parts(self) -> Generator[Event, None, None]:
        """Open what is there; download and unpack what is not."""
        yield Stage(Sentence("Opening {title}", {"title": self._title}))
        from torchvision import datasets

        known, root = getattr(datasets, self._title), paths.data_sets()
        try:
            self._parts = self._construct(known, root, download=False)
        except Exception:  # torchvision has no error of its own for files that are not there
            yield from fetch(self._title, self._kind.downloads(known, root))
            yield Stage(Sentence("Unpacking {title}", {"title": self._title}))
            try:
                _unpack_faces(root)
                self._parts = self._construct(known, root, download=self._title != "CelebA")
            except Exception as error:
                raise Trouble(
                    "The files of {title} in {folder} cannot be used: {why}. Delete them to "
                    "download them again.",
                    title=self._title,
                    folder=root,
                    why=str(error).strip(" .").split("\n")[0],
                ) from None

    def _construct(self, known: Any, root: Path, download: bool) -> list[Any]:
        return [known(root, download=download, **part) for part in self._kind.parts]


def _unpack_faces(root: Path) -> None:
    """CelebA's archive, which torchvision unpacks only together with a package for downloads."""
    archive = root / "celeba" / "img_align_celeba.zip"
    if archive.is_file() and not archive.with_suffix("").is_dir():
        from torchvision.datasets.utils import extract_archive

        extract_archive(archive)


def _mnist_downloads(known: Any, root: Path) -> list[Download]:
    folder = root / known.__name__ / "raw"
    return [
        Download(tuple(mirror + name for mirror in known.mirrors), folder / name, md5)
        for name, md5 in known.resources
    ]


def _emnist_downloads(known: Any, root: Path) -> list[Download]:
    return [Download((known.url,), root / "EMNIST" / "raw" / Path(known.url).name, known.md5)]


def _cifar_downloads(known: Any, root: Path) -> list[Download]:
    return [Download((known.url,), root / known.filename, known.tgz_md5)]


def _svhn_downloads(known: Any, root: Path) -> list[Download]:
    parts = (known.split_list[split] for split in ("train", "test"))
    return [Download((url,), root / name, md5) for url, name, md5 in parts]


def _flower_downloads(known: Any, root: Path) -> list[Download]:
    address, folder = known._download_url_prefix, root / "flowers-102"
    files = known._file_dict.values()
    return [Download((address + name,), folder / name, md5) for name, md5 in files]


def _pet_downloads(known: Any, root: Path) -> list[Download]:
    folder = root / "oxford-iiit-pet"
    return [Download((url,), folder / Path(url).name, md5) for url, md5 in known._RESOURCES]


def _face_downloads(known: Any, root: Path) -> list[Download]:
    address = "https://drive.usercontent.google.com/download?export=download&confirm=t&id="
    return [
        Download((address + file,), root / "celeba" / name, md5)
        for file, md5, name in known.file_list
    ]


def _read_mnist(parts: list[Any]) -> Collection:
    pictures = np.concatenate([part.data.numpy() for part in parts])
    labels = np.concatenate([part.targets.numpy() for part in parts])
    return from_array(pictures, labels, tuple(parts[0].classes))


def _read_emnist(parts: list[Any]) -> Collection:
    pictures = np.concatenate([part.data.numpy() for part in parts])
    labels = np.concatenate([part.targets.numpy() for part in parts])
    upright = np.ascontiguousarray(pictures.transpose(0, 2, 1))  # its files lie on their side
    return from_array(upright, labels, tuple(parts[0].classes))


def _read_cifar(parts: list[Any]) -> Collection:
    pictures = np.concatenate([part.data for part in parts])
    labels = np.concatenate([np.array(part.targets, np.int64) for part in parts])
    return from_array(pictures, labels, tuple(parts[0].classes))


def _read_svhn(parts: list[Any]) -> Collection:
    pictures = np.concatenate([part.data for part in parts])  # (N, 3, 32, 32)
    labels = np.concatenate([part.labels for part in parts])
    upright = np.ascontiguousarray(pictures.transpose(0, 2, 3, 1))
    return from_array(upright, labels.astype(np.int64), tuple("0123456789"))


def _read_flowers(parts: list[Any]) -> Collection:
    files = [Path(file) for part in parts for file in part._image_files]
    labels = [label for part in parts for label in part._labels]
    return from_files(files, [f.name for f in files], labels, tuple(parts[0].classes))


def _read_pets(parts: list[Any]) -> Collection:
    files = [Path(file) for part in parts for file in part._images]
    labels = [label for part in parts for label in part._labels]
    return from_files(files, [f.name for f in files], labels, tuple(parts[0].classes))


def _read_faces(parts: list[Any]) -> Collection:
    names = [name for part in parts for name in part.filename]
    folder = Path(parts[0].root) / "celeba" / "img_align_celeba"
    return from_files([folder / name for name in names], names, None, ())


_TRAIN_AND_TEST: tuple[dict[str, Any], ...] = ({"train": True}, {"train": False})
KINDS = {
    **{
        name: Kind(f"{name}/raw/*", _TRAIN_AND_TEST, _mnist_downloads, _read_mnist)
        for name in ("MNIST", "FashionMNIST", "KMNIST")
    },
    "EMNIST": Kind(
        "EMNIST/raw/emnist-balanced-*",
        tuple({"split": "balanced", **part} for part in _TRAIN_AND_TEST),
        _emnist_downloads,
        _read_emnist,
    ),
    "CIFAR10": Kind("cifar-10-batches-py/*", _TRAIN_AND_TEST, _cifar_downloads, _read_cifar),
    "SVHN": Kind(
        "*_32x32.mat", ({"split": "train"}, {"split": "test"}), _svhn_downloads, _read_svhn
    ),
    "Flowers102": Kind(
        "flowers-102/**/*",
        ({"split": "train"}, {"split": "val"}, {"split": "test"}),
        _flower_downloads,
        _read_flowers,
    ),
    "OxfordIIITPet": Kind(
        "oxford-iiit-pet/**/*",
        ({"split": "trainval"}, {"split": "test"}),
        _pet_downloads,
        _read_pets,
    ),
    "CelebA": Kind(
        "celeba/**/*",
        ({"split": "train"}, {"split": "valid"}, {"split": "test"}),
        _face_downloads,
        _read_faces,
    ),
}
