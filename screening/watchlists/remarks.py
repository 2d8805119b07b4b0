"""OFAC's remarks taken apart: ``DOB 1962; POB Shati; Passport 1084010 (Egypt); Linked To: HAMAS.``

The labels stand in ``lists/rules/ofac_remarks.toml``. What no rule understands goes to
``not_understood``.
"""

from __future__ import annotations

import re
from functools import cache

from screening.errors import KnowledgeError
from screening.reference import rules
from screening.watchlists.countries import code
from screening.watchlists.dates import iso_date, whole_date
from screening.watchlists.draft import Draft, Entry, squeeze

_NUMBER = re.compile(
    r"^(?P<number>.+?)"
    r"(?:\s+\((?P<place>[^()]*(?:\([^()]*\)[^()]*)?)\))?"
    r"(?:\s+issued\s+(?P<issued>.+?))?"
    r"(?:\s+expires\s+(?P<expires>.+?))?"
    r"(?:\s+\((?P<note>[^()]*)\))?$"
)
_QUOTED = re.compile(r"^['\"‘“](.*?)['\"’”]\.?(?:\s+\((?P<note>[^()]*)\))?\.?$")
_ABBREVIATION = re.compile(r"\.[A-Za-z]\.$")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_ALTERNATIVE = re.compile(r"^[Aa]lt\. ")
_PLACED = re.compile(r"^(\S.*?) \(([A-Z][^()]+)\)$")
_SPLIT = re.compile(r";\s+")
_IMO = re.compile(r"^IMO\s+(?=\d)")
_PHONE = re.compile(r"^\(([^()]*)\)\s*\(([^()]*)\)$")


