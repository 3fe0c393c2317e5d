"""The command line: options in, one library call, a word on stderr.  No text is touched here."""

from corpus_cli.cli.main import main

__all__ = ["main"]
