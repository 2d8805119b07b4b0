"""Parts that answer each other because they mean the same, whatever the language: one meaning, or nearly one."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from screening.matching.similarity import SAME, Likeness
from screening.matching.weights import weights
from screening.names.arabic import ARTICLE
from screening.names.concepts import concept_parts, is_emblem, near_groups
from screening.names.ministries import MINISTRY
from screening.names.parsing import Part
from screening.names.scripts import script_of
from screening.names.ship_words import is_of_ships, languages_of
from screening.names.vocabulary import BUSINESS, TRADES, meanings

FEWEST_COVERING: Final = 2
TOLD: Final = frozenset({MINISTRY, "fund"})
"""What a body is that is not said by its field alone: a state's oil fund is not its oil company."""
UNIVERSITY: Final = "university"
_OF_ONE_LANGUAGE: Final = frozenset({"Greek", "Armenian", "Georgian", "Hangul", "Han", "Kana", "Hebrew"})
"""Scripts that one language is written in."""
_SHARED_WORDS: Final = {"az": "tr", "tk": "tr"}
"""Languages that have most such words in common: the tables give a word to one of them."""
_STEM: Final = 3
"""Letters that the forms of one word have in common."""


def same_meaning(left: Part, right: Part, *, exact: bool) -> Likeness | None:
    """Likeness of two parts of one meaning, or None; ``exact`` asks for the same text as well."""
    # one table may count among forms what another counts among trades ("trading house")
    alike = _group(left) == _group(right) or {left.kind, right.kind} <= BUSINESS
    if alike and not exact and (_is_kind_of_university(left, right) or _is_kind_of_university(right, left)):
        # a town's university of technology is another than its university
        return Likeness(weights().likeness["one_field"], "the one's field is not said of the other", UNIVERSITY)
    if not alike or not left.concepts & right.concepts:
        return SAME if exact and left.kind == right.kind and left.text == right.text else None
    if left.text == right.text:
        return SAME
    if exact:
        return None
    if left.kind == "number":
        return Likeness(1.0, "same number")
    shared = left.concepts & right.concepts
    if all(is_emblem(each) or (left.kind == "name" and is_of_ships(each)) for each in shared):
        return _translated_name(left, right, shared)
    if _are_two_kinds_of_university(left, right, shared):
        return Likeness(weights().likeness["one_field"], "two kinds of university", UNIVERSITY)
    how = "same legal form" if left.kind == "legal_form" else "same meaning"
    return Likeness(weights().likeness["translated"], how, ", ".join(sorted(shared)))


def _is_kind_of_university(part: Part, other: Part) -> bool:
    """Whether a part says a kind of university, by one meaning or several, and the other a university and no more."""
    says_it = any(UNIVERSITY in concept_parts(concept) for concept in part.concepts)
    return says_it and part.concepts != other.concepts == {UNIVERSITY}


def _are_two_kinds_of_university(left: Part, right: Part, shared: Set[str]) -> bool:
    """Whether two words in characters are kinds of university that other languages have one word for (理工大学 and
    科技大学, both of science and technology).
    """
    return (
        left.concepts != right.concepts
        and left.words[0].script == right.words[0].script == "Han"
        and all(UNIVERSITY in _parts(concept) for concept in shared)
    )


def _translated_name(left: Part, right: Part, shared: Set[str]) -> Likeness | None:
    """Likeness of two words that firms are called by: one may translate the other, unless both are of one language.

    Who is called Заря is not called Рассвет, though both are the dawn. Who is кара in Kyrgyz is not nero:
    names are told in the languages of trade, or of a neighbour who writes the same letters.
    """
    ours, theirs = (_languages(part, shared) for part in (left, right))
    if ours and theirs and left.words[0].script != right.words[0].script and not (ours | theirs) & weights().of_trade:
        return None
    if ours & theirs and not _are_forms_of_one(left.text, right.text):
        return None
    return Likeness(weights().likeness["translated_name"], "same meaning", ", ".join(sorted(shared)))


