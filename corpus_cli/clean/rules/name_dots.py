"""Write the dot of foreign names where recognition read another small sign (``罗伯特`史密斯``, `保罗.罗伯逊`).

The dot in the middle of a transcribed name comes out as a backtick, a full stop or an apostrophe.  It is a name where
the characters on both sides are those that transcriptions are made of.

Left alone: code between backticks, decimal points, full stops between Chinese words, quotes.

Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import HAN

# Characters that the official tables of transcription use most.
_SOUNDS = frozenset(
    "阿埃艾爱安奥澳巴拜班邦保鲍贝本比彼毕宾波伯博勃布查达戴丹道德登邓狄迪蒂丁顿多厄恩尔法范菲费芬丰冯佛弗夫福富盖甘冈高戈哥格葛贡古哈海汉豪赫黑亨洪胡华怀霍基吉季加贾简杰金津卡凯坎康考科柯克肯孔库奎拉莱"
    "赖兰朗劳勒雷黎李里丽利莉莲列林琳龙隆卢鲁露路伦罗洛马玛迈麦曼芒毛茅梅门蒙孟米密缅敏明摩莫默姆穆纳娜南奈内嫩妮尼涅宁纽努诺欧帕派潘庞佩彭皮珀平蒲普齐奇恰乔切琴琼丘萨塞赛桑瑟森沙莎山尚舍申圣施史士叔斯丝"
    "松苏索塔泰坦汤唐陶特腾提廷图托瓦万旺威韦维魏温文翁沃乌武西希锡夏谢辛欣雄休逊雅亚延扬耶叶伊因英尤约泽扎詹章哲珍芝兹朱卓宗祖佐吕俄萝什惹翰迦勋琪菈让茨宋贞喀柏瓜圭惠霞香肖娅婭爾羅馬瑪麗亞維蘭倫納貝爾喬瓊詹莊"
)
_DOT = regex.compile(rf"[`.'‘’･‧](?<=([{HAN}][{HAN}]).)(?=([{HAN}]{{1,2}}))")
_LEAST = {"`": 2, "･": 2, "‧": 2}


def find(page: Page) -> Iterator[Change]:
    """Yield the dot for every small sign inside a transcribed name."""
    for match in _DOT.finditer(page.text):
        around = match.group(1) + match.group(2)
        sounds = sum(sign in _SOUNDS for sign in around)
        beside = around[1] in _SOUNDS and around[2] in _SOUNDS
        if beside and sounds >= min(_LEAST.get(match.group(), 4), len(around)):
            yield Change(match.start(), match.end(), "·")


def _gate(text: str) -> bool:
    return not text.isascii() and _DOT.search(text) is not None


RULE = Rule(
    name="name-dots",
    profile="safe",
    find=find,
    gate=_gate,
    changes=(
        ("演员约翰`史密斯与玛丽亚.费尔南德斯", "演员约翰·史密斯与玛丽亚·费尔南德斯"),
        ("作家阿列克谢‧托尔斯泰", "作家阿列克谢·托尔斯泰"),
    ),
    stays=("点击`确定`按钮", "他到了.然后", "圆周率3.14", "今天.明天", "Robert.Smith", "马克说.他们"),
)
