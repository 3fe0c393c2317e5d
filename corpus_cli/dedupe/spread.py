"""Spread tasks over processes: results in order, a bounded number of tasks in flight."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

Task = TypeVar("Task")
Made = TypeVar("Made")

_AHEAD = 3


def spread(
    function: Callable[[Task], Made],
    tasks: Iterable[Task],
    workers: int,
    prepare: Callable[..., None] | None = None,
    *held: Any,
) -> Iterator[Made]:
    """Yield `function(task)` in the order of the tasks.

    Every process first calls `prepare(*held)`, so that what all tasks need is not sent with each.  At most three tasks
    a process are in flight.
    """
    waiting: deque[Future[Made]] = deque()
    with ProcessPoolExecutor(workers, initializer=prepare, initargs=held) as pool:
        for task in tasks:
            waiting.append(pool.submit(function, task))
            if len(waiting) > _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
