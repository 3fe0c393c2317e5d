"""The proof of every rule: its own examples, and what the harness asks beyond them."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.clean import RULES, clean_texts, cleaner
from corpus_cli.clean.engine import changed, clean_plainly, edits_of
from corpus_cli.clean.order import REASONS
from corpus_cli.clean.rule import Page, Rule
from corpus_cli.ledger import apply, undo

EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
SETTINGS = settings(derandomize=True, deadline=None, max_examples=150)


def pages(rule: Rule, text: str) -> list[Page]:
    """Return the text with each wish a rule may meet; the first is the one its examples are written for."""
    plain = Page(text, rule.lexicon)
    return [replace(plain, blank_lines="collapse"), plain, replace(plain, keep_furniture=True)]


def after(rule: Rule, page: Page) -> str:
    """Return the page's text after one pass of the rule."""
    return changed(page.text, edits_of(rule, page))


def check_pass(rule: Rule, page: Page) -> None:
    """Check one pass of one rule: the edits fit, can be undone, the gate let it through, a second pass is idle."""
    edits = edits_of(rule, page)
    text = apply(page.text, edits)
    assert undo(text, edits) == page.text
    if edits:
        assert rule.gate is None or rule.gate(page.text)
        assert rule.gates is None or list(rule.gates(["", page.text])) == [bool(rule.gates([""])[0]), True]
    again = edits_of(rule, Page(text, page.lexicon, page.keep_furniture, page.blank_lines))
    assert again == [], text


@EVERY_RULE
def test_rule_is_documented(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert "harm" in rule.manual.lower()
    assert REASONS[rule.name]
    assert len(rule.changes) >= 2
    assert len(rule.stays) >= 2


@EVERY_RULE
def test_examples_change(rule: Rule) -> None:
    for before, wanted in rule.changes:
        page = pages(rule, before)[0]
        assert after(rule, page) == wanted
        check_pass(rule, page)


@EVERY_RULE
def test_lookalikes_stay(rule: Rule) -> None:
    for text in (*rule.stays, *(wanted for _, wanted in rule.changes)):
        for page in pages(rule, text):
            assert after(rule, page) == text


@EVERY_RULE
def test_random_text_from_the_examples(rule: Rule) -> None:
    texts = [*(before for before, _ in rule.changes), *rule.stays]
    signs = sorted({sign for text in texts for sign in text})
    pieces = sorted({text[i : i + 4] for text in texts for i in range(0, len(text), 3)})

    @SETTINGS
    @given(st.lists(st.one_of(st.sampled_from(signs), st.sampled_from(pieces)), max_size=60).map("".join))
    def random_text(text: str) -> None:
        for page in pages(rule, text):
            check_pass(rule, page)

    random_text()


def seconds(rule: Rule, text: str) -> float:
    """Return the time one pass takes."""
    start = time.process_time()
    edits_of(rule, Page(text, rule.lexicon))
    return time.process_time() - start


@EVERY_RULE
def test_time_grows_with_the_text_only(rule: Rule) -> None:
    """Sixteen times the text may not take much more than sixteen times the time; 150 would be its square."""
    hostile = sorted({text[i : i + 3] for text, _ in rule.changes for i in range(0, len(text), 2)})[:8]
    for piece in (*hostile, *(before for before, _ in rule.changes[:2])):
        short, long = piece * (1_500 // len(piece) + 1), piece * (24_000 // len(piece) + 1)
        small = min(seconds(rule, short) for _ in range(2))
        assert min(seconds(rule, long) for _ in range(2)) < 100 * small + 0.1


def test_names_are_unique_and_of_one_form() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalnum() and name.islower() for name in names)


EXAMPLES = [text for rule in RULES for text in (*(before for before, _ in rule.changes), *rule.stays)]


@pytest.mark.parametrize("profile", ["safe", "full"])
def test_gates_change_no_answer(profile: str) -> None:
    chosen = cleaner(profile)  # type: ignore[arg-type]
    assert clean_texts(EXAMPLES, chosen) == [clean_plainly(text, chosen) for text in EXAMPLES]


def test_batch_cut_changes_no_answer() -> None:
    chosen = cleaner("full")
    whole = clean_texts(EXAMPLES, chosen)
    assert whole == [clean_texts([text], chosen)[0] for text in EXAMPLES]


def test_examples_through_all_rules_can_be_undone() -> None:
    for text, cleaned in zip(EXAMPLES, clean_texts(EXAMPLES, cleaner("full")), strict=True):
        assert apply(text, cleaned.edits) == cleaned.text
        assert undo(cleaned.text, cleaned.edits) == text


@pytest.mark.parametrize("profile", ["safe", "full"])
def test_cleaning_a_cleaned_text_changes_nothing(profile: str) -> None:
    chosen = cleaner(profile)  # type: ignore[arg-type]
    texts = [*EXAMPLES, "\n\n".join(EXAMPLES), "\n".join(EXAMPLES)]
    once = [cleaned.text for cleaned in clean_texts(texts, chosen)]
    assert [cleaned.text for cleaned in clean_texts(once, chosen)] == once


def test_unchanged_text_is_the_same_object() -> None:
    text = "春天到了，花都开了。"
    (cleaned,) = clean_texts([text], cleaner())
    assert cleaned.text is text
    assert cleaned.edits == ()


@SETTINGS
@given(st.lists(st.sampled_from(EXAMPLES), max_size=4).map("\n\n".join))
def test_gated_equals_plain_on_mixed_examples(text: str) -> None:
    chosen = cleaner("full")
    assert clean_texts([text], chosen)[0] == clean_plainly(text, chosen)
