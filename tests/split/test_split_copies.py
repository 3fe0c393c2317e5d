"""Lines that share text are found by hashes as they are found by comparing every piece of every line."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.split.copies import GRAM, MOST_HOMES, _homes, _suspects, copied_lines
from corpus_cli.split.lines import line_table

rows = st.lists(st.text(alphabet="水渠ab", min_size=1, max_size=40), min_size=1, max_size=8)


def plain(texts: list[str]) -> list[int]:
    """Return the lines with a piece at a step of twelve that stands in another line, or with another line's piece."""
    pieces = [{text[at : at + GRAM] for at in range(0, len(text) - GRAM + 1, GRAM)} for text in texts]
    found: set[int] = set()
    for one, mine in enumerate(pieces):
        for other, text in enumerate(texts):
            if one != other and any(piece in text for piece in mine):
                found.update((one, other))
    return sorted(found)


@given(rows)
@settings(derandomize=True, max_examples=300)
def test_hashes_find_what_comparing_finds(texts: list[str]) -> None:
    assert _suspects(line_table("\n".join(texts)).lines) == plain(texts)


@given(
    st.lists(st.sampled_from(["水渠ab水渠ab水渠ab渠", "ab水渠水渠ab水渠ab水渠", "b水渠ab水渠ab水渠ab"]), max_size=15)
)
@settings(derandomize=True, max_examples=200)
def test_homes_of_a_piece_are_the_first_lines_that_hold_it(texts: list[str]) -> None:
    pieces = {text[at : at + GRAM] for text in texts for at in range(len(text) - GRAM + 1)}
    lines = {piece: tuple(n for n, text in enumerate(texts) if piece in text)[:MOST_HOMES] for piece in pieces}
    assert _homes(dict(enumerate(texts))) == {piece: found for piece, found in lines.items() if len(found) > 1}


def test_the_later_of_two_like_paragraphs_is_the_copy() -> None:
    said = "渠水到了田头，一块田分多少，账上一笔一笔都写着，谁家先浇谁家后浇，村里人心里都有数。"
    text = f"{said}\n\n闸口由三个人轮流看守，半夜也不离人。\n\n{said}\n"
    assert copied_lines(line_table(text).lines) == {2}
