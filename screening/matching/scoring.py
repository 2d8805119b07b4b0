"""From an alignment to a score that is a sum a reviewer can read.

    score = Σ points,   points of a pair = its share of all weight × its likeness

The weight of a part is that of its kind times its rarity (``lists/rules/matching.toml``, ``lists/words/rarity.tsv``).
Left-over parts take their share of the weight and give no points; where both sides are left with a part of one
kind, the names contradict each other, and points are taken off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from screening.matching.alignment import Alignment, Pair, align
from screening.matching.cut_names import completed
from screening.matching.fathers_first import father_first
from screening.matching.houses import is_activity
from screening.matching.joining import TOGETHER
from screening.matching.letters_agreed import letters_agreed
from screening.matching.mended import mended
from screening.matching.numbers_agreed import numbers_agreed
from screening.matching.scores import READ_AS, Points, Score
from screening.matching.similarity import CONSONANTS, SOUNDS
from screening.matching.two_firms import (
    OWN,
    are_bodies_of_two_states,
    is_foundation,
    is_trading_house,
    meet_in_few_consonants,
)
from screening.matching.two_firms import against as firms_against
from screening.matching.two_persons import against as persons_against
from screening.matching.unsaid import unsaid
from screening.matching.weights import ModeWeights, weights
from screening.names.parsing import LIGHT, ParsedName, Part
from screening.names.vietnamese import are_written_apart

AFFILIATE_LIKENESS: Final = 0.97
"""How well each distinctive word of the listed name must be answered for a possible affiliate."""
TOO_LITTLE: Final = frozenset({f"{TOGETHER}, {CONSONANTS}", f"{TOGETHER}, sounds alike"})
"""How words meet that is too little to say that a longer name is of the same house: "Elektrik" is not al-Qatirji."""
FEW_LETTERS: Final = 5
"""Letters that words written together and another word have in common by chance."""
BORNE: Final = frozenset({"name", "patronymic", "initial", "number"})
"""Kinds of part that a party bears as its own."""
LETTERED: Final = frozenset({"initial", "legal_form", "particle"})
GROUPS: Final = {"generic": "descriptor", "activity": "descriptor"}


_Taken = tuple[tuple[Part, ...], tuple[Part, ...], str, float]
"""What speaks against a pair: the parts on both sides, how, and the share of the sum it takes off."""


def score(left: ParsedName, right: ParsedName) -> Score:
    """Score two names parsed in the same mode."""
    if left.folded == right.folded and left.folded and not _only_marks_tell(left, right):
        return _identical(left, right)
    found = _in_order(left, right)
    whole = completed(left, right)
    if whole is None:
        return found
    ours, theirs, cut, word = whole
    return max(score(ours, theirs).cut_off(cut, word), found, key=lambda each: each.value)


def _only_marks_tell(left: ParsedName, right: ParsedName) -> bool:
    """Whether persons whose names are folded alike are two as they are written."""
    return left.mode == "person" and left.text != right.text and are_written_apart(left.text, right.text)


def _in_order(left: ParsedName, right: ParsedName) -> Score:
    """Aligned in one order only, so that no choice between equals can depend on who is named first."""
    if right.folded < left.folded:
        return _swapped(_score(right, left))
    return _score(left, right)


def _swapped(found: Score) -> Score:
    def lines() -> tuple[Points, ...]:
        return tuple(replace(line, left=line.right, right=line.left) for line in found.lines)

    return Score(found.value, lines, found.holds_left, found.holds_right)


def _score(left: ParsedName, right: ParsedName) -> Score:
    if left.mode == "organisation" and left.folded.isascii() != right.folded.isascii():
        left, right = letters_agreed(left, right)
    if left.mode != "person":
        left, right = numbers_agreed(left, right)
    alignment = align(left, right)
    mode = weights().modes[left.mode]
    if left.mode == "organisation" and not (left.of_kind(*OWN) and right.of_kind(*OWN)):
        mode = weights().modes["bare"]
    shares = [_pair_weight(pair, mode) for pair in alignment.pairs]
    over_left, said_left, unsaid_left = _left_over(left, alignment.left, right, alignment.right, mode)
    over_right, said_right, unsaid_right = _left_over(right, alignment.right, left, alignment.left, mode)
    total = sum(shares) + sum(over_left) + sum(over_right)
    if total <= 0:
        return Score(0.0, (), False, False)
    strictness = _strictness(alignment)
    values = [_value(pair, strictness) for pair in alignment.pairs]
    agreed = sum(share / total * value for share, value in zip(shares, values, strict=True))
    said = replace(alignment, left=said_left, right=said_right, unsaid=(*unsaid_left, *unsaid_right))
    taken = _taken_off(left, right, said)
    value = agreed
    for _, _, _, share in taken:
        value -= value * share

    def lines() -> tuple[Points, ...]:
        found = [
            Points(
                _text(pair.left),
                _text(pair.right),
                pair.likeness.how,
                pair.likeness.scheme,
                share / total,
                share / total * value,
            )
            for pair, share, value in zip(alignment.pairs, shares, values, strict=True)
        ]
        found += [
            Points(part.text, "", f"left over ({part.kind})", "", weight / total, 0.0)
            for part, weight in zip(alignment.left, over_left, strict=True)
        ]
        found += [
            Points("", part.text, f"left over ({part.kind})", "", weight / total, 0.0)
            for part, weight in zip(alignment.right, over_right, strict=True)
        ]
        left_of_sum = agreed
        for ours, theirs, how, share in taken:
            found.append(Points(_text(ours), _text(theirs), how, "", 0.0, -left_of_sum * share))
            left_of_sum -= left_of_sum * share
        found.sort(key=lambda line: (-abs(line.weight), -line.points, line.how, *sorted((line.left, line.right))))
        return (*found, *_read_otherwise(left, right))

    holds_right, holds_left = _held(alignment, left.mode)
    if left.mode == "organisation" and are_bodies_of_two_states(said):
        holds_right = holds_left = False
    return Score(round(min(1.0, max(0.0, value)), 6), lines, holds_right, holds_left)


def _identical(left: ParsedName, right: ParsedName) -> Score:
    same = Points(left.folded, right.folded, "same", "", 1.0, 1.0)
    return Score(1.0, lambda: (same, *_read_otherwise(left, right)), False, False)


def _read_otherwise(left: ParsedName, right: ParsedName) -> Iterator[Points]:
    """Lines worth nothing that say which words were not read as they are written."""
    for written, read in mended(left.text):
        yield Points(written, "", f"{READ_AS} {read}", "", 0.0, 0.0)
    for written, read in mended(right.text):
        yield Points("", written, f"{READ_AS} {read}", "", 0.0, 0.0)


def _text(parts: tuple[Part, ...]) -> str:
    return " ".join(part.text for part in parts)


def _weight(part: Part, mode: ModeWeights) -> float:
    base = mode.weight.get(part.kind, mode.weight["name"])
    if part.kind in {"name", "patronymic"}:
        flat = mode.weight.get("flat", 0.0)
        return base * (flat + (1.0 - flat) * part.rarity)
    return base


def _pair_weight(pair: Pair, mode: ModeWeights) -> float:
    left = sum(_weight(part, mode) for part in pair.left)
    right = sum(_weight(part, mode) for part in pair.right)
    return (left + right) / 2


def _left_over(
    name: ParsedName, over: tuple[Part, ...], other: ParsedName, others_over: tuple[Part, ...], mode: ModeWeights
) -> tuple[list[float], tuple[Part, ...], tuple[Part, ...]]:
    """The weights of the parts a name has over; those that speak against the other name; those it merely leaves out."""
    weighed = [_left_over_weight(part, mode) for part in over]
    left_out = unsaid(name, over, other, others_over)
    if not left_out:
        return weighed, over, ()
    shares = [next((share for each, share in left_out if each is part), None) for part in over]
    return (
        [weight if share is None else weight * share for weight, share in zip(weighed, shares, strict=True)],
        tuple(part for part, share in zip(over, shares, strict=True) if share is None),
        tuple(part for part, _ in left_out),
    )


def _left_over_weight(part: Part, mode: ModeWeights) -> float:
    kind = "activity" if part.kind == "descriptor" and is_activity(part) else part.kind
    return _weight(part, mode) * mode.left_over.get(kind, 1.0)


def _taken_off(left: ParsedName, right: ParsedName, alignment: Alignment) -> list[_Taken]:
    """What speaks against the pair: each takes off its share of what is left of the sum, so that an order remains."""
    mode = left.mode
    found = _contradictions(alignment, weights().modes[mode])
    if not alignment.in_order:
        # Where a comma tells the family name, it is no father's name that stands before a son's, but in Arabic names.
        swapped = mode == "person" and (
            father_first(alignment, left, right) if "," in left.text + right.text else alignment.swapped
        )
        found.append(((), (), "other order", weights().person["swapped"] if swapped else weights().order[mode]))
    if mode == "person":
        found += [((), (), how, weights().person[which]) for how, which in persons_against(alignment, left, right)]
    if mode == "organisation":
        found += [((), (), how, share) for how, share in firms_against(alignment, left, right, _strictness(alignment))]
    return found


def _contradictions(alignment: Alignment, mode: ModeWeights) -> list[_Taken]:
    """Parts of one kind left over on both sides: they say different things."""
    if not alignment.left or not alignment.right:
        return []
    found: list[_Taken] = []
    for kind, share in sorted(mode.contradiction.items()):
        left = tuple(part for part in alignment.left if GROUPS.get(part.kind, part.kind) == kind)
        right = tuple(part for part in alignment.right if GROUPS.get(part.kind, part.kind) == kind)
        if kind == "descriptor" and not (_trades(left) and _trades(right)):
            continue
        if left and right:
            found.append((left, right, f"contradiction ({kind})", share))
    if "number" in mode.contradiction:
        left, right = _letters(alignment.left), _letters(alignment.right)
        if left and right:
            found.append((left, right, "contradiction (letter)", mode.contradiction["number"]))
    return found


def _letters(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Single letters, which tell firms apart as numbers do (Plant A, Plant C); those that are small words do not."""
    return tuple(part for part in parts if len(part.text) == 1 and part.text.isalpha() and part.kind in LETTERED)


