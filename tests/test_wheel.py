"""What is installed from a wheel has all that the checkout has."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_a_wheel_carries_resources_and_models(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    for source, target in (("resources", "_resources"), ("models", "_models")):
        files = [p for p in (ROOT / source).rglob("*") if p.is_file() and p.name[0] != "."]
        assert files
        missing = {f"gendesk/{target}/{p.relative_to(ROOT / source).as_posix()}" for p in files}
        assert missing <= packed, missing - packed
    assert "gendesk/__main__.py" in packed
    assert not any("tests/" in name or name.startswith("resources/") for name in packed)
