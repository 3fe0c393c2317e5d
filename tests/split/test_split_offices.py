"""A look at how words begin misses no word of office that the whole pattern finds."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.split.latin_offices import OFFICES, is_office_word, office_at_start, office_in

LETTERS = [chr(code) for code in (*range(0xC0, 0x17F), *range(0x400, 0x460))]
PLAIN = st.characters(codec="ascii") | st.sampled_from(LETTERS)
FOUND = st.from_regex(OFFICES.pattern, fullmatch=True, alphabet=PLAIN)
AROUND = st.text(alphabet=string.ascii_letters + " -.'éжK", max_size=6)


@given(FOUND, AROUND, AROUND)
@settings(derandomize=True, max_examples=3000)
def test_every_word_of_office_is_found(office: str, before: str, behind: str) -> None:
    for text in (office, office + behind, before + office + behind, office.upper(), before + office.title()):
        for quick, whole in ((office_at_start, OFFICES.match), (office_in, OFFICES.search)):
            one, other = quick(text), whole(text)
            assert (one and one.span()) == (other and other.span()), text
        assert is_office_word(text) == (OFFICES.fullmatch(text) is not None)
