"""A person's name in parts: names, patronymic, initials; titles and particles apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from screening.names.arabic_compounds import BEFORE
from screening.names.burmese import names_apart
from screening.names.chinese_given import is_chinese_syllable
from screening.names.forces import with_forces
from screening.names.given import is_double_surname, is_given_name, is_patronymic, surname_length, surnames
from screening.names.japanese import are_family_and_given, family_and_given
from screening.names.korean_latin import is_korean_syllable
from screening.names.parts import Part, is_ideograph, make, pick, plain
from screening.names.rarity import is_known
from screening.names.scripts import script_of
from screening.names.thai import without_title
from screening.names.tokens import words
from screening.names.transcribed import is_foreign, is_transcription, number_of_script
from screening.names.vocabulary import Meaning, Segment, meanings, segment

FEWEST_NAMES: Final = 2
LONGEST_GLUED: Final = 5
"""Syllables of a Chinese or Korean person's name at most."""
LONGEST_TITLE: Final = 5
LONGEST_TITLED: Final = 8
SON_OF: Final = frozenset({"son_of", "daughter_of"})
CHILD_OF: Final = "child_of"
"""What stands before the father's whole name, or the husband's: "son of", "s/o", "walad"."""
HOUSE_OF: Final = "house_of"
"""What a family's or a tribe's name begins with as often as a father's: Ben, Bani."""
KIN_OF: Final = "kin_of"
"""What stands before the name of somebody whose child, wife or heir is meant ("Estate of …")."""
COMPOUND: Final = frozenset(BEFORE)
"""What makes one name with the word behind it (Abdul Ghani)."""
BORN_OF: Final = "born_of"
LONGEST_ENDING: Final = 8
SHORTEST_OF: Final = 3
"""Letters of a word for "of" that is a name at the end."""
_PERSON_KINDS: Final = ("sole_trader", "title", "patronymic_marker", "particle", "stopword")


def person_parts(tokens: Sequence[str]) -> list[Part]:
    """The parts of the folded words of a person's name."""
    parts: list[Part] = []
    pieces = split_persons(tokens)
    segments = with_forces(segment(pieces), pieces)
    titled = _before_titles(segments, pieces)
    for each in segments:
        taken = list(pieces[each.start : each.end])
        meaning = pick(each.meanings, _PERSON_KINDS, trusting=len(pieces) > 2)
        son = bool(parts) and parts[-1].kind == "particle" and bool(parts[-1].concepts & SON_OF)
        last = each.end == len(pieces) and meaning is not None and _is_name_at_the_end(meaning, taken)
        last = last or _is_burmese_name(parts, taken)
        if each.end <= titled:
            said = {other.concept for other in each.meanings if other.kind == "title"}
            parts.append(make("title", taken, said, "person"))
        elif last or meaning is None or (son and meaning.kind == "title") or _is_name_after_all(meaning, taken, pieces):
            parts.extend(plain(token, "person") for token in taken)
        elif meaning.kind == "sole_trader":
            parts.append(make("legal_form", taken, {"sole_trader"}, "person"))
        elif meaning.kind == "patronymic_marker":
            parts = _marked_patronymic(parts, taken, behind=len(pieces) - each.end)
        else:
            said = {other.concept for other in each.meanings if other.kind == meaning.kind}
            parts.append(make(meaning.kind, taken, said, "person"))
    parts = _find_patronymic(_fathers(parts))
    if not any(part.kind in {"name", "patronymic"} for part in parts):
        parts = [make("name", part.text.split(), (), "person") for part in parts]
    return parts


def _before_titles(segments: Sequence[Segment], pieces: Sequence[str]) -> int:
    """Up to which word a name begins with several titles, of which the last is nothing else; two words are left.

    What may be a title or a name is a title before another: the "Alhaji" of "Alhaji Dr. Ibrahim Danjuma".
    """
    end = 0
    for number, each in enumerate(segments):
        titles = [m for m in each.meanings if m.kind == "title"]
        if not titles:
            break
        text = pieces[each.start]
        if number and not titles[0].ambiguous and not (is_given_name(text) or surnames(text)):
            end = each.end
    return end if len(pieces) - end >= FEWEST_NAMES else 0


def _is_name_after_all(meaning: Meaning, taken: Sequence[str], pieces: Sequence[str]) -> bool:
    """Whether a word that may be a title or particle is a name here.

    It is when it is an initial, when too little is left without it (a family named Bey, a man called Khan), or when
    it is a family or given name as well and only may be a title.
    """
    text = taken[0]
    if are_initials(taken, pieces):
        return True
    if meaning.kind == "sole_trader":
        return len(taken) == 1 and is_chinese_syllable(text) and _has_family_name_of("zh", text, pieces)
    if len(taken) > 1 or meaning.kind not in {"title", "stopword", "particle"}:
        return False
    if _is_letter(text):
        return True
    if meaning.kind != "title" and is_chinese_syllable(text) and _has_family_name_of("zh", text, pieces):
        return True
    if may_be_korean(text, meaning) and _has_family_name_of("ko", text, pieces):
        return True
    if meaning.kind != "particle" and len(pieces) - len(taken) < FEWEST_NAMES:
        return True
    may_be_other = meaning.ambiguous or meaning.kind == "title" or (meaning.kind == "stopword" and not text.isascii())
    if meaning.kind == "stopword" and meaning.ambiguous and meaning.concept == "of" and is_known(text):
        return True  # no person's name says so in French or Malay, and Iranians are called Pour, Koreans In
    return may_be_other and bool(surnames(text) or is_given_name(text))


