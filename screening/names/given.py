"""What is known of the names persons bear: given names, their variants, patronymics, Chinese and Korean surnames."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from screening.names.folding import fold
from screening.names.phrases import cells, forms
from screening.reference import table

#: How far two spellings stand apart, nearest first: another spelling, a short form, the name in another language.
VARIANT_KINDS = ("spelling", "nickname", "language")

_LONGEST_SURNAME = 2
SHORTEST_FATHER = 3


class Surname(NamedTuple):
    """One Chinese or Korean surname: its concept (``zh-zhang``), language, and spellings as they stand."""

    concept: str
    language: str
    spellings: tuple[str, ...]


@cache
def _given() -> dict[str, str]:
    """Gender by folded given name: m, f, or u when either or not known.

    The full names of ``nicknames.tsv`` are given names, too, short forms are not: too many are other words.
    """
    found: dict[str, str] = {}
    for row in table("words/given_names.tsv").rows:
        for name in cells(row["names"]):
            for phrase in forms(name):
                text = "".join(phrase)
                known = found.setdefault(text, row["gender"])
                if known != row["gender"]:
                    found[text] = "u"
    for name, groups in _variants().items():
        if "spelling" in groups.values() or "language" in groups.values():
            found.setdefault(name, "u")
    return found


def is_given_name(token: str) -> bool:
    """Whether a folded token is a widely used given name, in the script it is written in."""
    return token in _given()


def gender(token: str) -> str | None:
    """Whose given name a folded token is: m, f, u (either), or None when it is not known."""
    return _given().get(token)


@cache
def _variants() -> dict[str, dict[str, str]]:
    """Groups a folded name belongs to, with the kind of variant it is there."""
    found: dict[str, dict[str, str]] = {}
    for row in table("words/nicknames.tsv").rows:
        for name in cells(row["names"]):
            for phrase in forms(name):
                groups = found.setdefault("".join(phrase), {})
                known = groups.get(row["group"])
                if known is None or VARIANT_KINDS.index(row["kind"]) < VARIANT_KINDS.index(known):
                    groups[row["group"]] = row["kind"]
    return found


@lru_cache(maxsize=1 << 16)
def nickname_groups(name: str) -> frozenset[str]:
    """The groups of given-name variants a folded name belongs to; two names that share one are variants."""
    return frozenset(_variants().get(name, ()))


def variant_kind(left: str, right: str) -> str | None:
    """How two folded given names are variants of one another: spelling, nickname, language, or None if they are not.

    Each name stands in a group as a spelling of its head, a short form, or its form in another language; the
    farther of the two says what they are to each other.
    """
    groups_left, groups_right = _variants().get(left, {}), _variants().get(right, {})
    shared = [
        max(VARIANT_KINDS.index(groups_left[group]), VARIANT_KINDS.index(groups_right[group]))
        for group in groups_left.keys() & groups_right.keys()
    ]
    return VARIANT_KINDS[min(shared)] if shared else None


def are_short_forms(left: str, right: str) -> bool:
    """Whether two folded given names are two short forms of one name, and neither is its spelling (Gia, Gocha)."""
    ours, theirs = _variants().get(left, {}), _variants().get(right, {})
    shared = ours.keys() & theirs.keys()
    return bool(shared) and all(ours[group] == theirs[group] == "nickname" for group in shared)


@cache
def _patronymic_endings() -> tuple[tuple[str, int], ...]:
    return tuple((fold(row["ending"]), int(row["shortest"])) for row in _patronymic_rows() if not row["doubtful"])


def patronymic_endings(language: str) -> tuple[str, ...]:
    """The endings of patronymics in a language, as they are written."""
    return tuple(row["ending"] for row in _patronymic_rows() if row["language"] == language and not row["doubtful"])


@cache
def _patronymic_tails() -> tuple[str, ...]:
    return tuple(ending for ending, _ in _patronymic_endings())


@lru_cache(maxsize=1 << 16)
def is_patronymic(token: str) -> bool:
    """Whether a folded token ends as patronymics do (-ovich, -евна, -oglu); family names in -ich may do so, too."""
    return token.endswith(_patronymic_tails()) and any(
        len(token) >= shortest and token.endswith(ending) for ending, shortest in _patronymic_endings()
    )


@cache
def _sons_tails() -> tuple[str, ...]:
    return tuple(fold(row["ending"]) for row in _patronymic_rows() if row["gender"] == "m" and not row["doubtful"])


def is_sons(token: str) -> bool:
    """Whether a folded token ends as a man's patronymic does in the nominative (-ovich, -ович)."""
    return token.endswith(_sons_tails()) and is_patronymic(token)


