"""How alike two words of names are, and why: the same, transliterated, alike in sound, or nearly alike in spelling."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from screening.matching.consonants import ALPHABETS
from screening.matching.unvowelled import ends_apart, lacks_a_syllable, vowels_apart
from screening.matching.weights import weights
from screening.names import transcribed
from screening.names.belarusian import are_one
from screening.names.english import english_words
from screening.names.english_names_by_ear import SCHEME as NAME_HEARD
from screening.names.english_names_by_ear import spoken_in
from screening.names.given import is_given_name
from screening.names.heard import SCHEME as HEARD
from screening.names.korean_latin import hangul_readings
from screening.names.letters import letters_of_sort, russian_letters, vowels
from screening.names.pinyin import syllable_count
from screening.names.rarity import is_known
from screening.names.scripts import CONSONANT_SCRIPTS
from screening.names.sound import skeleton, sound
from screening.names.thai import without_marks
from screening.names.word import ZH, Word, as_spelled, weak_schemes, word

MEANT = frozenset({"Han"})
"""Scripts whose characters stand for words, not sounds."""
HANGUL = "Hangul"
AS_WRITTEN = frozenset({"Thai"})
"""Scripts whose readings leave out what tells words apart: two words of one are compared as they are written, but for
marks above the letters, which hands and fields lose."""
SHORT_WORD = 3
USUAL_READINGS = 4
SHORTEST_HEARD = 5
"""Letters of a Latin word that may be a Western name by ear; shorter ones are too often names of their own."""
SOUNDS = "sounds alike"
CONSONANTS = "same consonants"
SWAP_REACH = 2
MOST_EDITS = 3
"""Words further apart are different words, however long."""
FEWEST_OUT = 2
LONGEST_GIVEN = 2
"""Characters of a Chinese given name at most."""
SHORTEST_WITHOUT = 4
FEW_BONES = 2
"""Consonants so few that they say nothing where the vowels say another word."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two words are.

    Attributes:
        value: 0 (nothing in common worth counting) to 1 (the same word).
        how: In words, for the explanation: "same", "transliterated", "sounds alike", "spelling" …
        scheme: The transliteration scheme or word list that made them meet, or "".
    """

    value: float
    how: str
    scheme: str = ""


NOTHING = Likeness(0.0, "different")
SAME = Likeness(1.0, "same")


def likeness(left: Word, right: Word) -> Likeness:
    """How alike two words are; symmetric, and cached on the two texts."""
    if left.text == right.text:
        return SAME
    if right.text < left.text:
        left, right = right, left
    return _likeness(left.text, right.text)


@lru_cache(maxsize=1 << 18)
def _likeness(left_text: str, right_text: str) -> Likeness:
    left, right = word(left_text), word(right_text)
    values = weights().likeness
    if left.script == right.script and left.script in MEANT:
        # Characters differ, so the words do, even where they are read alike.
        alike = bool(left.latin & right.latin)
        return Likeness(values["homophone"], "other characters, read alike") if alike else NOTHING
    met = None if left.script == right.script and left.script in AS_WRITTEN else _meeting(left, right)
    if met is not None:
        return met
    if are_transcribed(left, right):
        return Likeness(values["transcribed"], "transcribed by sound")
    if are_one(left.text, right.text):
        return Likeness(values["belarusian"], "sounds alike", "Belarusian beside Russian")
    spelled = _spelling(left, right)
    if spelled.value < values["vowels_out"] and _vowels_out(left.text, right.text):
        return Likeness(values["vowels_out"], "vowels left out")
    if left.script != right.script and CONSONANT_SCRIPTS & {left.script, right.script}:
        common = left.skeletons & right.skeletons
        written, other = (left, right) if left.script in CONSONANT_SCRIPTS else (right, left)
        other_end = other.script in ALPHABETS and ends_apart(written.text, other.readings[0].text)
        if other_end:
            spelled = replace(spelled, value=spelled.value * values["skeleton_vowels"])
        if common and not other_end and not _lacks_a_syllable(written, other, common):
            longest = max(map(len, common))
            value = values["skeleton"] - values["skeleton_short"] * max(0, 3 - longest)
            heard = other.text if other.script == "Latin" else other.readings[0].text
            if other.script in ALPHABETS and vowels_apart(written.text, heard):
                value *= values["skeleton_vowels"] if longest > FEW_BONES else 0.0
            if value > spelled.value:
                return Likeness(value, CONSONANTS, "consonant skeleton")
    return spelled


def _lacks_a_syllable(written: Word, other: Word, common: frozenset[str]) -> bool:
    """Whether a word of an unvowelled script has too few vowels for each reading by which it meets a Latin word."""
    met = [key.text for key in other.readings if skeleton(key.text) in common] if other.script == "Latin" else ()
    return bool(met) and all(lacks_a_syllable(written.text, reading) for reading in met)


def are_transcribed(left: Word, right: Word) -> bool:
    """Whether one of two words is the other as Chinese, Korean or Japanese newspapers transcribe it."""
    if (left.script in transcribed.SCRIPTS) == (right.script in transcribed.SCRIPTS):
        return False
    written, other = (left, right) if left.script in transcribed.SCRIPTS else (right, left)
    if len(written.text) <= LONGEST_GIVEN and _may_be_its_own(written.script, other):
        return False
    english = (spoken_in(name, written.script) for name in other.usual)
    return transcribed.fits(written.text, other.latin, other.sounds.union(*english))


def _may_be_its_own(script: str, other: Word) -> bool:
    """Whether a word may be a Chinese name, for Han, or a Korean one, for Hangul: those are read, not transcribed."""
    if script == "Han":
        return syllable_count(other.text) > 0
    return script == HANGUL and bool(hangul_readings(other.text))


def _vowels_out(a: str, b: str) -> bool:
    """Whether one word is the other without two of its vowels or more, and no word people use (Prchn, Parchin)."""
    short, full = sorted((a, b), key=len)
    if len(full) - len(short) < FEWEST_OUT or len(short) < SHORTEST_WITHOUT or short[0] != full[0]:
        return False
    if full.startswith(short):
        return False  # an ending more, and mostly another word (Apollon, Apollonia)
    unheard = vowels()
    bones = [char for char in short if char not in unheard]
    if len(bones) < SHORTEST_WITHOUT or bones != [char for char in full if char not in unheard] or is_known(short):
        return False
    rest = iter(full)
    return all(char in rest for char in short)


def _meeting(left: Word, right: Word) -> Likeness | None:
    """Whether two words meet in a reading or a sound; guesses at another country's spelling count for less."""
    if left.script == right.script == "Cyrillic":
        return _meeting_in_cyrillic(left, right)
    if left.script == right.script == "Latin" and (left.heard or right.heard):
        left, right = _beside(left, right), _beside(right, left)
    values = weights().likeness
    short = min(_letters(left), _letters(right)) <= SHORT_WORD
    ours, theirs = _readings(left, short), _readings(right, short)
    shared = ours & theirs
    russian = _as_russian_writes(left, right) | _as_russian_writes(right, left)
    if russian & shared:
        return _by_scheme(left, right, russian & shared, values["transliterated"])
    if shared & left.usual & right.usual:
        return _by_scheme(left, right, shared & left.usual & right.usual, values["transliterated"])
    if left.usual_sounds & right.usual_sounds:
        if left.script == right.script == "Latin":
            return Likeness(values["sound_short" if short else "sound_latin"], SOUNDS)
        return Likeness(values["sound_short" if short else "sound"], SOUNDS)
    shared -= _in_russian(left) | _in_russian(right)  # Samsung is Samson there, and nowhere else
    if shared & (left.usual | right.usual):
        return _by_scheme(left, right, shared & (left.usual | right.usual), values["respelled"])
    if not short and (_sounds(left) & right.usual_sounds or left.usual_sounds & _sounds(right)):
        return Likeness(values["respelled_sound"], "sounds alike in another spelling")
    if shared and not short and left.script == right.script == "Latin":
        return _by_scheme(left, right, shared, values["respelled_sound"])
    return None


