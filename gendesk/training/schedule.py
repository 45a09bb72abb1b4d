"""How the learning rate changes from the first step to the last, as a factor from 0 to 1."""

from __future__ import annotations

import math


def factor(schedule: str, step: int, total: int) -> float:
    """The factor on the learning rate at `step` of `total`, counted from 1.

    "cosine" falls along half a cosine (Loshchilov & Hutter 2016, without restarts); "one-cycle"
    rises for the first quarter and falls to nothing (Smith 2018, without its momentum cycle).
    """
    done = min(1.0, (step - 1) / total)
    if schedule == "cosine":
        return 0.5 * (1 + math.cos(math.pi * done))
    if schedule == "one-cycle":
        rise = 0.25
        if done < rise:
            return 0.04 + 0.96 * 0.5 * (1 - math.cos(math.pi * done / rise))
        return 0.5 * (1 + math.cos(math.pi * (done - rise) / (1 - rise)))
    return 1.0
