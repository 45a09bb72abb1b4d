"""What spoils pictures: noise and scaling down, on batches, with randomness that is passed in."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import torch
from PIL import Image
from torch import Generator, Tensor
from torch.nn import functional

from gendesk.core.family import Dice
from gendesk.core.images import to_float, to_uint8

_ENGRAVED = 0.35  # of the pictures
_LEAVES = 24  # shapes in a drawn picture, the ground among them


def patches(images: Tensor, side: int, dice: Dice, span: float = 1.0) -> Tensor:
    """A square of `side` pixels out of each picture, anywhere, turned and mirrored anyhow.

    (B, C, H, W) → (B, C, side, side). With a larger `span` some are cut up to that many times as
    large and scaled down: as sharp as pictures can be, in their colours, too, of which most files
    of cameras keep every other pixel only.
    """
    places = dice.uniform(len(images), 4).tolist()
    height, width = images.shape[2:]
    cut = []
    for image, (down, across, turn, far) in zip(images, places, strict=True):
        seen = min(max(side, round(side * span * far)), height, width)
        top, left = int(down * (height - seen + 1)), int(across * (width - seen + 1))
        piece = image[:, top : top + seen, left : left + seen]
        if seen > side:
            small = functional.interpolate(
                piece[None], (side, side), mode="bicubic", antialias=True
            )
            piece = small[0].clamp(0, 1)
        symmetry = int(turn * 8)
        piece = piece.rot90(symmetry % 4, (1, 2))
        cut.append(piece.flip(2) if symmetry >= 4 else piece)
    return torch.stack(cut)


def with_noise(images: Tensor, sigma: Tensor, dice: Dice) -> Tensor:
    """Gaussian noise of standard deviation `sigma` (B, 1, 1, 1); not clamped."""
    return images + sigma * dice.normal(*images.shape)


def shrunk(images: Tensor, scale: int) -> Tensor:
    """Scaled down by `scale` with an antialiased cubic (a = -0.5), clamped and rounded to 8 bits.

    It is what Pillow's BICUBIC does, and what super-resolution is commonly tested with.
    """
    height, width = images.shape[2] // scale, images.shape[3] // scale
    small = functional.interpolate(images, (height, width), mode="bicubic", antialias=True)
    return small.clamp(0, 1).mul(255).round().div(255)


def enlarged(images: Tensor, scale: int) -> Tensor:
    """Scaled up by `scale` with a cubic (a = -0.5), clamped: what a model has to beat."""
    return enlarged_to(images, images.shape[2] * scale, images.shape[3] * scale)


def enlarged_to(images: Tensor, height: int, width: int) -> Tensor:
    """Scaled up to a size by the same cubic, clamped."""
    # Antialiasing changes nothing when enlarging but the cubic's shape: -0.5 instead of -0.75.
    large = functional.interpolate(images, (height, width), mode="bicubic", antialias=True)
    return large.clamp(0, 1)


def with_photon_noise(images: Tensor, sigma: Tensor, dice: Dice) -> Tensor:
    """Poisson noise, as of light that is counted: white is 1/σ² photons, so that σ is white's.

    `sigma` is (B, 1, 1, 1). Dark places have less noise than light ones. Not clamped.
    """
    photons = sigma.clamp_min(1e-3) ** -2
    seeds = (dice.uniform(len(images), 1) * 2**24).long().flatten().tolist()
    noisy = torch.empty_like(images)
    source = Generator(images.device)
    for seed, picture, white, out in zip(seeds, images, photons, noisy, strict=True):
        source.manual_seed(seed)
        out.copy_(torch.poisson(picture * white, source) / white)
    return noisy


def with_salt_and_pepper(images: Tensor, sigma: Tensor, dice: Dice) -> Tensor:
    """Some pixels black or white: 2σ² of them, so that a black or white picture errs by σ.

    `sigma` is (B, 1, 1, 1).
    """
    place = dice.uniform(len(images), 1, *images.shape[2:])
    share = sigma.square().clamp_max(0.5)
    pepper = torch.where(place < share, 0.0, images)
    return torch.where(place > 1 - share, 1.0, pepper)


def with_jpeg(images: Tensor, sigma: Tensor, _dice: Dice) -> Tensor:
    """Saved as JPEG and read again; the larger `sigma` (B, 1, 1, 1), the lower the quality.

    σ = 0 is quality 95, and from 100/255 on it is 5.
    """
    read = []
    for pixels, level in zip(to_uint8(images), sigma.flatten().tolist(), strict=True):
        file = BytesIO()
        quality = round(95 - 90 * min(1.0, level * 255 / 100))
        Image.fromarray(pixels.squeeze(2) if pixels.shape[2] == 1 else pixels).save(
            file, "JPEG", quality=quality
        )
        read.append(np.asarray(Image.open(file)).reshape(pixels.shape))
    if not read:
        return images
    return to_float(torch.from_numpy(np.stack(read))).to(images.device)


NOISES = {
    "gaussian": with_noise,
    "poisson": with_photon_noise,
    "salt and pepper": with_salt_and_pepper,
    "jpeg": with_jpeg,
}


def with_mixed_noise(images: Tensor, sigma: Tensor, dice: Dice) -> Tensor:
    """Each picture with the next of `NOISES` in turn."""
    noisy = torch.empty_like(images)
    for start, noise in enumerate(NOISES.values()):
        turn = slice(start, None, len(NOISES))
        noisy[turn] = noise(images[turn], sigma[turn], dice)
    return noisy


def blurred(images: Tensor, sigma: Tensor) -> Tensor:
    """Blurred by a Gaussian of standard deviation `sigma` (B, 1, 1, 1) in pixels, at most 3."""
    b, c, h, w = images.shape
    reach = min(9, h - 1, w - 1)
    taps = torch.arange(-reach, reach + 1, dtype=torch.float32, device=images.device)
    kernel = torch.exp(-taps.square() / (2 * sigma.view(b, 1).clamp_min(1e-3).square()))
    kernel = (kernel / kernel.sum(1, keepdim=True)).repeat_interleave(c, 0)  # (B · C, taps)
    rows = functional.pad(images.reshape(1, b * c, h, w), (reach,) * 4, mode="reflect")
    rows = functional.conv2d(rows, kernel[:, None, None, :], groups=b * c)
    rows = functional.conv2d(rows, kernel[:, None, :, None], groups=b * c)
    return rows.view(b, c, h, w)


def shrunk_anyhow(images: Tensor, scale: int, dice: Dice) -> Tensor:
    """Scaled down as lenses and programs do it, (B, C, H // scale, W // scale), rounded to 8 bits.

    Blurred by up to half of `scale` pixels, then by a cubic, a triangle or a box, in turn.
    """
    b, c, h, w = images.shape
    soft = blurred(images, dice.uniform(b, 1, 1, 1) * (scale / 2))
    small = images.new_empty(b, c, h // scale, w // scale)
    size = (h // scale, w // scale)
    for start, mode in enumerate(("bicubic", "bilinear", "area")):
        turn, antialias = slice(start, None, 3), mode != "area"
        small[turn] = functional.interpolate(soft[turn], size, mode=mode, antialias=antialias)
    return small.clamp(0, 1).mul(255).round().div(255)


def recoloured(images: Tensor, dice: Dice) -> Tensor:
    """Each picture with its three colours in any order, every other one inverted."""
    turns = dice.uniform(len(images), 4).to(images.device)
    order = turns[:, :3].argsort(1)[:, :, None, None].expand_as(images)
    inverted = turns[:, 3, None, None, None] < 0.5
    return torch.where(inverted, 1 - images, images).gather(1, order)


def contrasted(images: Tensor, dice: Dice) -> Tensor:
    """About half of the pictures with their contrast about the mean raised up to eightfold, clamped.

    Woodcuts and comics are that hard; photographs never are.
    """
    turns = dice.uniform(len(images), 2).to(images.device)[:, :, None, None, None]
    factor = torch.where(turns[:, 0] < 0.5, 8 ** turns[:, 1], 1)
    mean = images.mean((1, 2, 3), keepdim=True)
    return torch.where(factor > 1, (0.5 + (images - mean) * factor).clamp(0, 1), images)


def engraved(images: Tensor, dice: Dice) -> Tensor:
    """Some of the pictures (B, 3, H, W) as lines or dots of one ink on paper, thicker where they are dark.

    Engravings, etchings and printers' screens are made so; photographs have no such texture.
    """
    turns = dice.uniform(len(images), 12).to(images.device)[..., None, None]
    chosen, angle, fine, winding, bow, dots, hard = turns[:, :7].unbind(1)
    side = images.shape[2:]
    y, x = torch.meshgrid(*[torch.arange(n, device=images.device) for n in side], indexing="ij")
    period = 3 * 2 ** (2.5 * fine)  # pixels
    # Half of the lines lie level or upright, or nearly so, as most lines do.
    turned = torch.where(angle < 0.5, 2 * angle, ((20 * angle).floor() % 2 + hard / 10) / 2)
    along, across = torch.cos(torch.pi * turned), torch.sin(torch.pi * turned)
    u, v = x * along + y * across, y * along - x * across
    u = u + period * 2 * bow * torch.sin(v / (period * (1 + 3 * winding)))
    lines, others = torch.sin(2 * torch.pi * u / period), torch.sin(2 * torch.pi * v / period)
    screen = torch.where(dots < 0.3, (lines + others) / 2, lines)
    light = images.mean(1)
    light = (light - light.mean((1, 2), keepdim=True)) / light.std((1, 2), keepdim=True).clamp_min(
        1e-3
    )
    covered = torch.sigmoid((screen - light) * period * (0.3 + hard))[:, None]
    ink, paper = 0.4 * turns[:, 7:8], 1 - 0.4 * turns[:, 8:9]
    tint = torch.lerp(paper, turns[:, 9:12], 0.4 * winding[:, None])
    return torch.where(chosen[:, None] < _ENGRAVED, torch.lerp(tint, ink, covered), images)


def spectral(count: int, side: int, dice: Dice) -> Tensor:
    """Textures drawn by formula, (count, 3, side, side) in [0, 1].

    Noise with a spectrum of random slope and direction, or about one period, in random colours,
    some of it in steps: from flat washes to hatching, spots and grain, as paintings have them.
    """
    noise = dice.normal(count, 3, side, side)
    turns = dice.uniform(count, 16)
    slope, angle, narrow, steep, levels, fine, banded = (x[:, None, None] for x in turns[:, :7].T)
    y, x = torch.fft.fftfreq(side)[:, None], torch.fft.rfftfreq(side)[None]
    radius = (x.square() + y.square()).sqrt().clamp_min(1 / side)
    along = x * torch.cos(torch.pi * angle) + y * torch.sin(torch.pi * angle)
    directed = torch.exp(-(along / radius).square() * 8 * narrow)
    period = 3 * 2 ** (3.5 * fine)  # pixels
    shape = torch.where(
        banded < 0.5, torch.exp(-8 * (radius * period).log2().square()), radius ** (-2 * slope)
    )
    spectrum = torch.fft.rfft2(noise) * (shape * directed)[:, None]
    waves = torch.fft.irfft2(spectrum, s=(side, side))
    waves = waves / waves.std((1, 2, 3), keepdim=True).clamp_min(1e-6)
    mixed = torch.einsum("bij,bjhw->bihw", 2 * turns[:, 7:].reshape(-1, 3, 3) - 1, waves)
    smooth = torch.sigmoid(mixed * (0.5 + 4 * steep[:, None]))
    stepped = (smooth * 4).round() / 4
    return torch.where(levels[:, None] < 0.3, stepped, smooth)


def leaves(count: int, side: int, channels: int, dice: Dice) -> Tensor:
    """Shapes with sharp edges lying on each other, (count, channels, side, side) in [0, 1].

    Dead leaves (Lee 2001), from which networks learn to restore pictures without any photograph
    (Achddou 2021). Unlike there, the shapes are ellipses, boxes and bars of one colour, alone or in
    rows as lattices and windows are, and every picture is grey to some degree.
    """
    turns = dice.uniform(count, _LEAVES, 9 + channels).transpose(0, 1)[..., None, None]
    y, x = torch.meshgrid(*[torch.arange(side, device=turns.device)] * 2, indexing="ij")
    picture = turns[0, :, 9:].expand(-1, -1, side, side)
    for down, across, angle, long, wide, kind, row, gap, fade, *colour in (
        leaf.unbind(1) for leaf in turns[1:]
    ):
        turn = torch.pi * angle
        u = (x - side * across) * torch.cos(turn) + (y - side * down) * torch.sin(turn)
        v = (y - side * down) * torch.cos(turn) - (x - side * across) * torch.sin(turn)
        half, other = (0.5 * (side / 2) ** share for share in (long, wide))
        period = 2 * other * (1.2 + 3 * gap)
        v = torch.where(row < 0.3, v - period * (v / period).round(), v)
        box = torch.maximum(torch.where(kind < 0.4, 0, u.abs() - half), v.abs() - other)
        round_ = ((u / half).square() + (v / other).square()).sqrt().sub(1) * torch.minimum(
            half, other
        )
        covered = (0.5 - torch.where(kind > 0.7, round_, box)).clamp(0, 1) * (1 - 0.5 * fade**4)
        picture = torch.lerp(picture, torch.stack(colour, 1), covered[:, None])
    return torch.lerp(picture.mean(1, keepdim=True), picture, turns[0, :, :1])