def _beside(of: Word, other: Word) -> Word:
    """A Latin word as it may be met by another that is no Western name by its own spelling (Sharl is Charles by ear,
    while Michaut is not Michaud, nor Mayer Meier, though all of these sound alike)."""
    short = len(other.text) < SHORTEST_HEARD  # Moro and Foss are names beside Moreau and Voss
    told = short or other.heard or is_known(other.text) or is_given_name(other.text)
    return as_spelled(of.text) if of.heard and told else of


def _as_russian_writes(korean: Word, other: Word) -> frozenset[str]:
    """The readings of a Korean word as Russian writes it, beside one in Cyrillic that is read as Russian is."""
    if korean.script != HANGUL or other.script != "Cyrillic":
        return frozenset()
    return _in_russian(korean) & {other.readings[0].text}


def _in_russian(of: Word) -> frozenset[str]:
    return of.latin - of.usual if of.script == HANGUL else frozenset()


def _sounds(of: Word) -> frozenset[str]:
    return of.usual_sounds if of.script == HANGUL else of.sounds


def _letters(of: Word) -> int:
    """The letters of a word; of one in Hangul, whose characters are syllables, those of its usual reading."""
    return len(of.readings[0].text if of.script == HANGUL else of.text)


def _meeting_in_cyrillic(left: Word, right: Word) -> Likeness | None:
    """Whether two Cyrillic words meet in a reading or sound that tells their letters apart: Рогожин is not Рогозин."""
    values = weights().likeness
    short = min(len(left.text), len(right.text)) <= SHORT_WORD
    ours, theirs = _telling(left.text, short), _telling(right.text, short)
    if ours[0] & theirs[0]:
        return _by_scheme(left, right, ours[0] & theirs[0], values["transliterated"])
    if ours[1] & theirs[1]:
        return Likeness(values["sound_short" if short else "sound"], SOUNDS)
    return None


