"""A small network that begins as what matters most of a large one; no gradient is needed for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor
from torch.nn.functional import conv2d, unfold

from gendesk.nn.vgg import Vgg

_ROUNDS = 10  # of least squares; what a ReLU cuts off settles in a few
_RIDGE = 1e-4  # of the mean square of what a convolution sees


@torch.no_grad()
def distil(
    teacher: Vgg, student: Vgg, pieces: Sequence[Tensor], side: int
) -> Iterator[tuple[int, int]]:
    """Fit the convolutions of `student` to those of the same names in `teacher`, one by one.

    Of a layer of the teacher as many channels are chosen as the student has, each time the one
    that says most of what those before it leave open. The student's convolution becomes the one
    that answers, given what the student's own earlier layers say, most like the teacher's: least
    squares through the ReLU, as Zhang 2016 ("Accelerating Very Deep Convolutional Networks") has
    it for a low rank. Here, channels are left out instead, since a ReLU does not go through a
    rotation. In the end activations have the mean square 1.

    Args:
        teacher: its weights.
        student: is changed; as many convolutions in each block as `teacher`, with fewer channels.
        pieces: pictures (B, 3, H, W) in [0, 1]; sides are multiples of `side`.
        side: equations are made for one place in so many pixels, down and across.

    Yields:
        Layers done, and how many there are.
    """
    for done, layer in enumerate(student.layers):
        yield done, len(student.layers)
        conv = student.convolution(layer)
        wanted = torch.cat([_answers(teacher, layer, images, side) for images in pieces])
        channels = chosen(wanted.clamp_min(0), conv.out_channels)
        seen = torch.cat([_neighbourhoods(student, layer, images, side) for images in pieces])
        weights = _through_relu(seen, wanted[:, channels])
        size = (seen @ weights).clamp_min(0).square().mean().sqrt().clamp_min(1e-12)
        weights = weights.T / size
        conv.weight.copy_(weights[:, :-1].reshape(conv.weight.shape))
        assert conv.bias is not None
        conv.bias.copy_(weights[:, -1])
    yield len(student.layers), len(student.layers)


def chosen(samples: Tensor, count: int) -> list[int]:
    """The `count` columns of `samples` (N, C) that the others follow from best, greedily."""
    left = (samples.T @ samples).double()  # what is not yet explained: a Schur complement
    floor = 1e-9 * left.diagonal().max().clamp_min(1e-30)
    columns: list[int] = []
    for _ in range(count):
        gain = left.square().sum(0) / left.diagonal().clamp_min(floor)
        gain[columns] = -1
        best = int(gain.argmax())
        columns.append(best)
        left -= torch.outer(left[:, best], left[best]) / left[best, best].clamp_min(floor)
    return columns


def least_squares(seen: Tensor, wanted: Tensor) -> Tensor:
    """W (M, C) with seen (N, M) @ W nearest to wanted (N, C), and a little nearer to zero."""
    return _solver(seen)(wanted)


def _through_relu(seen: Tensor, wanted: Tensor) -> Tensor:
    """W (M, C) with ReLU(seen @ W) near ReLU(wanted).

    Below zero any answer below zero is as good: each round asks there for the last one's.
    """
    solve = _solver(seen)
    weights = solve(wanted)
    for _ in range(_ROUNDS):
        answers = seen @ weights
        weights = solve(torch.where(wanted < 0, answers.clamp_max(0), wanted))
    return weights


def _solver(seen: Tensor) -> Callable[[Tensor], Tensor]:
    """Least squares for the same `seen` and any wanted: the factors are computed once."""
    normal = (seen.T @ seen).double()
    normal.diagonal().add_(_RIDGE * normal.diagonal().mean())
    factor = torch.linalg.cholesky(normal)
    return lambda wanted: torch.cholesky_solve((seen.T @ wanted).double(), factor).to(seen)


def _answers(net: Vgg, layer: str, images: Tensor, side: int) -> Tensor:
    """What a convolution answers before its ReLU, (N, C), at one place in `side` pixels."""
    given, stride = _given(net, layer, images, side)
    conv = net.convolution(layer)
    return conv2d(given, conv.weight, conv.bias, stride, padding=1).transpose(0, 1).flatten(1).T


def _neighbourhoods(net: Vgg, layer: str, images: Tensor, side: int) -> Tensor:
    """What a convolution sees there, (N, 9 · channels + 1); the last is 1, for the bias."""
    given, stride = _given(net, layer, images, side)
    seen = unfold(given, 3, padding=1, stride=stride).transpose(1, 2).flatten(0, 1)
    return torch.cat([seen, seen.new_ones(len(seen), 1)], 1)


def _given(net: Vgg, layer: str, images: Tensor, side: int) -> tuple[Tensor, int]:
    """What a convolution is given, and how many of its pixels lie between two places."""
    with torch.autocast(images.device.type, torch.bfloat16):
        given = net.given(images, layer).float()
    return given, side * given.shape[2] // images.shape[2]
