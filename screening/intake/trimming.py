"""Cutting a run of capitalised words down to the names in it: offices, places and what only opens a sentence go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from screening.intake.endings import ends_as, inflections
from screening.intake.lexicon import (
    is_business,
    is_form_before,
    is_given_name,
    is_legal_form,
    is_ordinary,
    is_place,
    is_place_in_case,
    is_place_itself,
    kinds,
)
from screening.intake.manners import nouns_are_capitalised, says_where
from screening.intake.personal import is_family, is_given
from screening.intake.sentences import Word
from screening.intake.telling import is_telling


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a run: the words of its sentence, where the run begins and ends in them, the
    story's words that stand in lower case somewhere, whether ordinary words are known, and the language."""

    words: Sequence[Word]
    first: int
    last: int
    lower_case: frozenset[str]
    text: str
    ordinary_known: bool = True
    language: str | None = None

    def before(self, steps: int = 1) -> str:
        """The word so many steps before the run, as the lists have it; empty where a comma or quote
        intervenes."""
        index = self.first - steps
        if index < 0:
            return ""
        gap = self.text[self.words[index].after : self.words[index + 1].start]
        return self.words[index].low if not gap.strip(' \u00a0«“"‘(') else ""

    def after(self, steps: int = 1) -> str:
        """The word so many steps after the run."""
        index = self.last + steps
        if index >= len(self.words):
            return ""
        gap = self.text[self.words[index - 1].after : self.words[index].start]
        return self.words[index].low if not gap.strip(' \u00a0»”"’)') else ""


def after_place(part: list[Word]) -> list[Word]:
    """The person behind an authority and its country, where an office stands before them: "представитель /
    Минфина США / Уолли Адейемо"."""
    places = [index for index, word in enumerate(part) if index and is_place(word.low)]
    head = part[: places[-1]] if places else []
    told = bool(kinds_of(head) & {"org_head"}) or all(word.caps for word in head)
    if not head or not told:
        return []
    rest = part[places[-1] + 1 :]
    named = all(word.capital and (is_telling(word) or is_given_name(word.low)) for word in rest)
    return rest if 2 <= len(rest) <= 3 and named else []


def kinds_of(words: Sequence[Word]) -> set[str]:
    """The kinds of word that any of these is."""
    found: set[str] = set()
    for word in words:
        found |= kinds(word.low)
    return found


def trimmed(part: list[Word], around: Around) -> list[Word]:
    """Without days and openers at the ends, and without an ordinary word that only opens the
    sentence."""
    while part and (kinds(part[-1].low) & {"time", "joiner"}) and not is_legal_form(part[-1].low) and len(part) > 1:
        part = part[:-1]
    while part and len(part) > 1 and kinds(part[0].low) & {"time"}:
        part = part[1:]
    while (
        len(part) > 1
        and "role" in kinds(part[-1].low)
        and not _joined_by_sign(part, around.text)
        and any(is_telling(word) for word in part[:-1])
    ):
        part = part[:-1]  # "Fiona Katherine Smith / Editor"
    if len(part) > 1 and part[0].opens and _only_what_is_owned(part[0]) and _is_named_behind(part):
        part = part[1:]  # "Яхта / Сулеймана Керимова", "Компанія / Усманова"
    named = len(part) > 2 and "role" in kinds(around.before()) and all(map(_may_be_name, part[1:]))
    if named and (is_place(part[0].low) or is_another(part)):
        part = part[1:]  # "с послом США / Джонатаном Хеником", "адвокат Рудака / Олена Савчук"
    part = _without_whence(part, around)
    if len(part) > 1 and "trigger_org" in kinds(part[0].low) and part[0].caps:
        part = part[1:]  # "NGO Reporters Without Borders"
    if len(part) > 2 and part[0].opens and ends_as(part[0].low, "case", "tr") and part[1].capital:
        part = part[1:]  # "Ödemelerin Marmara Yatırım Bankası üzerinden …"
    if len(part) > 1 and part[0].opens and not part[0].caps:
        ordinary = (
            is_ordinary(part[0].low)
            and "joiner" not in kinds(part[0].low)
            and not kinds_of(part[:1])
            & {
                "org_head",
                "company_head",
                "role",
                "demonym",
            }
        )
        told = any(is_telling(word) for word in part[1:])
        formed = any(is_legal_form(word.low) for word in part)
        if ordinary and told and not formed and not is_given_name(part[0].low) and not is_place(part[0].low):
            part = part[1:]
    return part


def _only_what_is_owned(word: Word) -> bool:
    """Whether a word only says what somebody has: a ship, a company; a bank or a fund may be called by his name."""
    its = kinds(word.low)
    return "trigger_vessel" in its or (is_legal_form(word.low) and "trigger_company" in its and "org_head" not in its)


def _is_named_behind(part: list[Word]) -> bool:
    """Whether a person is named behind the first word of a part."""
    return is_family(part[-1].low) or (len(part) > 2 and is_given(part[1].low))


def _may_be_name(word: Word) -> bool:
    return is_telling(word) or is_given_name(word.low) or "joiner" in kinds(word.low)


def is_another(part: list[Word]) -> bool:
    """Whether the first of three names is another person's in the genitive, whose lawyer or wife the others name."""
    first, second, last = (word.low for word in part) if len(part) == 3 else ("", "", "")
    genitive = ends_as(first, "genitive") and not is_given_name(first)
    return genitive and is_given_name(second) and not ends_as(last, "patronymic")


