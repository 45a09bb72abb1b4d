"""How well the texture encoder that ships stands in for the network that taught it.

    python -m benchmarks.style_quality --teacher vgg16.safetensors --out FOLDER

Six of the sample pairs are painted at 256 px from the content: once compared by the teacher, once by the
encoder, with the same recipe and number of steps. The teacher judges both: the style loss (squared
difference of Gram matrices as a share of the style's, summed over relu1_1 … relu4_1) and the content
loss (squared difference of activations at relu4_1 as a share of the content's).

- "removed": of the style loss that painting by the teacher removes, how much painting by the encoder does.
- "content": the encoder's content loss beside the teacher's.
- "faster": the teacher's processor time for a step over the encoder's, medians over all steps of both.

The pictures go to FOLDER: content, style, by the teacher, by the encoder, side by side.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import mean, median

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from gendesk.core.controls import Controls
from gendesk.core.events import Progress
from gendesk.core.family import Features
from gendesk.core.images import Picture
from gendesk.nn.style import Moments, content_loss, gram_loss
from gendesk.ops.stylizing import samples
from gendesk.ops.stylizing.features import open_features
from gendesk.ops.stylizing.files import open_style, open_subject
from gendesk.ops.stylizing.painting import Style, Subject, paint
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sight import finished
from gendesk.ops.stylizing.subject import as_image, style_at, subject_at

LAYERS = ["relu1_1", "relu2_1", "relu3_1", "relu4_1"]
SIDE, PAIRS = 256, 6


def main() -> None:
    """Paint the pairs and print a markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--student", default="texture")
    parser.add_argument("--steps", type=int, default=150)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--style-weight", type=float, default=PaintingRecipe.style_weight)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    teacher = finished(open_features(asked.teacher))
    student = finished(open_features(asked.student))
    recipe = PaintingRecipe().changed(
        size=SIDE, steps=asked.steps, coarse_to_fine=False, content_layer="relu4_1",
        style_layers=",".join(LAYERS), style_weight=asked.style_weight, content_weight=0.05,
        preview_every=1_000_000,
    )  # fmt: skip
    print("| content, style | removed | content | faster |\n|---|---:|---:|---:|")
    rows = []
    for content, style in pairs(asked.pairs):
        rows.append(row(content, style, teacher, student, recipe, asked.out))
        name = f"{content.stem}, {style.stem}"
        print(
            f"| {name} | {rows[-1][0]:.1%} | {rows[-1][1]:+.1%} | {rows[-1][2]:.2f}× |", flush=True
        )
    columns = list(zip(*rows, strict=True))
    print(
        f"| mean | {mean(columns[0]):.1%} | {mean(columns[1]):+.1%} | {median(columns[2]):.2f}× |"
    )


def pairs(count: int) -> list[tuple[Path, Path]]:
    """Each style once, with the contents in turn."""
    contents, styles = samples.contents(), samples.styles()
    return [(contents[i % len(contents)].path, style.path) for i, style in enumerate(styles)][
        :count
    ]


def row(
    content: Path, style: Path, teacher: Features, student: Features, recipe: PaintingRecipe,
    out: Path | None,
) -> tuple[float, float, float]:  # fmt: skip
    """Share of the style loss removed, content loss beside the teacher's, times faster."""
    subject, pattern = Subject(open_subject(content)[0]), Style(open_style(style)[0])
    goal, strokes = subject_at(subject.pixels, SIDE), style_at(pattern.pixels, SIDE)
    before, _ = judged(teacher, goal, goal, strokes)
    found: list[tuple[float, float, float]] = []
    pictures = [goal, strokes]
    for features in (teacher, student):
        picture, seconds = painted(subject, pattern, features, recipe)
        pictures.append(as_image(picture))
        found.append((*judged(teacher, pictures[-1], goal, strokes), seconds))
    if out is not None:
        save(out / f"{content.stem}-{style.stem}.png", pictures)
    (by_teacher, its_content, its_time), (by_student, own_content, own_time) = found
    removed = (before - by_student) / (before - by_teacher)
    return removed, own_content / its_content - 1, its_time / own_time


def painted(
    subject: Subject, style: Style, features: Features, recipe: PaintingRecipe
) -> tuple[Picture, float]:
    """The painting, and the median processor time of a step in seconds."""
    work = paint(subject, [style], features, recipe, Controls())
    times, last = [], time.process_time()
    while True:
        try:
            event = next(work)
        except StopIteration as end:
            return end.value, median(times)
        if isinstance(event, Progress):
            times.append(time.process_time() - last)
        last = time.process_time()


def judged(
    teacher: Features, picture: Tensor, content: Tensor, style: Tensor
) -> tuple[float, float]:
    """The style and the content loss of a picture, as the teacher sees them."""
    with torch.no_grad():
        own, wanted, kept = (teacher.features(x, LAYERS) for x in (picture, style, content))
    losses = [gram_loss(Moments.of(a), Moments.of(b)) for a, b in zip(own, wanted, strict=True)]
    return float(torch.stack(losses).sum()), float(content_loss(own[-1], kept[-1]))


def save(path: Path, pictures: list[Tensor]) -> None:
    """Side by side, each as tall as the first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shown = [
        Image.fromarray((x[0].permute(1, 2, 0).clamp(0, 1) * 255).round().byte().numpy())
        for x in pictures
    ]
    tall = shown[0].height
    scaled = [p.resize((round(p.width * tall / p.height), tall)) for p in shown]
    Image.fromarray(np.concatenate([np.asarray(p) for p in scaled], axis=1)).save(path)


if __name__ == "__main__":
    main()