def _trades(parts: tuple[Part, ...]) -> bool:
    """Whether any part says what a company does, and not only what size or sort it is (group, complex)."""
    return any(part.kind == "descriptor" for part in parts)


def _strictness(alignment: Alignment) -> float:
    """How much more a difference in spelling counts where little is written: 1 for a name of some length."""
    letters = sum(
        min(len(_text(pair.left)), len(_text(pair.right)))
        for pair in alignment.pairs
        if any(part.kind in BORNE for part in pair.left)
    )
    short = weights().short
    return 1.0 + short["factor"] * max(0.0, 1.0 - letters / short["letters"])


def _value(pair: Pair, strictness: float) -> float:
    like = pair.likeness.value
    if pair.likeness.how.startswith("spelling"):
        return max(0.0, 1.0 - (1.0 - like) * strictness)
    if pair.likeness.how.startswith("sounds"):  # two spellings of one word, most likely: half as strict
        return max(0.0, 1.0 - (1.0 - like) * (1.0 + strictness) / 2)
    return like


def _meet_by_chance(pair: Pair) -> bool:
    """Whether words meet in too little to say that a longer name is of the same house: "Hazine" is not Haqqani.

    A word of business or a place of one name is not what another is called by, though it sounds so (России, Rossi).
    """
    named = all(any(part.kind == "name" for part in side) for side in (pair.left, pair.right))
    if not named and pair.likeness.how.startswith((SOUNDS, CONSONANTS)):
        return True
    if pair.likeness.how.startswith(TOGETHER) and any(map(_is_of_small_words, (pair.left, pair.right))):
        return True
    return pair.likeness.how in TOO_LITTLE or meet_in_few_consonants(pair)


