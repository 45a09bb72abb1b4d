"""VGG networks have torchvision's names and see what torchvision's see."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn
from torchvision.models import vgg as theirs

from gendesk.nn import vgg
from gendesk.nn.fused import fixed
from gendesk.nn.start import initialise
from gendesk.nn.vgg import Vgg, vgg_of

THIN = ((2, 4), (2, 6), (3, 8))


def thin(pooling: str = "max") -> Vgg:
    return initialise(Vgg(THIN, pooling), torch.Generator().manual_seed(0))


def pixels(height: int = 16, width: int = 20) -> Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(1))


@pytest.mark.parametrize(("letter", "convolutions"), [("D", 13), ("E", 16)])
def test_torchvisions_weights_see_what_they_see_there(letter: str, convolutions: int) -> None:
    other = theirs.make_layers(theirs.cfgs[letter]).eval()
    net = vgg_of({f"features.{name}": w for name, w in other.state_dict().items()})
    assert list(net.state_dict()) == list(other.state_dict())
    assert len(net.layers) == convolutions

    x = (pixels(32, 32) - torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)) / torch.tensor(
        [0.229, 0.224, 0.225]
    ).view(3, 1, 1)
    expected: list[Tensor] = []
    with torch.no_grad():
        for layer in other:
            x = layer(x)
            if isinstance(layer, nn.ReLU):
                expected.append(x.clone())
        found = net.features(pixels(32, 32), net.layers)
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-6)


def test_layers_are_named_as_the_field_does() -> None:
    assert Vgg(THIN).layers == (
        "relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1", "relu3_2", "relu3_3",
    )  # fmt: skip


def test_layers_come_as_asked_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    net = thin()
    called = []
    for layer in net.children():
        layer.register_forward_hook(lambda *_: called.append(1))
    deep, shallow = net.features(pixels(), ["relu2_1", "relu1_1"])
    assert (shallow.shape, deep.shape) == ((1, 4, 16, 20), (1, 6, 8, 10))
    assert len(called) == 3


def test_average_pooling_keeps_the_size_of_activations() -> None:
    flat = torch.ones(1, 3, 16, 16)
    (before,) = thin().features(flat, ["relu1_2"])
    average, most = (thin(kind).features(flat, ["relu2_1"])[0] for kind in ("average", "max"))
    pooled = 2 * nn.functional.avg_pool2d(before, 2)
    torch.testing.assert_close(average, thin().get_submodule("5")(pooled))
    assert not torch.allclose(average, most)


def test_tiny_pictures_are_continued() -> None:
    (seen,) = thin().features(pixels(1, 3), ["relu3_3"])
    assert seen.shape == (1, 8, 1, 1)


@pytest.mark.parametrize("pooling", ["max", "average"])
def test_constant_weights_give_the_same_gradient(pooling: str) -> None:
    slopes: list[Tensor] = []
    for constant in (False, True):
        net = thin(pooling)
        if constant:
            fixed(net, half=False)
        at = pixels().requires_grad_()
        seen = net.features(at, ["relu1_1", "relu3_2"])
        loss = torch.stack([x.square().mean() for x in seen]).sum()
        slopes += torch.autograd.grad(loss, at)
    torch.testing.assert_close(*slopes)
    assert all(not w.requires_grad for w in net.parameters())


def test_bf16_is_close_and_reaches_the_picture() -> None:
    exact, half = thin(), thin()
    fixed(exact, half=False)
    fixed(half, half=True)
    slopes: list[Tensor] = []
    for net in (exact, half):
        at = pixels(32, 32).requires_grad_()
        seen = net.features(at, ["relu1_1", "relu3_3"])
        loss = torch.stack([x.float().square().mean() for x in seen]).sum()
        slopes += torch.autograd.grad(loss, at)
    assert seen[0].dtype == seen[1].dtype == torch.bfloat16
    assert slopes[1].dtype == torch.float32
    assert float((slopes[1] - slopes[0]).norm() / slopes[0].norm()) < 0.15


def test_it_learns_while_weights_are_no_constants() -> None:
    net = thin()
    net.features(pixels(), ["relu3_3"])[0].sum().backward()  # type: ignore[no-untyped-call]
    assert all(w.grad is not None and bool(w.grad.any()) for w in net.parameters())


@pytest.mark.parametrize("harm", ["missing", "shape", "nan", "other"])
def test_other_weights_are_refused(harm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vgg, "VGG16", THIN)
    weights = dict(thin().state_dict())
    assert vgg_of({"classifier.0.weight": torch.zeros(2), **weights}).layers == thin().layers
    if harm == "missing":
        del weights["0.bias"]
    elif harm == "shape":
        weights["0.weight"] = weights["0.weight"][:2]
    elif harm == "nan":
        weights["0.weight"] = weights["0.weight"] * torch.nan
    else:
        weights = {"body.0.weight": torch.zeros(2)}
    with pytest.raises(ValueError):
        vgg_of(weights)
