"""Collects every sentence that a person may read, and keeps the translations in step with them.

Run it after words have changed: it updates `resources/translations/*.ts`, which a translator then
completes (in Qt Linguist or by hand), and writes the `.qm` files that the window loads.

What it collects are literals: every argument, default, field and constant that is annotated as
`Source` (the text of `tr`, `say`, `Sentence` and `Trouble`, the label and choices of `knob` …),
and the titles of families.
"""

from __future__ import annotations

import ast
import json
import re
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("en", "tr")
CONTEXT = "gendesk"

STRICT = {"tr", "say", "Sentence"}  # in the window; every kind of Trouble anywhere: only literals
PLURAL = {"tr": 1, "say": 3}  # where `n` stands among their arguments

# Qt's own ways of showing text: there a literal would be seen in English by everybody.
SHOWING = frozenset(
    (
        *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText"),
        *("setWindowTitle", "setTitle", "setAccessibleName", "setAccessibleDescription"),
        *("setPlainText", "setInformativeText", "setDetailedText", "setLabelText", "showMessage"),
        *("setPrefix", "setSuffix", "setSpecialValueText", "setFormat", "setItemText"),
        *("setHeaderLabels", "setHorizontalHeaderLabels", "setTabText", "drawText"),
        *("addItem", "addItems", "insertItem", "addAction", "addMenu", "addTab"),
        *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QAction", "QMenu"),
        *("QGroupBox", "QProgressDialog", "QTreeWidgetItem", "QListWidgetItem", "QStandardItem"),
        *("QTableWidgetItem", "getSaveFileName", "getOpenFileName", "getOpenFileNames"),
        *("getExistingDirectory", "question", "information"),
        *("set_text", "set_title", "set_value", "set_note", "set_empty_text"),
    )
)
NAMES = {"gendesk"}  # are the same in every language


@dataclass(frozen=True, order=True)
class Found:
    """A text to translate."""

    text: str
    plural: bool = False
    where: str = field(default="", compare=False)


@dataclass(frozen=True)
class Message:
    """One entry of a translation file."""

    source: str
    forms: tuple[str, ...]  # one, or as many as the language has plurals
    finished: bool


