"""How good the models that restore are: beside a cubic, DAT-light and BM3D, on photographs new to them.

    python -m benchmarks.restore_quality --dat DAT_light_x2.pth

Two sets of photographs that no model has learnt from are measured: the five in colour that come with
scikit-image, the middle square (`--side` pixels) of each, so that slow contenders end today; and the two
that come with scikit-learn, a square from the left and one from the right of each. Every contender
gets the same small or noisy picture; the contenders take turns on each picture.

- Upscaling: the square is scaled down by an antialiased cubic (a = -0.5) and rounded to 8 bits. PSNR
  and SSIM are of the luma (BT.601), `scale` pixels of the border left out, as super-resolution is
  commonly compared; every result is rounded to 8 bits first. DAT-light (Chen 2023) runs through
  spandrel as it comes, in float32.
- Denoising: Gaussian noise from a fixed seed, not clamped; PSNR over all three channels. BM3D is
  `bm3d_rgb` of the package bm3d, given the true σ, as our model is.

Ours is measured as it is used by default and, as "thorough", from all eight sides.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from gendesk.data import degradations
from gendesk.nn import fidelity
from gendesk.ops.restoring.restorers import open_restorer
from gendesk.ops.stylizing.sight import finished

Floats = NDArray[np.float32]
Contender = Callable[[Floats], Floats]
SIGMAS = (15, 25, 50)


def main() -> None:
    """Measure what was asked for and print markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dat", type=Path, help="weights of DAT-light ×2; left out without")
    parser.add_argument("--models", nargs="*", default=["upscale-x2", "upscale-x4", "denoise"])
    parser.add_argument("--side", type=int, default=384)
    parser.add_argument("--pictures", type=int, default=100)
    asked = parser.parse_args()
    sets = {"scikit-image": everybodys(asked.side), "scikit-learn": learners(asked.side)}
    for title, squares in sets.items():
        threads = torch.get_num_threads()
        print(f"## {title}: {len(squares)} squares of up to {asked.side} px, {threads} threads\n")
        for name in asked.models:
            model = finished(open_restorer(name))
            if model.levels is None:
                dat = asked.dat if model.scale == 2 else None
                upscaling(name, model, squares[: asked.pictures], dat)
            else:
                denoising(name, model, squares[: asked.pictures])


