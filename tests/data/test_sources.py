"""Each source gives what its name promises, and says plainly what it cannot."""

from __future__ import annotations

import gzip
import io
import struct
from hashlib import md5
from importlib.metadata import entry_points
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFont
from torchvision import datasets

from gendesk import paths
from gendesk.core.events import Stage
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data import open_dataset
from gendesk.data.sources import catalogue, emoji, glyphs, parse, without_place
from gendesk.data.sources.digits import Digits
from gendesk.data.sources.folder import Folder
from gendesk.data.sources.idx import Idx, read_idx
from gendesk.data.sources.official import KINDS, Official
from tests.data.conftest import drained, opened


def idx(array: np.ndarray) -> bytes:
    return (
        bytes([0, 0, 8, array.ndim])
        + struct.pack(f">{array.ndim}I", *array.shape)
        + array.tobytes()
    )


def mnist(folder: Path, zipped: bool, train: int = 20, test: int = 10) -> np.ndarray:
    """A tiny MNIST in `folder`; its pictures, those for training first."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = np.random.default_rng(0)
    every = []
    for part, count in (("train", train), ("t10k", test)):
        images = numbers.integers(0, 256, (count, 28, 28), dtype=np.uint8)
        every.append(images)
        labels = (np.arange(count) % 10).astype(np.uint8)
        for name, data in ((f"{part}-images-idx3-ubyte", idx(images)),
                           (f"{part}-labels-idx1-ubyte", idx(labels))):  # fmt: skip
            if zipped:
                (folder / f"{name}.gz").write_bytes(gzip.compress(data))
            else:
                (folder / name).write_bytes(data)
    return np.concatenate(every)


@pytest.fixture
def package_fonts(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Two fonts that we depend on, whatever this computer has."""
    files = [
        Path(file)
        for point in entry_points(group="fonts_ttf")
        if point.name in ("caladea", "fredoka-one")
        for file in point.load().values()
    ]
    monkeypatch.setattr(glyphs, "font_files", lambda: sorted(files))
    return files


def test_parse_knows_every_kind(tmp_path: Path) -> None:
    mnist(tmp_path / "mnist", zipped=True)
    kinds = {
        "digits": Digits,
        "glyphs": glyphs.Glyphs,
        "emoji": emoji.Emoji,
        f"folder:{tmp_path}": Folder,
        str(tmp_path): Folder,
        f"idx:{tmp_path / 'mnist'}": Idx,
        str(tmp_path / "mnist"): Idx,
        str(tmp_path / "mnist" / "train-images-idx3-ubyte.gz"): Idx,
        "torchvision:MNIST": Official,
        "torchvision:cifar10": Official,
    }
    for source, kind in kinds.items():
        assert type(parse(source)) is kind


@pytest.mark.parametrize("source", ["", "cats", "/no/such/place", "web:cats", "a\0b", "a.jpg"])
def test_an_unknown_source_names_what_there_is(source: str) -> None:
    with pytest.raises(Trouble, match="choose digits, glyphs, emoji, folder:PATH"):
        parse(source)


def test_an_unknown_data_set_names_those_there_are() -> None:
    with pytest.raises(Trouble, match="no data set ImageNet; there are MNIST, FashionMNIST"):
        parse("torchvision:ImageNet")


@pytest.mark.parametrize("source", ["folder:/no/such/place", "idx:/no/such/file"])
def test_a_place_that_is_not_there_is_named(source: str) -> None:
    with pytest.raises(Trouble, match="/no/such"):
        opened(source)


def test_the_catalogue_is_plain_and_every_entry_can_be_parsed() -> None:
    entries = catalogue()
    assert entries[0].source == "digits"
    assert {f"torchvision:{name}" for name in KINDS} < {entry.source for entry in entries}
    for entry in entries:
        assert parse(entry.source).name == entry.source
        assert isinstance(entry.title, Sentence)
        assert str(entry.about).endswith(".")


