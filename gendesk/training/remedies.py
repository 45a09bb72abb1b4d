"""What helps against what the doctor finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gendesk.core.events import Remedy
from gendesk.core.recipe import Recipe
from gendesk.core.sentence import Trouble

Settings = Mapping[str, Any]


def remedies(finding: str, recipe: Recipe, rewind: int = 0) -> tuple[Remedy, ...]:
    """The remedies for `finding` that this recipe has knobs for, the most promising first.

    All of them turn live knobs. What would give the discriminator another shape, such as packing,
    cannot be had in a training that has begun.

    Args:
        finding: its name.
        recipe: as it stands now.
        rewind: the step of the last healthy checkpoint, 0 where there is none: the first remedy
            can be tried from there, too.
    """
    changes = [_possible(settings, recipe) for settings in _proposed(finding, recipe)]
    found = [Remedy(settings) for settings in changes if settings]
    if not found:
        return ()
    again = Remedy(found[0].settings, rewind)
    # A generator that has always lost has learnt nothing, and some never recover from it.
    hopeless = finding == "discriminator" and not rewind
    return (again, *found) if hopeless else (*found, again)


def _proposed(finding: str, recipe: Recipe) -> Iterator[Settings]:
    """Changes that help, whether or not this recipe can take them."""
    at = {name: getattr(recipe, name, 0) for name in ("lr", "d_lr", "d_steps", "r1", "penalty")}
    steeper = (
        {"penalty": 10.0}
        if getattr(recipe, "loss", "") == "wgan-gp"
        else {"r1": max(1.0, 3 * at["r1"])}
    )
    usual = getattr(type(recipe)(), "lr", 0)
    match finding:
        case "divergence":
            yield {"lr": at["lr"] / 10}
            yield steeper
        case "discriminator":
            yield {"d_lr": min(1.0, at["d_lr"] / 4), "d_steps": 1}
            yield {"augment": "diff"}  # before R1, with which one that is certain stays so for long
            yield steeper
        case "generator":
            yield {"d_lr": max(1.0, 4 * at["d_lr"])}
            yield {"d_steps": at["d_steps"] + 1}
        case "collapse":
            # Below the usual learning rate it would only take longer to get out of it.
            slower = min(at["lr"], max(usual, at["lr"] / 4))
            yield {"lr": slower, "d_lr": max(1.0, at["d_lr"])}
            yield steeper
            yield {"d_steps": at["d_steps"] + 1}
            yield {"augment": "diff"}  # last: fully connected GANs got worse with it
        case "memorising":
            yield {"augment": "diff"}
            yield steeper
        case "oscillation":
            yield {"lr": at["lr"] / 4}
            yield steeper
        case "stalled":
            yield {"lr": min(1e-3, max(2e-4, 10 * at["lr"]))}


def _possible(settings: Settings, recipe: Recipe) -> dict[str, Any]:
    """Of some settings those that change something; none of them where the recipe refuses one."""
    knobs = recipe.knobs()
    changed = {
        name: float(f"{value:.2g}") if isinstance(value, float) else value
        for name, value in settings.items()
        if name in knobs and value != getattr(recipe, name)
    }
    try:
        recipe.changed(**changed)
    except Trouble:
        return {}
    return changed
