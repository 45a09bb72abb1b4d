"""Where resources, shipped models and the user's own runs, models and caches live."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import platformdirs


def resource(*parts: str) -> Path:
    """A file under `resources/`, in the wheel or in the checkout."""
    return _shipped("resources").joinpath(*parts)


def shipped_models() -> Path:
    """The folder of the models that ship, in the wheel or in the checkout."""
    return _shipped("models")


def home() -> Path:
    """The user's own folder: `GENDESK_HOME`, or where the system wants such things."""
    override = os.environ.get("GENDESK_HOME")
    return Path(override).expanduser() if override else Path(platformdirs.user_data_dir("gendesk"))


def runs() -> Path:
    """Where training runs are kept."""
    return home() / "runs"


def paintings() -> Path:
    """Where paintings are kept, with their history."""
    return home() / "paintings"


def models() -> Path:
    """Where models that the user published are kept."""
    return home() / "models"


def caches() -> Path:
    """Where decoded pictures are kept; safe to delete."""
    if "GENDESK_HOME" in os.environ:
        return home() / "cache"
    return Path(platformdirs.user_cache_dir("gendesk"))


def data_sets() -> Path:
    """Where torchvision's data sets are kept: `GENDESK_DATA`, or beside the runs."""
    override = os.environ.get("GENDESK_DATA")
    return Path(override).expanduser() if override else home() / "data"


def log_file() -> Path:
    """Where tracebacks and Qt's messages go."""
    return home() / "gendesk.log"


@cache
def _shipped(name: str) -> Path:
    package = Path(__file__).parent
    in_wheel = package / f"_{name}"
    return in_wheel if in_wheel.is_dir() else package.parent / name
