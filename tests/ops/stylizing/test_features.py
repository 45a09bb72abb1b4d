"""What pictures are compared by is listed, downloaded, opened by whatever names it, and harmless."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from gendesk import paths
from gendesk.core.events import Event, Stage
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble
from gendesk.nn import vgg
from gendesk.nn.start import initialise
from gendesk.ops.publishing import publish
from gendesk.ops.stylizing import features, precision
from gendesk.ops.stylizing.features import Extractor, all_features, download, open_features
from gendesk.training import checkpoints
from gendesk.training.checkpoints import Checkpoint
from tests.ops.hostile_models import Harm

THIN = ((1, 4), (1, 6), (1, 8))


@pytest.fixture(autouse=True)
def thin(monkeypatch: pytest.MonkeyPatch) -> None:
    """A VGG-19 of a thousand weights, not of twenty million."""
    monkeypatch.setattr(vgg, "VGG19", THIN)


def weights() -> dict[str, Tensor]:
    """As torchvision's files have them."""
    net = initialise(vgg.Vgg(THIN), torch.Generator().manual_seed(0))
    convolutions = {f"features.{name}": w for name, w in net.state_dict().items()}
    return {**convolutions, "classifier.0.weight": torch.ones(3, 3)}


def pixels(height: int = 20, width: int = 13) -> Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(1))


def outcome(work: Generator[Event, None, Any]) -> tuple[list[Event], Any]:
    """What work says, and what it returns."""
    events = []
    while True:
        try:
            events.append(next(work))
        except StopIteration as end:
            return events, end.value


def opened(name: str | Path, **options: Any) -> Extractor:
    extractor: Extractor = outcome(open_features(str(name), device="cpu", **options))[1]
    return extractor


def expected(layers: tuple[str, ...]) -> list[Tensor]:
    return vgg.vgg_of(weights()).features(pixels(), layers)


def trained(folder: Path, family: str, channels: int = 3, **settings: Any) -> Checkpoint:
    """A checkpoint of a small untrained model."""
    recipe = Recipe.known[family]().changed(**settings)
    learner = recipe.build(channels)
    for part in learner.parts.values():
        initialise(part, torch.Generator().manual_seed(0))
    manifest = {
        "step": 5, "recipe": recipe.as_dict(), "channels": channels, "pictures": 9, "figures": {},
        "classes": ["none", "some"] if family == "cvae" else [],
    }  # fmt: skip
    tensors = {"average": checkpoints.part_tensors(learner)}
    return checkpoints.load(checkpoints.save(folder, tensors, manifest, keep=1))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Clients that hang up are what is tested."""


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """torchvision's file, on this machine; its name ends with its sum."""
    folder = tmp_path / "served"
    folder.mkdir()
    torch.save({**weights(), "classifier.3.weight": torch.zeros(2**18)}, folder / "weights")
    digest = sha256((folder / "weights").read_bytes()).hexdigest()
    file = (folder / "weights").rename(folder / f"vgg19-{digest[:8]}.pth")
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}/{file.name}"
    monkeypatch.setattr(features, "_address", lambda _: address)
    yield file
    server.shutdown()
    thread.join()
    server.server_close()


def kept() -> list[str]:
    return sorted(file.name for file in (paths.home() / "features").glob("*"))


def test_a_download_says_how_far_it_is_and_is_then_at_hand(served: Path) -> None:
    before = {entry.name: entry for entry in all_features()}
    assert not before["vgg19"].available and before["vgg19"].origin == "download"
    events, path = outcome(download("vgg19"))
    size = served.stat().st_size
    done = [event.done for event in events if isinstance(event, Stage) and event.total == size]
    assert done == sorted(done) and len(done) > 2 and done[-1] == size
    assert kept() == ["vgg19.safetensors"] and path.name in kept()
    assert {entry.name: entry.available for entry in all_features()} == {
        "vgg19": True, "vgg16": False,
    }  # fmt: skip
    extractor = opened("vgg19")
    torch.testing.assert_close(
        [x.float() for x in extractor.features(pixels(), extractor.layers)],
        expected(extractor.layers), rtol=0.05, atol=0.05,
    )  # fmt: skip
    assert outcome(download("vgg19")) == ([], path)


def test_a_damaged_download_is_refused_and_leaves_nothing(served: Path) -> None:
    content = bytearray(served.read_bytes())
    content[-1] ^= 1
    served.write_bytes(content)
    with pytest.raises(Trouble, match=r"VGG-19 could not be downloaded.*not the right one"):
        list(download("vgg19"))
    assert kept() == []


def test_a_cancelled_download_leaves_nothing(served: Path) -> None:
    work = download("vgg19")
    assert len(list(islice(work, 3))) == 3
    work.close()
    assert kept() == []


