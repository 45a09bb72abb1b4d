"""What the window says, in the language of the person in front of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from shiboken6 import isValid

from gendesk.core.sentence import Sentence
from gendesk.core.sentence import Source as Source  # for all who write words of the window
from gendesk.paths import resource

_CONTEXT = "gendesk"
_NAMES = {"en": "English", "tr": "Türkçe"}
_translators: list[QTranslator] = []
_language = "en"


@dataclass(frozen=True, slots=True)
class _Saying:
    text: str
    n: int | None
    values: Mapping[str, Any]


_said: WeakKeyDictionary[QObject, dict[str, _Saying]] = WeakKeyDictionary()


def tr(text: Source, n: int | None = None, **values: Any) -> str:
    """The translation of `text`, its plural chosen by `n` (which replaces %n), its braces filled."""
    return translated(text, n).format(**values)


def shown(sentence: Sentence) -> str:
    """A sentence of the work as a person reads it; values are filled in as `say` does it."""
    return translated(sentence.text).format(**_filled(sentence.values))


def translated(source: str, n: int | None = None) -> str:
    """The translation of a text that is data by now, such as the label of a knob.

    Where there is an `n`, it stands there as `spaced` writes it.
    """
    found = QCoreApplication.translate(_CONTEXT, source, None, -1 if n is None else n)
    return found if n is None else found.replace(str(n), spaced(n), 1)


def say(widget: QObject, setter: str, text: Source, n: int | None = None, **values: Any) -> None:
    """Call ``widget.setter(tr(text, n, **values))`` now and whenever the language changes.

    A later `say` to the same setter takes the place of this one; the widget is not kept alive. A
    value that is a function is called each time: amounts are written otherwise in other languages.
    Items to choose from follow the language by `widgets.knobs.CalmCombo.add`.
    """
    _keep(widget, setter, _Saying(text, n, values))


def show(widget: QObject, setter: str, sentence: Sentence | str) -> None:
    """As `say`, for a sentence that somebody else wrote, or a text that is data by now."""
    if isinstance(sentence, Sentence):
        _keep(widget, setter, _Saying(sentence.text, None, sentence.values))
    else:
        _keep(widget, setter, _Saying(sentence, None, {}))


def unsay(widget: QObject, setter: str) -> None:
    """Leave ``widget.setter`` alone when the language changes."""
    _said.get(widget, {}).pop(setter, None)


def languages() -> Mapping[str, str]:
    """Every language the window speaks, by code, in its own words."""
    return _NAMES


def spaced(value: float, digits: int = 0) -> str:
    """A number whose thousands are set apart by spaces, as people read them in any language."""
    return f"{value:,.{digits}f}".replace(",", "\N{NO-BREAK SPACE}")


def language() -> str:
    """The code of the language spoken now."""
    return _language


def set_language(wanted: str) -> None:
    """Speak the language with this code, or for "system" the first of the system's that we know."""
    global _language
    app = QCoreApplication.instance()
    assert app is not None, "translations belong to an application"
    while _translators:
        app.removeTranslator(_translators.pop())
    _language = _of_the_system() if wanted == "system" else wanted
    own = str(resource("translations"))
    qts_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{_language}", qts_own), (f"gendesk_{_language}", own)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _translators.append(translator)
    for widget, sayings in list(_said.items()):
        if isValid(widget):
            for setter, saying in list(sayings.items()):
                _utter(widget, setter, saying)


def _of_the_system() -> str:
    spoken = (tag.partition("-")[0] for tag in QLocale.system().uiLanguages())
    return next((code for code in spoken if code in _NAMES), "en")


def _keep(widget: QObject, setter: str, saying: _Saying) -> None:
    _said.setdefault(widget, {})[setter] = saying
    _utter(widget, setter, saying)


def _utter(widget: QObject, setter: str, saying: _Saying) -> None:
    call: Callable[[str], Any] = getattr(widget, setter)
    call(translated(saying.text, saying.n).format(**_filled(saying.values)))


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _said_now(value) for name, value in values.items()}


def _said_now(value: Any) -> Any:
    if isinstance(value, Sentence):
        return shown(value)
    return value() if callable(value) else value