def _is_name_at_the_end(meaning: Meaning, taken: Sequence[str]) -> bool:
    """Whether what says of which place a family is elsewhere is a name where nothing follows it (Itzhak Zur)."""
    return meaning.kind == "particle" and meaning.concept == "of" and len(taken) == 1 and len(taken[0]) >= SHORTEST_OF


def _is_burmese_name(before: Sequence[Part], taken: Sequence[str]) -> bool:
    """Whether a Burmese word stands behind a name, where no title does (ဦး before a name is U, behind it Oo)."""
    return any(part.kind == "name" for part in before) and script_of(taken[0]) == "Myanmar"


def are_initials(taken: Sequence[str], pieces: Sequence[str]) -> bool:
    """Whether letters that are short for something elsewhere (ИП, т/а) are initials here: beside one name only, or
    behind another initial (W. A. D. Perera).
    """
    if len(taken) == 1 or not all(map(_is_letter, taken)):
        return False
    size = len(taken)
    if any(_is_letter(pieces[at - 1]) and [*pieces[at : at + size]] == [*taken] for at in range(1, len(pieces))):
        return True
    return sum(1 for each in pieces if not _is_letter(each) and not _is_small(each)) == 1


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isalpha() and not is_ideograph(text)


def with_ending_behind(name: str) -> str:
    """The name with the second half of a Persian family name behind its first, where that alone is told to be the
    family name ("Zadeh, Ali Hassan").
    """
    before, comma, behind = name.partition(",")
    ending = words(before) if comma and len(before) <= LONGEST_ENDING else []
    if len(ending) == 1 and behind.strip() and any(m.concept == BORN_OF for m in meanings(*ending)):
        return name if is_given_name(ending[0]) else f"{behind} {before}"
    return name


def split_persons(tokens: Sequence[str]) -> list[str]:
    """The words of a person's name, Chinese and Korean ones written without spaces as family name and given name.

    Where the family name stands apart already ("정숙 김"), the other words are given names and stay whole.
    """
    if len(tokens) == FEWEST_NAMES and are_family_and_given(*tokens):
        return list(tokens)
    apart = len(tokens) > 1 and any(not each.isascii() and len(each) == 1 and surnames(each) for each in tokens)
    whole = apart or _are_foreign(tokens)
    pieces = list(tokens) if whole else [piece for token in tokens for piece in _split_person(token)]
    return _double_surnames(pieces)


def _are_foreign(tokens: Sequence[str]) -> bool:
    """Whether words in Han or Hangul are foreign names by sound: several, or one too long for a name of the country.

    Chinese and Korean names are written in one word, or in two of which the one is the family name.
    """
    if not any(map(number_of_script, tokens)):
        return False
    names = [each for each in tokens if not _is_title(each)]
    several = len(names) > 1 and not any(surname_length(f"{each} ") == len(each) for each in names)
    return any(is_transcription(each) if several else is_foreign(each) for each in names)


def _double_surnames(pieces: list[str]) -> list[str]:
    """A Chinese family name of two syllables written apart, at the beginning or the end, as one word (Ou Yang)."""
    for at in {0, len(pieces) - 2}:
        if len(pieces) > FEWEST_NAMES and is_double_surname(pieces[at], pieces[at + 1]) and not _is_korean(pieces, at):
            return [*pieces[:at], pieces[at] + pieces[at + 1], *pieces[at + 2 :]]
    return pieces


def _is_korean(pieces: Sequence[str], at: int) -> bool:
    """Whether a single letter that begins a Chinese family name of two syllables is a Korean one (O Yong Ho)."""
    return len(pieces[at]) == 1 and all(map(is_korean_syllable, pieces)) and _is_family_name_of("ko", pieces[at])


def _is_family_name_of(language: str, text: str) -> bool:
    return any(each.language == language for each in surnames(text))


def may_be_korean(text: str, meaning: Meaning) -> bool:
    """Whether what is an article elsewhere may be part of a Korean name (Kim Song Il)."""
    return meaning.kind in {"stopword", "particle"} and meaning.ambiguous and is_korean_syllable(text)


def _has_family_name_of(language: str, text: str, pieces: Sequence[str]) -> bool:
    """Whether a name begins or ends with a language's family name, other than the word in question (Chan Tai Man)."""
    ends = {pieces[0], pieces[-1]} - {text}
    return any(_is_family_name_of(language, end) for end in ends)


