"""The theme: readable, light and dark, in a font that has the letters and figures we need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette, QRawFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gendesk.ui import theme
from gendesk.ui.theme import DARK, LIGHT, Theme

ON = {
    "text": ("window", "rail", "card", "field", "raised", "hover", "accent_soft", "backdrop"),
    "muted": ("window", "rail", "card", "field", "hover", "backdrop"),
    "accent_text": ("card", "window", "accent_soft"),
    "on_accent": ("accent", "accent_hover"),
    "danger": ("card", "window"),
    "warning": ("card", "window"),
    "good": ("card", "window"),
}


def luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    rgb = QColor(colour)
    parts = [linear(each) for each in (rgb.redF(), rgb.greenF(), rgb.blueF())]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
@pytest.mark.parametrize(("ink", "ground"), [(i, g) for i, gs in ON.items() for g in gs])
def test_text_can_be_read(look: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(look, ink), getattr(look, ground)) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_curves_stand_out_and_differ(look: Theme) -> None:
    assert len(set(look.curves)) == len(look.curves) >= 8
    for colour in look.curves:
        assert contrast(colour, look.card) >= 3  # WCAG 1.4.11: graphics


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_the_first_curves_differ_for_people_with_any_colour_vision(look: Theme) -> None:
    """Machado, Oliveira & Fernandes 2009, severity 1: no protan or deutan mixes the first four."""
    protan = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))
    deutan = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))
    for matrix in (protan, deutan):
        seen = []
        for colour in look.curves[:4]:
            rgb = QColor(colour)
            parts = (rgb.redF(), rgb.greenF(), rgb.blueF())
            seen.append([sum(w * p for w, p in zip(row, parts, strict=True)) for row in matrix])
        for i, one in enumerate(seen):
            for other in seen[:i]:
                assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.1


def test_applying_dresses_the_palette_and_says_so(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, "dark")
    assert theme.current() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert DARK.card in qapp.styleSheet()
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, "light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)


def test_the_system_is_followed_where_it_is_known(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    scheme = Qt.ColorScheme.Dark
    monkeypatch.setattr(theme, "system_scheme", lambda _app: scheme)
    theme.apply(qapp, "system")
    assert theme.current() is DARK
    scheme = Qt.ColorScheme.Light
    qapp.styleHints().colorSchemeChanged.emit(scheme)
    assert theme.current() is LIGHT
    theme.apply(qapp, "light")
    scheme = Qt.ColorScheme.Dark
    qapp.styleHints().colorSchemeChanged.emit(scheme)
    assert theme.current() is LIGHT  # nobody asked for the system's


def test_the_style_sheet_has_no_colour_left_to_fill(qapp: QApplication) -> None:
    assert "$" not in qapp.styleSheet()


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_font_is_ours_in_every_weight(qapp: QApplication, weight: int) -> None:
    info = QFontInfo(theme.font(14, weight))
    assert info.family().startswith("Hanken Grotesk")
    assert info.weight() == weight


def test_the_font_has_turkish_letters_and_signs(qapp: QApplication) -> None:
    own = QRawFont.fromFont(theme.font())
    for letter in "ğĞıİşŞçÇöÖüÜâîû×−→·…≥≤“”–\N{NO-BREAK SPACE}":
        assert own.supportsCharacter(ord(letter)), letter


def test_figures_are_equally_wide(qapp: QApplication) -> None:
    metrics = QFontMetricsF(theme.font(22, 600, figures=True))
    widths = {metrics.horizontalAdvance(a + b) for a in "0123456789" for b in "0123456789"}
    assert len(widths) == 1


def test_mixing_colours() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert theme.mixed(white, black, 0.5).name() == "#808080"
    assert theme.mixed(white, black, 1).name() == "#ffffff"
