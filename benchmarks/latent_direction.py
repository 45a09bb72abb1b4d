"""Does a direction learnt from two groups of pictures change what a classifier sees, and little else?

    python -m benchmarks.latent_direction RUN --data ROOT

RUN is a model or run that encodes MNIST at 28 px, ROOT holds `MNIST/raw` as torchvision unpacks it. For
each of the 90 pairs of digits, 200 training pictures of each give a direction from the one to the other.
Of 40 test pictures of the first, those whose reconstruction the classifier gets right are moved by strength 1
(from the mean of the one group to the other's) and by 1.5; counted is how many are then seen as the second digit,
and how many as another than before.

"Kept": what a direction should leave alone. Each picture's slant (the shear of its second moments) and
weight (its mean brightness) are compared before and after, as a correlation over the pictures of a pair;
and how far it went is the mean squared error to where it was, as a share of that to other pictures of the
digit that it becomes. The classifier, a support vector machine on 50 principal components of pixels, is trained
first.

Two ways are compared: the difference of the means, which is what gendesk uses, and a linear separator
(logistic regression), as long as makes its projection go from mean to mean.
"""

from __future__ import annotations

import argparse
import os
from itertools import permutations

import numpy as np
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.svm import SVC

from benchmarks.loader import machine
from benchmarks.vae_mnist import opened
from gendesk.data import Dataset
from gendesk.ops.latent.directions import Direction, between
from gendesk.ops.latent.point import Point, Values
from gendesk.ops.latent.space import Space
from gendesk.runs.trained import open_trained

LEARNT, UNSEEN = 200, 40
BAR = 0.8
WAYS, STRENGTHS = ("means", "separator"), (1.0, 1.5)


def direction(way: str, without: Values, having: Values) -> Direction:
    """From one group to the other."""
    found = between(without, having, way)
    if way == "means":
        return found
    codes = np.concatenate([without, having])
    labels = np.repeat([0, 1], [len(without), len(having)])
    normal = LogisticRegression(C=0.1, max_iter=500).fit(codes, labels).coef_[0]
    gap = float(found.values @ normal) / float(normal @ normal)
    return Direction(way, (gap * normal).astype(np.float32))


def classifier(dataset: Dataset) -> Pipeline:
    """A support vector machine, which is trained in seconds and knows nothing of the model."""
    some, labels = dataset.train[:10_000], dataset.labels
    judge = make_pipeline(PCA(50, random_state=0), SVC(C=10))
    judge.fit(_flat(dataset.pictures[some]), labels[some])
    test = dataset.held_out[:2000]
    right = judge.score(_flat(dataset.pictures[test]), labels[test])
    print(f"The classifier is right about {right:.1%} of the test digits.", flush=True)
    return judge


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("run", metavar="RUN")
    parser.add_argument("--data", required=True, metavar="ROOT")
    options = parser.parse_args()
    os.environ["GENDESK_DATA"] = options.data
    print(machine())
    space = Space(open_trained(options.run), options.run)
    dataset = opened(options.data)
    assert dataset.labels is not None
    judge = classifier(dataset)
    learnt, unseen = {}, {}
    for digit in range(10):
        of_it = dataset.labels == digit
        some = dataset.train[of_it[dataset.train]][:LEARNT]
        learnt[digit] = space.encode(dataset.pictures[some], dataset.labels[some]).means
        some = dataset.held_out[of_it[dataset.held_out]][:UNSEEN]
        unseen[digit] = space.encode(dataset.pictures[some], dataset.labels[some]).means
    print(
        "\n| direction by | strength | seen as the other digit | as any other | slant | weight | went |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|")
    pairs = list(permutations(range(10), 2))
    for way in WAYS:
        found = {(a, b): direction(way, learnt[a], learnt[b]) for a, b in pairs}
        for strength in STRENGTHS:
            rows = [
                _pair(space, judge, strength * found[a, b].values, unseen[a], unseen[b], (a, b))
                for a, b in pairs
            ]
            mean = np.nanmean(rows, axis=0)
            cells = [f"{mean[0]:.1%}", f"{mean[1]:.1%}", *(f"{value:.2f}" for value in mean[2:])]
            print(f"| {way} | {strength} | {' | '.join(cells)} |", flush=True)
            worst = sorted((row[1], f"{a}→{b}") for row, (a, b) in zip(rows, pairs, strict=True))
            print(f"| | fewest changed | {worst[0][1]} | {worst[0][0]:.0%} (bar {BAR:.0%}) | | | |")


def _pair(
    space: Space,
    judge: Pipeline,
    step: Values,
    codes: Values,
    others: Values,
    digits: tuple[int, int],
) -> list[float]:
    before = space.decoded([Point(code) for code in codes])
    right = _answers(judge, before) == digits[0]
    after = space.decode(codes[right] + step)
    before, became = before[right], space.decode(others)
    seen = _answers(judge, after)
    gone = np.square((after.astype(float) - before) / 255).mean()
    apart = np.square((became[:, None].astype(float) - before[None]) / 255).mean()
    return [
        float((seen == digits[1]).mean()),
        float((seen != digits[0]).mean()),
        _kept(_slants(before), _slants(after)),
        _kept(before.mean((1, 2, 3)), after.mean((1, 2, 3))),
        float(gone / apart),
    ]


def _answers(judge: Pipeline, pictures: np.ndarray) -> np.ndarray:
    return judge.predict(_flat(pictures))


def _flat(pictures: np.ndarray) -> np.ndarray:
    return pictures.reshape(len(pictures), -1) / 255


def _kept(before: np.ndarray, after: np.ndarray) -> float:
    return float(np.corrcoef(before, after)[0, 1])


def _slants(pictures: np.ndarray) -> np.ndarray:
    """How far each leans: its covariance of x and y, as a share of its variance along y."""
    light = pictures[..., 0].astype(float)
    light /= light.sum((1, 2), keepdims=True)
    y, x = np.mgrid[: light.shape[1], : light.shape[2]]
    dy = y - (light * y).sum((1, 2))[:, None, None]
    dx = x - (light * x).sum((1, 2))[:, None, None]
    return (light * dx * dy).sum((1, 2)) / (light * dy * dy).sum((1, 2))


if __name__ == "__main__":
    main()