def _joined_by_sign(part: list[Word], text: str) -> bool:
    """Whether an ampersand joins the last word to the name: "Brodersen & Partner"."""
    return "&" in text[part[-2].after : part[-1].start]


def _without_whence(part: list[Word], around: Around) -> list[Word]:
    """Without what says from where, in front of a name: "Türkiyənin / Yıldız A.Ş.", "Moskauer / OOO Vektor Invest",
    "Istanbuler Firma / Marmara Ltd. Şti."."""
    while len(part) > 1 and part[1].capital and is_place_in_case(part[0].low):
        part = part[1:]
    form = next((index for index, word in enumerate(part) if index and is_form_before(word.low)), 0)
    if form and len(part) > form + 1 and not any(map(is_given_name, (word.low for word in part[:form]))):
        ahead = part[:form]
        if len(ahead) == 1 and (is_place(ahead[0].low) or ahead[0].opens or nouns_are_capitalised(around.language)):
            part = part[form:]
    if nouns_are_capitalised(around.language):
        part = _without_nouns(part)
    said_of = len(part) > 2 and part[0].opens and not around.ordinary_known and kinds(part[1].low) & {"demonym"}
    if said_of and not (is_business(part[0].low) or is_place(part[0].low) or is_given_name(part[0].low)):
        # "Mühimmatın Sırp / Kruna fabrikasında …", "Açıklama / Türk Hava Yolları …"
        part = part[1:] if holds_phrase(part[2:]) or all(is_business(word.low) for word in part[2:]) else part[2:]
    where = part[0].opens and says_where(part[0].low, around.language) and not is_place_itself(part[0].low)
    if len(part) > 2 and where and part[1].capital:
        part = part[1:]  # "Operasyonda Akdeniz Kanat Limited Şirketi'nin …"
    return part


def holds_phrase(part: Sequence[Word]) -> bool:
    """Whether two words of a part are an organisation's name together, or a part of one: Hava Yolları."""
    return any("org_phrase" in kinds(f"{first.low} {second.low}") for first, second in pairwise(part))


def _without_nouns(part: list[Word]) -> list[Word]:
    """Without what a firm or a person is called before its name, where nouns have capitals: "Geschäftsführer der …"."""
    if len(part) > 1 and part[0].opens and "article" in kinds(part[0].low):
        part = part[1:]
    formed = is_legal_form(part[-1].low)
    for index in range(len(part) - 1, 0, -1):
        word, before = part[index], part[index - 1]
        if not word.capital and "article_object" in kinds(word.low) and before.capital:
            return _without_nouns(part[:index]) if index > 1 else part[index + 1 :]  # "Ostbank / den Kredit"
        if word.capital and _names_only_kind(before.low) and not is_legal_form(word.low):
            return part[index:]
        of_whom = not word.capital and "article_of" in kinds(word.low)
        if of_whom and _is_a_noun(before, formed) and index == 1 < len(part) - 1:
            return part[index + 1 :]
    return part


def _german(noun: str) -> frozenset[str]:
    """The kinds of a noun, in any of its cases: Prokuristen, Konzerns."""
    endings = ("", *(ending for ending, _ in inflections("de")))
    return next((found for ending in endings if (found := kinds(noun.removesuffix(ending)))), frozenset())


def _names_only_kind(noun: str) -> bool:
    """Whether a noun only says what a person or firm is that is named behind it: Händler, but not Bank."""
    said = _german(noun)
    return "role" in said or ("trigger_company" in said and not said & {"company_head", "org_head"})


def _is_a_noun(word: Word, formed: bool) -> bool:
    """Whether a capitalised word is rather a noun than the head of a name: "Erkenntnissen / des", not "Bank der"."""
    heads = {"org_head", "company_head"} - ({"company_head"} if kinds(word.low) & {"role"} else set())
    trade = is_business(word.low) and not formed
    return not (kinds(word.low) & heads or is_given_name(word.low) or is_place(word.low) or trade)


def at_office(part: list[Word]) -> tuple[list[Word], list[Word]] | None:
    """Cut at the last office with a name after it: ("Former KNB", "Nartay Dutbayev"), the office left
    out."""
    for index in range(len(part) - 1, -1, -1):
        if "role" not in kinds(part[index].low):
            continue
        if index and "role_side" in kinds(part[index].low) and "org_head" in kinds(part[index - 1].low):
            continue  # "Procuraduría General de la Nación"
        right = part[index + 1 :]
        if right and not right[0].capital:  # "Secretary of the Treasury Wally Adeyemo"
            inner = next((i for i, word in enumerate(right) if i and is_given_name(word.low)), None)
            if inner is None:
                inner = next((i for i, word in enumerate(right) if i > 1 and is_telling(word)), None)
            right = right[inner:] if inner is not None else []
        if not any(is_telling(word) or is_given_name(word.low) for word in right):
            continue
        left = part[:index]
        while left and (kinds(left[-1].low) & {"role_side", "role"} or not left[-1].capital):
            left = left[:-1]
        while left and (kinds(left[0].low) & {"role_side", "opener", "demonym"} or is_place(left[0].low)):
            left = left[1:]
        return left, right
    return None


def without_places(words: list[Word]) -> list[Word]:
    """A person's name without "of Kazakhstan" behind it or a nationality before it."""
    for index, word in enumerate(words):
        if index > 1 and not word.capital and "whence" in kinds(word.low):
            words = words[:index]
            break
    while words and kinds(words[0].low) & {"demonym", "opener"}:
        words = words[1:]
    while words and not words[-1].capital:
        words = words[:-1]
    return words
