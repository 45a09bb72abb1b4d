"""What pictures can be compared by: models that ship, VGG networks, and the user's own encoders."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import gendesk.families  # noqa: F401  every family's recipe becomes known
from gendesk import paths
from gendesk.core.coding import CodingRecipe
from gendesk.core.events import Event, Stage
from gendesk.core.family import Features, Measures
from gendesk.core.later import later
from gendesk.core.sentence import Sentence, Trouble
from gendesk.data.download import Download, fetch
from gendesk.ops.community.inspection import inspect
from gendesk.ops.community.opening import bare_weights
from gendesk.ops.files import beside, writing
from gendesk.ops.models import Model, all_models, open_model

if TYPE_CHECKING:
    import torch
    from torch import Tensor

    from gendesk.nn import coders, stages, vgg
    from gendesk.ops.stylizing import precision
    from gendesk.training import devices
else:  # a list of features needs no torch
    torch = later("torch")
    coders = later("gendesk.nn.coders")
    stages = later("gendesk.nn.stages")
    vgg = later("gendesk.nn.vgg")
    precision = later("gendesk.ops.stylizing.precision")
    devices = later("gendesk.training.devices")

_DOWNLOADS = {"vgg19": "VGG-19", "vgg16": "VGG-16"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list of features shows of one."""

    name: str  # what `open_features` takes
    title: str
    available: bool  # false where it has to be downloaded first
    origin: str  # "shipped", "download" or "own"


class Extractor:
    """Opened features, ready to run; `core.family.Measures`.

    Attributes:
        name: as it was opened.
        layers: from shallow to deep.
        device: where it computes.
        exact: whether in float32; otherwise its convolutions are in bf16.
    """

    def __init__(self, net: Features, name: str, device: str = "auto") -> None:
        devices.keep_freed_memory()
        self.name = name
        self.layers = tuple(net.layers)
        self.device = devices.fabric_for(device).device
        self._net, half = precision.settled(net, self.device)
        self.exact = not half

    def features(self, images: Tensor, layers: Sequence[str]) -> list[Tensor]:
        """(B, 3, H, W) in [0, 1] → for each of `layers` (B, C, H / s, W / s), channels last.

        In bf16, unless `exact`. Only the picture gets a gradient.
        """
        return self._net.features(images.to(self.device), layers)

    def metric(self, layer: str) -> Tensor | None:
        """As `core.family.Measures` has it."""
        return self._net.metric(layer) if isinstance(self._net, Measures) else None


def all_features() -> list[Entry]:
    """All that can be opened by name, without loading torch: first what is made for it."""
    models = all_models()
    made = [_entry(model) for model in models if "features" in model.card["capabilities"]]
    own = [_entry(model) for model in models if _is_own(model) and _has_convolutions(model)]
    fetched = [
        Entry(name, title, _kept(name).is_file(), "download") for name, title in _DOWNLOADS.items()
    ]
    return [*made, *fetched, *own]


def open_features(
    name_or_path: str, *, pooling: str = "max", device: str = "auto"
) -> Generator[Event, None, Extractor]:
    """Open what pictures are to be compared by: yields stages, returns the `Extractor`.

    Args:
        name_or_path: "vgg19" or "vgg16"; a model's name or folder; or a .safetensors or .pth file
            with the weights of one of the two networks as torchvision names them.
        pooling: "max" or "average", of VGG networks.
        device: "auto", "cpu" or "cuda".

    Raises:
        Trouble: there is no such thing, it has yet to be downloaded, or it is damaged.
    """
    yield Stage(Sentence("Opening the features"))
    place = Path(name_or_path).expanduser()
    net: Features
    if name_or_path in _DOWNLOADS:
        net = _vgg(_downloaded(name_or_path), pooling)
    elif place.is_file():
        net = _vgg((yield from _safe(place)), pooling)
    else:
        net = _of_model(open_model(name_or_path))
    yield Stage(Sentence("Trying out the features"))
    return Extractor(net, place.stem if place.is_file() else place.name, device)


