"""Labels of scripts without capitals (Korean, Japanese, Arabic, Hebrew, Thai), and those behind a bullet."""

from __future__ import annotations

import regex

from corpus_cli.split.shapes import Shape
from corpus_cli.text.simplified import simplified

_KOREAN_OFFICE = regex.compile(
    r"(?:\S*(?:의장|부의장|위원장|위원|의원|장관|차관|총리|대통령|실장|국장|처장|청장|원장|총장|사장|시장|도지사|구청장|교육감|"
    r"진술인|참고인|증인|전문위원|간사|대리|대표|교수|감독|작가))"
)
_KOREAN_NAME = regex.compile(r"[가-힣]{2,4}")
_PARTS = frozenset(
    "기자 사회자 진행자 질문 답변 문 답 앵커 인터뷰어 해설 청중 방청객 일동 المذيع المذيعة السائل سؤال جواب المحاور "
    "שאלה תשובה מראיין מראיינת מנחה پرسش پاسخ مجری خبرنگار ถาม ตอบ พิธีกร ผู้สัมภาษณ์ ผู้ดำเนินรายการ "
    "प्रश्न उत्तर सवाल जवाब प्रश्नकर्ता প্রশ্ন উত্তর".split()
)
_FIELDS = frozenset(
    "이름 주소 전화 전화번호 이메일 날짜 일시 장소 시간 제목 주제 내용 참고 비고 출처 예 주의 가격 결과 목적 방법 대상 "
    "とき ところ 日時 場所 العنوان التاريخ المكان הערה תאריך מקום".split()
)
_JAPANESE_OFFICE = regex.compile(
    r".{0,14}(?:议长|委员长|委员|大臣|参考人|[一二三四五六七八九十\d]+番|议员|[市町村区县会部课室局署所院校社团园场]长|知事|教育长|次长|长官|"
    r"总长|公述人|证人|者|君|官|总裁|监|主查|参与|人|さん|氏)"
)
_NO_LABEL = regex.compile(
    r"[のをにはがともで、。]|(?:出席|欠席|列席|遅参|早退|说明|职务|议事|会议|日程|傍聴|本日|场所|日时|开催|委员会)"
)
_HONORIFIC = regex.compile(r"(?:君|さん|氏|様|殿|議員)$")
LONGEST = 24


def is_caseless(key: str) -> bool:
    """Say whether a label begins with a letter of a script that has no capitals (Han apart)."""
    first = key[0]
    return "\u3040" <= first <= "\ud7a3" or ("\u0590" <= first < "\u1e00" and first.upper() == first.lower())


def caseless_shape(key: str) -> Shape:
    """Return the shape of a label in a script without capitals.

    >>> [caseless_shape(key) for key in ("기자", "이영희 위원", "김민수", "이메일")]
    ['part', 'office', 'title case', 'field']
    """
    if key in _PARTS:
        return "part"
    if key in _FIELDS:
        return "field"
    if officer(key) is not None:
        return "office"
    return "title case" if len(key) <= LONGEST and key.count(" ") <= 3 else "clause"


def officer(key: str) -> tuple[str, str] | None:
    """Return name and office of a Korean label in either order, None where it has no such parts.

    >>> officer("의장 김철수"), officer("이영희 위원")
    (('김철수', '의장'), ('이영희', '위원'))
    """
    words = key.split()
    if len(words) < 2:
        return None
    if _KOREAN_OFFICE.fullmatch(words[-1]) and _KOREAN_NAME.fullmatch(words[0]) and len(words) == 2:
        return words[0], words[-1]
    if _KOREAN_OFFICE.fullmatch(words[-2]) and _KOREAN_NAME.fullmatch(words[-1]):
        return words[-1], " ".join(words[:-1])
    return None


def bullet_shape(key: str, note: str) -> Shape:
    """Return the shape of a label behind a bullet: ○議長（山田太郎君）, ○小野寺委員長, ○의장 김철수.

    >>> bullet_shape("一番", "佐藤花子君"), bullet_shape("小野寺委員長", ""), bullet_shape("出席議員", "十二名")
    ('office', 'office', 'field')
    """
    plain = simplified(key)
    if _NO_LABEL.search(plain):
        return "field"
    if officer(key) is not None or (note and _HONORIFIC.search(note)):
        return "office"
    return "office" if _JAPANESE_OFFICE.fullmatch(plain) and not note else "other"


def honoured_person(note: str) -> str:
    """Return the name in a bracket such as （山田太郎君）, "" where nobody is so addressed."""
    name = _HONORIFIC.sub("", note)
    return name if name != note and 2 <= len(name) <= 12 else ""
