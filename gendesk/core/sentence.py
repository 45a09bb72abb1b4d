"""A sentence for a person: English text with values, translated only where it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

# English text that will be translated where it is shown. What is annotated so must be a literal
# where it is written: `make translations` collects these literals for the translators.
Source: TypeAlias = str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One plain sentence such as ``Sentence("{count} pictures could not be read.", {"count": 3})``.

    `text` is a literal in the source, so that `make translations` finds it; `values` fill its
    braces after translation. Plain data, hence JSON-able and able to cross threads.
    """

    text: Source
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.values)


class Trouble(Exception):
    """What went wrong and what to do about it, in one plain sentence that a person may read.

    Everything else that is raised is a defect of ours; this is how we say that the input, the
    disk or the machine is not as the work needs it.
    """

    def __init__(self, text: Source, /, **values: Any) -> None:
        super().__init__(text, values)
        self.sentence = Sentence(text, values)

    def __str__(self) -> str:
        return str(self.sentence)

    def __reduce__(self) -> tuple[Any, ...]:
        return _revive, (type(self), self.sentence)


def _revive(kind: type[Trouble], sentence: Sentence) -> Trouble:
    return kind(sentence.text, **sentence.values)
