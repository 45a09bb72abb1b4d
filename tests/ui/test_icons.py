"""The icons: in the colours of the theme, for every state, sharp on every screen."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from gendesk.paths import resource
from gendesk.ui import icons, theme

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))
# The others are the mark, and what the style sheet shows in one colour for both themes.
RECOLOURED = [n for n in NAMES if "currentColor" in resource("icons", f"{n}.svg").read_text()]


def inks(image: QImage) -> set[str]:
    """The colours of all opaque pixels."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_a_drawing(name: str) -> None:
    assert QSvgRenderer(str(resource("icons", f"{name}.svg"))).isValid()


@pytest.mark.parametrize("name", RECOLOURED)
def test_every_icon_takes_the_colour_it_is_given(name: str) -> None:
    assert inks(icons.pixmap(name, 48, "#ff0000").toImage()) == {"#ff0000"}


def test_states_have_colours_of_their_own() -> None:
    icon = icons.icon("stop")
    now = theme.current()
    wanted = {
        (QIcon.Mode.Normal, QIcon.State.Off): now.text,
        (QIcon.Mode.Normal, QIcon.State.On): now.accent_text,
        (QIcon.Mode.Disabled, QIcon.State.Off): now.faint,
    }
    for (mode, state), colour in wanted.items():
        assert inks(icon.pixmap(QSize(48, 48), mode, state).toImage()) == {colour}


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    icon = icons.icon("check", "muted")
    gc.collect()  # the icon alone keeps its engine
    before = icon.pixmap(QSize(48, 48)).toImage()
    theme.apply(qapp, "dark")
    assert inks(before) == {theme.LIGHT.muted}
    assert inks(icon.pixmap(QSize(48, 48)).toImage()) == {theme.DARK.muted}


def test_twice_as_many_pixels_on_a_dense_screen() -> None:
    pixmap = icons.icon("train").pixmap(QSize(24, 24), 2.0)
    assert pixmap.size() == QSize(48, 48)
    assert pixmap.devicePixelRatio() == 2.0


def test_the_application_has_a_mark() -> None:
    image = icons.application_icon().pixmap(QSize(64, 64)).toImage()
    assert len(inks(image)) > 20
    assert QColor("#ffffff").name() in inks(image)
