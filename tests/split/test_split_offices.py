"""A look at how words begin and end misses no word of office that the whole patterns find."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.split import labels
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


SIGNS = ["王", "欧阳", "林", "委员", "部长", "局长", "国", "发", "会", "小", "明", "·", "院", "副", "书记"]


@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=6).map("".join))
@settings(derandomize=True, max_examples=3000)
def test_name_and_office_of_a_label_are_those_of_the_patterns(key: str) -> None:
    groups = ((labels._SUFFIX, ("name",)), (labels._INFIX, ("surname", "given")), (labels._OFFICE_NAME, ("name",)))
    found = ((match, names) for pattern, names in groups if (match := pattern.fullmatch(key)))
    match, names = next(found, (None, ()))
    if match is None or labels._RANKED.fullmatch(key) or labels._OFFICE_ONLY.fullmatch(key):
        assert labels._parts_of(key) is None
    else:
        spans = labels._parts_of(key)
        assert spans is not None
        assert spans[:2] == (tuple(match.span(name) for name in names), (match.span("office"),))
