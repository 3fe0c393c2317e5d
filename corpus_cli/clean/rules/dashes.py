"""Write the Chinese dash, and the English one, where recognition took them to pieces (`基金一一包括`, `it-—nothing`).

The long Chinese dash comes out as the character for one, once or twice, or as hyphens; the English one as a hyphen
and a dash.  一一 is also a word (one by one): it is a dash only before a preposition, a quote or a word that
cannot follow the adverb, or where the page has several and no verb that goes with the adverb stands behind them.
Between years and numbers the single character is a dash.

Left alone: 一一列举, 一一对应 and their kin, numbers (二〇一一年), a single dash, `--` in code and in typed English.

Mends 0.5 % of the errors in Chinese.  Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import HAN

_NUMBER = "一二三四五六七八九十百千〇零第初十廿卅单万"
# With 一 these are words, behind which a second one counts: 唯一一个, 统一一次.
_BEFORE_ONE = "唯惟统統专專同划劃归歸择擇逐均某每之"
_COUNTED = "年月日号·个個次位名条條种種件座张張项項批套份场場天"
_ADVERB = (
    r"[对列举介说指回答解落核记点过道作做细握告呈展登走检排比分拜照予进加给向将把被都地来去看听查问写数算认识还改配发送收取读讲述验试尝唱念]|"
    r"[应印验][验证]|为|就|在[此心]|如"
)
_DOUBLE = regex.compile(
    rf"一一(?<=[{HAN}”’》）。，]一一)(?<![{_NUMBER}{_BEFORE_ONE}]一一)(?![{_NUMBER}{_COUNTED}])(?=[{HAN}“《])"
)
_SURE = regex.compile(r"一一(?=[“《]|包括|根据|在[^此心]|由|从|作为|这|那|即|也|他|她|它|我|你)")
_AFTER_ADVERB = regex.compile(rf"一一(?:{_ADVERB})")
_RANGE = regex.compile(r"一(?<=[0-9][年月日％%]?一)(?=[0-9])")
_CHINESE_PIECES = rf"(?<=[{HAN}”》）。，！？])(?:--+|－－+|—-+|-—+|——-)(?=[{HAN}“《（])"
_PIECES = regex.compile(_CHINESE_PIECES + r"|(?<=[a-z,.;!?\"”])(?:-—|—-)(?=[\w\"“])")


def find(page: Page) -> Iterator[Change]:
    """Yield the dash for every row of signs that stands for one."""
    text = page.text
    doubles = list(_DOUBLE.finditer(text))
    doubtful = [match for match in doubles if not _SURE.match(text, match.start())]
    adverbs = any(_AFTER_ADVERB.match(text, match.start()) for match in doubtful)
    kept = {match.start() for match in doubtful} if adverbs or len(doubles) < 2 else set[int]()
    changes = [Change(match.start(), match.end(), "——") for match in doubles if match.start() not in kept]
    changes += (Change(match.start(), match.end(), "—") for match in _RANGE.finditer(text))
    for match in _PIECES.finditer(text):
        changes.append(Change(match.start(), match.end(), "—" if text[match.start() - 1].isascii() else "——"))
    yield from sorted(changes)


RULE = Rule(
    name="dashes",
    profile="safe",
    find=find,
    needs=((("-", "-—"), ("—", "-"), ("一", "一0-9"), ("－", "－")),),
    changes=(
        ("渔民的节日一一在河边举行一一“开河节”到了。", "渔民的节日——在河边举行——“开河节”到了。"),
        ("1931年一1945年，3一5人", "1931年—1945年，3—5人"),
        ("河水--母亲的河--涨了。", "河水——母亲的河——涨了。"),
        ("on both banks of it-—reeds and water", "on both banks of it—reeds and water"),
    ),
    stays=(
        "逐条一一列举，一一对应",
        "二〇一一年十一月一一日",
        "git log --oneline -1",
        "北京—上海",
        "第一一二团",
        "桥是村里唯一一座，河是县里唯一一条。",
        "他过了一一个月，又过了一一天才走。",
        "well--known, she said",
        "守恒，—一个物体",
    ),
)