@lru_cache(maxsize=1 << 16)
def _split_person(token: str) -> tuple[str, ...]:
    """A Chinese or Korean name written without spaces, as family name and given name; a Thai title by itself; Burmese
    names each by itself.
    """
    if script_of(token) == "Thai":
        return without_title(token, _is_title) or (token,)
    if script_of(token) == "Myanmar":
        return names_apart(token, _is_title)
    if token.isascii() or not 2 <= len(token) <= LONGEST_TITLED or script_of(token) not in {"Han", "Hangul"}:
        return (token,)
    if _is_title(token):
        return (token,)
    if (japanese := family_and_given(token)) is not None:
        return japanese
    for size in range(min(LONGEST_TITLE, len(token) - FEWEST_NAMES), 1, -1):
        if _is_title(token[-size:]):
            return (*_split_person(token[:-size]), token[-size:])
        if _is_title(token[:size]):
            return (token[:size], *_split_person(token[size:]))
    if len(token) > LONGEST_GLUED:
        return (token,)
    family = surname_length(token) or 1
    return (token[:family], token[family:]) if 0 < family < len(token) else (token,)


def _is_title(token: str) -> bool:
    """Whether a word stands beside names: a title, or what marks a sole trader's (个体工商户)."""
    return any(meaning.kind in {"title", "sole_trader"} for meaning in meanings(token))


def _is_small(token: str) -> bool:
    """Whether a word is a title or an article beside a name (J. K. Al Hashemi)."""
    return any(meaning.kind == "title" or meaning.concept == "article" for meaning in meanings(token))


def _marked_patronymic(parts: list[Part], marker: Sequence[str], behind: int) -> list[Part]:
    """``Heydar oglu``: the word before the marker is the father's name.

    Where a whole name stands ``behind``, all before it is (Ali Rıza oğlu Hakan Yılmaz).
    """
    if behind >= FEWEST_NAMES and all(part.kind == "name" for part in parts):
        fathers = [make("patronymic", [part.text], (), "person") for part in parts]
        return [*fathers, make("particle", marker, {"son_of"}, "person")]
    if parts and parts[-1].kind == "name":
        father = parts.pop()
        return [
            *parts,
            make("patronymic", [father.text], (), "person"),
            make("particle", marker, {"son_of"}, "person"),
        ]
    return [*parts, make("particle", marker, {"son_of"}, "person")]


def _fathers(parts: list[Part]) -> list[Part]:
    """``Khalid bin Nasser al-Qahtani``: the name after a son's particle is the father's, if others remain.

    Where a name begins with one and has another (``BIN LADIN, Usama bin Muhammad``), the first is the family's, and so
    is one that families of the Maghreb begin with, and tribes (``BEN KHALIFA, Fahmi Mousa``). All that follows "son of"
    is the father's, where two names stand before.
    """
    parts = _behind_child_of(parts)
    names = sum(1 for part in parts if part.kind == "name")
    sons = [i for i, part in enumerate(parts) if part.kind == "particle" and part.concepts & SON_OF]
    result = list(parts)
    family = sons[:1] == [0] and (len(sons) > 1 or HOUSE_OF in parts[0].concepts)
    for i in range(2 if family else 1, len(parts)):
        before = parts[i - 1]
        if parts[i].kind == "name" and before.kind == "particle" and before.concepts & SON_OF and names > FEWEST_NAMES:
            result[i] = make("patronymic", [parts[i].text], (), "person")
            names -= 1
    return result


def _behind_child_of(parts: list[Part]) -> list[Part]:
    at = next((i for i, part in enumerate(parts) if part.kind == "particle" and CHILD_OF in part.concepts), len(parts))
    if sum(1 for part in parts[:at] if part.kind == "name" or part.concepts & COMPOUND) < FEWEST_NAMES:
        return parts
    fathers = [
        make("patronymic", [part.text], (), "person") if part.kind == "name" else part for part in parts[at + 1 :]
    ]
    return [*parts[: at + 1], *fathers]


def _find_patronymic(parts: list[Part]) -> list[Part]:
    """One word in -ovich, -ovna, -oglu … beside two other names is the patronymic."""
    names = [i for i, part in enumerate(parts) if part.kind == "name"]
    if len(names) < 3 or any(part.kind == "patronymic" for part in parts):
        return parts
    likely = [i for i in names if is_patronymic(parts[i].text)]
    if not likely:
        return parts
    after_given = [i for i in likely if i > 0 and parts[i - 1].kind == "name" and is_given_name(parts[i - 1].text)]
    within = [i for i in likely if i not in (names[0], names[-1])]
    # Of two words that end so, the one between the others: family names do so, too, and stand at the ends.
    at = after_given[0] if after_given else within[0] if within and len(likely) > 1 else likely[-1]
    if at == names[0]:
        return parts  # nobody's name begins with it: a family name that ends so (Stojanović-Brkić, Svetlana)
    part = parts[at]
    return [*parts[:at], make("patronymic", part.text.split(), (), "person"), *parts[at + 1 :]]
