"""Read gold and prediction, find out what they are, and score them: the answer behind `corpus eval`."""

from __future__ import annotations

from typing import Any

from corpus_cli.errors import BadInput
from corpus_cli.evaluate import raw_rows, score_blocks, score_cleaning, score_duplicates, task_of
from corpus_cli.wire.rows import read_rows


def score_files(gold: str, prediction: str, raw: str = "") -> tuple[str, dict[str, Any]]:
    """Return the task ("cleaning", "duplicates", "blocks") and the measures by name.

    `raw` holds the texts before cleaning; left out, the prediction must carry its edits inline.  Raises BadInput or
    BadRecord where the files do not fit together.
    """
    wanted, found = list(read_rows(gold)), list(read_rows(prediction))
    task = task_of(wanted)
    if found and task_of(found) != task:
        raise BadInput(
            f"it holds {task_of(found)}, the gold holds {task}", where=prediction, remedy="Name two files of a kind."
        )
    if task == "blocks":
        return task, score_blocks(wanted, found).as_dict()
    if task == "duplicates":
        return task, score_duplicates(wanted, found).as_dict()
    return task, score_cleaning(wanted, found, read_rows(raw) if raw else raw_rows(found)).as_dict()
