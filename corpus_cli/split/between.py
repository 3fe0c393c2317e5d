"""What stands between and inside turns and is not spoken: headings, acts and scenes, reactions, procedure, rules."""

from __future__ import annotations

import re

import regex

from corpus_cli.split.lines import Line, LineTable
from corpus_cli.split.script import simplified

_RULE = re.compile(r"[\s\-_=*~—–·•#|+]+$")
_OPENERS, _CLOSERS = "(（[【〔", ")）]】〕"
LONGEST_REACTION = 300
_DIVISION = regex.compile(
    r"(?i)(?:act|scene|acte|scène|akt|aufzug|auftritt|szene|acto|escena|jornada|atto|scena|ato|cena|действие|"
    r"явление|картина|"
    r"prologue?|prolog|epilogue?|epilog|vorspiel|nachspiel|zwischenspiel|intermezzo|curtain|vorhang|finis|fin|"
    r"ende|the end|telón|"
    r"rideau|sipario|занавес)"
    r"\b[\s.:—–-]*[\p{L}\p{N}\s.,:'’—–-]{0,40}"
    r"|(?:erste|zweite|dritte|vierte|fünfte|sechste|siebente|siebte|achte|neunte|zehnte|elfte|zwölfte|"
    r"\p{L}+zehnte|\p{L}+zigste|"
    r"first|second|third|fourth|fifth|premier|première|deuxième|troisième|quatrième|cinquième|primero?|primera|"
    r"segund[oa]|tercer[oa]?|"
    r"cuart[oa]|quint[oa]|prim[oa]|second[oa]|terz[oa]|quart[oa]|der|die|действие|явление|letzte)r?s?\s+"
    r"(?:\p{L}+\s+)?(?:akt|aufzug|auftritt|szene|act|scene|acte|scène|acto|jornada|escena|atto|scena|ato|cena|"
    r"bild|abteilung|handlung)\.?"
    r"|(?:\p{L}+\s)?(?:akt|aufzug|auftritt|szene|handlung)\s*\.?"
    r"|第[一二三四五六七八九十百\d]{1,4}[幕场場折出回]\s*.{0,30}"
)
_PROCEDURE = regex.compile(
    r"(?i)(?:there being no objection|the (?:legislative |bill )?clerk (?:read|proceeded|called|will)|the "
    r"assistant legislative clerk|"
    r"(?:the )?(?:motion|amendment|resolution|bill|question|joint resolution|preamble|conference "
    r"report)\b.{0,80}\b(?:was|were) "
    r"(?:agreed to|passed|put|rejected|read|ordered|laid)|"
    r"question put|amendment proposed|bill read|it being .{1,40} o'clock|the (?:house|senate|committee) "
    r"(?:divided|adjourned|met|resumed)|"
    r"thereupon,|whereupon,|accordingly \(at|the (?:result|vote) was|the yeas and nays|a recorded vote|the "
    r"sitting (?:was|is|opened|closed)|"
    r"se (?:levanta|suspende|reanuda|abre|inicia) la sesión|se suspende|(?:ábrese|suspéndese|levántase|remata|"
    r"érguese|retómase) a sesión|"
    r"sometid[oa] a votación|efectuada la votación|la séance est|la seduta|a sessão|"
    r"die sitzung (?:wird|ist)|beginn der sitzung|schluss der sitzung)"
    r"|^(?:散會|散会|休息|繼續開會|继续开会|表決結果|表决结果)"
)
_NUMBER = regex.compile(
    r"[一二三四五六七八九十百壹貳參叁肆伍陸柒捌玖拾]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|"
    r"\d{1,2}[、.．](?!\d)"
)
LONGEST_HEADING, LONGEST_HAN_HEADING = 90, 30
_VOTES = frozenset("功能团体 功能界别 地方选区 分区直选 选举委员会 赞成 反对 弃权 赞成者 反对者 弃权者 缺席".split())
_STOPS = '。！？!?…；;：:，,、）)」』”"’'


def is_rule(text: str) -> bool:
    """Say whether a line holds no letter and no number."""
    return _RULE.match(text) is not None


def is_reaction(text: str) -> bool:
    """Say whether a line is one bracket from end to end: （掌聲）, (Laughter.), [Applause], a stage direction.

    >>> is_reaction("（掌聲）"), is_reaction("(一)行程（上午）")
    (True, False)
    """
    if text[0] not in _OPENERS or len(text) > LONGEST_REACTION:
        return False
    body = text.rstrip(".。 ")
    depth = 0
    for place, sign in enumerate(body):
        depth += (sign in _OPENERS) - (sign in _CLOSERS)
        if depth == 0:
            return place == len(body) - 1
    return False


def opens_division(line: Line, table: LineTable) -> bool:
    """Say whether a line opens an act or a scene, or is a heading of Markdown's first two levels."""
    text = line.text
    if len(text) > 70 or (table.wrapped and not line.blanks):
        return False
    return text.startswith(("# ", "## ")) or is_division(text)


def is_division(text: str) -> bool:
    """Say whether a text is the title of an act, a scene, a prologue: ACT II, SCÈNE PREMIÈRE, Erster Akt, 第二场 夜."""
    return _DIVISION.fullmatch(text) is not None


def is_procedure(line: Line, table: LineTable) -> bool:
    """Say whether a paragraph begins here that reports what the house did and nobody said."""
    begins = line.blanks > 0 or (line.indent > 0 and table.wrapped)
    return begins and _PROCEDURE.match(line.text) is not None


def is_heading(line: Line, table: LineTable) -> bool:
    """Say whether a line stands alone as headings do: short, blank lines around it, no full stop."""
    text = line.text
    if len(text) > LONGEST_HEADING or text[-1] in _STOPS:
        return False
    if text[0] == "#":
        return True
    alone = line.blanks > 0 and table.blanks_after(line.number) > 0
    if text[-1] > "\u2fff":
        return len(text) <= LONGEST_HAN_HEADING and (opens_division(line, table) or (alone and table.punctuated))
    if table.wrapped:
        return alone and (line.indent >= 8 or text.upper() == text or text[-1] != ".")
    return opens_division(line, table) or (alone and text[-1] != "." and text.upper() == text)


def is_list_head(line: Line) -> bool:
    """Say whether a line stands over the names of those who voted: 功能團體：, 反對："""
    text = line.text
    return text[-1] in "：:" and len(text) <= 12 and simplified(text[:-1]) in _VOTES
