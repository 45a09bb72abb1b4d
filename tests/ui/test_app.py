"""The start: the window opens as a program of its own, hears signals, and says what it lacks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gendesk.core.sentence import Trouble
from gendesk.ui import app

START = "import sys; from gendesk.ui.app import main; sys.exit(main(sys.argv[1:]))"


def start(home: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START, *arguments],
        env={
            **os.environ,
            "GENDESK_HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
            **environment,
        },
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("which", "moment"), [(signal.SIGTERM, "ready on"), (signal.SIGINT, "painted")]
)
def test_a_signal_ends_it_soon_and_in_order(home: Path, which: signal.Signals, moment: str) -> None:
    window = start(home)
    log = home / "gendesk.log"
    deadline = time.monotonic() + 60
    while not (log.exists() and moment in log.read_text()) and time.monotonic() < deadline:
        assert window.poll() is None, window.communicate()[1]
        time.sleep(0.1)
    window.send_signal(which)
    began = time.monotonic()
    assert window.wait(20) == 0
    assert time.monotonic() - began < 5
    errors = window.communicate()[1]
    assert "Traceback" not in errors and "nanobind" not in errors
    assert (home / "window.json").exists()


def test_what_is_missing_is_said_without_a_traceback(home: Path) -> None:
    window = start(home, QT_QPA_PLATFORM="xcb", DISPLAY=":987")
    _, errors = window.communicate(timeout=60)
    assert window.returncode == 1
    assert "Traceback" not in errors
    assert "no display" in errors or "libraries that this system lacks" in errors


def test_a_picture_of_the_window_without_a_display(
    qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    path = app.picture(tmp_path / "window.png", size=(1000, 700), theme="light")
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1000, 700)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1000, 7) for y in range(0, 700, 7)}
    assert len(colours) > 10


def test_a_picture_that_cannot_be_written_is_said(qapp: QApplication, home: Path) -> None:
    with pytest.raises(Trouble, match="cannot be written"):
        app.picture(Path("/nowhere/window.png"))
