"""Progressive growing, MSG-GAN and StyleGAN2 on a collection of one's own: 130 faces of emoji at 64 px.

    npm pack emoji-datasource-twitter && tar xzf emoji-datasource-twitter-*.tgz
    python -m benchmarks.gan_families --emoji package --out FOLDER --steps 3000
    python -m benchmarks.gan_families --emoji package --out FOLDER --report

The pictures are Twemoji's (CC BY 4.0), on white. Each family has its own defaults but for what a
small collection needs: DiffAugment, flips, and for StyleGAN2 a mapping of 4 layers. Trainings are run
folders in FOLDER, as `gendesk train` makes them: what was interrupted goes on. The report
compares the Fréchet distance at step 100 with the last one, by the features that the training
measures itself by, and lays samples of all families beside real pictures.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

import gendesk.families  # noqa: F401  registers the recipes
from gendesk.ops.pictures import sample
from gendesk.runs.trained import open_trained

SIDE, BATCH, SHOWN, EARLY = 64, 32, 8, 100
SETTINGS: Mapping[str, Mapping[str, object]] = {
    "progressive": {}, "msg_gan": {}, "stylegan": {"depth": 4, "latent": 128},
}  # fmt: skip
BAR = 0.6  # of the distance at step 100, to be gone at the end


def faces(package: Path, folder: Path) -> int:
    """Copy the package's faces at 64 px, and say how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    about = json.loads((package / "emoji.json").read_bytes())
    chosen = [
        each for each in about
        if each["category"] == "Smileys & Emotion"
        and each["subcategory"] not in ("heart", "emotion")
        and each["has_img_twitter"]
    ]  # fmt: skip
    for each in chosen:
        picture = package / "img" / "twitter" / str(SIDE) / each["image"]
        shutil.copy(picture, folder / f"{each['short_name']}.png")
    return len(chosen)


def train(family: str, pictures: Path, out: Path, steps: int) -> None:
    """Train up to `steps`, or go on."""
    run = out / family
    if (run / "recipe.json").exists():
        what: list[str] = [str(run), "--steps", str(steps)]
    else:
        knobs = {
            "size": SIDE, "batch_size": BATCH, "augment": "diff", "flip": True, "steps": steps,
            "preview_every": EARLY, **SETTINGS[family],
        }  # fmt: skip
        if family == "progressive":
            # Grown up after two thirds, as in `suited`.
            knobs["phase"] = max(1, 2 * steps // (3 * 9))
        what = [family, "--data", f"folder:{pictures}", "--out", str(run)]
        what += [each for name, value in knobs.items() for each in ("--set", f"{name}={value}")]
    command = [sys.executable, "-m", "gendesk", "train", *what, "--device", "cpu"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def distances(run: Path) -> list[tuple[int, float]]:
    """(step, Fréchet distance) wherever the training looked."""
    rows = (json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines())
    return [(row["step"], row["texture/frechet"]) for row in rows if "texture/frechet" in row]


def report(pictures: Path, out: Path, families: Sequence[str]) -> bool:
    """Print the table and write the grid; whether all distances fell far enough."""
    real = sorted(pictures.glob("*.png"))[:: max(1, len(list(pictures.glob("*.png"))) // SHOWN)]
    rows = [np.concatenate([_on_white(path) for path in real[:SHOWN]], 1)]
    held = True
    print(
        "| family | steps | Fréchet at step 100 | at the end | fallen by |\n|---|---:|---:|---:|---:|"
    )
    for family in families:
        found = distances(out / family)
        early = next(value for step, value in found if step >= EARLY)
        last, end = found[-1]
        held &= 1 - end / early >= BAR
        print(f"| {family} | {last:,} | {early:.1f} | {end:.1f} | {1 - end / early:.0%} |")
        drawn = sample(open_trained(str(out / family)).learner(), 2 * SHOWN, seed=1)
        rows += [np.concatenate(list(row), 1) for row in np.split(drawn, 2)]
    grid = np.concatenate(rows)
    Image.fromarray(grid).save(out / "families.png")
    print(f"\n{out / 'families.png'}: real pictures, then two rows of each family.")
    return held


def _on_white(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        white = Image.new("RGBA", image.size, "white")
        return np.asarray(Image.alpha_composite(white, image.convert("RGBA")).convert("RGB"))


def main() -> int:
    """The command."""
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--emoji", type=Path, required=True, help="the unpacked package")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--families", nargs="+", choices=SETTINGS, default=list(SETTINGS))
    parser.add_argument("--report", action="store_true", help="of what has been trained")
    options = parser.parse_args()
    os.environ["CUDA_VISIBLE_DEVICES"] = ""
    pictures = options.out.resolve() / "faces"
    print(f"{faces(options.emoji, pictures)} pictures, batches of {BATCH}.\n")
    if not options.report:
        for family in options.families:
            train(family, pictures, options.out, options.steps)
    return int(not report(pictures, options.out, options.families))


if __name__ == "__main__":
    sys.exit(main())