def learners(side: int) -> list[Floats]:
    """Squares from both ends of scikit-learn's two photographs."""
    from sklearn.datasets import load_sample_images

    found = []
    for photograph in map(Image.fromarray, load_sample_images().images):
        width, height = photograph.size
        most = min(side, width // 2, height)
        ends = (photograph.crop((left, 0, left + most, height)) for left in (0, width - most))
        found += [middle(end, side) for end in ends]
    return found


def everybodys(side: int) -> list[Floats]:
    """The middle squares of scikit-image's photographs in colour."""
    from skimage import data

    left, _, _ = data.stereo_motorcycle()
    photographs = [data.astronaut(), data.chelsea(), data.coffee(), left, data.rocket()]
    return [middle(Image.fromarray(photograph), side) for photograph in photographs]


def middle(picture: Image.Image, side: int) -> Floats:
    """Its middle square of at most `side` pixels, (H, W, 3) in [0, 1]."""
    most = min(side, picture.width, picture.height) // 12 * 12  # of every scale and stride
    left, top = (picture.width - most) // 2, (picture.height - most) // 2
    return np.asarray(picture.crop((left, top, left + most, top + most)), np.float32) / 255


def upscaling(name: str, model: Any, squares: list[Floats], dat: Path | None) -> None:
    """One table: our model, the cubic and DAT-light, all on the same small pictures."""
    scale = model.scale
    contenders: dict[str, Contender] = {
        "cubic": lambda small: array(degradations.enlarged(tensor(small), scale)),
        name: lambda small: model.run(small, 0.0),
        f"{name}, thorough": lambda small: model.thorough.run(small, 0.0),
    }
    if dat is not None:
        contenders["DAT-light"] = spandrel(dat)
    found: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for square in squares:
        small = array(degradations.shrunk(tensor(square), scale))
        for contender, run in contenders.items():
            result, seconds = timed(run, small)
            a, b = luma(result, scale), luma(square, scale)
            found[contender].append(
                (float(fidelity.psnr(a, b)), float(fidelity.ssim(a, b)), seconds)
            )
    print(f"| ×{scale} | PSNR (Y) | over the cubic | SSIM (Y) | seconds | {name} is faster by |")
    print("|---|---:|---:|---:|---:|---:|")
    for contender, rows in found.items():
        gain = mean(row[0] for row in rows) - mean(row[0] for row in found["cubic"])
        tell(
            contender, rows, [f"{gain:+.2f} dB", f"{mean(row[1] for row in rows):.4f}"], found[name]
        )
    print()


def denoising(name: str, model: Any, squares: list[Floats]) -> None:
    """One table: our model and BM3D, at three strengths, on the same noisy pictures."""
    from bm3d import bm3d_rgb

    print(f"| σ | contender | PSNR | over BM3D | seconds | {name} is faster by |")
    print("|---|---|---:|---:|---:|---:|")
    for sigma in SIGMAS:
        contenders: dict[str, Contender] = {
            name: lambda noisy, sigma=sigma: model.run(noisy, float(sigma)),
            f"{name}, thorough": lambda noisy, sigma=sigma: model.thorough.run(noisy, float(sigma)),
            "BM3D": lambda noisy, sigma=sigma: bm3d_rgb(noisy, sigma / 255).astype(np.float32),
        }
        found: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
        for i, square in enumerate(squares):
            noise = np.random.default_rng(i).standard_normal(square.shape).astype(np.float32)
            noisy = square + noise * (sigma / 255)
            for contender, run in contenders.items():
                result, seconds = timed(run, noisy)
                psnr = float(fidelity.psnr(rounded(result), tensor(square)))
                found[contender].append((psnr, 0.0, seconds))
        for contender, rows in found.items():
            gain = mean(row[0] for row in rows) - mean(row[0] for row in found["BM3D"])
            tell(f"{sigma} | {contender}", rows, [f"{gain:+.2f} dB"], found[name])


def tell(contender: str, rows: list[Any], columns: list[str], ours: list[Any]) -> None:
    """A row of a table: mean PSNR, the columns, the median time and its ratio to ours."""
    ratios = [theirs[2] / mine[2] for theirs, mine in zip(rows, ours, strict=True)]
    spread = f"{median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f})×"
    middle = " | ".join(columns)
    psnr, seconds = mean(row[0] for row in rows), median(row[2] for row in rows)
    print(f"| {contender} | {psnr:.2f} | {middle} | {seconds:.3f} | {spread} |", flush=True)


def spandrel(weights: Path) -> Contender:
    """A community model as its users run it."""
    from spandrel import ModelLoader

    net = ModelLoader().load_from_file(weights).eval()

    def run(small: Floats) -> Floats:
        with torch.inference_mode():
            return array(net(tensor(small)))

    return run


def timed(run: Contender, given: Floats) -> tuple[Floats, float]:
    """What a contender makes of it, and the faster of its seconds where it is quick to repeat."""
    start = time.perf_counter()
    result = run(given)
    seconds = time.perf_counter() - start
    if seconds < 1:
        start = time.perf_counter()
        run(given)
        seconds = min(seconds, time.perf_counter() - start)
    return result, seconds


def luma(picture: Floats, border: int) -> torch.Tensor:
    """Its luma after rounding to 8 bits, without the border."""
    return fidelity.luma(rounded(picture))[:, :, border:-border, border:-border]


def rounded(picture: Floats) -> torch.Tensor:
    """Clamped and rounded to 8 bits, (1, C, H, W)."""
    return tensor(picture).clamp(0, 1).mul(255).round().div(255)


def tensor(picture: Floats) -> torch.Tensor:
    """(H, W, C) → (1, C, H, W)."""
    return torch.from_numpy(np.ascontiguousarray(picture)).permute(2, 0, 1)[None]


def array(images: torch.Tensor) -> Floats:
    """(1, C, H, W) → (H, W, C)."""
    found: Floats = images[0].permute(1, 2, 0).float().numpy()
    return found


if __name__ == "__main__":
    main()
