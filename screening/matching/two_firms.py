"""What tells two firms apart whose names are alike: what one of them has alone, and what is too little to share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from screening.matching.alignment import Alignment, Pair
from screening.matching.houses import beside_a_house, is_activity, is_business
from screening.matching.meaning import UNIVERSITY
from screening.matching.numbered import number_other_things
from screening.matching.of_one_state import is_of_one_state
from screening.matching.part_likeness import CUT_SHORT
from screening.matching.similarity import CONSONANTS, likeness
from screening.matching.traders_apart import is_trader_beside_firm
from screening.matching.weights import weights
from screening.names.concepts import fields_beside, is_state_body, near_groups
from screening.names.form_countries import states_of
from screening.names.levels import are_of_two_levels
from screening.names.ministries import is_ministry
from screening.names.parsing import LIGHT, ParsedName, Part
from screening.names.vocabulary import PLACES, meanings

TELLING: Final = frozenset({"name", "place", "country", "number", "initial", "patronymic"})
"""Kinds of part that tell one company from another; the others say what it does."""
OWN: Final = ("name", "initial")
"""Kinds without which a company's name is made of meanings only, which then have to carry it."""
MORE: Final = frozenset({"name", "number"})
SEVERAL: Final = 1.5
"""Words of business, one that says little counting half, that carry a name where all of them answer each other."""
BANK: Final = "bank"
NUMBER: Final = "number"
SHORTEST_STATE: Final = 2
TELLING_DIGITS: Final = 5
"""Digits of a number that is no year and no count."""
TRADING_HOUSE: Final = "trading_house"
FOUNDATION: Final = "foundation"
_NEARLY_FOUNDATIONS: Final = frozenset({FOUNDATION, "company", "fund", "trust", "nonprofit", "association"})
STATE: Final = frozenset({"state_enterprise", "state_corporation"})
"""Legal forms that few firms of one trade have in a country."""
MOST_TAKEN: Final = 0.5
_TRANSLATED: Final = "same meaning"
WORD_FOR_WORD: Final = 0.95
FEWEST_OF_PLURAL: Final = 4
FEWEST_BONES: Final = 4
"""Consonants that words share by chance seldom."""


def against(alignment: Alignment, left: ParsedName, right: ParsedName, strictness: float) -> list[tuple[str, float]]:
    """What speaks against two names of firms being one's: in words, and the share of the sum it takes off."""
    found = []
    body = _is_body_of_state(alignment)
    if _one_sided(alignment, _is_own) or (body and _one_sided(alignment, _is_form)):
        found.append(("one name has more of its own", weights().more_of_its_own))
    elif not body and _is_abroad(alignment, left, right):
        found.append(("one is of another state than the other's legal form", weights().more_of_its_own))
    elif not body and _adds_state(alignment, left, right) and not _told_by_number(alignment):
        found.append(("one name adds a state", weights().more_of_its_own))
    elif _one_sided(alignment, _is_place) and not body and not _told_by_number(alignment):
        found.append(("one name adds a place", min(weights().one_place * strictness, MOST_TAKEN)))
    elif _one_sided(alignment, is_trading_house):
        found.append(("one is the other's trading house", weights().more_of_its_own))
    elif house := beside_a_house(alignment, left, right):
        found.append((house, weights().more_of_its_own))
    elif _only_a(BANK, alignment) and _one_sided(alignment, is_business):
        found.append(("one name has another word of business", weights().one_meaning))
    elif _only_a(UNIVERSITY, alignment) and _one_sided(alignment, _is_field):
        found.append(("one name has another field", weights().one_meaning))
    elif _of_ministries(alignment) and (_one_sided(alignment, _is_field) or _is_nearly_a_field(alignment)):
        found.append(("one ministry has another field", weights().more_of_its_own))
    more = (
        (is_trader_beside_firm(left, right), "one is a sole trader, the other a firm", weights().more_of_its_own),
        (_is_foundation_of_a_firm(alignment), "one is a foundation, the other a firm", weights().more_of_its_own),
        (are_bodies_of_two_states(alignment), "bodies of two states", weights().more_of_its_own),
        (are_of_two_levels(left.parts, right.parts), "of two levels of a state", weights().two_levels),
        (_counts_another(alignment, left, right), "the number of something else", weights().counts_another),
        (
            number_other_things(alignment),
            "only a number in common, of another kind of thing",
            weights().more_of_its_own,
        ),
    )
    found += [(why, share) for is_so, why, share in more if is_so]
    if _meaning_only(alignment):
        share = weights().meaning_only * (weights().meaning_many if _many_meanings(alignment) else 1.0)
        found.append(("only words of business in common", share))
    elif _place_and_nearly(alignment):
        found.append(("only a place and nearly the same business in common", weights().more_of_its_own))
    elif _is_name_cut_short(alignment, left, right):
        found.append(("the one's name is the other's word of business cut short", weights().more_of_its_own))
    elif _one_translated(alignment):
        found.append(("only one word in common, translated, and one name has more", weights().one_meaning))
    elif _one_by_consonants(alignment):
        found.append(("only few consonants of one word in common, and one name has more", weights().more_of_its_own))
    return found


