"""Rows survive whatever a crash does to a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gendesk.runs import rows


def write(path: Path, *found: dict[str, object]) -> Path:
    with path.open("ab") as file:
        file.writelines(rows.encode(row) for row in found)
    return path


def test_curves_leave_torn_lines_and_garbage_out(tmp_path: Path) -> None:
    path = write(tmp_path / "m.jsonl", {"step": 1, "loss": 3.0}, {"step": 2, "loss": 2.5})
    with path.open("ab") as file:
        file.write(b"\0\0\0\n{\xff\n[1]\n7\n[[[[[[\n{}\n")
        file.write(b'{"step":"x","loss":1}\n{"step":3,"loss":"high"}\n{"step":1e99,"loss":1}\n')
    write(path, {"step": 4, "loss": 1, "kl": None})
    with path.open("ab") as file:
        file.write(b'{"step": 5, "lo')
    curves = rows.collect(rows.Tail(path).more())
    assert curves["loss"][0].tolist() == [1, 2, 4]
    assert curves["loss"][1].tolist() == [3.0, 2.5, 1.0]
    assert curves["kl"][0].dtype == np.int64 and curves["kl"][1].dtype == np.float64
    assert np.isnan(curves["kl"][1]).tolist() == [True]


def test_where_steps_repeat_the_last_value_counts(tmp_path: Path) -> None:
    again = [{"step": s, "loss": v} for s, v in ((1, 1.0), (2, 2.0), (3, 3.0), (2, 20.0))]
    steps, values = rows.collect(rows.Tail(write(tmp_path / "m.jsonl", *again)).more())["loss"]
    assert steps.tolist() == [1, 2, 3]
    assert values.tolist() == [1.0, 20.0, 3.0]


def test_a_tail_reads_on_and_waits_for_the_end_of_a_line(tmp_path: Path) -> None:
    path = write(tmp_path / "m.jsonl", {"step": 1})
    tail = rows.Tail(path)
    assert [row for some in tail.more() for row in some] == [{"step": 1}]
    with path.open("ab") as file:
        file.write(b'{"step"')
    assert list(tail.more()) == []
    with path.open("ab") as file:
        file.write(b":2}\n")
    assert list(tail.more()) == [[{"step": 2}]]
    assert not tail.replaced()
    path.write_bytes(b'{"step":1}\n')
    assert tail.replaced()


def test_many_rows_come_in_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "_CHUNK", 64)
    path = write(tmp_path / "m.jsonl", *({"step": i, "loss": i / 2} for i in range(100)))
    with path.open("ab") as file:
        file.write(b"\0" * 200)
    steps, values = rows.collect(rows.Tail(path).more())["loss"]
    assert steps.tolist() == list(range(100))
    assert values[-1] == 49.5


def test_the_last_rows_are_read_from_the_end(tmp_path: Path) -> None:
    path = write(tmp_path / "m.jsonl", *({"step": i} for i in range(1000)))
    assert [row["step"] for row in rows.read_last(path, 64)] == [996, 997, 998, 999]
    assert len(rows.read_last(path, 1 << 20)) == 1000
    assert rows.read_last(tmp_path / "none") == []
