"""Words of office in alphabetic scripts: where one stands in a label, found behind a look at how its words begin."""

from __future__ import annotations

import re

import regex

from corpus_cli.split.letters import folds_plainly

OFFICES = regex.compile(
    r"(?i)\b(?:president\w*|présiden\w*|präsident\w*|presidente?\w*|vice\s?president\w*|speaker|chair(?:man|"
    r"woman|person)?|"
    r"acting chair(?:man)?|presiding officer|chairperson|"
    r"minister(?:in|präsident(?:in)?)?|ministr[oae]s?|ministre|primer ministro|prime minister|secretary|"
    r"secretári\w*|secretario|"
    r"secretaria|"
    r"secrétaire|rapporteure?|relator\w*|relatore|clerk|sergeant[- ]at[- ]arms|chancellor|kanzler\w*|"
    r"bundeskanzler\w*|bundesminister(?:in)?|"
    r"deputy|vorsitzende\w*|alterspräsident\w*|"
    r"conselleir\w*|conseller\w*|consejer\w*|vicepresident\w*|sottosegretari\w*|presidenta|commissioner|"
    r"commissaire|attorney|solicitor|member of the commission|ministr(?:yně|yňa)?|"
    r"předsed\w+|místopředsed\w+|predsed\w+|podpredsed\w+|predsjed\w+|poslan(?:ec|kyn[ěa]|kyňa)|marszał\w+|"
    r"wicemarszał\w+|pose[łl]|posłanka|przewodnicząc\w+|sekretarz|podsekretarz|voorzitter|staatssecretaris|"
    r"talman(?:nen)?|statsråd(?:et)?|formand(?:en)?|\w+minister(?:n|en)?|puhemies|varapuhemies|"
    r"\w*ministeri|elnök\w*|miniszter\w*|képviselő|președinte\w*|başkan\w*|baskan\w*|(?:\w+ )?bakanı|milletvekili|"
    r"πρόεδρος|προεδρ\w+|υπουργ[όο]ς|"
    r"υφυπουργ[όο]ς|голову(?:ючий|юча|ючого)|міністр\w*|(?:an )?(?:leas-)?ch?eann comhairle|taoiseach|tánaiste|"
    r"(?:an )?(?:leas-)?ch?athaoirleach|"
    r"premier|treasurer|candidat[oa]|representante|defensora?|fiscal|gobernadora?|portavoz|ponente|garde des "
    r"sceaux|postmaster[- ]general|paymaster[- ]general|attorney[- ]general|solicitor[- ]general|"
    r"under-secretary|lord (?=of|president|privy|advocate|chancellor)|first lord|alcald\w+|mayoress|"
    r"bürgermeister(?:in)?|maire|sindac[oa]|prefeit[oa]|concejal\w*|"
    r"директор|губернатор|мэр|director|directeur|directora?|professor|governor|mayor|ambassador|председател\w*|"
    r"председательств\w*|"
    r"министр\w*|министър\w*|президент\w*|bundesr(?:at|ätin)|staatssekretär(?:in)?|\w*ministerin|"
    r"vizepräsident\w*|landtagspräsident\w*|parl(?:\.|amentarischer?) staatssekretär(?:in)?|"
    r"vadītāj[as]?|sēdes vadītāj[as]?|"
    r"ministr[se]|államtitkár)\b"
)
# How every word of office begins, but for those that may have anything in front (`_ANYWHERE`).
_STARTS = frozenset(
    "act alc alt amb att bas baş bun bür can cat cea cha che cle com con def dep dir fir fis for gar gob gov kan kép "
    "lan lea lor mai mar may mem mil min mís par pay pod pon por pos pre pri pro prz prä pré pře puh rap rel rep sec "
    "sek ser sin sol sot spe sta sēd tal tao tre tán und vad var vic viz voo vor wic áll гол губ дир мин мэр мін "
    "пре eln".split()
) | {"an "}
_ANYWHERE = ("minister", "bakan")
_HEADS = re.compile(r"(?=(\w..))\w+")


def office_at_start(text: str) -> regex.Match[str] | None:
    """Return the word of office that `text` begins with, None where it begins with none.

    >>> office_at_start("Minister for Education")[0], office_at_start("Mary Byrne")
    ('Minister', None)
    """
    return OFFICES.match(text) if _may_begin(text) else None


def office_in(text: str) -> regex.Match[str] | None:
    """Return the first word of office in `text`, None where there is none.

    >>> office_in("The Acting Chairman")[0], office_in("Mary Byrne")
    ('Acting Chairman', None)
    """
    return OFFICES.search(text) if _may_hold(text) else None


def is_office_word(text: str) -> bool:
    """Say whether `text` is a word of office and nothing else."""
    return _may_begin(text) and OFFICES.fullmatch(text) is not None


def _may_begin(text: str) -> bool:
    """Say whether the first signs of a text allow a word of office."""
    if not folds_plainly(text):
        return True
    low = text.lower()
    return low[:3] in _STARTS or _ANYWHERE[0] in low or _ANYWHERE[1] in low


def _may_hold(text: str) -> bool:
    if not folds_plainly(text):
        return True
    low = text.lower()
    return not _STARTS.isdisjoint(_HEADS.findall(low)) or _ANYWHERE[0] in low or _ANYWHERE[1] in low
