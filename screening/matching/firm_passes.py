"""The passes over the parts of two firms' names: abbreviations, compounds, characters of Hong Kong, acronyms."""

from __future__ import annotations

from typing import Final

from screening.matching.acronyms import acronym, acronym_likeness, run_of_initials
from screening.matching.joining import TOGETHER, joined_likeness
from screening.matching.part_likeness import WORDY
from screening.matching.passes import Passes, together, windows
from screening.matching.similarity import SAME, Likeness
from screening.matching.weights import weights
from screening.names.chinese_given import same_given_name
from screening.names.compounds import is_compound, meaning_at_end
from screening.names.concepts import near_groups
from screening.names.han_emblems import said_by_characters, says_the_same
from screening.names.korean_latin import are_one_name
from screening.names.vocabulary import TRADES, meanings

AS_ONE: Final = frozenset({TOGETHER, f"{TOGETHER}, transliterated", f"{TOGETHER}, sounds alike"})
"""How a phrase of business meets the name that it is written together as."""
SHORTEST_ABBREVIATION: Final = 2
LONGEST_FORM: Final = 3
"""Letters of a word that is no more than the short form of a legal form."""
FORMS: Final = frozenset({"legal_form", "sole_trader"})


class FirmPasses(Passes):
    """The passes that firms' names need."""

    def by_abbreviations(self, *, unknown: bool = False) -> None:
        """Pair a phrase with neighbouring words that begin its words, one for one ("Tıb. Cih.", "tıbbi cihazlar").

        Before words meet by their meaning, only where one of the beginnings is ``unknown``: "neft" would be taken
        for the whole of "neft məhsulları" beside "Neft Məh.".
        """
        like = Likeness(weights().likeness["abbreviation"], "abbreviations")
        for flip, phrases, opened, words, theirs in self.sides():
            for i in list(opened):
                size = len(phrases[i].words)
                if size < 2 or phrases[i].kind not in WORDY:
                    continue
                for run in windows(theirs, words, size):
                    if all(
                        len(words[j].words) == 1 and _abbreviates(words[j].text, of.text)
                        for j, of in zip(run, phrases[i].words, strict=True)
                    ) and (not unknown or any(words[j].kind == "name" for j in run)):
                        self.answer(flip, (i,), run, like)
                        break

    def by_korean_in_cyrillic(self) -> None:
        """Pair a Korean name in Cyrillic with one in Latin letters that the same Hangul may lie behind."""
        like = Likeness(weights().likeness["korean"], "the same Hangul spelled otherwise")
        for flip, parts, opened, others, theirs in self.sides():
            for i in [i for i in opened if parts[i].kind == "name" and parts[i].words[0].script == "Cyrillic"]:
                named = (j for j in theirs if others[j].kind == "name" and are_one_name(parts[i].text, others[j].text))
                if (found := next(named, None)) is not None:
                    self.answer(flip, (i,), (found,), like)

    def by_compound(self) -> None:
        """Pair a word with the name and the word of business that it is made of (ТенгриТрейд, Tengri Trade)."""
        like = Likeness(weights().likeness["joined"], f"{TOGETHER}, same meaning")
        for flip, parts, opened, others, theirs in self.sides():
            for i in [i for i in opened if parts[i].kind == "name"]:
                for run in windows(theirs, others, 2) if meaning_at_end(parts[i].text) else ():
                    if others[run[0]].kind == "name" and is_compound(parts[i].text, *(others[j].text for j in run)):
                        self.answer(flip, (i,), run, like)
                        break

    def by_phrase_together(self) -> None:
        """Pair a name with a known phrase of business that is the name written apart (Жолкурулуш, Jol Kurulush)."""
        for flip, parts, opened, others, theirs in self.sides():
            for i in [i for i in opened if parts[i].kind == "name" and len(parts[i].words) == 1]:
                for j in [j for j in theirs if others[j].kind in TRADES and len(others[j].words) > 1]:
                    like = joined_likeness(self.run((i,), right=flip), self.run((j,), right=not flip))
                    if like.how in AS_ONE:
                        self.answer(flip, (i,), (j,), like)
                        break

    def by_characters(self) -> None:
        """Pair a name without spaces with the words that say what its characters, or Korean words, say one by one
        (金龙, Golden Dragon; 푸른바다, Blue Sea).
        """
        like = Likeness(weights().likeness["translated_name"], "same meaning", "its parts one by one")
        for flip, parts, opened, others, theirs in self.sides():
            for i in [i for i in opened if parts[i].kind == "name" and said_by_characters(parts[i].text)]:
                for run in windows(theirs, others, len(said_by_characters(parts[i].text))):
                    if says_the_same(parts[i].text, [others[j].text for j in run]):
                        self.answer(flip, (i,), run, like)
                        break

    def by_cantonese(self) -> None:
        """Pair a firm's characters with the words that spell them as Hong Kong does (永興, Wing Hing)."""
        like = Likeness(weights().likeness["cantonese"], "transliterated", "Cantonese or Wade-Giles")
        for flip, parts, opened, others, theirs in self.sides():
            for i in [i for i in opened if parts[i].kind == "name" and parts[i].words[0].script == "Han"]:
                for run in (run for size in (1, 2, 3) for run in windows(theirs, others, size)):
                    if same_given_name(together(parts, (i,)), together(others, run)):
                        self.answer(flip, (i,), run, like)
                        break

    def by_acronym(self) -> None:
        """Pair one word with the initials of all the words of the other name."""
        if any(self.left[i].kind == "name" for lefts, _, _ in self.pairs for i in lefts):
            self._by_part_of_acronym()
            return
        found = acronym(self.left, self.open_left, self.right, self.open_right)
        if found:
            self.take(*found, acronym_likeness(self.left[found[0][0]], self.right, found[1]))
            return
        found = acronym(self.right, self.open_right, self.left, self.open_left)
        if found:
            self.take(found[1], found[0], acronym_likeness(self.right[found[0][0]], self.left, found[1]))

    def drop_forms_of_the_other(self) -> None:
        """A short word at an end of a name without a legal form is not left over where it may stand for the form that
        the other name has (PE Yavir, ПП «Явір»).
        """
        for flip, parts, opened, others, theirs in self.sides():
            if any(part.kind == "legal_form" for part in parts):
                continue
            said = {concept for part in others if part.kind == "legal_form" for concept in part.concepts}
            for i in [i for i in (0, len(parts) - 1) if i in opened and parts[i].kind == "name"]:
                short = parts[i].text
                forms = {each.concept for each in meanings(short) if each.kind in FORMS and len(short) <= LONGEST_FORM}
                if forms & said or near_groups(forms) & near_groups(said):
                    same = next((j for j in theirs if others[j].text == short), None)
                    if same is None:
                        opened.remove(i)
                    else:
                        self.answer(flip, (i,), (same,), SAME)
                    break

    def _by_part_of_acronym(self) -> None:
        """Beside a distinctive word in common, pair a word with a run of the other side's that its letters begin.

        ("DP Microchip", "Design Partner Microchip")
        """
        for flip, shorts, opened, full, full_open in self.sides():
            for i in list(opened):
                run = run_of_initials(shorts[i], full, full_open)
                if run:
                    like = Likeness(weights().likeness["acronym"], "acronym")
                    self.answer(flip, (i,), run, like)


def _abbreviates(short: str, full: str) -> bool:
    return len(short) >= SHORTEST_ABBREVIATION and full.startswith(short)
