"""Where a firm is, as its name says it: the places of branches and seats, which tell nothing of who it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from screening.names.parts import Part, is_ideograph, make
from screening.names.split_forms import BRANCH

BESIDE: Final = 3
"""How far from the word for a branch its place may stand ("Representative Office in Dubai")."""
OFFICE: Final = frozenset({"bureau"})
IN_PLACE: Final = frozenset({"of"})
"""What a word for "in" and "of" means."""
FEWEST_WITH_OFFICE: Final = 3
"""The place of an office, the word for it and what joins it to its house."""
FEWEST_BEFORE_SEAT: Final = 3
FEWEST_BEFORE_ZONE: Final = 2
"""Parts before a branch of which two are its district and the word for one."""
SHORTEST_BRANCH: Final = 3
"""Letters of the word for a branch whose number stands behind it; shorter ones mean a number as well (br. 7)."""
TOWN: Final = frozenset({"city", "town"})
ZONE: Final = frozenset({"zone", "region_wide"})
"""What a word for a region or a district means, behind whose name it stands (Наманган вилояти филиали)."""


def without_branches(parts: list[Part]) -> list[Part]:
    """A branch is its house, wherever it is: the place beside the word for it says nothing about who it is, nor does
    its number behind it ("Filial 7701").

    Of a place before it and one behind, the one behind is the branch's (Bank Melli Iran, شعبه هامبورگ), but for one
    that the name begins with (Moscow Branch of Hebei Longda).
    """
    result = _with_offices(parts)
    for at, part in enumerate(result):
        if BRANCH not in part.concepts:
            continue
        behind = range(at + 1, min(at + BESIDE + 1, len(parts)))
        before = range(at - 1, max(at - BESIDE, 0) - 1, -1)
        if at == 0 and parts[-1].kind in {"place", "country"}:
            behind = range(len(parts) - 1, len(parts))  # the house stands between ("Filial Winsun v g. Kaluga")
        if at == 1 and parts[0].kind in {"place", "country"} and len(parts) > FEWEST_WITH_OFFICE:
            behind = range(0)
        places = [i for i in (*behind, *before) if parts[i].kind in {"place", "country"} and (i > 0 or at == 1)]
        unknown = () if places else (*_unknown_towns(parts, at, behind), *_unknown_zone(parts, at))
        for i in (min(places, key=lambda i: abs(i - at)),) if places else unknown:
            result[i] = make("stopword", parts[i].text.split(), (), "organisation")
            if i + 1 != at and i + 1 < len(parts) and parts[i + 1].concepts & ZONE:
                result[i + 1] = make("stopword", parts[i + 1].text.split(), (), "organisation")
            if i < at and _is_in(parts, i - 1):
                result[i - 1] = make("stopword", [parts[i - 1].text], (), "organisation")
        if len(part.text) >= SHORTEST_BRANCH and at + 1 < len(parts) and parts[at + 1].kind == "number":
            result[at + 1] = make("stopword", [parts[at + 1].text], (), "organisation")
    return result


def _is_in(parts: Sequence[Part], at: int) -> bool:
    """Whether a character between a legal form and the place of a branch says no more than "in" (驻莫斯科代表处)."""
    return at > 0 and len(parts[at].text) == 1 and is_ideograph(parts[at].text) and parts[at - 1].kind == "legal_form"


def _unknown_towns(parts: Sequence[Part], at: int, behind: Sequence[int]) -> Iterator[int]:
    """Where a town that no table knows stands beside a branch: where the firm's whole name, with its legal form, stands
    before that ("… GmbH, Niederlassung Chemnitz", "… GmbH Chemnitz branch"), or between ("Oddział … Sp. z o.o. w
    Chemnitz").
    """
    forms = {i for i, part in enumerate(parts) if part.kind == "legal_form"}
    if any(0 < i < at for i in forms):
        yield from (i for i in behind if parts[i].kind == "name")
        if at == len(parts) - 1 and at - 2 in forms and parts[at - 1].kind == "name":
            yield at - 1
    elif at == 0 and any(0 < i < len(parts) - 2 for i in forms):
        last = parts[-1]
        if last.kind == "name" and parts[-2].concepts & IN_PLACE:
            yield len(parts) - 1


def _unknown_zone(parts: Sequence[Part], at: int) -> Iterator[int]:
    """Where a district that no table knows stands before a branch, and the word for one says so (Қува тумани филиали);
    the house stands before it.
    """
    if at > FEWEST_BEFORE_ZONE and parts[at - 1].concepts & ZONE and parts[at - 2].kind == "name":
        yield at - 2


def _with_offices(parts: Sequence[Part]) -> list[Part]:
    """An office with its place before it and a name behind is a branch: "Moscow Office of Winsun"."""
    found = list(parts)
    kinds = [part.kind for part in parts[:FEWEST_WITH_OFFICE]]
    if (
        len(parts) > FEWEST_WITH_OFFICE
        and kinds[0] in {"place", "country"}
        and parts[1].concepts & OFFICE
        and parts[2].concepts & IN_PLACE
        and any(part.kind == "name" for part in parts[FEWEST_WITH_OFFICE:])
    ):
        found[1] = make("legal_form", parts[1].text.split(), {BRANCH}, "organisation")
    return found


def without_seat(parts: list[Part]) -> list[Part]:
    """What stands behind the legal form is the seat, and says nothing about who it is: "Winsun LLC, Tashkent".

    What follows a town there is a part of the town: "Winsun DOO Beograd-Palilula".
    """
    kinds = [part.kind for part in parts]
    if len(parts) > FEWEST_BEFORE_SEAT and kinds[-3:] == ["legal_form", "place", "name"]:
        return [*parts[:-1], make("stopword", parts[-1].text.split(), (), "organisation")]
    if len(parts) > FEWEST_BEFORE_SEAT + 1 and kinds[-4:-2] == ["legal_form", "place"] and parts[-1].concepts & TOWN:
        # a part of the town that says so itself: "Winsun DOO Beograd Stari grad"
        behind = [make("stopword", part.text.split(), (), "organisation") for part in parts[-3:]]
        return [*parts[:-3], *behind]
    behind_form = kinds[-2:] == ["legal_form", "place"] and "company" not in parts[-2].concepts
    if behind_form and len(parts) >= FEWEST_BEFORE_SEAT and {"name", "place"} & {*kinds[:-2]}:
        return [*parts[:-1], make("stopword", parts[-1].text.split(), (), "organisation")]
    return parts
