"""Apply rules to texts in their order and keep the ledger.

`clean_texts` passes over a rule where the rule's gate says that it cannot find anything; `clean_plainly` asks every
rule.  Both give the same, which the tests check.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from corpus_cli.clean.choice import Cleaner
from corpus_cli.clean.edges import furniture_of
from corpus_cli.clean.furniture import Furniture
from corpus_cli.clean.merging import merge_all
from corpus_cli.clean.order import RULES
from corpus_cli.clean.rule import Page, Rule
from corpus_cli.clean.signs import SignTable
from corpus_cli.errors import WrongCall
from corpus_cli.ledger import Edit

Passes: TypeAlias = "list[tuple[str, list[Edit]]]"
"""What each rule that changed something was given, and its edits."""

# Rules find what others uncovered; most texts are done after one round, and none has needed more than four.
_MOST_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Hold a repaired text and the edits that lead to it from the text given.

    `furniture` types the lines of the repaired text that belong to its pages, where the caller keeps them.
    """

    text: str
    edits: tuple[Edit, ...] = ()
    furniture: tuple[Furniture, ...] = ()


SIGNS = SignTable(need for rule in RULES for need in rule.needs)


def clean_texts(texts: Sequence[str], cleaner: Cleaner) -> list[Cleaned]:
    """Return every text repaired, in order; an unchanged text comes back as the same object.

    A text is a whole document.  What comes of it does not depend on the other texts of the batch.  The rules are
    applied until they find nothing more, so that cleaning a cleaned text changes nothing.  Raises WrongCall for a text
    that stands in no list.
    """
    if isinstance(texts, str):
        raise WrongCall("clean_texts cleans a list of texts", remedy="Write clean_texts([text], cleaner()).")
    current = list(texts)
    pages = [cleaner.page(text) for text in texts]
    passes: list[Passes] = [[] for _ in texts]
    # The place behind the rule that changed each text last: in the next round only the rules up to it can find
    # anything, for those behind it have seen the text as it is.
    last = [len(cleaner.rules)] * len(texts)
    rules = [(place, rule, SIGNS.bits(rule.needs)) for place, rule in enumerate(cleaner.rules)]
    masks = SIGNS.masks(current)
    for _ in range(_MOST_ROUNDS):
        until, last = last, [0] * len(texts)
        changing = [number for number, end in enumerate(until) if end]
        for place, rule, needed in rules:
            asked = [
                number
                for number in changing
                if masks[number] & needed == needed and (place < until[number] or last[number])
            ]
            if not asked:
                continue
            hit: list[int] = []
            for number in _open(rule, current, asked):
                edits = edits_of(rule, pages[number])
                if edits:
                    passes[number].append((current[number], edits))
                    current[number] = changed(current[number], edits)
                    pages[number] = cleaner.page(current[number])
                    last[number] = place + 1
                    hit.append(number)
            for number, mask in zip(hit, SIGNS.masks([current[number] for number in hit]), strict=True):
                masks[number] = mask
        if not any(last):
            break
    return [_cleaned(text, done, cleaner) for text, done in zip(current, passes, strict=True)]


def clean_plainly(text: str, cleaner: Cleaner) -> Cleaned:
    """Return the text repaired by asking every rule, without gates: the answer `clean_texts` must give."""
    passes: Passes = []
    for _ in range(_MOST_ROUNDS):
        before = len(passes)
        for rule in cleaner.rules:
            edits = edits_of(rule, cleaner.page(text))
            if edits:
                passes.append((text, edits))
            text = changed(text, edits)
        if len(passes) == before:
            break
    return _cleaned(text, passes, cleaner)


def _cleaned(text: str, passes: Passes, cleaner: Cleaner) -> Cleaned:
    """Return the outcome of all passes, with the furniture that was to be kept."""
    kept = tuple(furniture_of(cleaner.page(text))) if cleaner.keep_furniture and "furniture" in cleaner.names else ()
    return Cleaned(text, _as_one(passes, cleaner), kept)


def _as_one(passes: Passes, cleaner: Cleaner) -> tuple[Edit, ...]:
    """Return the edits of all passes as edits on the first text, rules that share one named in their order."""
    edits = merge_all([text for text, _ in passes], [edits for _, edits in passes])
    return tuple(_in_order(edit, cleaner.names) if "+" in edit.rule else edit for edit in edits)


def _in_order(edit: Edit, names: Sequence[str]) -> Edit:
    rules = "+".join(sorted(set(edit.rule.split("+")), key=names.index))
    return Edit(rules, edit.start, edit.end, edit.before, edit.after)


def edits_of(rule: Rule, page: Page) -> list[Edit]:
    """Return what a rule changes on a page, as edits; a change that changes nothing is left out."""
    text, name, new = page.text, rule.name, tuple.__new__
    return [new(Edit, (name, s, e, before, after)) for s, e, after in rule.find(page) if (before := text[s:e]) != after]


def changed(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with edits made that are known to fit it; unlike `ledger.apply` this checks nothing."""
    if not edits:
        return text
    pieces: list[str] = []
    place = 0
    for edit in edits:
        pieces.append(text[place : edit.start])
        pieces.append(edit.after)
        place = edit.end
    pieces.append(text[place:])
    return "".join(pieces)


def _open(rule: Rule, texts: Sequence[str], numbers: Sequence[int]) -> list[int]:
    """Return those of the numbered texts that a rule's gate lets through."""
    if rule.gates is not None:
        gates = rule.gates([texts[number] for number in numbers])
        return [number for number, is_open in zip(numbers, gates, strict=True) if is_open]
    if rule.gate is not None:
        gate = rule.gate
        return [number for number in numbers if gate(texts[number])]
    return list(numbers)
