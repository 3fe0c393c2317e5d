"""Give private-use characters their public form where it is known.

Older Chinese systems put eighty-odd characters of the national standard at private code points, which Unicode has
encoded since; word processors write the bullets of symbol fonts at private code points.  Both show as empty boxes.
The tables hold only what the standard itself (GB 18030-2022) and the symbol fonts define.

Left alone: every other private character, because only its font knows what it is; it is no noise but a lost sign.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule

# GB 18030-2000 code points and what GB 18030-2022 has in their place.
_STANDARD = str.maketrans(
    {
        **{0xE78D + n: sign for n, sign in enumerate("\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19")},
        **dict(zip((0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864), "龴龵龶龷龸龹龺龻", strict=True)),
        **dict(zip((0xE816, 0xE817, 0xE818, 0xE831, 0xE83B, 0xE855), "𠂇𠂉𠃌𡗗𢦏𤇾", strict=True)),
        0xE7C7: "ḿ",
        0xE7C8: "ǹ",
    }
)
# Bullets of Symbol and Wingdings, at the start of a line only.
_BULLETS = str.maketrans({0xF0B7: "•", 0xF0A7: "▪", 0xF06C: "●", 0xF06E: "■", 0xF0D8: "➢", 0xF0FC: "✓", 0xF075: "◆"})

_PRIVATE = re.compile("[\ue78d-\ue864\uf06c-\uf0fc]")


def find(page: Page) -> Iterator[Change]:
    """Yield the public form of every private character that has one."""
    text = page.text
    for match in _PRIVATE.finditer(text):
        place = match.start()
        public = match.group().translate(_STANDARD)
        if public == match.group() and not text[text.rfind("\n", 0, place) + 1 : place].strip():
            public = public.translate(_BULLETS)
        if public != match.group():
            yield Change(place, place + 1, public)


def _gate(text: str) -> bool:
    return not text.isascii() and _PRIVATE.search(text) is not None


RULE = Rule(
    name="private-use",
    profile="safe",
    find=find,
    needs=("\ue000-\uf8ff",),
    gate=_gate,
    changes=(
        ("\uf0b7 学习文件\n\uf0b7 讨论发言", "• 学习文件\n• 讨论发言"),
        ("  \uf0a7 first item", "  ▪ first item"),
        ("拼音 \ue7c8", "拼音 ǹ"),
        ("\uf0d8 пункт первый", "➢ пункт первый"),
    ),
    stays=("某字\ue000不明", "甲\uf0b7乙", "a\uf8ffb"),
)
