"""What stands in brackets beside a name: a short name, the same in another script, another name, or a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from screening.names.national_bodies import body_of
from screening.names.scripts import script_of
from screening.names.separators import STRIPPED, abbreviates, initials_of
from screening.names.tokens import words
from screening.names.vocabulary import TRADES, has_legal_form, meanings, segment

FEWEST_LETTERS: Final = 3
"""Letters that what stands on either side must have to be a name."""
SHORT_NAME: Final = range(3, 10)
"""Letters of a firm's short name in brackets."""
WORDS_BESIDE: Final = 2
"""Words that the name beside a short one has at least; of one in capitals only, one more: there a short name is not
told from any other word by its letters.
"""
SHORTEST_OF_LETTERS: Final = 2
"""Letters of a short name that are all letters of the several words beside it."""
FEWEST_BESIDE: Final = 3
"""Words beside what may be a short name in a script without capitals."""
WITHOUT_CAPITALS: Final = frozenset({"Arabic", "Hebrew", "Georgian", "Thai", "Hangul"})
BRACKETS: Final = re.compile(r"\s*[(（]([^()（）]{2,})[)）]\s*")
_FORMS: Final = frozenset({"legal_form"})
_NUMBERED: Final = re.compile(r"([^\W\d_]{1,4})-?(\d{1,4})")
_ANOTHERS: Final = frozenset({"subsidiary", "branch", "group"})
"""What a firm is of another, whose name then stands beside the word."""
_SMALL: Final = frozenset({"stopword"})
_NO_NAME: Final = frozenset({"legal_form", "place", "country", "sole_trader", "title"})
_REGION: Final = ("descriptor", "zone")
_SAYS_NOTHING: Final = _NO_NAME | TRADES | _SMALL


def beside_brackets(text: str) -> Iterator[str]:
    """The name, or what stands outside and in brackets, where that is a short name or one in another script."""
    if "(" not in text and "（" not in text:
        yield text
        return
    outside = BRACKETS.sub(" ", text).strip(STRIPPED)
    inside = [found.strip(STRIPPED) for found in BRACKETS.findall(text)]
    if is_short(outside, " ".join(inside)):
        yield from (outside, *inside)
        return
    if len(inside) == 1 and (written := _with_letters_written_out(outside, inside[0])):
        yield from (text, outside, written)
        return
    names = [each for each in inside if _is_another(each, outside)]
    if not names:
        yield from (text, outside) if len(inside) == 1 and _may_be_short(inside[0], outside) else (text,)
        return
    bare = BRACKETS.sub(lambda found: " " if found[1].strip(STRIPPED) in names else found[0], text).strip(" ,;:")
    if _ends_with_brackets(text):
        yield from (bare, *names)
    else:
        yield from (text, bare, *(each for each in names if not is_short(each, outside)))


def _with_letters_written_out(name: str, inside: str) -> str:
    """A name with the initials in it written out, where the brackets behind it do that; "" where they do not.

    ("MIA of Georgia (Ministry of Internal Affairs)".)
    """
    own = name.split()
    if len(words(inside)) < WORDS_BESIDE or len(own) < WORDS_BESIDE:
        return ""
    short = [at for at, each in enumerate(own) if _is_of_initials(each, inside)]
    return " ".join((*own[: short[0]], inside, *own[short[0] + 1 :])) if len(short) == 1 else ""


def _is_of_initials(word: str, inside: str) -> bool:
    if not (word.isalpha() and word.isupper() and len(word) in SHORT_NAME) or _means(word, _NO_NAME):
        return False
    return word.casefold() in (initials_of(inside), initials_of(inside, frozenset()))


def _is_another(name: str, beside: str) -> bool:
    """Whether what stands in brackets is another name of what stands beside them."""
    if (
        is_short(name, beside)
        or _is_numbered(name, beside)
        or _is_elsewhere(name, beside)
        or _says_again(name, beside)
        or _says_in_other_words(name, beside)
        or _is_whole(name)
    ):
        return True
    body = body_of(beside)
    return body is not None and body == body_of(name)


def _is_numbered(name: str, beside: str) -> bool:
    """Whether this is letters and the number of the name beside it: "Mouvement du 23 Mars (M23)"."""
    found = _NUMBERED.fullmatch(name)
    if found is None:
        return False
    own = words(beside)
    return found[2] in own and any(word[0] == found[1][0].lower() for word in own)


def _is_whole(name: str) -> bool:
    """Whether this is a firm's name with its legal form, and so by itself the name of a firm; "a Vodrin Ltd firm" and
    "of Vodrin Ltd" tell whose the other is.
    """
    found = words(name)
    if not has_legal_form(name) or _means(found[0], _SMALL) or all(_means(each, _SAYS_NOTHING) for each in found):
        return False
    return not any(meaning.concept in _ANOTHERS for each in segment(found) for meaning in each.meanings)