def _languages(part: Part, concepts: Set[str]) -> Set[str]:
    """The languages a part's words are of in these meanings; of scripts of one language it is the script."""
    script = script_of(part.text)
    if script in _OF_ONE_LANGUAGE:
        return {script}
    known = meanings(*(word.text for word in part.words))
    spoken = {each.language.partition("-")[0] for each in known if each.concept in concepts} - {"", "xx"}
    spoken |= languages_of(part.text, concepts)
    return {_SHARED_WORDS.get(language, language) for language in spoken}


def _are_forms_of_one(left: str, right: str) -> bool:
    """Whether words of one language are forms of one word: they begin alike, the Arabic article apart."""
    ours, theirs = (text.removeprefix(ARTICLE) for text in (left, right))
    return ours[:_STEM] == theirs[:_STEM]


def near_meaning(left: Part, right: Part) -> Likeness | None:
    """Likeness of two parts whose meanings translators take for one another (plant and combine), or None."""
    countries = left.kind == right.kind == "country" and len(left.words) == len(right.words) == 1
    if not countries and not {left.kind, right.kind} <= TRADES:
        return None  # a word borne as a name (Ocean) is answered by what it means alone, not by a trade near it
    shared = near_groups(left.concepts) & near_groups(right.concepts)
    if not shared:
        return None
    return Likeness(weights().likeness["near_meaning"], "nearly the same meaning", ", ".join(sorted(shared)))


def covered(part: Part, others: Sequence[Part]) -> bool:
    """Whether one of the others holds a part's meaning ("plant" beside "tractor plant"), or has it, answered or not."""
    if not part.concepts:
        return False
    return any(part.concepts & _answering(part, other) for other in others)


def _answering(part: Part, other: Part) -> frozenset[str]:
    """What another part says that may answer a part: a place what its words do ("Kherson region", область)."""
    said = part.kind in TRADES
    if said and other.kind == "place":
        return other.implied
    if _group(part) != _group(other):
        return frozenset()
    return other.implied | other.concepts if said else other.implied


def nearly_covered(part: Part, others: Sequence[Part]) -> bool:
    """Whether one of the others means what translators take for a part's: "marine" adds nothing to "shipping"."""
    near = near_groups(part.concepts) if part.kind == "descriptor" else frozenset()
    return bool(near) and any(other.kind == "descriptor" and near & near_groups(other.concepts) for other in others)


def covering(phrase: Part, others: Sequence[Part]) -> list[int]:
    """Which of the others say together what a phrase says ("research institute": "institute" and "research")."""
    if phrase.kind not in TRADES or len(phrase.implied) < FEWEST_COVERING:
        return []
    found = [j for j, other in enumerate(others) if other.kind in TRADES and other.concepts & phrase.implied]
    said = frozenset[str]().union(*(others[j].concepts & phrase.implied for j in found))
    if len(found) < FEWEST_COVERING or len(said) < FEWEST_COVERING or _leaves_a_field_unsaid(phrase, others, found):
        return []
    # An export development bank is not said by "export" and "bank", nor a ministry of agriculture by what else its
    # words in one language may say (хозяйство is the economy, too).
    several = [parts for parts in map(_parts, phrase.concepts) if len(parts) > FEWEST_COVERING or parts & TOLD]
    return found if not several or any(parts <= said for parts in several) else []


def _leaves_a_field_unsaid(phrase: Part, others: Sequence[Part], found: Sequence[int]) -> bool:
    """Whether a phrase has a word of a field that the others do not say, and one of them another field: atomic energy
    is not said by renewable energy.
    """
    said = frozenset[str]().union(*(others[j].concepts | others[j].implied for j in found))
    fields = [
        frozenset(each.concept for each in meanings(word.text) if each.kind == "descriptor") for word in phrase.words
    ]
    unsaid = any(field and field.isdisjoint(said) for field in fields)
    return unsaid and any(
        others[j].kind == "descriptor" and len(others[j].words) > 1 and not others[j].concepts <= phrase.implied
        for j in found
    )


def _parts(concept: str) -> frozenset[str]:
    return concept_parts(concept) - {concept}


def _group(part: Part) -> str:
    if part.kind in TRADES or (part.kind == "name" and part.concepts):
        return "descriptor"
    return part.kind