@pytest.mark.parametrize("zipped", [True, False])
def test_idx_reads_both_parts_and_holds_out_the_test(tmp_path: Path, zipped: bool) -> None:
    pictures = mnist(tmp_path / "mnist", zipped)
    dataset = opened(f"idx:{tmp_path / 'mnist'}", size=28)
    assert np.array_equal(dataset.pictures[..., 0], pictures)
    assert dataset.held_out.tolist() == list(range(20, 30))
    assert dataset.classes == tuple("0123456789")
    one = opened(tmp_path / "mnist" / f"train-images-idx3-ubyte{'.gz' * zipped}", size=28)
    assert len(one.pictures) == 20
    assert len(one.held_out) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0",
        b"GIF89a" * 10,
        bytes([0, 0, 13, 3]) + bytes(40),
        idx(np.zeros((9, 9, 9), np.uint8))[:-1],
        bytes([0, 0, 8, 3]) + b"\xff" * 12 + bytes(99),
        bytes([0, 0, 8, 200]) + bytes(99),
        gzip.compress(idx(np.zeros((50, 9, 9), np.uint8)))[:-30],
        b"\x1f\x8b" + bytes(50),
    ],
)
def test_damaged_idx_files_are_refused_by_name(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "some-images-idx3-ubyte"
    path.write_bytes(data)
    with pytest.raises(Trouble, match="some-images-idx3-ubyte"):
        read_idx(path)
    with pytest.raises(Trouble):
        opened(path)


def test_labels_of_another_number_are_refused(tmp_path: Path) -> None:
    mnist(tmp_path, zipped=False)
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx(np.zeros(3, np.uint8)))
    with pytest.raises(Trouble, match="train-labels-idx1-ubyte has not one label"):
        opened(f"idx:{tmp_path}")


def test_glyphs_are_many_varied_and_the_same_again(package_fonts: list[Path]) -> None:
    source = parse("glyphs")
    content = drained(source.content())[1]
    collection = drained(source.load())[1]
    faces = len(package_fonts)
    assert len(collection.names) == faces * 62 * glyphs._MOST_VARIATIONS
    assert collection.labels is not None
    assert (np.bincount(collection.labels) == faces * glyphs._MOST_VARIATIONS).all()
    a = [i for i, label in enumerate(collection.labels) if label == 0]
    pictures = [np.asarray(collection.picture(i, 32).picture) for i in a]
    assert len({p.tobytes() for p in pictures}) == len(a)
    for picture in pictures:
        assert 0.01 < picture.mean() / 255 < 0.5
        assert not picture[[0, -1]].any() and not picture[:, [0, -1]].any()  # nothing is cut off
    again = parse("glyphs")
    assert drained(again.content())[1] == content
    redrawn = drained(again.load())[1]
    assert np.array_equal(redrawn.picture(a[-1], 32).picture, pictures[-1])
    assert collection.names[a[0]].startswith("A, ")


def test_of_very_many_fonts_some_are_taken_with_all_their_letters(
    package_fonts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glyphs, "_MOST_FACES", 2)
    source = parse("glyphs")
    drained(source.content())
    labels = drained(source.load())[1].labels
    assert labels is not None
    assert (np.bincount(labels, minlength=62) == 2 * glyphs._MOST_VARIATIONS).all()


def test_a_font_without_letters_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, package_fonts: list[Path], tmp_path: Path
) -> None:
    face = glyphs.look_at(package_fonts[0])
    assert face is not None and face.characters == glyphs.CHARACTERS
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(package_fonts[0].read_bytes()[:5000])
    assert glyphs.look_at(broken) is None
    monkeypatch.setattr(ImageFont.FreeTypeFont, "getname", lambda _: ("Wingdings", "Regular"))
    assert glyphs.look_at(package_fonts[0]) is None


def test_glyphs_that_a_font_lacks_are_left_out(
    monkeypatch: pytest.MonkeyPatch, package_fonts: list[Path]
) -> None:
    # A character that the font lacks takes the place of "A", and gives the same box as others.
    monkeypatch.setattr(glyphs, "CHARACTERS", "\u4e2dBC")
    face = glyphs.look_at(package_fonts[0])
    assert face is not None and face.characters == "BC"


def test_no_fonts_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "font_files", list)
    with pytest.raises(Trouble, match="No font with letters"):
        opened("glyphs")


def test_no_emoji_font_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(emoji, "font_files", list)
    with pytest.raises(Trouble, match="fonts-noto-color-emoji"):
        opened("emoji")


