"""Preflight: what is missing is named with its package, and Qt is never imported for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gendesk.core.sentence import Trouble
from gendesk.ui import preflight


def test_it_imports_no_qt() -> None:
    code = (
        "import sys; from gendesk.ui import preflight; preflight.missing('offscreen');"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("library", "debian", "fedora"),
    [
        ("libEGL.so.1", "libegl1", "libglvnd-egl"),
        ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
        ("libnobody-knows.so.7", "", ""),
    ],
)
def test_a_library_is_named_with_its_packages(library: str, debian: str, fedora: str) -> None:
    assert preflight.named(library) == preflight.Missing(library, debian, fedora)


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux libraries")
def test_every_library_that_is_not_found_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = tmp_path / "libqxcb.so"
    plugin.write_bytes(b"")
    ldd = tmp_path / "ldd"
    ldd.write_text(
        "#!/bin/sh\n"
        "echo '	libEGL.so.1 => not found'\n"
        "echo '	libc.so.6 => /lib/libc.so.6 (0x0)'\n"
        "echo '	libxcb-cursor.so.0 => not found'\n"
    )
    ldd.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert preflight._lacking(plugin) == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = [preflight.named("libEGL.so.1"), preflight.named("libxcb-cursor.so.0")]
    monkeypatch.setattr(preflight, "missing", lambda chosen: lacking)
    with pytest.raises(Trouble) as caught:
        preflight.check()
    assert "libEGL.so.1, libxcb-cursor.so.0" in str(caught.value)
    assert "sudo apt install libegl1 libxcb-cursor0" in str(caught.value)
    assert "sudo dnf install libglvnd-egl xcb-util-cursor" in str(caught.value)


@pytest.mark.skipif(sys.platform != "linux", reason="displays are named so on Linux")
@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({}, ""),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "vnc:size=1280x800"}, "vnc"),
    ],
)
def test_the_platform_is_chosen_as_qt_chooses(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], platform: str
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert preflight.platform() == platform


@pytest.mark.skipif(sys.platform != "linux", reason="displays are named so on Linux")
def test_a_display_that_does_not_answer_is_said_not_aborted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.setattr(preflight, "missing", lambda chosen: [])
    assert not preflight.has_display()
    with pytest.raises(Trouble, match="no display"):
        preflight.check()