class Sources:
    """All modules of the package, read once."""

    def __init__(self, package: Path = ROOT / "gendesk") -> None:
        self.trees = {
            path.relative_to(package.parent).as_posix(): ast.parse(path.read_text("utf-8"))
            for path in sorted(package.rglob("*.py"))
        }
        self.bases: dict[str, list[str]] = {}  # of classes, by name
        self.supers: dict[ast.Call, str] = {}  # in which class `super().__init__(…)` is called
        self.speaking: dict[str, set[tuple[int, str]]] = defaultdict(set)
        for tree in self.trees.values():
            for node in ast.walk(tree):
                self._learn(node)
        self.troubles = {"Trouble"}
        while more := {k for k, b in self.bases.items() if self.troubles & {*b}} - self.troubles:
            self.troubles |= more

    def texts(self) -> list[Found]:
        """Every text to translate, once, in alphabetical order."""
        found: dict[str, Found] = {}
        for each in self._occurrences():
            known = found.get(each.text)
            if known is None or each.plural > known.plural:
                found[each.text] = each
        return sorted(found.values())

    def mistakes(self) -> list[str]:
        """What no translator can ever see, each with its place."""
        found: list[str] = []
        for path, tree in self.trees.items():
            through = _handed_on(tree)
            for node in ast.walk(tree):
                if not isinstance(node, ast.Call):
                    continue
                where, name = f"{path}:{node.lineno}", _called(node)
                window = path.startswith("gendesk/ui/")
                strict = name in self.troubles or (window and name in STRICT)
                for argument in self._arguments(node):
                    if isinstance(argument, ast.JoinedStr) and (strict or window):
                        found.append(f"{where}: {name} is given an f-string")
                    elif strict and _literals(argument) is None and argument not in through:
                        found.append(f"{where}: {name} is given something else than a literal")
                if window and name in SHOWING:
                    found += [
                        f"{where}: {name} is given words that nobody can translate: {words!r}"
                        for words in _visible_words(node)
                    ]
        return found

    def _occurrences(self) -> Iterator[Found]:
        for path, tree in self.trees.items():
            for node in ast.walk(tree):
                where = f"{path}:{getattr(node, 'lineno', 0)}"
                if isinstance(node, ast.Call):
                    plural = _is_plural(node)
                    for argument in self._arguments(node):
                        for text in _literals(argument) or ():
                            yield Found(text, plural, where)
                for text in _declared(node):
                    yield Found(text, False, where)

    def _arguments(self, call: ast.Call) -> list[ast.expr]:
        """The arguments of a call that are text to translate."""
        found = []
        above = self.bases.get(self.supers.get(call, ""), [])
        places = {p for name in above or [_called(call)] for p in self._places(name)}
        for place, keyword in sorted(places):
            if place < len(call.args):
                found.append(call.args[place])
            found += [each.value for each in call.keywords if each.arg == keyword]
        return found

    def _places(self, name: str) -> set[tuple[int, str]]:
        """Where a function or class takes text; a class without its own takes its bases'."""
        if name in self.speaking or name not in self.bases:
            return self.speaking.get(name, set())
        return {place for base in self.bases[name] for place in self._places(base)}

    def _learn(self, node: ast.AST) -> None:
        """Take note of a function or class with arguments annotated as `Source`."""
        if isinstance(node, ast.ClassDef):
            self.bases[node.name] = [_name(base) for base in node.bases]
            self.supers |= {c: node.name for c in ast.walk(node) if _is_super(c)}  # type: ignore[misc]
            fields = [entry for entry in node.body if isinstance(entry, ast.AnnAssign)]
            for place, entry in enumerate(fields):
                if _is_source(entry.annotation) and isinstance(entry.target, ast.Name):
                    self.speaking[node.name].add((place, entry.target.id))
            for each in node.body:
                if isinstance(each, ast.FunctionDef):
                    name = node.name if each.name == "__init__" else each.name
                    static = any(_name(d) == "staticmethod" for d in each.decorator_list)
                    self.speaking[name] |= _source_arguments(each, skipped=0 if static else 1)
        elif isinstance(node, ast.Module):
            for function in node.body:
                if isinstance(function, ast.FunctionDef):
                    self.speaking[function.name] |= _source_arguments(function, skipped=0)


def _source_arguments(function: ast.FunctionDef, skipped: int) -> set[tuple[int, str]]:
    placed = [*function.args.posonlyargs, *function.args.args][skipped:]
    found = {(i, a.arg) for i, a in enumerate(placed) if _is_source(a.annotation)}
    named = {(1000, a.arg) for a in function.args.kwonlyargs if _is_source(a.annotation)}
    return found | named


def _is_super(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "__init__"
        and isinstance(node.func.value, ast.Call)
        and _called(node.func.value) == "super"
    )


def _is_source(annotation: ast.expr | None) -> bool:
    return annotation is not None and any(
        isinstance(node, ast.Name) and node.id == "Source" for node in ast.walk(annotation)
    )


def _declared(node: ast.AST) -> Iterator[str]:
    """Texts that stand as a default, as a constant annotated as `Source`, or as a title."""
    if isinstance(node, ast.FunctionDef):
        placed = node.args.args[len(node.args.args) - len(node.args.defaults) :]
        defaults = [*zip(placed, node.args.defaults, strict=True)]
        defaults += [*zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)]  # type: ignore[list-item]
        for argument, default in defaults:
            if _is_source(argument.annotation) and default is not None:
                yield from _literals(default) or ()
    elif isinstance(node, ast.AnnAssign) and _is_source(node.annotation) and node.value:
        keys = {k for d in ast.walk(node.value) if isinstance(d, ast.Dict) for k in d.keys}
        for part in ast.walk(node.value):
            if part not in keys and isinstance(part, ast.expr):
                yield from _constant(part)
    elif isinstance(node, ast.ClassDef):
        values = {
            target.id: each.value
            for each in node.body
            if isinstance(each, ast.Assign | ast.AnnAssign) and each.value is not None
            for target in (each.targets if isinstance(each, ast.Assign) else [each.target])
            if isinstance(target, ast.Name)
        }
        if "family" in values and "title" in values:
            yield from _constant(values["title"])