def test_emoji_are_drawn_in_colour_on_white(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a stand-in for the font, as few computers have the same one."""

    class Font:
        def getbbox(self, character: str) -> tuple[int, int, int, int]:
            return (0, 0, 0, 0) if character in " \u2600" else (0, 0, 40, 40)

    def draw(font: Font, character: str) -> Image.Image:
        return Image.new("RGB", (44, 44), (255, ord(character) % 256, 0))

    monkeypatch.setattr(emoji, "font_files", lambda: [Path("/fonts/SomeEmoji.ttf")])
    monkeypatch.setattr(emoji, "_font", lambda _: Font())
    monkeypatch.setattr(emoji, "_draw", draw)
    dataset = opened("emoji")
    assert dataset.channels == 3
    assert dataset.labels is None
    assert len(dataset.pictures) > 1000


def test_torchvision_data_on_disk_are_used_without_a_network(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GENDESK_DATA", str(tmp_path / "sets"))
    monkeypatch.setattr(datasets.FashionMNIST, "mirrors", ["http://127.0.0.1:9/"])
    pictures = mnist(tmp_path / "sets" / "FashionMNIST" / "raw", zipped=False)
    events, dataset = drained(open_dataset("torchvision:FashionMNIST", size=28))
    assert np.array_equal(dataset.pictures[..., 0], pictures)
    assert dataset.held_out.tolist() == list(range(20, 30))
    assert dataset.classes[0] == "T-shirt/top"
    assert not any("Downloading" in str(e.sentence) for e in events if isinstance(e, Stage))


def test_accepted_torchvision_data_are_not_opened_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GENDESK_DATA", str(tmp_path / "sets"))
    raw = tmp_path / "sets" / "KMNIST" / "raw"
    mnist(raw, zipped=False)
    key = opened("torchvision:KMNIST").key
    with monkeypatch.context() as patch:
        patch.delattr(datasets, "KMNIST")
        assert opened("torchvision:KMNIST").key == key
    mnist(raw, zipped=False, train=25)
    assert opened("torchvision:KMNIST").key != key


def test_no_network_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.MNIST, "mirrors", ["http://127.0.0.1:9/"])
    with pytest.raises(
        Trouble, match=r"MNIST.* could not be downloaded: Connection refused\. Check"
    ):
        opened("torchvision:MNIST")
    assert not [path for path in paths.data_sets().rglob("*") if path.is_file()]


def test_damaged_torchvision_data_are_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GENDESK_DATA", str(tmp_path))
    raw = tmp_path / "KMNIST" / "raw"
    mnist(raw, zipped=False)
    (raw / "train-images-idx3-ubyte").write_bytes(b"\0\0\x08\x03")
    monkeypatch.setattr(datasets.KMNIST, "resources", [])
    with pytest.raises(Trouble, match=r"files of KMNIST in .* cannot be used"):
        opened("torchvision:KMNIST")


@pytest.mark.parametrize("name", KINDS)
def test_torchvision_still_says_where_its_files_are(name: str, tmp_path: Path) -> None:
    """We read some of its private names; an upgrade that changes them shows here."""
    downloads = KINDS[name].downloads(getattr(datasets, name), tmp_path)
    assert downloads
    for download in downloads:
        assert all(url.startswith(("https://", "http://")) for url in download.urls)
        assert len(download.md5) == 32
        assert download.path.is_relative_to(tmp_path)


def test_flowers_and_pets_are_read_from_their_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from scipy.io import savemat

    monkeypatch.setenv("GENDESK_DATA", str(tmp_path))
    folder = tmp_path / "flowers-102"
    (folder / "jpg").mkdir(parents=True)
    for i in range(1, 7):
        Image.new("RGB", (30, 20), (40 * i, 0, 0)).save(folder / "jpg" / f"image_{i:05}.jpg")
    ids = {"trnid": [[1, 2]], "valid": [[3, 4]], "tstid": [[5, 6]]}
    savemat(folder / "setid.mat", {name: np.array(value) for name, value in ids.items()})
    savemat(folder / "imagelabels.mat", {"labels": np.array([[1, 1, 2, 2, 3, 3]])})
    files = {
        kind: (name, md5((folder / name).read_bytes()).hexdigest())
        for kind, name in (("label", "imagelabels.mat"), ("setid", "setid.mat"))
    }
    image = datasets.Flowers102._file_dict["image"]
    monkeypatch.setattr(datasets.Flowers102, "_file_dict", {"image": image, **files})
    dataset = opened("torchvision:Flowers102")
    assert dataset.pictures[:, 8, 8, 0].tolist() == pytest.approx(
        [40 * i for i in range(1, 7)], abs=3
    )
    assert dataset.held_out.tolist() == [4, 5]
    assert dataset.labels is not None and dataset.labels.tolist() == [0, 0, 1, 1, 2, 2]

    pets = tmp_path / "oxford-iiit-pet"
    (pets / "images").mkdir(parents=True)
    (pets / "annotations").mkdir()
    for part, names in (("trainval", ["Abyssinian_1", "beagle_1"]), ("test", ["beagle_2"])):
        lines = [f"{n} {1 + (n[0] == 'b')} 1 1\n" for n in names]
        (pets / "annotations" / f"{part}.txt").write_text("".join(lines))
        for name in names:
            Image.new("RGB", (20, 20), "red").save(pets / "images" / f"{name}.jpg")
    dataset = opened("torchvision:OxfordIIITPet")
    assert dataset.classes == ("Abyssinian", "Beagle")
    assert dataset.held_out.tolist() == [2]


def test_svhn_and_cifar_stand_upright(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import pickle

    from scipy.io import savemat

    monkeypatch.setenv("GENDESK_DATA", str(tmp_path))
    picture = np.zeros((32, 32, 3), np.uint8)
    picture[:16, :, 0] = 255  # red above
    parts = {}
    for split in ("train", "test"):
        file = tmp_path / f"{split}_32x32.mat"
        savemat(file, {"X": np.stack([picture] * 3, axis=3), "y": np.array([[10], [1], [2]])})
        parts[split] = ["https://x/", file.name, md5(file.read_bytes()).hexdigest()]
    monkeypatch.setattr(datasets.SVHN, "split_list", parts)
    dataset = opened("torchvision:SVHN", size=32)
    assert np.array_equal(dataset.pictures[0], picture)
    assert dataset.labels is not None and dataset.labels.tolist() == [0, 1, 2] * 2

    folder = tmp_path / "cifar-10-batches-py"
    folder.mkdir()
    batch = {"data": np.stack([picture.transpose(2, 0, 1).ravel()] * 3), "labels": [0, 1, 1]}
    sums = {}
    for name, content in (("data_batch_1", batch), ("test_batch", batch),
                          ("batches.meta", {"label_names": ["cat", "dog"]})):  # fmt: skip
        (folder / name).write_bytes(pickle.dumps(content))
        sums[name] = md5((folder / name).read_bytes()).hexdigest()
    cifar = datasets.CIFAR10
    monkeypatch.setattr(cifar, "train_list", [["data_batch_1", sums["data_batch_1"]]])
    monkeypatch.setattr(cifar, "test_list", [["test_batch", sums["test_batch"]]])
    meta = {"filename": "batches.meta", "key": "label_names", "md5": sums["batches.meta"]}
    monkeypatch.setattr(cifar, "meta", meta)
    dataset = opened("torchvision:CIFAR10", size=32)
    assert np.array_equal(dataset.pictures[0], picture)
    assert dataset.classes == ("cat", "dog")


def test_celeba_is_unpacked_and_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import zipfile

    monkeypatch.setenv("GENDESK_DATA", str(tmp_path))
    folder = tmp_path / "celeba"
    folder.mkdir()
    names = [f"{i:06}.jpg" for i in range(1, 7)]
    with zipfile.ZipFile(folder / "img_align_celeba.zip", "w") as archive:
        for i, name in enumerate(names):
            file = io.BytesIO()
            Image.new("RGB", (178, 218), (40 * i, 0, 0)).save(file, "JPEG")
            archive.writestr(f"img_align_celeba/{name}", file.getvalue())
    rows = "".join(f"{name} {i // 2}\n" for i, name in enumerate(names))
    (folder / "list_eval_partition.txt").write_text(rows)
    (folder / "identity_CelebA.txt").write_text("".join(f"{name} 1\n" for name in names))
    for name, columns in (("list_attr_celeba.txt", 2), ("list_bbox_celeba.txt", 4),
                          ("list_landmarks_align_celeba.txt", 10)):  # fmt: skip
        lines = ["6", " ".join(f"c{i}" for i in range(columns)) + " "]
        lines[1] = ("image_id " if "bbox" in name else "") + lines[1]
        lines += [f"{n} {' '.join(['1'] * columns)}" for n in names]
        (folder / name).write_text("\n".join(lines) + "\n")
    files = [("id", md5(file.read_bytes()).hexdigest(), file.name) for file in folder.iterdir()]
    monkeypatch.setattr(datasets.CelebA, "file_list", files)
    dataset = opened("torchvision:CelebA")
    assert dataset.pictures[:, 8, 8, 0].tolist() == pytest.approx([40 * i for i in range(6)], abs=3)
    assert dataset.held_out.tolist() == [4, 5]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("digits", "digits"),
        ("torchvision:MNIST", "torchvision:MNIST"),
        ("folder:/home/me/cats", "folder:cats"),
        ("/home/me/cats", "folder:cats"),
        ("idx:/home/me/letters", "idx:letters"),
    ],
)
def test_where_the_pictures_lie_is_nobody_elses_business(source: str, told: str) -> None:
    assert without_place(source) == told
