"""Events as a person or a script reads them: progress bars, short lines, or JSON."""

from __future__ import annotations

import json
import math
import os
import sys
import time
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TextIO

import numpy as np
from tqdm import tqdm

from gendesk.core.events import (
    Curves,
    Diagnosed,
    Evaluated,
    Event,
    Looked,
    Paused,
    Phase,
    Preview,
    Progress,
    Resumed,
    Stage,
    Turned,
    Warned,
)
from gendesk.core.sentence import Sentence

LINE_SECONDS = 5.0
_BAR = "{desc} {percentage:3.0f}% {bar} {n_fmt}/{total_fmt}, {remaining} left{postfix}"
tqdm.monitor_interval = 0  # its watching thread is not needed


class Silent:
    """Tells nothing: for the second and further processes of torchrun."""

    def __call__(self, event: Event) -> None: ...

    def close(self) -> None: ...


class Json:
    """One JSON object an event on standard output, as soon as it happens."""

    def __call__(self, event: Event) -> None:
        say_json({"event": type(event).__name__.lower(), **_plain(event)})

    def close(self) -> None: ...


class Bars:
    """A progress bar on standard error, and lines above it for what should stay."""

    def __init__(self, work: str = "Training") -> None:
        self._work = work  # what steps are of
        self._bar: Any = None
        self._title = ""

    def __call__(self, event: Event) -> None:
        match event:
            case Stage(sentence, done, total) if self._title == self._work:
                self._bar.set_postfix_str(f"{sentence} {done}/{total}" if total else str(sentence))
            case Stage(sentence, done, total):
                self._show(str(sentence), total, done, "")
            case Progress(step, total, metrics, rate):
                self._show(self._work, total, step, _told(metrics, rate))
            case _:
                if line := told_in_a_line(event):
                    tqdm.write(line, file=sys.stderr)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _show(self, title: str, total: int, done: int, told: str) -> None:
        if self._bar is None or title != self._title:
            self.close()
            self._title = title
            self._bar = tqdm(
                total=total or None, initial=done, desc=title, file=sys.stderr, leave=False,
                dynamic_ncols=True, miniters=1, bar_format=_BAR if total else "{desc}…",
            )  # fmt: skip
        self._bar.set_postfix_str(told, refresh=False)
        self._bar.update(done - self._bar.n)


class Lines:
    """A line on standard error every few seconds, for logs and pipes."""

    def __init__(self) -> None:
        self._told = -math.inf
        self._stage = ""

    def __call__(self, event: Event) -> None:
        match event:
            case Stage(sentence):
                if str(sentence) != self._stage:
                    self._stage = str(sentence)
                    self._say(self._stage)
            case Progress(step, total, metrics, rate):
                if step == total or time.monotonic() - self._told >= LINE_SECONDS:
                    self._told = time.monotonic()
                    self._say(f"step {step}/{total} · {_told(metrics, rate)}")
            case _:
                if line := told_in_a_line(event):
                    self._say(line)

    def close(self) -> None: ...

    def _say(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)


Teller = Silent | Json | Bars | Lines


def teller(as_json: bool, speaks: bool = True, work: str = "Training") -> Teller:
    """The one that fits where our output goes; `work` is what steps are of."""
    if not speaks:
        return Silent()
    if as_json:
        return Json()
    return Bars(work) if sys.stderr.isatty() else Lines()


def told_in_a_line(event: Event) -> str:
    """What stays on the screen of an event; empty for the others."""
    match event:
        case Warned(sentence):
            return str(sentence)
        case Evaluated(step, metrics):
            return f"step {step} · held out: {figures(metrics)}"
        case Turned(step, name, before, after):
            return f"step {step} · {name} {before} → {after}"
        case Phase(step, part, before, after):
            moved = (f"{k.replace('_', ' ')} {v:.3f} → {after[k]:.3f}" for k, v in before.items())
            return f"step {step} · the {part} alone: {', '.join(moved)}"
        case Diagnosed(step, finding):
            return f"step {step} · {finding.sentence if finding else 'healthy'}"
        case Paused(step, sentence):
            return str(sentence) if sentence else f"step {step} · paused"
        case Resumed(step) if step:
            return f"Going on from step {step}"
    return ""


def figures(metrics: Mapping[str, float]) -> str:
    """ "loss 102.4, kl 7.31": a few significant digits of each."""
    return ", ".join(f"{name.replace('_', ' ')} {value:.4g}" for name, value in metrics.items())


def speaks() -> bool:
    """Whether this process prints and records: of torchrun's processes only the first."""
    return os.environ.get("RANK", "0") == "0"


def say(
    args: Namespace, facts: Mapping[str, Any] | None, text: str, stream: TextIO | None = None
) -> None:
    """A result: `facts` as JSON, unless an event has told them, or `text` on `stream`.

    The stream is standard output where none is given.
    """
    if not args.json:
        print(text, file=stream or sys.stdout, flush=True)
    elif facts is not None:
        say_json(facts)


def say_json(result: Mapping[str, Any]) -> None:
    """One JSON object on a line of standard output."""
    print(json.dumps(_finite(result), default=_jsonable, ensure_ascii=False), flush=True)


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Columns aligned to the left; the last one as wide as it is."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    widths[-1] = 0
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _told(metrics: Mapping[str, float], rate: float) -> str:
    """As many figures as fit on a line, and the speed."""
    first = figures(dict(list(metrics.items())[:3]))
    return f"{first}, {rate:,.0f} pictures/s" if rate else first


def _plain(event: Event) -> dict[str, Any]:
    """An event as JSON-able data; of pictures and curves only how large they are."""
    match event:
        case Preview(kind, step, picture):
            return {"kind": kind, "step": step, "shape": list(picture.shape)}
        case Looked(step, scores, kinds, figures):
            mean = {name: float(np.mean(each)) for name, each in scores.items()}
            drawn = {kind.name: kind.drawn for kind in kinds}
            return {"step": step, "scores": mean, "kinds": drawn, "figures": dict(figures)}
        case Curves(points):
            return {"points": {name: len(steps) for name, (steps, _) in points.items()}}
        case Diagnosed(step, finding) if finding:
            found = asdict(finding) | {"sentence": str(finding.sentence)}
            return {"step": step, "finding": found}
    return {field.name: getattr(event, field.name) for field in fields(event)}


def _finite(value: Any) -> Any:
    """NaN and infinity, which JSON does not know, become null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return value


def _jsonable(value: Any) -> Any:
    if isinstance(value, Sentence | Path):
        return str(value)
    if isinstance(value, np.generic | np.ndarray):
        return value.tolist()
    return str(value)
