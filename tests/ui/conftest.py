"""What every test of the window gets: a dressed application, and a look at what it leaves behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gendesk.ui import theme, words
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.window import Window


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
    gc.freeze()  # what was there before is not looked at again, torch's half a million objects
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if left := [w for w in QApplication.topLevelWidgets() if id(w) not in before]:
        gc.collect()  # what only a cycle still holds is on its way out
        left = [w for w in left if isValid(w)]
        names = ", ".join(_described(widget) for widget in left if widget.parent() is None)
        if names:
            pytest.fail(f"left behind: {names}")
    running = [
        t for t in gc.get_objects() if issubclass(type(t), QTimer) and isValid(t) and t.isActive()
    ]
    gc.unfreeze()
    if running:
        pytest.fail(f"left running: {', '.join(repr(timer) for timer in running)}")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for the test's runs and the window's memory."""
    monkeypatch.setenv("GENDESK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def pool(dressed: None) -> Iterator[Pool]:
    """Worker threads; the test fails where they do not end."""
    pool = Pool()
    yield pool
    assert pool.shutdown(20_000)


@pytest.fixture
def state() -> State:
    """What the window remembers: nothing yet."""
    return State()


@pytest.fixture
def window(qtbot: QtBot, pool: Pool, home: Path, state: State) -> Iterator[Window]:
    """The window, shown; it is left as a person leaves it."""
    window = Window(pool, state)
    window.show()
    window.activateWindow()
    yield window
    window.leave()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=8000)
    window.deleteLater()


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r}"
