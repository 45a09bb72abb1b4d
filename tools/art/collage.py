"""A collage of cut and printed paper: discs, arcs, wedges and bars, with shadows under their rims."""

from __future__ import annotations

import numpy as np
from art.ground import Colours, Dice, Field, blur, grid, mixed, noise, palette, paper, shrunk, step
from PIL import Image

_PAPERS = "#e4572e #f3a712 #1f2d5a #2e86ab #a8c686 #f2d0c4 #d81e5b #17181c #f6efdc #6b4fa0"


def collage(dice: Dice) -> Image.Image:
    """Some forty pieces from large to small on warm board."""
    x, y = grid()
    board = np.ones((*x.shape, 3)) * palette("#ede1c9")
    picture = board * (1 + 0.04 * paper(dice))[..., None]
    makers = [_disc, _wedge, _bar, _ring, _disc, _bar, _half, _arcs]
    for number in range(44):
        size = 0.34 * 0.945**number + 0.035
        cx, cy = dice.uniform(0.05, 0.95, 2)
        turn = dice.choice([0.0, 0.52, 0.79, 1.05, 1.57, 2.36]) + dice.normal(0, 0.04)
        c, s = np.cos(turn), np.sin(turn)
        u = (c * (x - cx) + s * (y - cy)) / size
        v = (-s * (x - cx) + c * (y - cy)) / size
        inside = makers[number % len(makers)](u, v) * size + 0.0011 * noise(dice, 60, 2)
        picture = _glued(picture, inside, _printed(u, v, number, dice), dice)
    return shrunk(picture * (1 + 0.03 * noise(dice, 200, 2))[..., None])


def _glued(picture: Colours, inside: Field, piece: Colours, dice: Dice) -> Colours:
    """A piece, where `inside` is above 0: a shadow at the lower right, a pale cut rim."""
    there = step(inside, 0, 0.0022)
    shadow = np.roll(blur(there, 5.0), (7, 6), (0, 1))
    picture = picture * (1 - 0.42 * shadow * (1 - there))[..., None]
    rim = there * np.exp(-np.clip(inside, 0, 1) / 0.0016)
    fibres = 1 + 0.05 * noise(dice, 140, 3, 0.8) + 0.04 * noise(dice, 12, 3)
    piece = np.clip(piece * fibres[..., None] + 0.25 * rim[..., None], 0, 1)
    return mixed(picture, piece, there)


def _printed(u: Field, v: Field, number: int, dice: Dice) -> Colours:
    """Plain, striped, dotted, chequered or brushed paper of two colours."""
    colours = palette(_PAPERS)
    first, second = dice.choice(len(colours), 2, replace=False)
    kind = (number * 7 + 3) % 11
    if kind < 4:
        share = np.clip(0.18 + 0.3 * noise(dice, 5, 5, 0.7), 0, 1)
    elif kind < 6:
        share = step(np.sin(u * 34 + 0.4 * noise(dice, 6, 2)), 0.1, 0.3)
    elif kind < 8:
        share = step(0.28 - np.hypot((u * 9) % 1 - 0.5, (v * 9) % 1 - 0.5), 0, 0.1)
    elif kind == 8:
        share = step(np.sin(u * 16) * np.sin(v * 16), 0, 0.15)
    else:
        bristles = noise(dice, 3, 2) + 0.9 * np.sin(v * 60 + 6 * noise(dice, 5, 4))
        share = step(bristles + 1.2 * np.abs(u) - 0.6, 0, 1.2)
    return mixed(np.ones((*u.shape, 3)) * colours[first], colours[second], share)


def _disc(u: Field, v: Field) -> Field:
    return 0.8 - np.hypot(u, v)


def _half(u: Field, v: Field) -> Field:
    return np.minimum(0.95 - np.hypot(u, v), v)


def _ring(u: Field, v: Field) -> Field:
    return 0.17 - np.abs(np.hypot(u, v) - 0.75)


def _arcs(u: Field, v: Field) -> Field:
    away = np.hypot(u, v)
    return np.minimum(0.06 - np.abs((away * 4) % 1 - 0.5) / 4, np.minimum(1.1 - away, u))


def _bar(u: Field, v: Field) -> Field:
    return np.minimum(1.4 - np.abs(u), 0.16 - np.abs(v))


def _wedge(u: Field, v: Field) -> Field:
    return np.minimum(0.55 * (0.9 - v) - np.abs(u), v + 0.9)