def test_a_file_that_was_fetched_by_hand_is_taken(
    served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(features, "_address", lambda _: f"http://127.0.0.1:9/{served.name}")
    with pytest.raises(Trouble) as caught:
        list(download("vgg19"))
    assert served.name in str(caught.value) and str(paths.home() / "features") in str(caught.value)
    served.rename(paths.home() / "features" / served.name)
    outcome(download("vgg19"))
    assert kept() == ["vgg19.safetensors"]


def test_what_is_not_here_says_how_to_get_it() -> None:
    with pytest.raises(Trouble, match="VGG-16 is not here yet; download it, or choose a file"):
        opened("vgg16")
    with pytest.raises(Trouble, match=r"no features vgg11.*vgg19, vgg16"):
        list(download("vgg11"))
    with pytest.raises(Trouble, match="no model nothing"):
        opened("nothing")


@pytest.mark.parametrize("prefix", ["features.", ""])
def test_a_safetensors_file_is_opened(prefix: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.safetensors"
    held = {name.replace("features.", prefix): w.half() for name, w in weights().items()}
    save_file(held, path)
    extractor = opened(path)
    assert (extractor.name, extractor.layers) == ("mine", ("relu1_1", "relu2_1", "relu3_1"))
    (deep,) = extractor.features(pixels(), ["relu3_1"])
    torch.testing.assert_close(deep.float(), expected(("relu3_1",))[0], rtol=0.05, atol=0.05)


def test_a_pickle_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.save(weights(), tmp_path / "mine.pth")
    first = opened(tmp_path / "mine.pth")
    (file,) = kept()
    assert file.startswith("mine-")
    assert set(load_file(paths.home() / "features" / file)) == {
        name.removeprefix("features.") for name in weights() if name.startswith("features.")
    }

    def refuse(*_: object) -> Generator[Event, None, Path]:
        raise AssertionError

    monkeypatch.setattr(features, "bare_weights", refuse)
    assert opened(tmp_path / "mine.pth").layers == first.layers


def test_a_pickle_that_is_a_program_is_not_run(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    torch.save({**weights(), "more": Harm(trace)}, tmp_path / "harm.pth")
    with pytest.raises(Trouble, match="holds more than weights"):
        opened(tmp_path / "harm.pth")
    assert not trace.exists() and kept() == []


@pytest.mark.parametrize("case", ["other", "spoilt", "text"])
def test_files_that_hold_no_vgg_are_refused(case: str, tmp_path: Path) -> None:
    path = tmp_path / "it.safetensors"
    spoilt = {name: w * torch.nan for name, w in weights().items()}
    save_file(spoilt if case == "spoilt" else {"a": torch.zeros(2)}, path)
    if case == "text":
        path.write_text("nothing of the kind")
    with pytest.raises(Trouble, match=r"it\.safetensors"):
        opened(path)


@pytest.mark.parametrize("family", ["autoencoder", "vae", "cvae"])
@pytest.mark.parametrize("channels", [1, 3])
def test_a_trained_encoder_shows_its_convolutions(
    family: str, channels: int, tmp_path: Path
) -> None:
    settings = {"classes": 2} if family == "cvae" else {}
    model = trained(tmp_path, family, channels, net="conv", size=16, latent=3, width=4, **settings)
    list(publish(model, "mine"))
    entry = all_features()[-1]
    assert (entry.name, entry.available, entry.origin) == ("mine", True, "own")
    extractor = opened("mine")
    assert extractor.layers == ("stage1", "stage2")
    at = pixels(21, 30).requires_grad_()
    shallow, deep = extractor.features(at, extractor.layers)
    assert (shallow.shape[1:], deep.shape[1:]) == ((4, 11, 15), (8, 5, 7))
    (slope,) = torch.autograd.grad(deep.square().sum(), at)
    assert bool(slope.any()) and bool(slope.isfinite().all())
    if channels == 1:  # the mean of the colours is all that it sees
        grey = at.mean(1, keepdim=True).expand(-1, 3, -1, -1)
        torch.testing.assert_close(extractor.features(grey, ["stage2"])[0], deep)
    assert extractor.features(pixels(1, 1), ["stage2"])[0].shape == (1, 8, 1, 1)


def test_its_stages_are_the_encoders_own(tmp_path: Path) -> None:
    model = trained(tmp_path, "autoencoder", net="conv", size=16, latent=3, width=4)
    list(publish(model, "mine"))
    body: Any = model.learner().parts["autoencoder"].encoder.body  # type: ignore[union-attr]
    (seen,) = opened("mine").features(pixels(16, 16), ["stage2"])
    torch.testing.assert_close(seen, body(pixels(16, 16)))


def test_an_encoder_without_convolutions_is_no_choice(tmp_path: Path) -> None:
    list(publish(trained(tmp_path, "vae", net="mlp", size=16, hidden=16), "flat"))
    assert "flat" not in {entry.name for entry in all_features()}
    with pytest.raises(Trouble, match="flat has no convolutions"):
        opened("flat")


def test_a_model_made_for_it_comes_first(tmp_path: Path) -> None:
    list(publish(trained(tmp_path, "texture"), "grain"))
    entry = all_features()[0]
    assert (entry.name, entry.available, entry.origin) == ("grain", True, "own")
    extractor = opened("grain")
    assert extractor.layers[0] == "relu1_1" and len(extractor.features(pixels(), ["relu1_1"])) == 1


def test_average_pooling_is_another_look(tmp_path: Path) -> None:
    save_file(weights(), tmp_path / "a.safetensors")
    most, average = (opened(tmp_path / "a.safetensors", pooling=p) for p in ("max", "average"))
    layers = ["relu1_1", "relu3_1"]
    seen, other = most.features(pixels(), layers), average.features(pixels(), layers)
    torch.testing.assert_close(seen[0].float(), other[0].float(), rtol=0.05, atol=0.05)
    assert float((seen[1].float() - other[1].float()).norm() / seen[1].float().norm()) > 0.2


def test_bf16_is_taken_only_where_it_is_better(monkeypatch: pytest.MonkeyPatch) -> None:
    cpu = torch.device("cpu")
    for multiplies, better in ((False, True), (True, False), (True, True)):
        monkeypatch.setattr(precision, "multiplies_bf16", lambda _, m=multiplies: m)
        monkeypatch.setattr(precision, "_better", lambda *_, b=better: b)
        net, half = precision.settled(vgg.vgg_of(weights()), cpu)
        (deep,) = net.features(pixels(), ["relu3_1"])
        assert half == (multiplies and better) == (deep.dtype == torch.bfloat16)


def test_a_list_of_features_needs_no_torch() -> None:
    code = (
        "import sys; from gendesk.ops.stylizing.features import all_features; all_features();"
        "print({'torch', 'torchvision', 'spandrel'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
