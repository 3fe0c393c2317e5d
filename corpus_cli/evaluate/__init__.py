"""Score what the stages made against what a person corrected: cleaning, duplicates, blocks."""

from __future__ import annotations

from corpus_cli.evaluate.cleaning import CleaningScore, raw_rows, score_cleaning
from corpus_cli.evaluate.duplicates import DuplicateScore, score_duplicates
from corpus_cli.evaluate.splitting import SplitScore, score_blocks
from corpus_cli.evaluate.task import Task, task_of

__all__ = [
    "CleaningScore",
    "DuplicateScore",
    "SplitScore",
    "Task",
    "raw_rows",
    "score_blocks",
    "score_cleaning",
    "score_duplicates",
    "task_of",
]
