"""Group the units whose folded views are equal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.views import Views

Numbers = npt.NDArray[np.int64]


class Groups(NamedTuple):
    """Hold the first unit of each view, ascending, and of the views that several units have all units."""

    firsts: Numbers
    twins: dict[int, list[int]]

    def members(self, first: int) -> Sequence[int]:
        """Return all units of the view whose first unit is given."""
        return self.twins.get(first, (first,))


def exact_groups(views: Views, apart: npt.NDArray[np.int32] | None = None) -> Groups:
    """Return the groups of equal views; with `apart` only units of the same number are put together."""
    digests = np.frombuffer(views.digests(), np.uint64).reshape(-1, 2)
    if not len(digests):
        return Groups(np.zeros(0, np.int64), {})
    keys: list[npt.NDArray[Any]] = [digests[:, 0], digests[:, 1]]
    if apart is not None:
        keys.append(apart)
    order = np.lexsort(keys)
    changes = [key[order][1:] != key[order][:-1] for key in keys]
    starts = np.flatnonzero(np.concatenate((np.ones(1, bool), np.logical_or.reduce(changes))))
    ends = np.append(starts[1:], len(order))
    several = ends - starts > 1
    twins = {
        int(order[start]): order[start:end].tolist()
        for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True)
    }
    return Groups(np.sort(order[starts]), twins)
