"""What the titles over a table, its name, and the words in it say: flow, scale, currency, reporter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from screening.intake.currencies import currency as currency_of
from screening.intake.nothing import says_nothing
from screening.intake.statistics_places import trader
from screening.intake.statistics_words import without_ending, word
from screening.names.tokens import words

_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_BY = re.compile(r"\b(?:im|ex)ported by ([^\W\d_][\w .,'’()-]{2,40}?)(?: in \d{4}.*)?$", re.IGNORECASE)
"""A title's words for who reports: "List of supplying markets for a product imported by Kyrgyzstan"."""
_SHORTEST = 4
"""Letters of a word of a file's name that can be a country; "de" and "eu" are other things as well."""


class Told(Protocol):
    """What is known of a table, to which more is said."""

    columns: dict[str, list[int]]

    def say(self, role: str, value: str, how: str) -> None:
        """Note what holds for all rows."""


def from_title(result: Told, title: str) -> None:
    """Currency, unit and flow from a line above the table: "Export of goods by countries", "(тыс. сомов)"."""
    tokens = words(title)
    for token in tokens:
        if scale := word("scale", token):
            result.say("scale", scale, f"title {title.strip()!r}")
    if flow := _flow_in(tokens):
        result.say("flow", flow, f"title {title.strip()!r}")
    if (named := _BY.search(title)) and trader(named[1].strip()) is not None:
        result.say("reporter", named[1].strip(), f"title {title.strip()!r}")
    inner = [*_BRACKETED.findall(title), title.rpartition(",")[2]]
    if len(tokens) <= _SHORT and any(word("scale", token) for token in tokens):
        inner.append(title)  # "тыс. долл. США", and nothing else
    for part in inner:
        if code := _phrase(part):
            result.say("currency", code, f"title {title.strip()!r}")
        for token in (*_CODE.findall(part), *words(part)):
            if (code := _currency(token)) is not None:
                result.say("currency", code, f"title {title.strip()!r}")


def from_label(result: Told, cells: Sequence[str]) -> None:
    """What a line over the table says of one thing: "Reporter | Germany", "Product: 854231 Processors", "Unit: …"."""
    if len(cells) == 1:
        label, mark, text = cells[0].partition(":")
        if not mark:
            return
    elif len(cells) == _PAIR:
        label, text = cells
    else:
        return
    role, text = word("label", label.strip(" :")) or "", text.strip()
    if not role or not text:
        return
    how = f"line {' '.join(cells)!r}"
    if role in ("reporter", "partner"):
        if trader(text) is not None:
            result.say(role, text, how)
    elif role == "flow":
        if flow := flow_of(text):
            result.say("flow", flow, how)
    elif role == "code":
        first = text.split()[0].strip(":-")
        if _GOOD.fullmatch(first) or word("total", text):
            result.say("code", first if _GOOD.fullmatch(first) else "TOTAL", how)
    elif role == "measure":
        kind = word("indicator", text.replace("_", " ")) or ""
        if kind.startswith(("net_kg", "quantity")):
            result.say("indicator", text, how)
        from_title(result, text.replace("_", " "))
    elif role == "unit":
        from_title(result, f"({text})")


_PAIR = 2
_GOOD = re.compile(r"\d{2}(?:[ .]?\d{2}){0,4}")


def _currency(token: str) -> str | None:
    """A code in capitals, or a name; "all" in a title is not the Albanian lek."""
    if _CODE.fullmatch(token):
        return None if word("no_currency", token) else currency_of(token)
    if token.isascii() and len(token) <= len("USD"):
        return None
    return currency_of(token) or currency_of(without_ending(token, "title_ending"))


_CODE = re.compile(r"\b[A-Z]{3}\b")


def _phrase(part: str) -> str | None:
    """The currency a phrase names that is in the list of words: "долл. США"."""
    tokens = words(part)
    for size in (3, 2):
        for start in range(len(tokens) - size + 1):
            if found := word("currency", " ".join(tokens[start : start + size])):
                return found
    return None


_SHORT = 12
"""Words of a line that says a unit and nothing else, at most, in several languages."""


def _flow_in(tokens: Sequence[str]) -> str | None:
    found = {flow for token in tokens if (flow := word("flow_title", token))}
    return found.pop() if len(found) == 1 else None


def flow_of(text: str) -> str | None:
    """The flow a cell says: by itself, or in a phrase ("Non-EU Exports", "Re-Export of foreign goods")."""
    if found := word("flow", text):
        return found
    tokens = words(text)
    if (flow := _flow_in(tokens)) is None:
        return None
    if "re" in tokens:
        return f"re-{flow}"
    return next((f"{kind} {flow}" for kind in ("domestic", "foreign") if kind in tokens), flow)


def from_name(result: Told, where: str) -> None:
    """Flow and reporter from the words of a file's name, where nothing in the file says them."""
    name = re.split(r"[\\/]", where)[-1]
    tokens = words(re.sub(r"[_\-.]+", " ", name))
    if flow := _flow_in(tokens):
        result.say("flow", flow, "name of the file")
    if "reporter_code" not in result.columns:
        for token in tokens:
            if len(token) >= _SHORTEST and (found := trader(token)) is not None and found.kind == "country":
                result.say("reporter", token, "name of the file")
                break


def is_nothing(text: str) -> bool:
    """Whether a cell says that no figure was published, which is not zero."""
    return not text or says_nothing(text, "figure")