@lru_cache(maxsize=1 << 16)
def _telling(text: str, short: bool) -> tuple[frozenset[str], frozenset[str]]:
    """The readings of a Cyrillic word, and their sounds, by schemes that write no two letters alike."""
    of = word(text)
    telling = [key.text for key in of.readings if key.scheme not in weak_schemes("Cyrillic")]
    return frozenset(telling[: 1 if short else len(telling)]), frozenset(map(sound, telling)) - {""}


def _readings(of: Word, short: bool) -> frozenset[str]:
    """The readings that count: of a short word only the usual ones, as rare schemes make short words alike."""
    if not short:
        return of.latin
    most = USUAL_READINGS // 2 if of.script == "Cyrillic" else USUAL_READINGS
    return frozenset(key.text for i, key in enumerate(of.readings) if i < most or key.scheme == NAME_HEARD)


def _by_scheme(left: Word, right: Word, shared: frozenset[str], value: float) -> Likeness:
    reading = min(shared, key=lambda text: (_rank(left, text) + _rank(right, text), text))
    schemes = {left.scheme_of(reading), right.scheme_of(reading)} - {"as written"}
    return Likeness(value, "transliterated", ", ".join(sorted(schemes)))


def _rank(of: Word, reading: str) -> int:
    return next((i for i, key in enumerate(of.readings) if key.text == reading), 99)


def _spelling(left: Word, right: Word) -> Likeness:
    """Likeness of spelling: a weighted edit distance over written forms, readings and sounds."""
    values = weights().likeness
    best, best_pair = 0.0, ("", "")
    firm_h = _is_firm(left) or _is_firm(right)
    for lefts, rights, heard in zip(*_forms(left, right), (False, True), strict=True):
        for a in lefts:
            for b in rights:
                longer = max(len(a), len(b))
                if abs(len(a) - len(b)) > MOST_EDITS:
                    continue
                if longer < values["shortest"] and not _swapped(a, b):
                    continue
                edits = OSA.distance(a, b, score_cutoff=MOST_EDITS)
                if edits > MOST_EDITS or edits > longer / 2:
                    continue
                value = _edit_value(a, b, sounds=heard, firm_h=firm_h)
                if value > best:
                    best, best_pair = value, (a, b)
    if best <= 0:
        return NOTHING
    edits = OSA.distance(*best_pair)
    plural = "letter" if edits == 1 else "letters"
    return Likeness(best, f"spelling, {edits} {plural} apart" if edits else "sounds alike")


def _is_firm(of: Word) -> bool:
    """Whether an h in the readings of a word is another language's g: that is heard, and seldom left out."""
    return of.script == "Cyrillic" and "г" in of.text and letters_of_sort("breath").isdisjoint(of.text)


def _forms(left: Word, right: Word) -> tuple[list[list[str]], list[list[str]]]:
    """The forms of two words whose spelling is compared, like with like: the most usual readings, and the sounds.

    Two Russian words are compared as they are written, two Cyrillic ones in readings that tell their letters apart.
    """
    if left.script == right.script and left.script in AS_WRITTEN:
        return [[without_marks(left.text)], []], [[without_marks(right.text)], []]
    if left.script == right.script == "Cyrillic":
        if not (left.text + right.text).strip(russian_letters()):
            return [[left.text], []], [[right.text], []]
        return _telling_forms(left), _telling_forms(right)
    return _usual_forms(left, right), _usual_forms(right, left)


