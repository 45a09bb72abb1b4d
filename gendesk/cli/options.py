"""Options that several commands have, and what every command has."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

SOURCES = "digits, glyphs, emoji, torchvision:NAME, idx:PATH, folder:PATH, or the path of a folder"


def command(
    subs: Any,
    name: str,
    function: Callable[[argparse.Namespace], None],
    about: str,
    examples: str,
) -> argparse.ArgumentParser:
    """A command of `subs`, with its help; `function` does it.

    Args:
        subs: what argparse gives for commands.
        name: of the command.
        function: is called with what was typed.
        about: a line that says what it does.
        examples: lines that may be typed.
    """
    sub: argparse.ArgumentParser = subs.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=f"examples:\n{examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    sub.add_argument(
        "--json", action="store_true", help="one JSON object a line on standard output"
    )
    sub.set_defaults(command=function)
    return sub


def add_recipe_options(sub: argparse.ArgumentParser) -> None:
    """How a training is set."""
    sub.add_argument("--data", metavar="SOURCE", help=SOURCES)
    sub.add_argument(
        "--set", action="append", default=[], metavar="knob=value", dest="settings",
        help="set a knob of the recipe, such as lr, batch_size, seed, size, latent, net, beta",
    )  # fmt: skip
    add_device(sub)


def add_seed(sub: argparse.ArgumentParser) -> None:
    """Of random numbers."""
    sub.add_argument("--seed", type=int, default=0, metavar="N", help="default: 0")


def add_truncation(sub: argparse.ArgumentParser) -> None:
    """How likely pictures shall be."""
    sub.add_argument(
        "--truncation", type=float, default=1.0, metavar="0…1",
        help="less for likelier pictures that differ less (default: 1)",
    )  # fmt: skip


def add_kind(sub: argparse.ArgumentParser) -> None:
    """Which kind of pictures is wanted."""
    sub.add_argument(
        "--class", "--kind", dest="kind", default="", metavar="NAME|NUMBER",
        help="for a model that knows kinds of pictures (default: the first)",
    )  # fmt: skip


def add_out(sub: argparse.ArgumentParser, metavar: str) -> None:
    """The file or folder to write."""
    sub.add_argument("--out", type=Path, required=True, metavar=metavar)


def add_device(sub: argparse.ArgumentParser) -> None:
    """Where to compute."""
    sub.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")


def add_run(sub: argparse.ArgumentParser) -> None:
    """A run."""
    sub.add_argument("run", metavar="RUN", help="a run's name or folder")


def add_made(sub: argparse.ArgumentParser) -> None:
    """A run or painting."""
    sub.add_argument("run", metavar="RUN", help="a run's or painting's name or folder")


def add_trained(sub: argparse.ArgumentParser) -> None:
    """A run or model."""
    sub.add_argument("run", metavar="RUN", help="a run's or model's name or folder")


def positive(text: str) -> int:
    """A whole number above 0."""
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value
