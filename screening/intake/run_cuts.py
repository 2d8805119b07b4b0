"""Where a run of capitalised words is cut: one name ends and another begins.

"Uzstanex and The Elite Investment Group" are two names, "International Flavors & Fragrances" is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from screening.intake.capital_runs import ORDINAL
from screening.intake.lexicon import is_business, is_given_name, is_legal_form, is_ordinary, is_place, kinds
from screening.intake.sentences import Word
from screening.intake.telling import is_plain, is_telling


def split(run: list[Word], text: str) -> Iterator[list[Word]]:
    """The names of a run, cut at joining words that join two names and at words that only open a
    sentence."""
    for part in _at_openers(run):
        yield from _at_joiners(part, text)


def _at_openers(run: list[Word]) -> Iterator[list[Word]]:
    """Cut before a capitalised small word: "Alleged Involvement According to", "… Imperative When
    Russian"."""
    part: list[Word] = []
    for index, word in enumerate(run):
        small = word.capital and "opener" in kinds(word.low) and not (word.caps and len(word.raw) > 1)
        small = small and not (part and "numeral" in kinds(word.low))  # "Channel One"
        ends_name = small and index and not is_legal_form(word.low) and not is_given_name(word.low)
        if small and not part and _numbers_a_firm(run, index):
            part.append(word)
            continue
        if small and not part:
            if word.low != "the" or word.opens:
                continue
        elif ends_name and word.low != "the" and not _small_inside(run, index):
            yield part
            part = []
            continue
        elif ends_name and word.low == "the" and not run[index - 1].capital and run[index - 1].low in ("and", "&"):
            yield part
            part = []
        elif ends_name and word.low == "the" and run[index - 1].capital:
            yield part
            part = []
            continue
        part.append(word)
    yield part


def _numbers_a_firm(run: list[Word], index: int) -> bool:
    """Whether a numeral that does not open the sentence belongs to a firm's name: "First Savanna Bank"."""
    word = run[index]
    heads = {"org_head", "company_head"}
    return "ordinal" in kinds(word.low) and not word.opens and len(run) > index + 2 and bool(kinds(run[-1].low) & heads)


def _small_inside(run: list[Word], index: int) -> bool:
    """Whether a capitalised small word stands inside a name: "Noy İç Ve Diş", "Reporters Without
    Borders"."""
    joins = bool(kinds(run[index].low) & {"joiner"})
    after = run[index + 1 :]
    return joins and bool(after) and after[0].capital


def _at_joiners(part: list[Word], text: str) -> Iterator[list[Word]]:
    while part and not part[-1].capital and not part[-1].low.isdigit():
        part = part[:-1]
    while part and not part[0].capital and not ORDINAL.fullmatch(part[0].low):
        part = part[1:]
    index = 1
    while index < len(part):
        if part[index].capital or part[index].low.isdigit():
            index += 1
            continue
        end = index
        while not part[end].capital and not part[end].low.isdigit():
            end += 1
        if not _joins(part[:index], part[index:end], part[end:]):
            yield part[:index]
            yield from _at_joiners(part[end:], text)
            return
        index = end
    if part:
        yield part


def _joins(left: list[Word], joint: list[Word], right: list[Word]) -> bool:
    """Whether small words join two parts of one name."""
    low = joint[0].low
    left_told = any(is_telling(word) for word in left)
    right_told = any(is_telling(word) for word in _to_joint(right))
    if any(kinds(word.low) & {"time"} for word in right[:1]):
        return False
    if "with" in kinds(low):
        return False  # "Baslam Nakliyat ile ASL Enerji"
    if "and" in kinds(low):
        if _is_repeated(left, right) or (len(joint) > 1 and _has_head(left[-1:]) and _has_head(right)):
            return False  # "Bank Saderat and Bank Sepah", "Quds Force and the … Shipping Lines"
        near = is_business(left[-1].low) and is_business(right[0].low) and len(left) > 1
        if near and not right_told:
            return True  # "Shanghai Winsun Imp and Exp Co Ltd"
        if _office_of(left) and not left_told and right_told and _is_field(right[0]):
            return True  # "Minister of Economy and Finance Ilhom Norqulov"
        if left_told or right_told or any(is_place(w.low) for w in (*left[-1:], *right[:1])):
            return False
        head = _has_head(_to_joint(right)[-1:])
        open_left = not _has_head(left[-1:]) or len(left) == 1
        return (head and open_left) or (
            any(word.low in ("of", "for") for word in left) and not _has_head(_to_joint(right)[-1:])
        )
    if "preposition" in kinds(low):
        if _is_firm_of_ordinary_words(left) and is_place(right[0].low):
            return False  # "Cape Gemi / of Istanbul"
        if len(left) == 1 and left[0].opens and not _has_head(left) and _is_firm_of_ordinary_words(_to_joint(right)):
            return False  # "Lawyers / for Cape Gemi"
        if is_given_name(left[0].low) and left_told and len(left) > 1:
            return False  # "Kassym-Jomart Tokayev of Kazakhstan"
        if low == "in" and is_place(right[0].low):
            return False  # "Nazarbayev University in Astana"
        if is_legal_form(left[-1].low) and len(left) > 2 and not kinds(left[-1].low) & {"trigger_company"}:
            return False  # "Silk Logistics LLP / of Almaty"
        if (
            low == "of"
            and len(left) == 1
            and left[0].opens
            and right_told
            and is_plain(left[0])
            and not _has_head(left)
        ):
            return False  # "Shares / of Vantor Ltd."
        if low == "of" and len(left) == 1 and is_given_name(left[0].low):
            return True  # "Daniel of Galicia"
        if low == "of":
            return _has_head(left) or _has_role(left) or not left_told
        return (_has_head(left) and not right_told) or not (left_told or right_told)
    return True


def _is_repeated(left: list[Word], right: list[Word]) -> bool:
    """Whether one word for a firm or body begins what stands on either side, more behind it."""
    return min(len(left), len(right)) > 1 and left[0].low == right[0].low and _has_head(left[:1])


def _is_firm_of_ordinary_words(words: Sequence[Word]) -> bool:
    """Whether a word of business in another language ends words that are no name by themselves: "Cape Gemi"."""
    last = words[-1].low
    return (
        len(words) > 1 and is_business(last) and not is_ordinary(last) and not _has_head(words) and not _has_role(words)
    )


def _to_joint(words: list[Word]) -> list[Word]:
    for index, word in enumerate(words):
        if not word.capital and not word.low.isdigit():
            return words[:index]
    return words


def _has_head(words: Sequence[Word]) -> bool:
    return any(kinds(word.low) & {"org_head", "company_head", "event_head", "place_head"} for word in words)


def _office_of(words: Sequence[Word]) -> bool:
    """Whether an office stands in a run that says of what: "Deputy Minister of Economy"."""
    return any("role" in kinds(word.low) and after.low == "of" for word, after in pairwise(words))


def _is_field(word: Word) -> bool:
    """Whether a word may be what an office is for: an ordinary word that names nobody."""
    return is_plain(word) and not is_given_name(word.low) and not kinds(word.low) & {"role", "org_head"}


def _has_role(words: Sequence[Word]) -> bool:
    return any("role" in kinds(word.low) for word in words)