def _telling_forms(of: Word) -> list[list[str]]:
    readings, sounds = _telling(of.text, False)
    return [[key.text for key in of.readings if key.text in readings][:3], sorted(sounds)[:3]]


def _usual_forms(of: Word, other: Word) -> list[list[str]]:
    # an English name by ear is another name in no spelling: who is called Браун is not Broun
    # nor is ж, without its mark or as German writes it, a letter next to it (Жаров, Sharov)
    guesses = weak_schemes(of.script) if ZH in of.text else frozenset({NAME_HEARD})
    usual = [key for key in of.readings if key.text in of.usual and key.scheme not in guesses][:3]
    if other.text not in english_words() or all(key.scheme != HEARD for key in usual):
        return [[key.text for key in usual], sorted(of.usual_sounds)[:3]]
    # an English word by ear is another English word in no spelling: who is called Найс is not Niche
    sounds = {sound(key.text) for key in of.readings if key.text in of.usual and key.scheme != HEARD} - {""}
    return [[key.text for key in usual if key.scheme != HEARD], sorted(sounds)[:3]]


def _swapped(a: str, b: str) -> bool:
    """Whether two words of four letters differ by two swapped neighbours only."""
    return len(a) == len(b) > SHORT_WORD and OSA.distance(a, b) == 1 and sorted(a) == sorted(b)


def _edit_value(a: str, b: str, *, sounds: bool, firm_h: bool = False) -> float:
    """1 less the weighted edits over what a word of that length can bear; 0 beyond it."""
    values = weights().likeness
    longer = max(len(a), len(b))
    cost = weighted_distance(a, b, sounds=sounds, firm_h=firm_h)
    bearable = values["edits_base"] + values["edits_per_letter"] * longer
    if cost > bearable:
        return 0.0
    return max(0.0, 1.0 - values["edit_cost"] * cost / longer)


CODES = frozenset("cjqwx")
"""Letters that in sounds are codes (`screening.names.sound`): nobody confuses sh with v for its being written w."""

SH_AND_ZH = {"sh", "zh"}


def weighted_distance(a: str, b: str, *, sounds: bool = False, firm_h: bool = False) -> float:
    """The cost of the edits between two words, letters that are easily confused costing less; symmetric.

    A vowel for a vowel, a doubled letter, a letter for its look-alike and two swapped neighbours cost part of an
    edit; the first letter costs more than one, since people and scribes seldom miss it. An h is often silent, but
    not a ``firm_h``. Nobody takes sh for zh.
    """
    if b < a:
        a, b = b, a
    edits = weights().edits
    total = 0.0
    dropped: tuple[int, str, float] | None = None  # a letter gone: half of a swap when it comes back next door
    for edit in Levenshtein.editops(a, b):
        tag, i, j = edit.tag, edit.src_pos, edit.dest_pos
        if tag == "replace":
            coded = sounds and (a[i] in CODES or b[j] in CODES)
            coded = coded or {a[i : i + 2], b[j : j + 2]} == SH_AND_ZH
            total += _swap_cost(a[i], b[j], i == 0 and j == 0, edits, alike=not coded)
            continue
        letter, text, at = (a[i], a, i) if tag == "delete" else (b[j], b, j)
        if dropped is not None and dropped[1] == letter and abs(dropped[0] - i) <= SWAP_REACH:
            total += edits["transposed"] - dropped[2]
            dropped = None
        else:
            cost = _drop_cost(text, at, edits) if letter != "h" or not firm_h else edits["letter"]
            total += cost
            dropped = (i, letter, cost)
    return max(0.0, total)


def _drop_cost(text: str, at: int, edits: dict[str, float]) -> float:
    letter = text[at]
    if (at > 0 and text[at - 1] == letter) or (at + 1 < len(text) and text[at + 1] == letter):
        return edits["doubled"]
    if at == 0:
        return edits["first_letter"]
    if letter == "h":
        return edits["silent_h"]
    if letter.isdigit():
        return edits["digit"]
    return edits["vowel_dropped"] if letter in vowels() else edits["letter"]


def _swap_cost(a: str, b: str, first: bool, edits: dict[str, float], *, alike: bool) -> float:
    if a.isdigit() or b.isdigit():
        return edits["look_alike"] if weights().looks_alike(a, b) else edits["digit"]
    if alike and weights().looks_alike(a, b):
        return edits["look_alike"]
    if a in vowels() and b in vowels():
        return edits["vowel"] if not first else edits["first_vowel"]
    return edits["first_letter"] if first else edits["letter"]
