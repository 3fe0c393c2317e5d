"""Spread tasks over processes or threads: results in order, a bounded number of tasks in flight."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Task = TypeVar("Task")
Made = TypeVar("Made")

_AHEAD = 3


def in_threads(function: Callable[[Task], Made], tasks: Iterable[Task], workers: int) -> list[Made]:
    """Return `function(task)` in the order of the tasks, done in threads: compiled loops run beside one another."""
    if workers < 2:
        return [function(task) for task in tasks]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(function, tasks))


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
    from concurrent.futures import ProcessPoolExecutor  # most runs have one process and need not load what makes more

    waiting: deque[Future[Made]] = deque()
    with ProcessPoolExecutor(workers, initializer=prepare, initargs=held) as pool:
        for task in tasks:
            waiting.append(pool.submit(function, task))
            if len(waiting) > _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
