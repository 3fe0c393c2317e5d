"""Turn the raw text of scans into a corpus: repaired, without near-duplicates, split by speaker and article."""

__version__ = "0.1.0"