def _place_and_nearly(alignment: Alignment) -> bool:
    """Whether two firms share no more than a place and a trade beside the other's: many do."""
    said = [pair for pair in alignment.pairs if any(part.kind not in LIGHT for part in (*pair.left, *pair.right))]
    beside = [pair for pair in said if _is_trade_beside(pair)]
    return bool(beside) and all(
        pair in beside or all(part.kind in PLACES for part in (*pair.left, *pair.right)) for pair in said
    )


def _is_trade_beside(pair: Pair) -> bool:
    """Whether a pair is of two fields beside each other (freight, shipping)."""
    near = frozenset.intersection(
        *(near_groups(concept for part in side for concept in part.concepts) for side in (pair.left, pair.right))
    )
    return pair.likeness.value == weights().likeness["near_meaning"] and bool(near) and near <= fields_beside()


def _one_translated(alignment: Alignment) -> bool:
    """Whether two firms share one word they are called by, which the one translates, and words of business in other
    letters; and one of them has more of these.
    """
    said = [pair for pair in alignment.pairs if any(part.kind not in LIGHT for part in (*pair.left, *pair.right))]
    named = [pair for pair in said if any(part.kind in TELLING for part in (*pair.left, *pair.right))]
    if len(named) != 1 or any(part.kind != "name" for part in (*named[0].left, *named[0].right)):
        return False
    translated = all(pair.likeness.how.startswith(_TRANSLATED) and not _word_for_word(pair) for pair in said)
    return translated and any(part.kind == "descriptor" for part in (*alignment.left, *alignment.right))


def _one_by_consonants(alignment: Alignment) -> bool:
    """Whether two firms share the few consonants of one word they are called by and nothing else, and one of them says
    what it does (Meken Impeks, مكين).
    """
    said = [pair for pair in alignment.pairs if any(part.kind not in LIGHT for part in (*pair.left, *pair.right))]
    says_trade = [any(part.kind == "descriptor" for part in over) for over in (alignment.left, alignment.right)]
    return len(said) == 1 and meet_in_few_consonants(said[0]) and says_trade[0] != says_trade[1]


def meet_in_few_consonants(pair: Pair) -> bool:
    """Whether words meet in their consonants only, and these are so few that they fit many words."""
    if pair.likeness.how != CONSONANTS:
        return False
    ours, theirs = (
        frozenset().union(*(w.skeletons for part in side for w in part.words)) for side in (pair.left, pair.right)
    )
    return max(map(len, ours & theirs), default=0) < FEWEST_BONES


