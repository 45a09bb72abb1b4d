"""What can be asked for."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from gendesk.core.sentence import Trouble
from gendesk.ops.restoring.options import Options


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"scale": 2, "width": 10}, "not both"),
        ({"scale": 0}, "scale must lie between"),
        ({"scale": float("nan")}, "scale must lie between"),
        ({"width": 0}, "width must lie between"),
        ({"blend": 1.1}, "blend must lie between 0 and 1, but was given 1.1"),
        ({"grain": -1}, "grain must lie between"),
        ({"tile": 1}, "tile must lie between"),
        ({"quality": 0}, "quality must lie between"),
    ],
)
def test_options_out_of_range(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(Trouble, match=said):
        Options(**wrong).check()


def test_a_window_makes_them_before_numpy_and_torch_are_loaded() -> None:
    code = (
        "import sys, gendesk.ops.restoring.options; "
        "raise SystemExit(bool({'numpy', 'torch'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
