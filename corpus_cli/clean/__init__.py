"""Repair what recognition did to a page, and harm nothing."""

from __future__ import annotations

from corpus_cli.clean.choice import Cleaner, cleaner
from corpus_cli.clean.engine import Cleaned, clean_texts
from corpus_cli.clean.furniture import Furniture
from corpus_cli.clean.learning import learn
from corpus_cli.clean.lexicon import Heads, Lexicon
from corpus_cli.clean.order import RULES

__all__ = ["RULES", "Cleaned", "Cleaner", "Furniture", "Heads", "Lexicon", "clean_texts", "cleaner", "learn"]