def _is_name_cut_short(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether one name begins with its single word of its own, which the other has as the beginning of a word of
    business. At the end a field may have cut it off.
    """
    for pair in alignment.pairs:
        if pair.likeness.how == CUT_SHORT:
            for name, mine, theirs in ((left, pair.left, pair.right), (right, pair.right, pair.left)):
                first = next(part for part in name.parts if part.kind not in LIGHT)
                half = 2 * len(mine[0].text) < len(theirs[0].text)
                if half and [*mine] == name.of_kind(*OWN) == [first] and all(part.kind not in OWN for part in theirs):
                    return True
    return False


def are_bodies_of_two_states(alignment: Alignment) -> bool:
    """Whether two names are those of bodies of two states, or places: no house of one another either."""
    return _is_body_of_state(alignment) and all(any(map(_is_place, each)) for each in (alignment.left, alignment.right))


def _only_a(sort: str, alignment: Alignment) -> bool:
    """Whether two names share no more than that they are a bank, or a university, of some place: any further word makes
    another one.
    """
    paired = [part for pair in alignment.pairs for part in (*pair.left, *pair.right)]
    if any(part.kind in OWN for part in (*paired, *alignment.left, *alignment.right)):
        return False
    said = [part.concepts for part in paired if is_business(part)]
    return bool(said) and all(sort in concepts for concepts in said)


def _of_ministries(alignment: Alignment) -> bool:
    """Whether both names are those of ministries: what firms add and drop again (trade) makes another one of these."""
    return any(
        all(any(is_ministry(concept) for part in side for concept in part.concepts) for side in (pair.left, pair.right))
        for pair in alignment.pairs
    )


def _is_nearly_a_field(alignment: Alignment) -> bool:
    """Whether two fields are paired that translators of trades may take for one another (finance, investment)."""
    near = weights().likeness["near_meaning"]
    return any(
        pair.likeness.value == near and all(part.kind == "descriptor" for part in (*pair.left, *pair.right))
        for pair in alignment.pairs
    )


def _is_field(part: Part) -> bool:
    """What a university teaches: a medical one is another than the town's (State University says nothing of it)."""
    return part.kind == "descriptor"


def _is_form(part: Part) -> bool:
    """A legal form: the body of a state has none, and a foundation of its name is another party."""
    return part.kind == "legal_form"


def _is_foundation_of_a_firm(alignment: Alignment) -> bool:
    """Whether one name is a foundation's by its form and nothing of the other is: a firm's own foundation, or another.

    What means an establishment as well is no firm's form (مؤسسة), and a fund's name is told by its own word.
    """
    for one, other in ((alignment.left, alignment.right), (alignment.right, alignment.left)):
        if any(map(is_foundation, one)):
            said = frozenset().union(*(part.concepts for part in other))
            return said.isdisjoint(_NEARLY_FOUNDATIONS)
    return False


def _is_abroad(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether one name adds a state that the other's legal form is not of: a daughter (X A.Ş., X Uzbekistan LLC)."""
    for over, other in ((alignment.left, right), (alignment.right, left)):
        states = frozenset().union(*(part.concepts for part in over if _is_state(part)))
        if not states:
            continue
        forms = [states_of(part.text) for part in other.of_kind("legal_form") if not _may_be_state(part)]
        if any(found and found.isdisjoint(states) for found in forms):
            return True
    return False


def _adds_state(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether one of two firms of a name adds a state to it: its daughter there (X Ltd, X Cyprus Ltd).

    What stands first is what the firm is called by, and behind the legal form its seat, or its ship's flag. The state
    that the other's legal form is of says nothing new (X A.Ş., X Turkey Ltd).
    """
    if not (left.of_kind(*OWN) and right.of_kind(*OWN)) or not _one_sided(alignment, _is_state):
        return False
    name, over, other = (
        (left, alignment.left, right) if any(map(_is_state, alignment.left)) else (right, alignment.right, left)
    )
    forms = [at for at, part in enumerate(name.parts) if at and part.kind == "legal_form"]
    told = _states_told(other)
    return any(
        at and part.concepts.isdisjoint(told) and not (forms and forms[0] < at)
        for at, part in enumerate(name.parts)
        if _is_state(part) and any(part is each for each in over)
    )


def _states_told(name: ParsedName) -> frozenset[str]:
    """The states that words of a name may be short for (HK), and those whose firms alone have its legal form."""
    short = {each.concept for part in name.parts for each in meanings(part.text) if each.kind == "country"}
    return frozenset(short).union(*(states_of(part.text) for part in name.of_kind("legal_form")))


def _is_state(part: Part) -> bool:
    """Whether a part names a state; two letters are as often short for something else (Uz., uzay)."""
    return part.kind == "country" and len(part.text) > SHORTEST_STATE


def _may_be_state(part: Part) -> bool:
    """Whether a legal form is a state's name as well (HK)."""
    return any(each.kind == "country" for each in meanings(part.text))


def _told_by_number(alignment: Alignment) -> bool:
    """Whether both have one number so long that nobody else has it: a military unit needs no country (в/ч 98417)."""
    numbers = (pair.left[0].text for pair in alignment.pairs if pair.left[0].kind == pair.right[0].kind == NUMBER)
    return any(len(text) >= TELLING_DIGITS for text in numbers)


def _is_body_of_state(alignment: Alignment) -> bool:
    """Whether both names are those of one body of a state, which needs neither its country nor a name of its own."""
    return any(
        is_state_body(concept)
        for pair in alignment.pairs
        if pair.likeness.value >= weights().likeness["translated"]
        for part in pair.left
        for concept in part.concepts
    )


def _meaning_only(alignment: Alignment) -> bool:
    """Whether nothing distinctive is shared, only what kind of company it is, and not even that word for word; but of a
    state's only body (Merkez Bankası; LEPL Revenue Service).
    """
    if any(part.kind == "country" for part in alignment.unsaid) or is_of_one_state(alignment):
        return False
    for pair in alignment.pairs:
        if any(part.kind in TELLING for part in (*pair.left, *pair.right)):
            return False
    exact = all(_word_for_word(pair) for pair in alignment.pairs)
    return not exact or any(part.kind not in LIGHT for part in (*alignment.left, *alignment.right))


def _many_meanings(alignment: Alignment) -> bool:
    """Whether several words of business say exactly the same and none is left: hardly two houses are called so."""
    answered = sum(_said(pair) for pair in alignment.pairs if pair.likeness.value >= weights().likeness["translated"])
    return answered >= SEVERAL and all(part.kind in LIGHT for part in (*alignment.left, *alignment.right))


def _said(pair: Pair) -> float:
    """How much a pair says of what firms do: a word of business each, half for what says little (global, national).

    Such a word counts whole where one name writes the other's in its own letters.
    """
    kinds = [{part.kind for part in side} for side in (pair.left, pair.right)]
    if all(kind & {"descriptor"} for kind in kinds):
        return float(max(1, *(sum(map(_telling_words, side)) for side in (pair.left, pair.right))))
    concepts = frozenset().union(*(part.concepts for part in (*pair.left, *pair.right)))
    if concepts & STATE or (_in_letters(pair) and _word_for_word(pair)):
        return 1.0
    return 0.5 if any(kind & {"descriptor", "generic"} for kind in kinds) else 0.0


def _in_letters(pair: Pair) -> bool:
    """Whether a word that says little stands in other letters on either side (أوميغا, Omega)."""
    return all(part.kind == "generic" for part in (*pair.left, *pair.right)) and pair.left[0].text != pair.right[0].text


def _telling_words(part: Part) -> int:
    """How many words of a part are words of business by themselves: one of "trading company"."""
    return sum(1 for w in part.words if any(each.kind == "descriptor" for each in meanings(w.text)))


def _counts_another(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether the number in two names of words of business stands behind another word: Channel One Asia, Asia-1."""
    if not alignment.pairs or left.of_kind(*OWN) or right.of_kind(*OWN):
        return False
    answer = {id(part): pair for pair in alignment.pairs for part in (*pair.left, *pair.right)}
    for pair in alignment.pairs:
        if pair.left[0].kind == pair.right[0].kind == "number":
            before = [_before(pair.left[0], left), _before(pair.right[0], right)]
            if all(before) and answer.get(id(before[0])) is not answer.get(id(before[1])):
                return True
    return False


def _before(part: Part, name: ParsedName) -> Part | None:
    """The word before a number, or before the word for it (No. 3), if it says anything."""
    at = next(i for i, each in enumerate(name.parts) if each is part)
    while at and NUMBER in name.parts[at - 1].concepts:
        at -= 1
    return name.parts[at - 1] if at and name.parts[at - 1].kind not in LIGHT else None


def _one_sided(alignment: Alignment, telling: Callable[[Part], bool]) -> bool:
    """Whether one of the names only has a part of a kind that the other lacks."""
    return any(map(telling, alignment.left)) != any(map(telling, alignment.right))


def is_trading_house(part: Part) -> bool:
    """Whether a part says that a firm is the trading house of another, which is its affiliate."""
    return TRADING_HOUSE in part.concepts


def is_foundation(part: Part) -> bool:
    """Whether a part says by its form that a foundation is meant."""
    return _is_form(part) and FOUNDATION in part.concepts


def _is_own(part: Part) -> bool:
    """Whether a left-over part makes another house, perhaps a daughter: a distinctive word, a number, a trade."""
    return part.kind in MORE or (part.kind == "descriptor" and not is_activity(part))


def _is_place(part: Part) -> bool:
    return part.kind in PLACES


def _word_for_word(pair: Pair) -> bool:
    """Whether the words are the same, or one another's transliteration, beyond meaning the same."""
    if pair.likeness.value == 1.0 or all(part.kind in LIGHT for part in pair.left):
        return True
    ours = [w for part in pair.left for w in part.words]
    theirs = [w for part in pair.right for w in part.words]
    return len(ours) == len(theirs) and all(
        likeness(a, b).value >= WORD_FOR_WORD or _is_plural(a.text, b.text) for a, b in zip(ours, theirs, strict=True)
    )


def _is_plural(one: str, other: str) -> bool:
    """Whether one English word is the other with the ending of a plural (expert, experts)."""
    short, long = sorted((one, other), key=len)
    return len(short) >= FEWEST_OF_PLURAL and short.isascii() and long in (f"{short}s", f"{short}es")
