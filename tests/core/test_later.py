"""Modules that wait for their first use."""

from __future__ import annotations

import sys

import pytest

from gendesk.core.later import later


def test_nothing_is_imported_before_it_is_used() -> None:
    sys.modules.pop("this_is_lazy", None)
    name = "xml.dom.pulldom"
    sys.modules.pop(name, None)
    module = later(name)
    assert name not in sys.modules
    assert module.START_ELEMENT == "START_ELEMENT"
    assert name in sys.modules


def test_what_is_not_there_fails_at_its_use() -> None:
    module = later("no_such_module_anywhere")
    with pytest.raises(ModuleNotFoundError):
        _ = module.anything
