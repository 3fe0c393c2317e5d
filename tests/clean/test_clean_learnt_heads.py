"""What the heads and page numbers that a corpus of pages shows do to its pages, and which corpora show none."""

from __future__ import annotations

from itertools import count, cycle, islice
from operator import add

import pytest

from corpus_cli.clean import Heads, Lexicon, clean_texts, cleaner, learn

SENTENCES = (
    "渡口在镇的北头，早晨雾大，船要等太阳出来才开。",
    "撑船的老人姓何，他父亲和祖父也撑船，船换了五条，人没有换过。",
    "过河的多是赶集的人，有的挑着菜，有的牵着羊，船一离岸就说起话来。",
    "后来上游修了桥，过河的人少了，老人还是每天把船摇到对岸去。",
    "他说船要是不动，木头就要裂，人也是一样的。",
)
ENGLISH = (
    "The ferry left the landing before the sun had cleared the hills, and nobody spoke until it was across. ",
    "He had kept the rope for thirty years and had never once asked a stranger why he wished to go over. ",
    "In the spring the water came up to the second step of the chapel, and the children were kept indoors. ",
)


def book(sentences: tuple[str, ...], size: int, pages: int) -> list[str]:
    """Return one running text cut into pages wherever a page is full."""
    days = ("".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(n)) for n in count(100))
    numbers = days if sentences is SENTENCES else cycle([""])
    text = "".join(map(add, numbers, islice(cycle(sentences), 2 * pages * size // min(map(len, sentences)))))
    return [text[n * size + n % 3 : (n + 1) * size + (n + 1) % 3].strip() for n in range(pages)]


def cleaned(texts: list[str], lexicon: Lexicon | None = None) -> list[str]:
    """Return what the rule makes of texts with what they show themselves."""
    chosen = cleaner(only=["learnt-heads"], lexicon=lexicon or learn(texts))
    return [done.text for done in clean_texts(texts, chosen)]


@pytest.mark.parametrize(
    ("sentences", "size", "left", "right"),
    [(SENTENCES, 170, "何家渡纪事", "第二章之渡口"), (ENGLISH, 700, "THE OLD FERRY", "OF ROPES AND WATER")],
    ids=["zh", "en"],
)
def test_heads_and_numbers_that_come_back_go(sentences: tuple[str, ...], size: int, left: str, right: str) -> None:
    body = book(sentences, size, 40)
    pages = [f"{(left, right)[n % 2]}\n\n{text}\n\n{n + 17}" for n, text in enumerate(body)]
    assert cleaned(pages)[2:] == body[2:]


def test_a_title_with_a_number_beside_it_is_known_by_the_number() -> None:
    body = book(SENTENCES, 170, 12)
    titles = ["雾里的船", "撑船的人", "修桥那年"]
    pages = [f"{titles[n // 4]}   {n + 31}\n{text}" for n, text in enumerate(body)]
    assert learn(pages).top == Heads(pages=((31, 42),))
    assert cleaned(pages) == body


def test_the_heads_of_chapters_go_too() -> None:
    body = book(SENTENCES, 170, 24)
    heads = [("何家渡纪事", "第三章 渡口" if n < 12 else "第四章 祠堂")[n % 2] for n in range(24)]
    assert cleaned([f"{head}\n\n{text}" for head, text in zip(heads, body, strict=True)])[2:] == body[2:]


def test_double_pages_count_on_by_two() -> None:
    body = book(SENTENCES, 170, 6)
    pages = [f"{text}\n· {2 * n + 30} ·\n" for n, text in enumerate(body)]
    assert cleaned(pages) == [f"{text}\n" for text in body]


def test_a_misread_head_goes_too() -> None:
    pages = [f"何家渡纪事\n\n{text}" for text in book(SENTENCES, 170, 20)]
    pages[9] = pages[9].replace("何家渡纪事", "何家渡纪亊")
    assert not cleaned(pages)[9].startswith("何家渡")


def test_a_title_stays_where_heads_repeat_it() -> None:
    body = book(SENTENCES, 170, 20)
    body[0] = SENTENCES[2] + SENTENCES[0] + "他说"
    pages = [f"何家渡纪事\n\n{text}" for text in body]
    assert cleaned(pages) == [pages[0], *body[1:]]
    by_author = f"何家渡纪事\n\n何春生\n\n{body[4]}"
    assert cleaned([by_author], learn(pages)) == [by_author]


WHOLE = ["".join(islice(cycle(SENTENCES), n % 3, n % 3 + 9)) for n in range(20)]


@pytest.mark.parametrize(
    "texts",
    [
        [f"{n + 1}\n\n{text}" for n, text in enumerate(WHOLE)],
        [f"{text}\n\n（{n + 1}）" for n, text in enumerate(WHOLE)],
        [f"第{n + 1}章\n\n{text}" for n, text in enumerate(WHOLE)],
        [f"读者来信\n\n{text}" for text in WHOLE],
        [f"本报讯\n\n{text}" for text in book(SENTENCES, 170, 3)],
        [f"第一条\n\n{text}\n\n第二条\n\n{text}" for text in WHOLE],
        [f"年份\n{1950 + n}\n{text}" for n, text in enumerate(book(SENTENCES, 170, 20))],
        [f"无题\n\n风从河上来\n\n{n + 1}" for n in range(20)],
        [f"Chapter {n + 1}\n\n{ENGLISH[n % 3]}" for n in range(20)],
        [f"Dear Sir\n\n{ENGLISH[n % 3]}{ENGLISH[0]}" for n in range(20)],
    ],
    ids=["chapters", "poems", "zh-chapters", "letters", "few", "law", "years", "verse", "en-chapters", "en-letters"],
)
def test_what_only_repeats_or_counts_stays(texts: list[str]) -> None:
    assert cleaned(texts) == texts


def test_heads_are_typed_where_they_are_kept() -> None:
    pages = [f"何家渡纪事\n\n{text}\n\n{n + 17}" for n, text in enumerate(book(SENTENCES, 170, 20))]
    chosen = cleaner(only=["furniture", "learnt-heads"], lexicon=learn(pages), keep_furniture=True)
    (done,) = clean_texts(pages[5:6], chosen)
    assert done.text == pages[5]
    assert [(done.text[line.start : line.end], line.kind) for line in done.furniture] == [
        ("何家渡纪事", "head"),
        ("22", "page-number"),
    ]


def test_nothing_is_learnt_from_pages_out_of_order() -> None:
    pages = [f"{text}\n\n{n * 7 % 20 + 17}" for n, text in enumerate(book(SENTENCES, 170, 20))]
    assert learn(pages).bottom.pages == ()
