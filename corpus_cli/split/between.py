"""What stands between and inside turns and is not spoken: headings, acts and scenes, reactions, procedure, rules."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from corpus_cli.split.lines import Line, LineTable
from corpus_cli.text.headings import heading_number
from corpus_cli.text.simplified import simplified

_RULE = re.compile(r"[\s\-_=*~—–·•#|+]+$")
_OPENERS = "(（[【〔"
_BRACKET = re.compile(r"[(（\[【〔)）\]】〕]")
LONGEST_REACTION = 300
_DIVISIONS = (
    "act scene acte scène akt aufzug auftritt szene acto escena jornada atto scena ato cena действие явление "
    "картина bild "
    "handlung abteilung bedrijf tooneel toneel näytös kohtaus felvonás jelenet perde sahne dějství výstup odsłona "
    "πραξη πράξη σκηνη σκηνή дія ява"
)
_ENDS = (
    "prologue prolog epilogue epilog épilogue prólogo epílogo prologo epilogo vorspiel nachspiel zwischenspiel "
    "intermezzo "
    "curtain vorhang finis fin ende telón rideau sipario занавес пролог эпилог"
)
_ORDINAL = (
    r"(?:erste|zweite|dritte|vierte|fünfte|sechste|siebente|siebte|achte|neunte|zehnte|elfte|zwölfte|letzte|"
    r"\p{L}+zehnte|"
    r"\p{L}+zigste)[rs]?|first|second|third|fourth|fifth|sixth|last|premi[eè]re?|deuxième|seconde?|troisième|"
    r"quatrième|"
    r"cinquième|dernière?|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|prim[oa]|terz[oa]|"
    r"quart[oa]|"
    r"pierwsz\p{L}+|drug\p{L}+|trzec\p{L}+|czwart\p{L}+|piąt\p{L}+|první|druh[áýé]|třetí|čtvrt[áýé]|pát[áýé]|"
    r"eerste|tweede|derde|vierde|vijfde|första|andra|tredje|fjärde|femte|første|anden|annen|fjerde|"
    r"ensimmäinen|toinen|kolmas|neljäs|viides|πρ[ωώ]τη|δε[υύ]τερη|τρ[ιί]τη|τ[εέ]ταρτη|перша|друга|третя|четверта|"
    r"перв\p{L}+|втор\p{L}+|трет\p{L}+|четв[её]рт\p{L}+|пят\p{L}+"
)
_WORD_OF = "|".join(_DIVISIONS.split())
_DIVISION = regex.compile(
    rf"(?i)(?:{_WORD_OF})(?:\s+(?:[ivxlc]+|\d+|(?:the\s+)?(?:{_ORDINAL}))\b[^\n]{{0,50}}|\s*[.:]?)"
    rf"|(?:der|die|das|the|la|le|el|il|l['’])?\s*(?:{_ORDINAL})\s+(?:{_WORD_OF})\b[^\n]{{0,40}}"
    r"|(?:\p{L}+\s+){1,4}(?:akt|aufzug|auftritt|szene|acte|scène|acto|escena|atto|scena|явление|действие|"
    r"bedrijf|tooneel|toneel|näytös|kohtaus|felvonás|jelenet|perde|sahne|dějství|výstup|odsłona)\s*\.?"
    rf"|(?:the\s+)?(?:{'|'.join(_ENDS.split())}|the end)\s*[.:]?"
    r"|(?-i:INT|EXT|INT\./EXT|EXT\./INT|I/E)\.\s\S.{1,60}"
    r"|第[一二三四五六七八九十百\d]{1,4}[幕场場折出回]\s*.{0,30}"
)
_ANNEX = regex.compile(r"附(?:件|录|錄)?\s*[一二三四五六七八九十\d]{0,2}\s*[：:]?\s*\S.{0,30}(?<![。！？；，])")
_DIVISION_WORDS = frozenset((*_DIVISIONS.split(), *_ENDS.split(), "end", "int", "ext", "int./ext", "ext./int", "i/e"))
_PROCEDURE = regex.compile(
    r"(?i)(?:there being no objection|the (?:legislative |bill )?clerk (?:read|proceeded|called|will)|the "
    r"assistant legislative clerk|"
    r"(?:the )?(?:motion|amendment|resolution|bill|question|joint resolution|preamble|conference "
    r"report)\b.{0,80}\b(?:was|were) "
    r"(?:agreed to|passed|put|rejected|read|ordered|laid|carried|lost|adopted|defeated|approved|seconded)\b|"
    r"question put|amendment proposed|bill read|it being .{1,40} o'clock|the (?:house|senate|committee) "
    r"(?:divided|adjourned|met|resumed|rose)\b|the (?:council|board|meeting) (?:adjourned|rose|closed|ended)\b|"
    r"thereupon,|whereupon,|accordingly \(at|the (?:result|vote) was|the yeas and nays|a recorded vote|the "
    r"sitting (?:was|is|opened|closed)|"
    r"se (?:levanta|suspende|reanuda|abre|inicia) la sesión|se suspende|(?:ábrese|suspéndese|levántase|remata|"
    r"érguese|retómase) a sesión|"
    r"sometid[oa] a votación|efectuada la votación|la séance est|la seduta|a sessão|"
    r"die sitzung (?:wird|ist)|beginn der sitzung|schluss der sitzung)"
    r"|^(?:散會|散会|休息|繼續開會|继续开会|表決結果|表决结果|[会會][议議](?:[决決]定|[议議]定|一致|到此|[于於].{1,12}|)(?:[结結]束|同意|通[过過]|：|:))"
)
# What other houses and courts report: examinations, members who rise, sittings closed.
_REPORTED = regex.compile(
    r"(?i)(?:(?:direct|cross|redirect|recross|further)[- ](?:cross[- ])?examination\b|examination by\b|"
    r"by m(?:r|s|rs)\. \p{L}+:$|"
    r"(?:several|some|many) (?:right )?hon(?:ou?rable|\.)? (?:members|senators|gentlemen) rose|"
    r"question (?:accordingly |again )?(?:agreed to|proposed|resolved|negatived)|"
    r"(?:bill|motion|clause|amendment) (?:accordingly|by leave|agreed to|made|ordered to|withdrawn|negatived)|"
    r"de (?:algemene )?(?:vergadering|beraadslaging) wordt|"
    r"(?:początek|koniec|wznowienie|przerwa) (?:w )?(?:posiedzeni|obrad)|"
    r"(?:jednání|schůze) (?:bylo?|byla|skonč|zaháj|přeruš)|överläggningen var|kammaren biföll|beslut skulle|"
    r"møtet (?:hevet|slutt)|mødet (?:hævet|slutt)|hermed sluttede|keskustelu (?:päättyi|julistettiin)|"
    r"eduskunta hyväksyi|täysistunto (?:lopetettiin|keskeytettiin|päättyi)|kapanma saati|açılma saati)"
    r"|^午[前後后].{1,10}(?:散会|休憩|開議|閉会|再開|開会)"
)
_REPORTED_FIRST = frozenset("aäbcdefhjkmopqrstöABCDEFHJKMOPQRSTÖ午")
_PROCEDURE_FIRST = frozenset("aábdeéilmpqrstwABDEÉILMPQRSTWÁlL散休繼继表会會")
LONGEST_DIVISION = 70
LONGEST_HEADING, LONGEST_HAN_HEADING = 90, 30
_VOTES = frozenset("功能团体 功能界别 地方选区 分区直选 选举委员会 赞成 反对 弃权 赞成者 反对者 弃权者 缺席".split())
_STOPS = '。！？!?…；;：:，,、）)」』”"’'
_OPEN_STOPS = "。；;，,、"


def is_rule(text: str) -> bool:
    """Say whether a line holds no letter and no number."""
    return not text[0].isalnum() and _RULE.match(text) is not None


def is_reaction(text: str) -> bool:
    """Say whether a line is one bracket from end to end: （掌聲）, (Laughter.), [Applause], a stage direction.

    >>> is_reaction("（掌聲）"), is_reaction("(一)行程（上午）")
    (True, False)
    """
    if text[0] not in _OPENERS or len(text) > LONGEST_REACTION:
        return False
    body = text.rstrip(".。 ")
    depth = 0
    for found in _BRACKET.finditer(body):
        depth += 1 if found[0] in _OPENERS else -1
        if depth == 0:
            return found.end() == len(body)
    return False


def opens_division(line: Line, table: LineTable) -> bool:
    """Say whether a line opens an act or a scene, or is a heading of Markdown's first two levels."""
    text = line.text
    if len(text) > LONGEST_DIVISION or not (line.blanks or line.number == 0):
        return False
    if text[0] == "#":
        return text.startswith(("# ", "## "))
    return is_division(text) or (text[0] == "附" and _ANNEX.fullmatch(text) is not None)


