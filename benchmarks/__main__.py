"""Run every benchmark in turn, each as its own process with its default settings (about 40 minutes).

python -m benchmarks [NAME ...]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """The command; 1 where a benchmark failed."""
    here = Path(__file__).parent
    names = sys.argv[1:] or sorted(p.stem for p in here.glob("[a-z]*.py"))
    failed = [name for name in names if _run(name)]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return bool(failed)


def _run(name: str) -> int:
    print(f"\n== {name}", flush=True)
    return subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
