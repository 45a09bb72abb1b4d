"""How fast a step of style transfer is on the CPU: gendesk beside pystiche 1.0.1 as it comes.

    python -m benchmarks.style_speed --pystiche FOLDER --threads 1

FOLDER is where pystiche was installed to (`pip install --no-deps --target FOLDER pystiche==1.0.1`): it
asks torchvision for two tables of addresses that are no longer there, and is given them without any.

A step is the loss and its gradient with respect to a picture of 256 px: content at relu4_2, style by
Gram matrices at relu1_1 to relu5_1, total variation. All have the same VGG-19 (random weights, which
change no speed; or --weights), the same picture, content and style. They take turns in one process; in
every round the order rotates, after one step that is not timed.

- pystiche, as it comes: the `PerceptualLoss` of its documentation. It also computes the gradients of
  the network's weights, which nobody needs.
- pystiche, frozen: the same after `requires_grad_(False)`, which its documentation does not ask for.
- gendesk: `Goal.evaluate`, which a painting calls for each step, in float32 and in the format that it
  chooses here.

"times as fast" is the ratio of the medians on the clock, "spread" that of single rounds. Where other
programs disturb, the ratio of the processor's seconds tells more.

The second table is what the format costs: the loss, by float32, of a short painting in each.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import torch
from torch import Tensor

from gendesk.core.controls import Controls
from gendesk.core.family import Features
from gendesk.core.images import to_uint8
from gendesk.nn.fused import fixed
from gendesk.nn.start import initialise
from gendesk.nn.vgg import VGG19, Vgg, vgg_of
from gendesk.ops.stylizing.features import Extractor
from gendesk.ops.stylizing.goal import Goal, Pattern
from gendesk.ops.stylizing.painting import Style, Subject, paint
from gendesk.ops.stylizing.recipe import PaintingRecipe
from gendesk.ops.stylizing.sight import Sight

Step = Callable[[], object]
Times = list[tuple[float, float]]  # seconds on the clock, and of the processor

STYLE_LAYERS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1")
EXACT = "gendesk, fp32"
PAINTED = 128  # pixels of the paintings


def main() -> None:
    """Measure and print markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pystiche", type=Path, help="where it is; gendesk alone without")
    parser.add_argument("--weights", type=Path, help="of VGG-16 or VGG-19, as safetensors")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--steps", type=int, default=60, help="of the paintings; 0: none")
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    exact = network(asked.weights)
    fixed(exact, half=False)
    ours: dict[str, Features] = {
        EXACT: exact,
        "gendesk": Extractor(network(asked.weights), "benchmark", "cpu"),
    }
    steps: dict[str, Step] = {}
    if asked.pystiche:
        for name, frozen in (("pystiche, as it comes", False), ("pystiche, frozen", True)):
            steps[name] = by_pystiche(asked.pystiche, network(asked.weights), asked.side, frozen)
    steps |= {name: by_gendesk(features, asked.side) for name, features in ours.items()}
    speeds(steps, asked.rounds, f"{asked.side}² px, {asked.threads} threads")
    if asked.steps:
        losses(ours, asked.steps)