def download(name: str) -> Generator[Event, None, Path]:
    """Fetch torchvision's weights of "vgg19" or "vgg16", unless they are here; returns their file.

    Closed in the middle, it leaves nothing behind.

    Raises:
        Trouble: there is no such download, the network or the disk fails, or what came is not what
            torchvision gives.
    """
    if name not in _DOWNLOADS:
        raise Trouble(
            "There are no features {name} to be downloaded; there are {known}.",
            name=name,
            known=", ".join(_DOWNLOADS),
        )
    if not _kept(name).is_file():
        url = _address(name)
        packed = _folder() / url.rpartition("/")[2]
        sha256 = packed.stem.rpartition("-")[2]  # torch's way: its first digits end the name
        yield from fetch(_DOWNLOADS[name], [Download((url,), packed, sha256=sha256)])
        yield from _unpacked(packed, _kept(name))
        packed.unlink()  # most of it is layers that tell classes apart
    return _kept(name)


def _folder() -> Path:
    """Where weights are kept that were not trained here."""
    return paths.home() / "features"


def _kept(name: str) -> Path:
    return _folder() / f"{name}.safetensors"


def _address(name: str) -> str:
    """Where torchvision has the weights that it was measured with on ImageNet."""
    from torchvision.models import get_model_weights

    return str(get_model_weights(name)["IMAGENET1K_V1"].url)


def _downloaded(name: str) -> Path:
    if not _kept(name).is_file():
        raise Trouble(
            "{title} is not here yet; download it, or choose a file that holds its weights.",
            title=_DOWNLOADS[name],
        )
    return _kept(name)


def _safe(path: Path) -> Generator[Event, None, Path]:
    """The file, or where its weights are kept that have been taken out of a pickle."""
    if inspect(path) == "safetensors":
        return path
    about = path.stat()
    stamp = f"{path.resolve()}-{about.st_size}-{about.st_mtime_ns}"
    kept = _kept(
        f"{path.stem}-{blake2b(stamp.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"
    )
    if not kept.is_file():
        yield from _unpacked(path, kept)
    return kept


def _unpacked(pickled: Path, target: Path) -> Generator[Event, None, None]:
    """Keep the convolutions in torchvision's `pickled` file, which never meets this process."""
    from safetensors.torch import save

    with writing(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=target.parent) as folder:
            weights = yield from bare_weights(pickled, Path(folder))
            net = _vgg(weights, "max", pickled.name)
    with beside(target) as place:
        place.write_bytes(save(net.state_dict()))


def _vgg(path: Path, pooling: str, name: str = "") -> vgg.Vgg:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return vgg.vgg_of(load_file(path), pooling)
    except (OSError, SafetensorError, ValueError):
        raise Trouble(
            "{name} does not hold the weights of a VGG-16 or VGG-19 as torchvision names them.",
            name=name or path.name,
        ) from None


def _of_model(model: Model) -> Features:
    """A model that is made for it, or the convolutions of its encoder."""
    learner = model.learner()
    if isinstance(learner, Features):
        return learner
    for part in learner.parts.values():
        for module in part.modules():
            if isinstance(module, coders.ConvEncoder):
                return stages.Stages(module, model.channels)
    raise Trouble(
        "{name} has no convolutions that pictures could be compared by; choose texture, vgg19, or a "
        "model that was trained with a convolutional network.",
        name=model.name,
    )


def _is_own(model: Model) -> bool:
    return model.folder.parent == paths.models().resolve()


def _has_convolutions(model: Model) -> bool:
    """Whether its encoder sees pictures of any size, by its recipe."""
    if "encodes" not in model.card["capabilities"]:
        return False
    try:
        recipe = model.recipe
    except Trouble:
        return False
    return isinstance(recipe, CodingRecipe) and recipe.net == "conv"


def _entry(model: Model) -> Entry:
    title = str(model.card.get("title") or model.name)
    return Entry(model.name, title, True, "own" if _is_own(model) else "shipped")
