"""Modules that are imported at their first use, so that the window paints before torch loads."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Stands for a module until one of its names is asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


def later(name: str) -> Any:
    """The module `name`, imported when it is first used.

    Families use it for torch and our networks: a recipe and its form need neither, and importing
    torch takes seconds. Write it beside a plain import under TYPE_CHECKING.
    """
    return _Later(name)