def _is_of_small_words(parts: tuple[Part, ...]) -> bool:
    """Whether words that are written together elsewhere are so small that others make the same (TEA CO, IN AN)."""
    texts = [text for part in parts for text in part.text.split()]
    return len(texts) > 1 and all(map(str.isascii, texts)) and sum(map(len, texts)) <= FEW_LETTERS


def _held(alignment: Alignment, mode: str) -> tuple[bool, bool]:
    """Whether the left name holds all distinctive words of the right and more, and the other way round."""
    if mode != "organisation":
        return False, False
    answered = [
        pair
        for pair in alignment.pairs
        if any(part.kind == "name" for part in (*pair.left, *pair.right))
        and pair.likeness.value >= AFFILIATE_LIKENESS
        and not _meet_by_chance(pair)
    ]
    if not answered or len(answered) < sum(
        1 for pair in alignment.pairs if any(part.kind == "name" for part in (*pair.left, *pair.right))
    ):
        return False, False
    more_left, more_right = _more(alignment.left, alignment.right), _more(alignment.right, alignment.left)
    names_left = any(part.kind == "name" for part in alignment.left)
    names_right = any(part.kind == "name" for part in alignment.right)
    return more_left and not names_right, more_right and not names_left


def _more(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> bool:
    """Whether a name says more than the other; a number does not where the other has a trade (K-136, K Aviation)."""
    kinds = {"descriptor" if is_trading_house(part) or is_foundation(part) else part.kind for part in ours} - LIGHT
    return bool(kinds - {"number"}) or (bool(kinds) and not any(part.kind == "descriptor" for part in theirs))
