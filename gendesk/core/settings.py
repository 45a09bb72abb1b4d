"""Settings as frozen, JSON-able data, whose fields are knobs."""

from __future__ import annotations

import json
import math
from dataclasses import MISSING, asdict, dataclass, field, fields, replace
from typing import Any, ClassVar, Self, get_type_hints

from gendesk.core.sentence import Source, Trouble


@dataclass(frozen=True, slots=True)
class Knob:
    """What a form, a command line and a check need to know of one recipe field."""

    name: str
    kind: type  # bool, int, float or str
    default: Any
    label: str
    help: str
    low: float
    high: float
    choices: tuple[str, ...]
    live: bool
    log: bool
    basic: bool

    def parse(self, value: Any) -> Any:
        """`value` (a JSON value, or text from a command line) as this knob's kind, in range.

        Raises:
            Trouble: the value is of another kind, out of range or not one of the choices.
        """
        parsed = _as_kind(self.kind, value)
        if parsed is None:
            raise _of_another_kind(self.kind, name=self.name, value=repr(value))
        if self.choices and parsed not in self.choices:
            raise Trouble(
                "{name} must be one of {choices}, but was given {value}.",
                name=self.name,
                choices=", ".join(self.choices),
                value=repr(value),
            )
        if self.kind in (int, float) and not self.low <= parsed <= self.high:
            raise Trouble(
                "{name} must lie between {low} and {high}, but was given {value}.",
                name=self.name,
                low=f"{self.low:g}",
                high=f"{self.high:g}",
                value=parsed,
            )
        return parsed


_TRUTH = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False,
          "off": False, "0": False}  # fmt: skip


def _of_another_kind(kind: type, **values: Any) -> Trouble:
    if kind is bool:
        return Trouble("{name} must be true or false, but was given {value}.", **values)
    if kind is int:
        return Trouble("{name} must be a whole number, but was given {value}.", **values)
    if kind is float:
        return Trouble("{name} must be a number, but was given {value}.", **values)
    return Trouble("{name} must be a word, but was given {value}.", **values)


def _as_kind(kind: type, value: Any) -> Any:
    """`value` converted without loss to `kind`, or None."""
    if kind is bool:
        return value if isinstance(value, bool) else _TRUTH.get(str(value).lower())
    if isinstance(value, bool):
        return None
    if kind is str:
        return value if isinstance(value, str) else None
    try:
        number = float(value)
        if not math.isfinite(number) or (kind is int and number != int(number)):
            return None
        return int(value) if kind is int and isinstance(value, int | str) else kind(number)
    except (TypeError, ValueError):
        return None


def knob(
    default: Any,
    label: Source,
    help: Source = "",
    *,
    low: float = -math.inf,
    high: float = math.inf,
    choices: tuple[Source, ...] = (),
    live: bool = False,
    log: bool = False,
    basic: bool = False,
) -> Any:
    """A recipe field that a person may set.

    Args:
        default: its value where nobody says otherwise.
        label: one to three English words for the form.
        help: one sentence: what turning it does, and which way.
        low: the smallest value allowed.
        high: the largest value allowed.
        choices: the words allowed, for text.
        live: it may be turned in mid-run.
        log: its slider is logarithmic.
        basic: it stands in the short form; the others under "More".
    """
    about = {"label": label, "help": help, "low": low, "high": high}
    about |= {"choices": choices, "live": live, "log": log, "basic": basic}
    return field(default=default, metadata=about)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a person may set before, and in part while, something is made.

    A frozen dataclass that inherits from this one names its `family` and adds its knobs.
    """

    family: ClassVar[str] = ""
    title: ClassVar[str] = ""

    def check(self) -> None:
        """Raise `Trouble` where settings that are valid alone do not fit together."""

    @classmethod
    def knobs(cls) -> dict[str, Knob]:
        """All knobs by name, in the order of the form."""
        kinds = get_type_hints(cls)
        return {
            f.name: Knob(name=f.name, kind=kinds[f.name], default=f.default, **f.metadata)
            for f in fields(cls)
            if f.default is not MISSING and f.metadata
        }

    def changed(self, **settings: Any) -> Self:
        """A copy with some knobs set, each checked.

        Raises:
            Trouble: there is no such knob, or it cannot have that value.
        """
        knobs = self.knobs()
        for name in settings:
            if name not in knobs:
                raise Trouble(
                    "{family} has no knob {name}; it has {known}.",
                    family=self.family,
                    name=name,
                    known=", ".join(knobs),
                )
        changed = replace(self, **{k: knobs[k].parse(v) for k, v in settings.items()})
        changed.check()
        return changed

    def as_dict(self) -> dict[str, Any]:
        """What `recipe.json` holds: the family and every knob."""
        return {"family": self.family, **asdict(self)}

    def to_json(self) -> str:
        """The text of `recipe.json`."""
        return json.dumps(self.as_dict(), indent=2) + "\n"
