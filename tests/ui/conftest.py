"""What every test of the window gets: a dressed application, and a look at what it leaves behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gendesk.ui import theme, words


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Every test begins in the light theme and in English."""
    first = qapp.property("dressed") is None
    if first or theme.current() is not theme.LIGHT:
        theme.apply(qapp, "light")
    if first or words.language() != "en":
        words.set_language("en")
    qapp.setProperty("dressed", True)


@pytest.fixture(autouse=True)
def nothing_stays(dressed: None) -> Iterator[None]:
    """Fail a test that leaves a top-level widget or a running timer behind."""
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if left := [w for w in QApplication.topLevelWidgets() if id(w) not in before]:
        gc.collect()  # what only a cycle still holds is on its way out
        left = [w for w in left if isValid(w)]
        names = ", ".join(_described(widget) for widget in left if widget.parent() is None)
        if names:
            pytest.fail(f"left behind: {names}")
    running = [t for t in gc.get_objects() if isinstance(t, QTimer) and isValid(t) and t.isActive()]
    if running:
        pytest.fail(f"left running: {', '.join(repr(timer) for timer in running)}")


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r}"
