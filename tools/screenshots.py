"""Takes the pictures of the window that the README shows, of a real run.

python tools/screenshots.py RUN
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from gendesk.runs.folder import Run

DOCS = Path(__file__).resolve().parent.parent / "docs"
SHOTS = (
    ("run-dark.png", "dark", "samples"),
    ("run-light.png", "light", "manifold"),
    ("latent-dark.png", "dark", "latent"),
    ("restore-dark.png", "dark", "restore"),
    ("style-dark.png", "dark", "style"),
)


def main() -> None:
    """One process for each picture, as an application has one window."""
    run = Run.open(sys.argv[1])
    DOCS.mkdir(exist_ok=True)
    for name, theme, kind in SHOTS:
        code = (
            "from pathlib import Path; from gendesk.ui.app import picture;"
            f"picture(Path({str(DOCS / name)!r}), Path({str(run.folder)!r}),"
            f" theme={theme!r}, kind={kind!r})"
        )
        subprocess.run(
            [sys.executable, "-c", code], check=True, env=os.environ | {"QT_SCALE_FACTOR": "1"}
        )
        print(DOCS / name)


if __name__ == "__main__":
    main()
