"""The `corpus` command: which commands there are, and the one place where errors become exit codes."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, cast

import click

from corpus_cli import __version__
from corpus_cli.errors import CorpusError

COMMANDS = (
    "ingest",
    "clean",
    "dedupe",
    "split",
    "run",
    "export",
    "report",
    "explain",
    "rules",
    "diff",
    "undo",
    "audit",
    "eval",
    "stats",
)
"""In the order of the data's way; each is a module of this package with a function `command`."""

DONE, SET_ASIDE, INTERRUPTED = 0, 3, 130


class LazyGroup(click.Group):
    """Import a command's module when it is asked for, so that `corpus --help` starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the data's way."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"corpus_cli.cli.{cmd_name}")
        return cast(click.Command, module.command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named first in `args`, with a near name in the error where there is none."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS, 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Commands: {', '.join(COMMANDS)}."
            raise click.UsageError(f"No such command '{name}'. {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="corpus")
def group() -> None:
    """Turn the raw text of scans into a corpus.

    The stages read and write JSONL, so they can be piped:

    corpus clean pages/ | corpus dedupe | corpus split > blocks.jsonl

    `corpus run` does the whole chain into a folder.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code.

    0 done; 1 stopped at the data; 2 wrong call; 3 done, but lines were set aside; 130 interrupted.
    """
    _plain_streams()
    # Records hold no cycles, so looking for them among millions of small values as often as Python does is wasted.
    gc.set_threshold(100_000, 20, 100)
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    try:
        code: Any = group.main(arguments, prog_name="corpus", standalone_mode=False)
    except CorpusError as error:
        click.echo(f"corpus: {error}", err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("corpus: interrupted; unfinished outputs were removed.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code if isinstance(code, int) else DONE


def _plain_streams() -> None:
    """Make the standard streams UTF-8 with `\\n`, whatever the locale and the system."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            cast(Any, stream).reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")


def set_aside_code(rejected: int) -> int:
    """Return the exit code of a run that went through: 3 where lines were set aside."""
    return SET_ASIDE if rejected else DONE