def _says_again(name: str, beside: str) -> bool:
    """Whether this is the name beside it once more, with a legal form: "Compel Joint Stock Company (Compel JSC)"."""
    found = words(name)
    forms = {
        word
        for each in segment(found)
        if any(meaning.kind == "legal_form" for meaning in each.meanings)
        for word in found[each.start : each.end]
    }
    own = {word for word in found if word not in forms}
    return bool(forms and own) and own <= {*words(beside)} and not all(_means(word, _NO_NAME) for word in own)


def _says_in_other_words(name: str, beside: str) -> bool:
    """Whether this says word for word the same in another language: "KAZAN BARUT FABRİKASI (KAZAN GUNPOWDER PLANT)"."""
    one, other = _meant_by(name), _meant_by(beside)
    if not len(one) == len(other) >= WORDS_BESIDE:
        return False
    return all(any(each & them for them in other) for each in one) and all(
        any(each & us for us in one) for each in other
    )


def _meant_by(name: str) -> list[set[str]]:
    """For each word of a name, but legal forms and small ones, itself and what it means."""
    found = words(name)
    parts = [each for each in segment(found) if not {m.kind for m in each.meanings} & (_FORMS | _SMALL)]
    return [{" ".join(found[each.start : each.end]), *(m.concept for m in each.meanings)} for each in parts]


def _ends_with_brackets(text: str) -> bool:
    """Whether nothing but the legal form follows the last brackets: what stands before more words is part of a name."""
    behind = re.split(r"[)）]", text)[-1].strip(STRIPPED)
    return not behind or all(_means(word, _FORMS) for word in behind.split())


def is_short(name: str, beside: str) -> bool:
    """Whether this is the short name of the firm whose name stands beside it (SOCAR), and no place or legal form."""
    own = [word for word in name.split() if not _means(word, _NO_NAME)]
    if len(own) != 1 or not own[0].isalpha():
        return False
    if _is_of_its_letters(own[0], beside):
        return True
    if not in_capitals(own[0]) or len(own[0]) not in SHORT_NAME or _is_region(beside):
        return False
    if name.isupper() and beside.isupper() and _means(own[0], TRADES):
        return False
    fewest = WORDS_BESIDE + (beside.isupper() and not abbreviates(own[0], beside))
    return len(words(beside)) >= fewest


def _is_region(text: str) -> bool:
    """Whether this is a place and of which kind it is, and so no firm's whole name: Khorasan Province."""
    found = [{(meaning.kind, meaning.concept) for meaning in each.meanings} for each in segment(words(text))]
    kinds = [{kind for kind, _ in each} for each in found]
    return any("place" in each for each in kinds) and all(
        "place" in kind or _REGION in each for kind, each in zip(kinds, found, strict=True)
    )


def _is_of_its_letters(word: str, beside: str) -> bool:
    """Whether a word is made of letters, or Chinese characters, of the name beside it, legal forms apart, in their
    order: Банк Зенит (БЗ), Совкомфлот (СКФ), 山东裕龙石化有限公司 (裕龙石化).
    """
    found = words(beside)
    forms = [each for each in segment(found) if any(meaning.kind == "legal_form" for meaning in each.meanings)]
    own = [each for at, each in enumerate(found) if not any(form.start <= at < form.end for form in forms)]
    short = "".join(words(word))
    if script_of(word) == "Han":
        left = iter("".join(own))
        return SHORTEST_OF_LETTERS <= len(short) < len("".join(own)) and all(char in left for char in short)
    fewest = SHORTEST_OF_LETTERS if len(own) > 1 else FEWEST_LETTERS
    if not own or not word.isupper() or not fewest <= len(short) < SHORT_NAME.stop:
        return False
    return short not in own and abbreviates(short, " ".join(own))


def _may_be_short(name: str, beside: str) -> bool:
    """Whether one word in a script without capitals may be the short name of a firm of several words beside it.

    No letters tell: the name is looked for without it, and not by it alone.
    """
    own = words(name)
    return (
        len(own) == 1
        and not _means(own[0], _SAYS_NOTHING)
        and script_of(name) in WITHOUT_CAPITALS
        and script_of(name) == script_of(beside)
        and len(words(beside)) >= FEWEST_BESIDE
    )


def in_capitals(word: str) -> bool:
    """Whether a word is in capitals, but for the letter of a small word between them (УБРиР)."""
    small = [char for char in word if not char.isupper()]
    return not small or (len(small) == 1 and len(word) > SHORT_NAME[0] and word[0].isupper() and word[-1].isupper())


def _means(word: str, kinds: frozenset[str]) -> bool:
    return any(each.kind in kinds for each in meanings(*words(word)))


def _is_elsewhere(name: str, beside: str) -> bool:
    """Whether this is written in one script and the name beside it in another."""
    scripts = script_of(name), script_of(beside)
    letters = min(sum(map(str.isalpha, each)) for each in (name, beside))
    return scripts[0] != scripts[1] and not {"None", "Mixed"} & {*scripts} and letters >= _letters_of_a_name(scripts)


def _letters_of_a_name(scripts: tuple[str, str]) -> int:
    return 2 if {"Han", "Hangul", "Kana"} & {*scripts} else FEWEST_LETTERS
