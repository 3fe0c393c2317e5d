"""The order of the rules, written once, each with the reason of its place.

A rule sees the text as the rules before it left it.  The large order: first what makes characters of bytes, then
blanks, then what belongs to the page and not to the text, then line ends, then what joined paragraphs show
(repeats, marks, quotes), last single characters and words, which need sound neighbours as evidence.
"""

from __future__ import annotations

from typing import NamedTuple

from corpus_cli.clean.rule import Rule
from corpus_cli.clean.rules import (
    asterisk_stops,
    at_for_a,
    blank_line_runs,
    blank_runs,
    blanks_around_signs,
    blanks_between_han,
    chinese_as_latin,
    chinese_quotes,
    colons_for_semicolons,
    comma_for_stop,
    composition,
    control_characters,
    cut_paragraphs,
    dashes,
    dots_for_marks,
    doubled_small_words,
    doubtful_commas,
    doubtful_stops,
    doubtful_words,
    ellipses,
    filled_gaps,
    full_width_letters,
    furniture,
    gbk_as_big5,
    half_width_brackets,
    half_width_marks,
    half_width_stops,
    heading_marks,
    html_entities,
    html_tags,
    learnt_heads,
    left_hyphens,
    ligatures,
    line_end_hyphens,
    line_ends,
    lone_surrogates,
    long_s,
    lost_blanks,
    marks_after_small_words,
    misread_han,
    misread_words,
    mixed_brackets,
    name_dots,
    private_use,
    pronoun_i,
    pronoun_shapes,
    quotes_at_articles,
    repeated_paragraphs,
    repeated_phrases,
    repeated_sentences,
    run_in_headings,
    specks_before_words,
    spliced_copies,
    stray_capitals,
    stray_closing_quotes,
    stray_opening_quotes,
    stray_stops,
    trailing_blanks,
    unpaired_quotes,
    utf8_as_gbk,
    utf8_as_latin,
    wrapped_lines,
)


class Step(NamedTuple):
    """Give a rule its place in the order and say why it stands there."""

    rule: Rule
    reason: str


