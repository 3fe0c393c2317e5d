"""Map a function over chunks in several processes, in order, with a bounded number in flight."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

IN_FLIGHT = 3


def mapped(function: Callable[[Given], Made], items: Iterable[Given], workers: int) -> Iterator[Made]:
    """Yield `function(item)` in the order of the items.

    `function` must be picklable (a module's function or a partial of one).  With one worker nothing is started.
    At most three items a worker are in flight, so memory stays bounded whatever the writer's speed.
    """
    if workers <= 1:
        yield from map(function, items)
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[Future[Made]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(function, item))
                if len(waiting) >= workers * IN_FLIGHT:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
