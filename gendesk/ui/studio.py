"""The running application: Qt, the window, the engine that warms up behind it, and the end."""

from __future__ import annotations

import gc
import logging
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from gendesk.core.events import Event, Failed, Finished
from gendesk.core.sentence import Trouble
from gendesk.jobs import Job, unforeseen
from gendesk.ui import icons, theme, words, work
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.window import Window

log = logging.getLogger(__name__)

COLLECT_EVERY_MS = 2000
COMPLETE_EVERY_MS = 100
_PATIENCE_S = 300  # for what a picture of the window waits for
_windows: list[Window] = []


class Studio(QObject):
    """One application with one window."""

    def __init__(self, argv: Sequence[str] = ()) -> None:
        qInstallMessageHandler(_on_qt_message)
        self._app = _application()
        super().__init__()
        sys.setswitchinterval(0.001)  # a worker gives the interpreter back to the window sooner
        self.state = State.read()
        self.pool = Pool()
        # Dressed once all is built: every widget that gets a parent would be dressed again.
        self.window = Window(self.pool, self.state)
        theme.apply(self._app, self.state.theme)  # type: ignore[arg-type]
        words.set_language(self.state.language)
        _windows.append(self.window)
        self._asked = [Path(each) for each in argv]
        self._collector = QTimer(self)
        self._collector.setInterval(COLLECT_EVERY_MS)
        self._collector.timeout.connect(lambda: gc.collect(1))
        self._completer = QTimer(self)
        self._completer.setInterval(COMPLETE_EVERY_MS)
        self._completer.timeout.connect(self._on_time_to_complete)
        self._signals = Signals(self.window)

    def run(self) -> int:
        """Show the window, warm up behind it, and return when it has closed."""
        gc.disable()  # the imports to come take a fifth less time without; see `collect_all`
        self.window.show()
        QTimer.singleShot(0, self._on_painted)
        code = self._app.exec()
        _windows.remove(self.window)
        if not self.pool.shutdown(200):
            log.error("work was still running when the window closed")
        return code

    def _on_painted(self) -> None:
        log.info("painted")
        self.pool.start(Job("Getting ready", work.get_ready), self._on_getting_ready)
        self._completer.start()
        for path in self._asked:
            self.window.open(path)

    def _on_time_to_complete(self) -> None:
        """One unseen page at a time, while the engine is being loaded."""
        if not self.window.complete_one():
            self._completer.stop()

    def _on_getting_ready(self, _: Job, events: Sequence[Event]) -> None:
        last = events[-1]
        if isinstance(last, Failed):
            self.window.notice.tell(last.sentence, "error")
        elif isinstance(last, Finished):
            gc.freeze()
            self._collector.start()
            self.pool.emptied.connect(collect_all)
            log.info("ready on %s", last.result)
            self.window.set_ready(*last.result)


def collect_all() -> None:
    """Collect what nobody needs, and never look again at what is left.

    With the engine loaded, looking at everything takes up to half a second, during which no
    thread can do anything. Hence Python's own collector is off: while something runs, only what
    is new is looked at; here, when nothing does, what came since the last time.
    """
    gc.collect()
    gc.freeze()


def portrait(
    path: Path, run: Path | None, size: tuple[int, int], scheme: str, language: str, kind: str
) -> Path:
    """What `app.picture` does, once Qt may be imported."""
    app = _application()
    pool, state = Pool(), State(theme=scheme, language=language)
    window = Window(pool, state)
    theme.apply(app, scheme)  # type: ignore[arg-type]
    words.set_language(language)
    window.resize(*size)
    window.show()
    window.status.set_device("CPU")
    window.status.measure_memory()
    if kind == "restore":
        window.show_panel("restore")
        window.restore.open_samples()
        _settle(app, lambda: pool.idle and window.restore.settled)
    elif kind == "latent":
        window.show_panel("latent")
        _settle(app, lambda: pool.idle and window.latent.settled)
    elif kind == "style":
        window.show_panel("style")
        window.style_panel.open_samples()
        _settle(app, lambda: pool.idle and window.style_panel.settled)
        window.style_panel.start()
        _settle(app, lambda: pool.idle and window.style_panel.settled)
    else:
        if run is not None:
            window.monitor.open([run])
        _settle(app, lambda: pool.idle and window.monitor.settled)
        if run is not None:
            window.monitor.opened.gallery.choose(kind)
    app.processEvents()
    saved = window.grab().save(str(path))
    pool.shutdown()
    window.hide()
    window.deleteLater()
    app.processEvents()
    if not saved:
        raise Trouble("{path} cannot be written.", path=path)
    return path


def _settle(app: QApplication, settled: Callable[[], bool]) -> None:
    """Let the window live until nothing is left to be done, or for some minutes."""
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline and not settled():
        app.processEvents()
        time.sleep(0.01)
    app.processEvents()


class Signals(QObject):
    """Hears SIGINT and SIGTERM although the interpreter sleeps in Qt, and leaves."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        signal.set_wakeup_fd(self._write.fileno())
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, lambda *_: None)  # the byte in the socket is what counts

    def _on_woken(self) -> None:
        self._read.recv(64)
        self._window.leave()


def on_exception(error: BaseException) -> None:
    """Say in the window that a slot raised; the log has been written."""
    if _windows and isinstance(error, Exception):
        _windows[-1].notice.tell(unforeseen(error), "error")


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(["gendesk"])
    assert isinstance(app, QApplication)
    app.setApplicationName("gendesk")
    app.setDesktopFileName("gendesk")
    app.setWindowIcon(icons.application_icon())
    app.setFont(theme.font())  # before any widget: a later change does not reach them all
    return app


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS[kind], "Qt: %s", message)
