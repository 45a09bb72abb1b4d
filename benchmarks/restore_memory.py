"""How much memory it takes to enlarge a picture of 100 megapixels twice, from file to file.

    python -m benchmarks.restore_memory

The picture is synthetic; it is read, enlarged and written as the batch does it, in a process of its
own. What counts is the largest resident size (VmHWM) above that after the imports and the opening of
the model, mapped files included: pages of a mapped file can go to the disk at any time, and count
all the same.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

SIZE = (11_600, 8_640)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--model", default="", help="an upscaler (default: an untrained one)")
    parser.add_argument("--size", type=int, nargs=2, default=SIZE, metavar=("WIDTH", "HEIGHT"))
    parser.add_argument("--format", default="png", choices=("png", "tiff", "jpeg"))
    parser.add_argument("--scale", type=float, default=2.0)
    parser.add_argument("--tile", type=int)
    parser.add_argument("--in", dest="folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder:
        return _measure(options)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _make(folder / "large.png", *options.size)
        environment = os.environ | {"GENDESK_HOME": str(folder / "home")}
        command = [sys.executable, "-m", "benchmarks.restore_memory", *sys.argv[1:]]
        subprocess.run([*command, "--in", str(folder)], env=environment, check=True)
    return None


def _make(path: Path, width: int, height: int) -> None:
    """Soft shapes with some noise, which no format packs to nothing."""
    import pyvips

    y, x = np.mgrid[:height:8, :width:8].astype(np.float32)
    planes = [127 + 60 * np.sin(x / (90 + 9 * c)) + 60 * np.cos(y / (70 + 7 * c)) for c in range(3)]
    small = pyvips.Image.new_from_array(np.stack(planes, 2)).resize(8, kernel="linear")
    noise = pyvips.Image.gaussnoise(width, height, sigma=3)
    (small.crop(0, 0, width, height) + noise).cast("uchar").copy(
        interpretation="srgb"
    ).write_to_file(str(path), compression=1)


def _measure(options: argparse.Namespace) -> None:
    from benchmarks.batch_kills import opened, untrained_model
    from gendesk.core.controls import Controls
    from gendesk.core.events import Stage, Warned
    from gendesk.ops.restoring.batch import restore
    from gendesk.ops.restoring.options import Options

    model = options.model or untrained_model("small", scale=2, width=16, blocks=1)
    restorer = opened(model)
    gc.collect()
    before, peak_before = _status("VmRSS"), _status("VmHWM")
    chosen = Options(scale=options.scale, tile=options.tile, format=options.format)
    since, told = time.monotonic(), ""
    for event in restore(
        [options.folder / "large.png"], restorer, options.folder / "out", chosen, Controls()
    ):
        if isinstance(event, Warned):
            raise SystemExit(str(event.sentence))
        if isinstance(event, Stage) and str(event.sentence) != told:
            told = str(event.sentence)
            print(f"  {told} at {time.monotonic() - since:.0f} s: {_above(before)}", flush=True)
    (written,) = (options.folder / "out").glob("large.*")
    width, height = options.size
    print(
        f"{width} × {height} ({width * height / 1e6:.0f} megapixels) ×{options.scale:g} to "
        f"{options.format} with {model}: {_above(before)} at most, in "
        f"{time.monotonic() - since:.0f} s; {written.stat().st_size / 1e6:.0f} MB written. "
        f"Resident before: {before / 1e9:.2f} GB, at most {peak_before / 1e9:.2f} GB."
    )


def _above(before: int) -> str:
    return f"{(_status('VmHWM') - before) / 1e9:.2f} GB above the import"


def _status(name: str) -> int:
    """A figure of this process in bytes, from the kernel."""
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith(name):
            return int(line.split()[1]) * 1024
    raise LookupError(name)


if __name__ == "__main__":
    sys.exit(main())
