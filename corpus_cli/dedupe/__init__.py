"""Find near-duplicates among paragraphs, sentences or records, prove each, and take them out.

A generator cannot do this: the stage holds the folded views of all units (two bytes a character) and a few numbers
for each.  Candidates are found for recall; every removal is verified on the texts against the unit that stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from corpus_cli.dedupe.engine import decide
from corpus_cli.dedupe.held import Held, spare
from corpus_cli.dedupe.index import Indexed, extend_index, read_index
from corpus_cli.dedupe.options import DedupeOptions
from corpus_cli.dedupe.outcome import Deduped, deduped
from corpus_cli.dedupe.rethreshold import rethreshold
from corpus_cli.dedupe.units import cut_and_folded
from corpus_cli.record import Record

__all__ = ["DedupeOptions", "Deduped", "Held", "Indexed", "dedupe", "extend_index", "read_index", "rethreshold"]


def dedupe(
    records: Iterable[Record],
    options: DedupeOptions = DedupeOptions(),  # noqa: B008 - frozen
    against: Iterable[Record] = (),
    faults: Mapping[str, int] | None = None,
    indexed: Sequence[Indexed] = (),
    wishes: Sequence[Held] = (),
) -> Deduped:
    """Return the records without their near-duplicate units, and the evidence on each unit that went.

    `against` are reference records: units that copy theirs go, theirs never do.  `faults` tells how many faults each
    record (by id) has, for the policy that keeps the best copy.  `indexed` are the units of an index (`read_index`),
    compared with like reference units; `extend_index` takes the outcome's `staying`.  `wishes` are removals that a
    person spoke against; the outcome's `heeded` are the numbers of those that found their unit.

    >>> text = "会议要求各单位认真总结一年来的工作，查找存在的问题。"
    >>> outcome = dedupe([Record("a", text), Record("b", "开场。\\n\\n" + text)], DedupeOptions(keep="first"))
    >>> [record.text for record, edits in outcome.records if record], outcome.removed[0]["dup_of"]
    (['会议要求各单位认真总结一年来的工作，查找存在的问题。', '开场。'], 'a')
    """
    given = records if isinstance(records, Sequence) else list(records)
    units, views = cut_and_folded(given, options.unit, list(against), indexed)
    decision = decide(units, views, options, faults or {})
    heeded = spare(units, decision, wishes)
    return replace(deduped(units, decision, options), heeded=heeded)
