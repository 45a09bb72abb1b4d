"""What was seen of a GAN's pictures, as rows of a run's `looks.jsonl`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from gendesk.core.events import Kind, Looked
from gendesk.runs import rows
from gendesk.runs.rows import Row


def row(seen: Looked) -> Row:
    """A row for what was seen, some kilobytes long; scores keep four decimals."""
    return {
        "step": seen.step,
        "time": round(time.time(), 3),
        "figures": dict(seen.figures),
        "kinds": [[kind.name, kind.drawn, kind.wanted] for kind in seen.kinds],
        "scores": {
            name: np.round(values.astype(np.float64), 4).tolist()
            for name, values in seen.scores.items()
        },
    }


def looked(row: Row) -> Looked | None:
    """What a row tells; None where it is none of ours."""
    try:
        scores = {name: np.array(each, np.float32) for name, each in row["scores"].items()}
        kinds = tuple(
            Kind(str(n), float(drawn), float(wanted)) for n, drawn, wanted in row["kinds"]
        )
        return Looked(int(row["step"]), scores, kinds, dict(row["figures"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def read(path: Path) -> Iterator[Looked]:
    """All that a file holds, oldest first; nothing where there is no file."""
    for some in rows.Tail(path).more():
        for each in some:
            if seen := looked(each):
                yield seen
