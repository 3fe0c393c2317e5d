"""The characters that foreign names are written with in Chinese."""

from __future__ import annotations

SOUNDS = frozenset(
    "阿埃艾爱安奥澳巴拜班邦保鲍贝本比彼毕宾波伯博勃布查达戴丹道德登邓狄迪蒂丁顿多厄恩尔法范菲费芬丰冯佛弗夫福富盖甘冈高戈哥格葛贡古哈海汉豪赫黑亨洪胡华怀霍基吉季加贾简杰金津卡凯坎康考科柯克肯孔库奎拉莱"
    "赖兰朗劳勒雷黎李里丽利莉莲列林琳龙隆卢鲁露路伦罗洛马玛迈麦曼芒毛茅梅门蒙孟米密缅敏明摩莫默姆穆纳娜南奈内嫩妮尼涅宁纽努诺欧帕派潘庞佩彭皮珀平蒲普齐奇恰乔切琴琼丘萨塞赛桑瑟森沙莎山尚舍申圣施史士叔斯丝"
    "松苏索塔泰坦汤唐陶特腾提廷图托瓦万旺威韦维魏温文翁沃乌武西希锡夏谢辛欣雄休逊雅亚延扬耶叶伊因英尤约泽扎詹章哲珍芝兹朱卓宗祖佐吕俄萝什惹翰买孜甫热吐逊祖毕堤梳迦勋琪菈让茨宋贞喀柏瓜圭惠霞香肖娅婭爾羅馬瑪麗亞維蘭倫納貝爾喬瓊詹莊"
)
"""Characters that the official tables of transcription use most, with some traditional forms."""


def sounds(text: str) -> int:
    """Return how many characters of a text are such as names are transcribed with.

    >>> sounds("约翰史密斯"), sounds("他们明天来")
    (5, 1)
    """
    return sum(sign in SOUNDS for sign in text)