@cache
def _labels() -> dict[str, list[tuple[str, str]]]:
    """Label and kind by the label's first word, longest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for kind, labels in rules("rules/ofac_remarks.toml")["labels"].items():
        if kind not in _HANDLERS:
            raise KnowledgeError(f"unknown kind of label {kind!r}", where="lists/rules/ofac_remarks.toml")
        for label in labels:
            table.setdefault(label.split()[0], []).append((label, kind))
    for found in table.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return table


@cache
def _unlisted() -> re.Pattern[str]:
    endings = rules("rules/ofac_remarks.toml")["unlisted"]["identifier_endings"]
    words = "|".join(re.escape(ending) for ending in sorted(endings, key=len, reverse=True))
    return re.compile(rf"^(?P<label>(?:\S+ ){{0,7}}?(?:{words}):?)\s+(?P<rest>\S*\d.*)$")


def label_of(piece: str) -> tuple[str, str, str] | None:
    """The label a piece begins with, its kind, and the rest; None where no rule fits."""
    for label, kind in _labels().get(piece.split(" ", 1)[0], ()):
        if piece.startswith(label):
            rest = piece[len(label) :]
            if not rest or rest[0] in " :-,." or label[-1] in ":#":
                return label, kind, rest.strip(" :,").removeprefix("- ")
    if found := _unlisted().match(piece):
        return found["label"], "identifier", found["rest"]
    return None


def split(remarks: str) -> list[str]:
    """The pieces of a remark, without the full stop that ends it (but with that of an abbreviation)."""
    pieces = [piece.strip() for piece in _SPLIT.split(squeeze(remarks))]
    if pieces and pieces[-1].endswith(".") and not _ABBREVIATION.search(pieces[-1]):
        pieces[-1] = pieces[-1][:-1]
    return [bare for piece in pieces if (bare := _unbracketed(piece))]


def _unbracketed(piece: str) -> str:
    """``(Linked To: HAMAS)`` → ``Linked To: HAMAS``."""
    if piece.startswith("(Linked To:"):
        piece = piece[1:]
        return piece[:-1] if piece.endswith(")") and piece.count("(") < piece.count(")") else piece
    return piece


def take_apart(remarks: str, entry: Entry, draft: Draft) -> None:
    """Put what a remark says into the entry; keep the remark itself too."""
    entry.remarks = squeeze(remarks)
    for piece in split(remarks):
        bare = _ALTERNATIVE.sub("", piece)
        found = label_of(bare)
        if found is None:
            if entry.schema == "Person" and not any(char.isdigit() for char in bare):
                entry.add("positions", bare)  # OFAC writes a person's office without a label
            else:
                entry.add("not_understood", piece)
            continue
        label, kind, rest = found
        if not _HANDLERS[kind](entry, draft, label, rest):
            entry.add("not_understood", piece)


def take_feature(entry: Entry, draft: Draft, kind: str, value: str, *, place: str = "", **more: str | None) -> bool:
    """Take one labelled fact of an XML format by the same labels; False where no rule understands it.

    Args:
        place: The country the publisher names beside it.
        more: ``issued_on``, ``expires_on`` and ``remarks`` of a document.
    """
    found = label_of(kind)
    handler = found[1] if found else "identifier"
    if handler != "identifier":
        return _HANDLERS[handler](entry, draft, kind, value or place)
    if not value:
        return False
    add_document(entry, draft, kind, value, place, **more)
    return True


def add_document(entry: Entry, draft: Draft, label: str, number: str, place: str = "", **more: str | None) -> None:
    """Add an identifier as OFAC names it; ``IMO 7406784`` becomes part of the label, a country its
    code."""
    if _IMO.match(number):
        label, number = f"{label} IMO", _IMO.sub("", number)
    placed = None if place else _PLACED.match(number)
    if placed and code(placed[2]):  # OFAC's XML has a few countries in the wrong field
        number, place = placed.groups()
    country = draft.country(place) if place else None
    entry.add_identifier(label, number, country, issuer=place if place and not country else None, **more)


def _identifier(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    if phone := _PHONE.match(rest):
        rest = "".join(phone.groups())
    found = _NUMBER.match(rest)
    if not found:
        return False
    issued, expires = found["issued"], found["expires"]
    add_document(
        entry,
        draft,
        label,
        found["number"],
        found["place"] or "",
        issued_on=(iso_date(issued) or issued) if issued else None,
        expires_on=(iso_date(expires) or expires) if expires else None,
        remarks=found["note"],
    )
    return True


def _wallet(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    if " - " in label:  # the XML formats have the currency in the label
        entry.add_identifier(label, rest)
        return bool(rest)
    currency, _, address = rest.partition(" ")
    if not address:
        return False
    entry.add_identifier(f"{label} - {currency}", address)
    return True


def _birth_date(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    iso = iso_date(rest, day_first=False)
    entry.add("birth_dates", iso)
    return iso is not None


def _country(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    found = draft.countries(rest)
    entry.add("countries", *found)
    return all(found)


def _gender(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    entry.gender = {"male": "male", "female": "female"}.get(rest.lower())
    return entry.gender is not None


def _weak_alias(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    found = _QUOTED.match(rest)
    entry.add_name(found[1] if found else rest, "weak_alias", label, language=None)
    return bool(rest)


def _link(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    entry.add_link(label.rstrip(":"), rest)
    return bool(rest)


def _date(column: str):  # type: ignore[no-untyped-def]
    def handler(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
        iso = iso_date(rest, day_first=False)
        if iso and getattr(entry, column) is None:
            setattr(entry, column, iso)
        return iso is not None

    return handler


def _text(column: str):  # type: ignore[no-untyped-def]
    def handler(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
        if getattr(entry, column) is None:
            setattr(entry, column, rest or None)
        return bool(rest)

    return handler


def _flag(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    if entry.vessel_flag is None:
        entry.vessel_flag = rest or None
    return _country(entry, draft, label, rest)


def _listed_on(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    day = whole_date(rest, day_first=False)
    if day and (entry.listed_on is None or day < entry.listed_on):
        entry.listed_on = day
    if found := _BRACKETED.search(label):  # the order an individual date belongs to
        entry.add("legal_basis", f"{found[1]}, listed {day}" if day else found[1])
    return day is not None or not rest


def _legal_basis(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    entry.add("legal_basis", ": ".join(filter(None, (label.rstrip(" :-"), rest))))
    return True


def _kept(entry: Entry, draft: Draft, label: str, rest: str) -> bool:
    return True


_HANDLERS = {
    "birth_date": _birth_date,
    "birth_place": lambda entry, draft, label, rest: entry.add("birth_places", rest) or bool(rest),
    "country": _country,
    "gender": _gender,
    "weak_alias": _weak_alias,
    "link": _link,
    "incorporated_on": _date("incorporated_on"),
    "built_on": _date("built_on"),
    "vessel_type": _text("vessel_type"),
    "vessel_flag": _flag,
    "vessel_owner": _text("vessel_owner"),
    "call_sign": _text("call_sign"),
    "tonnage": _text("tonnage"),
    "listed_on": _listed_on,
    "legal_basis": _legal_basis,
    "kept": _kept,
    "wallet": _wallet,
    "identifier": _identifier,
}