ORDER: tuple[Step, ...] = (
    Step(lone_surrogates.RULE, "First: half characters stop every program that writes the text."),
    Step(
        chinese_as_latin.RULE, "Misread bytes first, and before control codes go, which are bytes of characters here."
    ),
    Step(utf8_as_latin.RULE, "After Chinese codes: their pairs can look like sequences, but not three in a row."),
    Step(utf8_as_gbk.RULE, "With the other misreadings; valid UTF-8 is stronger evidence than frequency."),
    Step(gbk_as_big5.RULE, "Last of the misreadings: its evidence is frequency alone."),
    Step(line_ends.RULE, "Before everything that looks at lines."),
    Step(control_characters.RULE, "Before everything that looks at neighbours, which unseen signs would part."),
    Step(private_use.RULE, "With the other rules that make characters of codes."),
    Step(composition.RULE, "Last of the rules on codes: the rules after it see one form of each letter."),
    Step(ligatures.RULE, "With the rules on codes: words are whole after it."),
    Step(long_s.RULE, "With the ligatures."),
    Step(full_width_letters.RULE, "Before the marks: a digit beside a mark says what it is."),
    Step(html_tags.RULE, "Before lines are looked at, which tags begin and end."),
    Step(html_entities.RULE, "After the tags, so that no sign it writes is taken for one."),
    Step(furniture.RULE, "Before the joins, because heads and page numbers stand in the middle of sentences."),
    Step(learnt_heads.RULE, "After the furniture that the text itself shows, which is surer."),
    Step(trailing_blanks.RULE, "Before everything that looks at line ends, so that a line ends in its last sign."),
    Step(
        line_end_hyphens.RULE,
        "After page numbers, which can stand inside a word, and before lines are joined, which hides where they ended.",
    ),
    Step(
        wrapped_lines.RULE,
        "After heads and page numbers are gone and before cut paragraphs, which need whole paragraphs.",
    ),
    Step(cut_paragraphs.RULE, "After furniture and hard-wrapped lines: what is still open then was cut by the page."),
    Step(
        blank_runs.RULE,
        "Before the rules that look over a single blank, and after running heads, which gaps help to find.",
    ),
    Step(half_width_brackets.RULE, "After the lines are joined, so that both brackets of a pair are on one line."),
    Step(half_width_marks.RULE, "After the brackets, which are evidence for the marks beside them."),
    Step(half_width_stops.RULE, "After the other narrow marks."),
    Step(asterisk_stops.RULE, "Before the blanks beside marks go: it makes marks."),
    Step(mixed_brackets.RULE, "After the round brackets are wide, so that one form is left."),
    Step(name_dots.RULE, "With the other signs, after the joins, which bring names together."),
    Step(dots_for_marks.RULE, "After the dots of names, which stay."),
    Step(colons_for_semicolons.RULE, "After the marks are wide and the dots are marks: it reads sentences."),
    Step(quotes_at_articles.RULE, "Before quotes are paired, which these are not part of."),
    Step(chinese_quotes.RULE, "After the joins: quotes are paired over a whole paragraph."),
    Step(dashes.RULE, "With the other signs."),
    Step(ellipses.RULE, "After the marks, before blanks beside signs go."),
    Step(blanks_around_signs.RULE, "After the marks are wide, since blanks at wide signs only are removed."),
    Step(blanks_between_han.RULE, "After the marks are wide: they tell a sentence from a title."),
    Step(
        repeated_paragraphs.RULE,
        "After the joins, which put the parts of a paragraph together that are to be compared as a whole.",
    ),
    Step(repeated_phrases.RULE, "Before sentences: a sentence without its stutter can be told to be a copy."),
    Step(spliced_copies.RULE, "Before whole sentences: once its first copy is gone the sentence stands once."),
    Step(repeated_sentences.RULE, "After whole paragraphs, so that a paragraph printed twice is not taken apart."),
    Step(stray_opening_quotes.RULE, "After the joins, so that a paragraph shows whether the quote is closed."),
    Step(stray_closing_quotes.RULE, "After the opening ones, which would pass for their partners."),
    Step(unpaired_quotes.RULE, "After the sure ones; it looks at pages that the two rules before it leave alone."),
    Step(pronoun_i.RULE, "After stray quotes, which part the pronoun from what stands before it."),
    Step(pronoun_shapes.RULE, "After the strokes, which are surer."),
    Step(at_for_a.RULE, "With the other single signs."),
    Step(marks_after_small_words.RULE, "With the specks before words."),
    Step(specks_before_words.RULE, "Before words are judged, which specks would hide."),
    Step(left_hyphens.RULE, "Before words are judged: its halves are none."),
    Step(filled_gaps.RULE, "After the specks and hyphens that are sure, before words are judged."),
    Step(lost_blanks.RULE, "Before words are judged: two in one are none."),
    Step(doubtful_words.RULE, "Before the sure words are mended, whose number says how noisy the page is."),
    Step(misread_words.RULE, "Late: it needs sound neighbours as evidence that the paragraph is English."),
    Step(stray_capitals.RULE, "After the words, which must be known to tell a name."),
    Step(comma_for_stop.RULE, "Before stray stops: sentences are counted there."),
    Step(doubtful_commas.RULE, "After the commas that are sure."),
    Step(stray_stops.RULE, "After the words beside a stop are mended."),
    Step(doubtful_stops.RULE, "After the stops that are sure."),
    Step(run_in_headings.RULE, "After the joins, before the marks, which it gives bare headings to."),
    Step(heading_marks.RULE, "After the joins: a heading stands on a line of its own."),
    Step(doubled_small_words.RULE, "After the joins: the two words often stood on two lines."),
    Step(misread_han.RULE, "With the words: it needs the signs mended."),
    Step(blank_line_runs.RULE, "Last: runs of blank lines are evidence for the rules before it."),
)

RULES: tuple[Rule, ...] = tuple(step.rule for step in ORDER)
REASONS: dict[str, str] = {step.rule.name: step.reason for step in ORDER}