def speeds(steps: dict[str, Step], rounds: int, title: str) -> None:
    """Let them take turns, and print how long each took, of the first one's time."""
    names = list(steps)
    taken: dict[str, Times] = {name: [] for name in names}
    for step in steps.values():
        step()
    for turn in range(rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            before, worked = time.perf_counter(), time.process_time()
            steps[name]()
            taken[name].append((time.perf_counter() - before, time.process_time() - worked))
    print(f"\n| {title} | seconds | times as fast | spread | by processor time |")
    print("|---|---|---|---|---|")
    peer = taken[names[0]]
    for name, mine in taken.items():
        single = [a / b for (a, _), (b, _) in zip(peer, mine, strict=True)]
        cells = f"{ratio(peer, mine, 0):.2f} | {min(single):.2f} to {max(single):.2f}"
        seconds = median(clock for clock, _ in mine)
        print(f"| {name} | {seconds:.3f} | {cells} | {ratio(peer, mine, 1):.2f} |", flush=True)


def ratio(peer: Times, mine: Times, which: int) -> float:
    """Of the medians; 0: on the clock, 1: of the processor."""
    return median(t[which] for t in peer) / median(t[which] for t in mine)


def losses(ours: dict[str, Features], steps: int) -> None:
    """Paint in both formats, and print the losses of what came out, by float32."""
    content, style = picture(PAINTED, 0), picture(PAINTED, 1)
    subject, styles = Subject(to_uint8(content)[0]), [Style(to_uint8(style)[0])]
    recipe = PaintingRecipe().changed(size=PAINTED, steps=steps, coarse_to_fine=False)
    goal = goal_of(ours[EXACT], content, style, recipe)
    before = outcome(goal.evaluate(content, recipe)).loss
    print(f"\n| painting of {PAINTED} px, {steps} steps | loss before | after | of float32's |")
    print("|---|---|---|---|")
    exact = 0.0
    for name, features in ours.items():
        painted = outcome(paint(subject, styles, features, recipe, Controls()))
        images = torch.from_numpy(painted).permute(2, 0, 1)[None].float() / 255
        after = outcome(goal.evaluate(images, recipe)).loss
        exact = exact or after
        print(f"| {name} | {before:.4f} | {after:.4f} | {after / exact:.2%} |", flush=True)


def picture(side: int, number: int) -> Tensor:
    """Shades and edges, with some grain: (1, 3, side, side) in [0, 1]."""
    down, across = np.mgrid[:side, :side]
    colours = [0.4, 1.0, 0.7]
    if number:  # another style: slanted, and in other colours
        down, across, colours = across + down, across - down, [1.0, 0.2, 0.4]
    shades = 120 + 60 * np.sin(down / 31 + across / 47)[..., None] * [1.0, 0.8, 0.6]
    edges = 60 * ((down // 23 + across // 37) % 2)[..., None] * colours
    grain = np.random.default_rng(number).normal(0, 8, (side, side, 3))
    pixels = (shades + edges + grain).clip(0, 255) / 255
    return torch.from_numpy(pixels).float().permute(2, 0, 1)[None].contiguous()


def network(weights: Path | None) -> Vgg:
    """The same for everybody."""
    if weights is None:
        return initialise(Vgg(VGG19), torch.Generator().manual_seed(0))
    from safetensors.torch import load_file

    return vgg_of(load_file(weights))


def by_gendesk(features: Features, side: int) -> Step:
    """What a painting does for a step."""
    recipe = PaintingRecipe()
    goal = goal_of(features, picture(side, 0), picture(side, 1), recipe)
    images = picture(side, 0).flip(3)
    return lambda: outcome(goal.evaluate(images, recipe))


def by_pystiche(place: Path, net: Vgg, side: int, frozen: bool) -> Step:
    """The loss of its documentation, and its gradient."""
    import torchvision  # noqa: F401  so that the modules are there

    kinds = [f"vgg{depth}{norm}" for depth in (11, 13, 16, 19) for norm in ("", "_bn")]
    modules: dict[str, Any] = sys.modules
    modules["torchvision.models.alexnet"].model_urls = {"alexnet": ""}
    modules["torchvision.models.vgg"].model_urls = dict.fromkeys(kinds, "")
    sys.path.insert(0, str(place))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the newer torchvision
        from pystiche import enc, loss  # type: ignore[import-not-found]

        kind = "vgg19" if len(net.layers) == 16 else "vgg16"
        encoder = enc.VGGMultiLayerEncoder(kind, pretrained=False)
    encoder.load_state_dict({f"features.{name}": w for name, w in net.state_dict().items()})
    if frozen:
        encoder.requires_grad_(False)
    terms = loss.PerceptualLoss(
        loss.FeatureReconstructionLoss(encoder.extract_encoder("relu4_2")),
        loss.MultiLayerEncodingLoss(
            encoder, STYLE_LAYERS, lambda each, weight: loss.GramLoss(each, score_weight=weight)
        ),
        loss.TotalVariationLoss(),
    )
    terms.set_content_image(picture(side, 0))
    terms.set_style_image(picture(side, 1))
    images = picture(side, 0).flip(3).requires_grad_()

    def step() -> None:
        images.grad = None
        terms(images).backward()

    return step


def goal_of(features: Features, content: Tensor, style: Tensor, recipe: PaintingRecipe) -> Goal:
    """What a painting without masks is compared with."""
    sight = Sight.of(features, recipe, Controls())
    goal: Goal = outcome(Goal.prepare(sight, content, [(None, [Pattern(style, None, 1.0)])]))
    return goal


def outcome(work: Iterator[Any]) -> Any:
    """What work returns at its end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


if __name__ == "__main__":
    main()