@lru_cache(maxsize=16384)
def is_division(text: str) -> bool:
    """Say whether a text is the title of an act, a scene, a prologue: ACT II, SCÈNE PREMIÈRE, Erster Akt, 第二场 夜.

    >>> [is_division(text) for text in ("SCENE II. The street.", "Zweiter Auftritt", "Act well thy part")]
    [True, True, False]
    """
    if len(text) > LONGEST_DIVISION:
        return False
    if text[0] != "第" and (text[0] > "\u2fff" or _DIVISION_WORDS.isdisjoint(_words(text))):
        return False
    return _DIVISION.fullmatch(text) is not None


def _words(text: str) -> list[str]:
    """Return the first words of a line in small letters, without the signs at their ends."""
    words = text.casefold().split(None, 4)[:4]
    return words if text.isalpha() else [word.rstrip(".:,") for word in words]


def is_procedure(line: Line, table: LineTable) -> bool:
    """Say whether a paragraph begins here that reports what the house did and nobody said."""
    begins = (
        line.blanks > 0 or (line.indent > 0 and table.wrapped) or (line.text[0] > "\u2fff" and len(line.text) <= 20)
    )
    first = line.text[0]
    if not begins:
        return False
    if first in _PROCEDURE_FIRST and _PROCEDURE.match(line.text) is not None:
        return True
    return first in _REPORTED_FIRST and _REPORTED.match(line.text) is not None


def is_heading(line: Line, table: LineTable) -> bool:
    """Say whether a line stands alone as headings do: short, blank lines around it, no full stop."""
    text = line.text
    if len(text) > LONGEST_HEADING:
        return False
    if text[0] == "#":
        return text[-1] not in _OPEN_STOPS and text.strip("#") != ""
    if text[-1] in _STOPS:
        return False
    alone = line.blanks > 0 and table.blanks_after(line.number) > 0
    if text[-1] > "\u2fff":
        bare = alone and (table.punctuated or heading_number(text) != "")
        return len(text) <= LONGEST_HAN_HEADING and (bare or opens_division(line, table))
    if table.wrapped:
        return alone and (line.indent >= 8 or text.upper() == text or text[-1] != ".")
    return opens_division(line, table) or (alone and text[-1] != "." and text.upper() == text)


def is_list_head(line: Line) -> bool:
    """Say whether a line stands over the names of those who voted: 功能團體：, 反對："""
    text = line.text
    return text[-1] in "：:" and len(text) <= 12 and simplified(text[:-1]) in _VOTES
