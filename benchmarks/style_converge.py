"""Whether paintings that begin with noise arrive: the style loss after 300 steps, over all sample pairs.

    python -m benchmarks.style_converge [--features texture|vgg19|FILE] [--size 256] [--steps 300]

Every sample content is painted in every sample style with the default weights, at one scale, from
noise. What counts is the style loss as it is weighed, at the last step as a share of the first's, which
is that of the noise itself. Exits with 1 where a pair falls by less than 95%.
"""

from __future__ import annotations

import argparse
import sys

from gendesk.core.controls import Controls
from gendesk.core.events import Progress
from gendesk.core.family import Features
from gendesk.ops.stylizing import samples
from gendesk.ops.stylizing.features import open_features
from gendesk.ops.stylizing.files import open_style, open_subject
from gendesk.ops.stylizing.painting import Style, Subject, paint
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sight import finished

_BAR = 0.95


def main() -> int:
    """Paint all pairs and print a markdown table; 1 where one does not arrive."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--features", default="texture")
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--optimizer", default="adam", choices=("adam", "lbfgs"))
    asked = parser.parse_args()
    features = finished(open_features(asked.features))
    recipe = PaintingRecipe().changed(
        size=asked.size, steps=asked.steps, optimizer=asked.optimizer, init="noise",
        coarse_to_fine=False, content_weight=0.05,
        preview_every=1_000_000,
    )  # fmt: skip
    print(
        "| content, style | style loss of the noise | at the end | falls by |\n|---|---:|---:|---:|"
    )
    falls = []
    for content in samples.contents():
        subject = Subject(open_subject(content.path)[0])
        for style in samples.styles():
            first, last = losses(subject, Style(open_style(style.path)[0]), features, recipe)
            falls.append(1 - last / first)
            names = f"{content.path.stem}, {style.path.stem}"
            print(f"| {names} | {first:.3f} | {last:.4f} | {falls[-1]:.1%} |", flush=True)
    print(f"| least | | | {min(falls):.1%} |")
    return int(min(falls) < _BAR)


def losses(
    subject: Subject, style: Style, features: Features, recipe: PaintingRecipe
) -> tuple[float, float]:
    """The style loss at the first step, before anything has moved, and at the last."""
    found = [
        event.metrics["style"]
        for event in paint(subject, [style], features, recipe, Controls())
        if isinstance(event, Progress)
    ]
    return found[0], found[-1]


if __name__ == "__main__":
    sys.exit(main())
