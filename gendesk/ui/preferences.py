"""The language and the theme, chosen at the foot of the rail."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from gendesk.ui import theme
from gendesk.ui.state import State
from gendesk.ui.widgets.rail import Rail
from gendesk.ui.words import languages, say, set_language


class Preferences:
    """Two menus; what is chosen there is seen at once and remembered."""

    def __init__(self, rail: Rail, state: State) -> None:
        self._state = state
        speaking = rail.add_tool("language", "language", "Language")
        painting = rail.add_tool("theme", "moon", "Light or dark")
        self._languages = _menu(speaking, self.set_language)
        self._themes = _menu(painting, self.set_theme)
        for code, name in languages().items():
            self._languages.addAction(name).setData(code)
        light, dark = self._themes.addAction(""), self._themes.addAction("")
        light.setData("light")
        dark.setData("dark")
        say(light, "setText", "Light")
        say(dark, "setText", "Dark")
        for menu in (self._languages, self._themes):
            group = QActionGroup(menu)
            for action in menu.actions():
                action.setCheckable(True)
                group.addAction(action)
        _check(self._languages, state.language)
        _check(self._themes, state.theme)

    def set_theme(self, name: str) -> None:
        """ "system", "light" or "dark"."""
        self._state.theme = name
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, name)  # type: ignore[arg-type]
        _check(self._themes, name)

    def toggle_theme(self) -> None:
        """The one that is not seen now."""
        self.set_theme("light" if theme.current().name == "dark" else "dark")

    def set_language(self, code: str) -> None:
        """ "system", or one of `words.languages()`."""
        self._state.language = code
        set_language(code)
        _check(self._languages, code)


def _menu(button: QToolButton, choose: Callable[[str], None]) -> QMenu:
    """A menu that opens as soon as the button is pressed, with the system's choice in it."""
    menu = QMenu(button)
    menu.setObjectName(f"{button.objectName()}_menu")
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    system = menu.addAction("")
    system.setData("system")
    say(system, "setText", "As the system")
    menu.triggered.connect(lambda action: choose(action.data()))
    return menu


def _check(menu: QMenu, code: str) -> None:
    for action in menu.actions():
        action.setChecked(action.data() == code)
