#!/usr/bin/env python3
"""Fit the weights of corpus_cli/dedupe/weights.py on labelled sets of noisy copies and look-alikes.

    python tests/benchmarks/fit_verdict.py EN.jsonl.gz ZH.jsonl.gz

Beside each SET.jsonl.gz ({id, text}) stands SET.labels.jsonl.gz ({id, cluster, kind, fam}).  The pairs are all pairs
inside a cluster (copies) and all pairs inside a look-alike family that are no copies.  A logistic regression (Newton
steps, a small ridge) gives log-odds for each measure; `start` is then lowered by `CAUTION`, because two texts joined
that differ do more harm than two copies kept.  Prints the weights, and for several cautions what they would do.
"""

from __future__ import annotations

import gzip
import itertools
import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz

from corpus_cli.dedupe.alignment import aligned, stretches
from corpus_cli.dedupe.evidence import lost_share, measured
from corpus_cli.dedupe.verdict import is_spaced
from corpus_cli.text.folding import fold_batch

RIDGE = 0.1
CAUTION = {"SPACED": 1.75, "UNSPACED": 1.0}
MEASURES = {
    "SPACED": ("replaced", "surprise", "ends", "uneven", "lost"),
    "UNSPACED": ("replaced", "surprise", "ends"),
}


def rows(path: Path):
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as stream:
        return [json.loads(line) for line in stream]


def groups(labels, key):
    members = defaultdict(list)
    for number, label in enumerate(labels):
        if label[key] >= 0:
            members[label[key]].append(number)
    return {pair for group in members.values() for pair in itertools.combinations(group, 2)}


def evidence_of(first, second):
    first, second = sorted((first, second), key=lambda text: (len(text), text))
    steps = aligned(first, second)
    cut = stretches(steps, len(first), len(second))
    evidence = measured(first, second, cut)
    if evidence is not None and is_spaced(first):
        evidence = evidence._replace(lost=lost_share(first, second, steps, cut))
    return evidence


def fitted(x, y):
    mean, scale = x.mean(0), np.where(x.std(0) > 0, x.std(0), 1)
    z = np.column_stack((np.ones(len(x)), (x - mean) / scale))
    weights = np.zeros(z.shape[1])
    ridge = np.eye(len(weights)) * RIDGE
    ridge[0, 0] = 0
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(z @ weights, -30, 30)))
        curvature = (z * (chance * (1 - chance) + 1e-9)[:, None]).T @ z + ridge
        weights = weights + np.linalg.solve(curvature, z.T @ (y - chance) - ridge @ weights)
    slopes = weights[1:] / scale
    return weights[0] - slopes @ mean, slopes


def report(name, path):
    labels = rows(path.with_name(path.name.replace(".jsonl", ".labels.jsonl")))
    batch = fold_batch([row["text"] for row in rows(path)])
    folded = [batch.text(number) for number in range(len(labels))]
    copies = sorted(groups(labels, "cluster"))
    alike = sorted(groups(labels, "fam") - set(copies))
    kept = [(pair, evidence_of(folded[pair[0]], folded[pair[1]])) for pair in copies + alike]
    kept = [(pair, evidence) for pair, evidence in kept if evidence is not None]
    x = np.array([[getattr(evidence, measure) for measure in MEASURES[name]] for _, evidence in kept])
    y = np.array([labels[a]["cluster"] == labels[b]["cluster"] for (a, b), _ in kept], dtype=float)
    start, slopes = fitted(x, y)
    weights = ", ".join(f"{measure}={slope:.2f}" for measure, slope in zip(MEASURES[name], slopes, strict=True))
    print(f"{name} = Weights(start={start - CAUTION[name]:.2f}, {weights})")
    margin = start + x @ slopes
    families = {label["fam"] for label in labels if label["fam"] >= 0}
    close = np.array([fuzz.ratio(folded[a], folded[b]) >= 85 for (a, b), _ in kept])
    for caution in (0, 0.5, 1, 1.5, 2):
        taken = margin > caution
        joined = {labels[pair[0]]["fam"] for (pair, _), hit in zip(kept, taken & (y == 0), strict=True) if hit}
        print(
            f"  caution {caution}: copies found {taken[y == 1].sum() / len(copies):.4f}, families joined "
            f"{len(joined) / len(families):.4f}, copies of ratio >= 85 missed {(close & ~taken & (y == 1)).sum()}"
        )


if __name__ == "__main__":
    report("SPACED", Path(sys.argv[1]))
    report("UNSPACED", Path(sys.argv[2]))
