"""Options that all stages share, in the same words everywhere, and the configuration file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corpus_cli.errors import WrongCall

if TYPE_CHECKING:
    pass

Function = TypeVar("Function", bound=Callable[..., Any])

INPUT_HELP = "INPUT: .jsonl (also .gz, .zst), .txt, .md, a folder or a glob; `-` or nothing is standard input."


def _configured(ctx: click.Context, _: click.Parameter, name: str | None) -> None:
    """Take defaults from a TOML file: top-level keys for any command, a table `[clean]` for one."""
    if not name:
        return
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        values = tomllib.loads(Path(name).read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongCall(f"cannot be read ({error.strerror})", where=name, remedy="Check the name.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongCall(f"it is not TOML ({error})", where=name, remedy="See toml.io for the format.") from error
    command = ctx.info_name or ""
    known = {parameter.name: parameter for parameter in ctx.command.params if isinstance(parameter, click.Option)}
    wanted = {key: value for key, value in values.items() if not isinstance(value, dict)}
    defaults = {}
    for key, value in {**wanted, **values.get(command, {})}.items():
        option = key.replace("-", "_")
        if option not in known:
            near = get_close_matches(option, [str(name) for name in known], 1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Options of {command}: {', '.join(map(str, known))}."
            raise WrongCall(f"`corpus {command}` has no option {key!r}", where=name, remedy=hint)
        defaults[option] = value
    ctx.default_map = {**(ctx.default_map or {}), **defaults}


def _stack(*decorators: Callable[[Function], Function]) -> Callable[[Function], Function]:
    def decorate(function: Function) -> Function:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


key_options: Callable[[Any], Any] = _stack(
    click.option("--text-key", default="text", show_default=True, help="Field of the text; dots lead inwards."),
    click.option("--id-key", default="id", show_default=True, help="Field of the id."),
)
quiet_options: Callable[[Any], Any] = _stack(
    click.option("-q", "--quiet", is_flag=True, help="No progress and no summary on stderr."),
    click.option("-v", "--verbose", is_flag=True, help="More of the books on stderr."),
)
config_option = click.option(
    "-c",
    "--config",
    metavar="FILE",
    is_eager=True,
    expose_value=False,
    callback=_configured,
    help="TOML file with defaults; the command line wins.",
)
flow_options: Callable[[Any], Any] = _stack(
    click.argument("inputs", nargs=-1, metavar="[INPUT]..."),
    click.option("-o", "--output", default="-", metavar="FILE", help="Output file; standard output if left out."),
    key_options,
    click.option("-j", "--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes."),
    click.option("--limit", default=0, type=click.IntRange(0), metavar="N", help="End after N records (0: all)."),
    click.option("--rejects", default="", metavar="FILE", help="Set bad lines aside there and go on."),
    click.option(
        "--max-errors",
        default=0,
        type=click.IntRange(0),
        metavar="N",
        help="Stop after N bad lines (0: never); with --rejects.",
    ),
    click.option("--stats", default="", metavar="FILE", help="Write the books as JSON."),
    click.option("--encoding", default="", metavar="NAME", help="Encoding of text files (found out if left out)."),
    config_option,
    quiet_options,
)

FLOW_NAMES = ("inputs", "output", "workers", "limit", "rejects", "max_errors", "stats", "encoding")


def takes_flow(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command the shared options as one `Flow`, and `quiet` and `verbose` as they are."""

    @wraps(function)
    def command(**values: Any) -> int:
        from corpus_cli.cli.terminal import bar, name_left_out
        from corpus_cli.pipeline.ends import Flow
        from corpus_cli.wire.records import Keys

        flow_values = {name: values.pop(name) for name in FLOW_NAMES}
        keys = Keys(values.pop("text_key"), values.pop("id_key"))
        _check_standard_input(flow_values["inputs"])
        if flow_values["max_errors"] and not flow_values["rejects"]:
            raise WrongCall("--max-errors counts lines that are set aside", remedy="Give --rejects FILE too.")
        name_left_out(flow_values["inputs"], values["quiet"])
        return function(Flow(**flow_values, keys=keys, bar=bar(values["quiet"])), **values)

    return flow_options(command)  # type: ignore[no-any-return]


def _check_standard_input(inputs: tuple[str, ...]) -> None:
    """Refuse to wait for a person to type JSONL."""
    if not inputs and sys.stdin.isatty():
        raise WrongCall("there is no input", remedy="Name files or a folder, or pipe JSONL in (`-` to type it).")
