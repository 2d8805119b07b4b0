"""A firm beside a house of its name: a group and its firms, a national firm and those it founded, a firm with one
business more.
"""

from __future__ import annotations

from collections.abc import Sequence

from screening.matching.alignment import Alignment
from screening.matching.weights import weights
from screening.names.national_bodies import body_of
from screening.names.parsing import LIGHT, ParsedName, Part
from screening.names.vocabulary import TRADES


def beside_a_house(alignment: Alignment, left: ParsedName, right: ParsedName) -> str:
    """What tells that one firm is of the other's house, and not the same; empty where nothing does."""
    if _is_of_the_group(alignment) or _adds_to_a_group(alignment):
        return "one is a group, the other a firm of its name"
    if _is_daughter(alignment, left, right):
        return "one is a national firm, the other a business of its name"
    if _is_limited_daughter(alignment, left, right):
        return "one is a joint-stock company, the other a limited one with a business"
    if _is_daughter_by_form(alignment, left, right):
        return "one is a daughter by its legal form, with a business in its name"
    if _has_another_business(alignment):
        return "one name adds a business to the other's"
    return ""


def _is_of_the_group(alignment: Alignment) -> bool:
    """Whether one name says that it is a group's, and the other has a business in its place (X Group, X Logistics)."""
    return any(
        any(part.concepts & weights().groups for part in whole)
        and any(part.kind in TRADES and not part.concepts & weights().groups for part in other)
        and not any(part.concepts & weights().groups for part in other)
        for whole, other in ((alignment.left, alignment.right), (alignment.right, alignment.left))
    )


def _adds_to_a_group(alignment: Alignment) -> bool:
    """Whether both names say that they are a group's and nothing else of what they do, and one has a business more
    (X Group, X Group Logistics).
    """
    said = [part for pair in alignment.pairs for part in (*pair.left, *pair.right)]
    others = [part for part in said if part.kind == "descriptor" and not part.concepts & weights().groups]
    if others or not any(part.concepts & weights().groups for part in said):
        return False
    return any(
        not other and any(_is_trade(part) or _is_of_a_daughter(part) for part in more)
        for more, other in (
            (_telling(alignment.left), _telling(alignment.right)),
            (_telling(alignment.right), _telling(alignment.left)),
        )
    )


def _telling(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.kind not in LIGHT]


def _is_daughter(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether one is the name of a national firm and the other that name with a business (SOCAR, SOCAR Trading).

    Other firms add such words to their names and drop them again; these have founded a firm for each.
    """
    return any(
        any(map(_is_of_a_daughter, more))
        and not any(map(is_business, less))
        and body_of(whole.folded) is not None
        and body_of(other.folded) is None
        for whole, other, less, more in (
            (left, right, alignment.left, alignment.right),
            (right, left, alignment.right, alignment.left),
        )
    )


def _is_limited_daughter(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether one is a joint-stock company's name and the other that of a limited one with a business more.

    Firms drop such words and change their forms; hardly both at once, and so (АО «X», ООО «X-Сервис»).
    """
    return any(
        (added := [part for part in more if part.kind != "legal_form"])
        and all(part.kind in TRADES and part.concepts & weights().of_daughters for part in added)
        and not any(map(is_business, less))
        and _has_form(whole, weights().forms_of_houses, other)
        and _has_form(other, weights().forms_of_daughters, whole)
        for whole, other, less, more in (
            (left, right, alignment.left, alignment.right),
            (right, left, alignment.right, alignment.left),
        )
    )


def _is_daughter_by_form(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether the legal form of one says that it is another's daughter, and its name has a business that the other's,
    of another form, has not (АО «X», ДТОО «X-Терминал»).
    """
    return any(
        any(part.kind in TRADES for part in more)
        and not any(map(is_business, less))
        and _is_daughters(other)
        and whole.of_kind("legal_form")
        and not _is_daughters(whole)
        for whole, other, less, more in (
            (left, right, alignment.left, alignment.right),
            (right, left, alignment.right, alignment.left),
        )
    )


def _is_daughters(name: ParsedName) -> bool:
    """Whether a legal form of a name says that the firm is another's daughter, and not that it is limited (d.o.o.)."""
    return any(
        part.concepts & weights().daughters and not part.concepts & weights().forms_of_daughters
        for part in name.of_kind("legal_form")
    )


def _has_form(name: ParsedName, forms: frozenset[str], other: ParsedName) -> bool:
    """Whether a name has one of some legal forms, that is no word of the other cut short (SPA, Spare Parts)."""
    said = [part.text for part in name.of_kind("legal_form") if part.concepts & forms]
    words_of_other = [part.text for part in other.parts if part.kind != "legal_form"]
    return any(not any(word.startswith(form) for word in words_of_other) for form in said)


def _has_another_business(alignment: Alignment) -> bool:
    """Whether one name is the other's, its trade said, and a daughter's business (X Cement, X Cement Logistics).

    A name that says no trade may lose such a word, and one with its trade has no need of it.
    """
    less, more = sorted((alignment.left, alignment.right), key=len)
    if any(part.kind not in LIGHT for part in less) or not any(map(_is_beside_a_trade, more)):
        return False
    paired = [pair for pair in alignment.pairs if pair.likeness.value >= weights().likeness["translated"]]
    return any(_is_trade(part) for pair in paired for part in (*pair.left, *pair.right))


def _is_trade(part: Part) -> bool:
    """Whether a part says what a firm makes or deals in, beyond what firms add to their names and drop again.

    Who carries by sea or air has logistics in the name or not, as others have trade.
    """
    return part.kind == "descriptor" and not is_activity(part) and part.concepts.isdisjoint(weights().of_carriers)


def _is_beside_a_trade(part: Part) -> bool:
    return part.kind in TRADES and bool(part.concepts & weights().beside_a_trade)


def _is_of_a_daughter(part: Part) -> bool:
    return part.kind == "descriptor" and bool(part.concepts & weights().of_daughters)


def is_activity(part: Part) -> bool:
    """Whether a part is something firms add to their names and drop again without becoming others."""
    return part.concepts <= weights().activities


def is_business(part: Part) -> bool:
    """A word that may make another bank (National Bank, Development Bank)."""
    return part.kind in {"descriptor", "generic"}