@lru_cache(maxsize=1 << 16)
def fathers_names(token: str) -> frozenset[str]:
    """The names a father may have whose child bears a folded patronymic: Алексеевич, Алексей; itself without ending.

    What stands before the longest ending that fits, bare and with each letter that patronymics drop; the father of a
    patronymic that is an ending by itself (Никитич).
    """
    if (father := _fathers_of_short()).get(token):
        return frozenset((father[token],))
    fitting = [
        ending for ending, shortest in _patronymic_endings() if len(token) >= shortest and token.endswith(ending)
    ] or [ending for ending in _doubtful_endings() if token.endswith(ending)]
    if not fitting:
        return frozenset((token,))
    ending = max(fitting, key=len)
    stem = token[: -len(ending)]
    if len(stem) < SHORTEST_FATHER:
        return frozenset((token,))
    return frozenset((stem, *(stem + letter for letter in _lost_letters()[ending])))


@lru_cache(maxsize=1 << 16)
def may_be_fathers(token: str) -> bool:
    """Whether a folded token is a given name in use, as it stands or in a genitive that other words may end in, too."""
    bare = [token[: -len(ending)] for ending in _doubtful_endings() if token.endswith(ending)]
    return is_given_name(token) or any(map(is_given_name, bare))


@cache
def _doubtful_endings() -> tuple[str, ...]:
    return tuple(fold(row["ending"]) for row in _patronymic_rows() if row["doubtful"])


@cache
def _fathers_of_short() -> dict[str, str]:
    """Fathers by patronymics that no ending of others tells from their names (Никитич, Никита; Фомич, Фома)."""
    return {fold(row["ending"]): fold(row["father"]) for row in _patronymic_rows() if row["father"]}


@cache
def _lost_letters() -> dict[str, tuple[str, ...]]:
    """By ending: the letters that fathers' names may lose before it."""
    return {fold(row["ending"]): tuple(row["lost"].split()) for row in _patronymic_rows()}


def _patronymic_rows() -> list[dict[str, str]]:
    return table("words/patronymics.tsv").rows


@cache
def endings_of_respect() -> frozenset[str]:
    """What is written together with given names out of respect, and left out as often (Zafar, Zafarbek)."""
    return frozenset(fold(row["ending"]) for row in table("words/given_endings.tsv").rows)


@cache
def _surnames() -> dict[str, tuple[Surname, ...]]:
    found: dict[str, tuple[Surname, ...]] = {}
    for row in table("words/surnames_cjk.tsv").rows:
        spellings = tuple(name for column in ("native", "standard", "older", "regional") for name in cells(row[column]))
        surname = Surname(row["surname"], row["language"], spellings)
        for name in spellings:
            for phrase in forms(name):
                text = "".join(phrase)
                if surname not in found.get(text, ()):
                    found[text] = (*found.get(text, ()), surname)
    return found


def surnames(token: str) -> tuple[Surname, ...]:
    """The Chinese and Korean surnames a folded token may be, in native script or any romanisation (Cheung, Chang)."""
    return _surnames().get(token, ())


def is_double_surname(first: str, second: str) -> bool:
    """Whether two folded words are the syllables of a Chinese family name of two (ou yang), and no name each."""
    return any(
        each.language == "zh" and len(each.spellings[0]) == _LONGEST_SURNAME for each in surnames(first + second)
    )


def surname_variants(token: str) -> frozenset[str]:
    """Every folded spelling of the surnames a folded token may be; empty when it is none."""
    return frozenset("".join(phrase) for each in surnames(token) for name in each.spellings for phrase in forms(name))


@cache
def _in_pinyin() -> tuple[frozenset[str], ...]:
    """The Chinese family names as pinyin writes them, folded; each once (Lü, Lyu, Lv)."""
    rows = [row for row in table("words/surnames_cjk.tsv").rows if row["language"] == "zh"]
    return tuple(
        frozenset("".join(phrase) for name in cells(row["standard"]) for phrase in forms(name)) for row in rows
    )


def are_two_in_pinyin(one: str, other: str) -> bool:
    """Whether two folded words are two Chinese family names as pinyin writes them."""
    known = [names for names in _in_pinyin() if one in names or other in names]
    return {one, other} <= frozenset().union(*known) and not any({one, other} <= names for names in known)


@lru_cache(maxsize=1 << 16)
def surname_length(token: str) -> int:
    """How many characters at the start of a Han or Hangul token are a surname: 2, 1, or 0 when none is known."""
    if not token or token.isascii():
        return 0
    known = _surnames()
    for length in range(min(_LONGEST_SURNAME, len(token) - 1), 0, -1):
        if token[:length] in known:
            return length
    return 0