def _handed_on(tree: ast.AST) -> set[ast.expr]:
    """What was a literal elsewhere: an argument annotated as `Source`, the text of a `Sentence`."""
    found: set[ast.expr] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            known = {a.arg for a in arguments if _is_source(a.annotation)}
            found |= {n for n in ast.walk(node) if isinstance(n, ast.Name) and n.id in known}
        elif (isinstance(node, ast.Attribute) and node.attr == "text") or (
            isinstance(node, ast.Subscript)
            and isinstance(node.slice, ast.Constant)
            and node.slice.value == "text"
        ):
            found.add(node)
    return found


def _literals(node: ast.expr) -> list[str] | None:
    """The texts an argument may be, None where that cannot be known."""
    if isinstance(node, ast.Constant):
        return [*_constant(node)] if isinstance(node.value, str) else None
    if isinstance(node, ast.Tuple):
        return [text for each in node.elts for text in _literals(each) or ()]
    if isinstance(node, ast.IfExp):
        one, other = _literals(node.body), _literals(node.orelse)
        return None if one is None or other is None else one + other
    return None


def _constant(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def _visible_words(call: ast.Call) -> Iterator[str]:
    """Words among the arguments of a call that shows them."""
    for argument in [*call.args, *(k.value for k in call.keywords if k.arg != "objectName")]:
        parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
        if isinstance(argument, ast.List | ast.Tuple):
            parts = argument.elts
        for part in parts:
            for text in _constant(part):
                if re.search(r"[^\W\d_]{2,}", text) and text.strip() not in NAMES:
                    yield text


def _is_plural(call: ast.Call) -> bool:
    place = PLURAL.get(_called(call))
    return place is not None and (
        len(call.args) > place or any(keyword.arg == "n" for keyword in call.keywords)
    )


def _called(call: ast.Call) -> str:
    return _name(call.func)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def read(language: str) -> list[Message]:
    """What a translation file says."""
    tree = ElementTree.parse(TRANSLATIONS / f"{CONTEXT}_{language}.ts")
    messages = []
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")]
        messages.append(
            Message(
                message.findtext("source", ""),
                tuple(forms or [translation.text or ""]),
                translation.get("type") is None,
            )
        )
    return messages


def braces(text: str) -> set[str]:
    """The names that a text wants to be filled with."""
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return named | ({"%n"} if "%n" in text else set())


def update() -> None:
    """Bring the translation files in step with the sources, and release them."""
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    texts = Sources().texts()
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            wanted = (
                [t for t in texts if t.plural or _is_code(t.text)] if language == "en" else texts
            )
            listing = Path(folder) / f"{language}.cpp"
            listing.write_text("".join(map(_as_call, wanted)), "utf-8")
            ts = TRANSLATIONS / f"{CONTEXT}_{language}.ts"
            _tool(
                "lupdate", str(listing), "-no-obsolete", "-locations", "none",
                "-source-language", "en", "-target-language", language, "-ts", str(ts),
            )  # fmt: skip
            _tool("lrelease", str(ts), "-qm", str(ts.with_suffix(".qm")))


def _is_code(text: str) -> bool:
    """Whether it is a word of recipes and command lines, such as "mlp": it may need English, too."""
    return re.fullmatch(r"[a-z0-9-]+", text) is not None


def _as_call(found: Found) -> str:
    """The text as lupdate reads it."""
    plural = ", nullptr, 1" if found.plural else ""
    text = json.dumps(found.text, ensure_ascii=False)
    return f'QCoreApplication::translate("{CONTEXT}", {text}{plural});\n'


def _tool(name: str, *arguments: str) -> None:
    import PySide6

    tool = Path(PySide6.__file__).parent / name
    done = subprocess.run([str(tool), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    update()
    for language in LANGUAGES:
        left = [message.source for message in read(language) if not message.finished]
        print(f"{language}: {len(read(language))} texts, {len(left)} to translate")
        for source in left:
            print(f"  {source}")
    for mistake in Sources().mistakes():
        print(mistake)
