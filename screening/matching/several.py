"""Two names scored where either may hold several ("… formerly known as …"): the best of all pairs counts."""

from __future__ import annotations

from itertools import product
from typing import Final

from screening.matching.consonants import classes
from screening.matching.scores import READ_AS, Points, Score
from screening.matching.scoring import score
from screening.matching.similarity import CODES
from screening.matching.variants import SYLLABLES
from screening.matching.weights import weights
from screening.names.birth_dates import birth_year
from screening.names.bodies_parts import is_of_the_whole
from screening.names.folding import fold
from screening.names.misread import readings
from screening.names.national_bodies import body_of, body_of_unit
from screening.names.nicknames import has_nickname, is_nicknamed
from screening.names.other_names import (
    NO_FIRMS,
    is_apart,
    is_short_for,
    is_within,
    long_names,
    names_of,
    names_within,
    other_family_name,
)
from screening.names.parsing import mode_of, name_words, parse
from screening.names.persons_abroad import as_english, has_hooks
from screening.names.scripts import script_of
from screening.names.seats import LONGEST, before_seat, may_have_seat, town_before, town_of, towns_said, without_town
from screening.names.ship_papers import ships_number
from screening.names.signs import sign
from screening.names.turkic_persons import has_turkish_spelling, in_arabic_vowels, in_english
from screening.names.vocabulary import PLACES, TRADES
from screening.names.wives import husband_and_wife
from screening.names.word import Word, word

APART: Final = 0.5
"""Names that score less say nothing of one party; letters in common beside them say no more than initials do."""
HISSES: Final = CODES | {"s", "z"}
"""The letters that stand for hissing sounds in what `screening.names.sound` makes of words."""
GUESSED: Final = ("spelling", "transliterated", "sounds")
"""How words meet of which one may be a guess."""
YEARS_OF_ONE: Final = 1
"""Years that papers of one person are apart at most."""


def best_score(left: str, right: str, schema: str) -> Score:
    """The best score of the names in two texts; of equal ones that of the texts as they stand.

    What a name within a text is worth less than the text itself is taken off before the best is chosen.
    """
    letters = _letters_beside_others(left, right, schema)
    both_nicknamed = schema == "Person" and has_nickname(left) and has_nickname(right)
    both_seated = schema not in NO_FIRMS and _has_seat(left) and _has_seat(right)
    both_turkic = schema == "Person" and has_turkish_spelling(left) and has_turkish_spelling(right)
    scored = []
    for ours, theirs in product(names_of(left, schema), names_of(right, schema)):
        named = (ours, left), (theirs, right)
        if is_short_for(ours, left) and is_short_for(theirs, right):
            continue  # both texts say what the letters stand for: that decides (CNE, CNE)
        if both_nicknamed and (
            (ours == left) != (theirs == right) or is_nicknamed(ours, left) or is_nicknamed(theirs, right)
        ):
            continue  # both texts say whose nickname it is: that decides (Cornelis "Kees" Prins, Willem "Kees" Prins)
        if both_seated and (ours, theirs) == (left, right):
            continue  # both say where the firm is: words of one address are no words of one name
        if both_turkic and any(
            one != text and one in (in_english(text), in_arabic_vowels(text)) for one, text in named
        ):
            continue  # both are written in letters that tell more (Kılıç, Kılınç)
        if schema == "Person" and (_tells_more(*named) or _tells_more(*named[::-1])):
            continue  # letters are told apart by their marks, which folding takes (Žarov, Šarov; Шаров)
        if ours == without_town(left) and theirs == without_town(right):
            continue  # two towns are said: they count
        if all(_is_read_otherwise(*each) for each in named):
            continue  # letters that both texts have were meant as they stand (særlig)
        if _written_for_others(*named) or _written_for_others(*named[::-1]):
            continue  # by sound, what a body is called in another script says less than its own name
        mode = mode_of(schema, ours, theirs)
        apart = is_apart(ours, left), is_apart(theirs, right)
        if any(apart) and mode != "organisation":
            continue
        if all(apart) and not are_said_alike(ours, theirs):
            continue  # written as one in both, what is cut short need not be the same (Uralmash, Uralkhimmash)
        found = score(parse(ours, mode), parse(theirs, mode))
        read = [one != text and one in as_english(text) for one, text in named]
        if any(read):
            found = _without_slips(found, named, read)
        found = _told(found, (ours, theirs), (left, right))
        if letters and found.value >= APART and ours in (left, letters) and theirs in (right, letters):
            found = found.as_initials(letters)
        for (one, text), is_left in zip(named, (True, False), strict=True):
            if schema not in NO_FIRMS and is_of_the_whole(one, text):
                found = found.of_a_part(text, one, left=is_left)
        scored.append(found)
    best = max(scored, key=lambda each: each.value)
    if schema == "Vessel" and (number := ships_number(left)) and (other_number := ships_number(right)):
        return best.numbered(number, other_number)
    written = _in_characters(left, right, schema)
    if written is not None and written.value < APART and not _are_of_one_body(left, right):
        return written  # both say how they are written: that decides (김성일, Kim Sung-il 김승일)
    affiliate = (best.holds_left or best.holds_right) and best.value < weights().threshold
    if schema not in NO_FIRMS and not affiliate and _other_bodies(left, right):
        return best.of_other_bodies(left, right)
    if schema not in NO_FIRMS and (
        _other_towns(left, right) or (best.value >= weights().threshold and _begins_elsewhere(left, right))
    ):
        return best.elsewhere(left, right)
    if schema == "Person" and _other_husbands(left, right):
        return best.contradicted(left, right)
    if schema == "Person" and _are_born_apart(left, right):
        return best.born_apart(left, right)
    mine, other = other_family_name(left), other_family_name(right)
    if schema != "Person" or mine is None or other is None or _bears(right, mine) or _bears(left, other):
        return best
    return best.contradicted(mine, other)


def _is_read_otherwise(name: str, text: str) -> bool:
    """Whether a name is a text in Latin letters as it may have been meant, read in another encoding."""
    if name == text or text.isascii() or script_of(text) != "Latin" or not (read := readings(text)):
        return False
    said = {*name_words(name)}
    return not said <= {*name_words(text)} and any(said <= {*name_words(each)} for each in read)


def _written_for_others(of: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether a name is another one of the body that a text names, in a script of syllables that neither the text nor
    the other name is in (阿尔罗萨 for Alrosa, beside Russia).
    """
    name, text = of
    if name in text:
        return False
    if script_of(name) not in SYLLABLES or SYLLABLES & {script_of(text), script_of(other[0])}:
        return False
    return not is_within(name, text)


def _tells_more(of: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether a text, taken as it stands, has marks that tell its letters apart, and the other tells them as well."""
    name, text = of
    if name != text or not has_hooks(text) or not as_english(text):
        return False
    return fold(text) != fold(other[1]) and (has_hooks(other[1]) or script_of(other[1]) != "Latin")


def _without_slips(found: Score, named: tuple[tuple[str, str], ...], read: list[bool]) -> Score:
    """The score of two persons' names, some of them read as another country writes it: a guess at the spelling and
    another hissing sound (Zharov, Sharov), or a letter apart as well, would make one of many names. Letters whose marks
    folding takes say nothing of the sound.
    """
    marked = any(not name.isascii() and script_of(name) == "Latin" for name, _ in named)
    slip = next((line for line in found.lines if _is_slip(line, read, marked=marked)), None)
    return found.slipped(slip.left, slip.right) if slip is not None else found


def _is_slip(line: Points, read: list[bool], *, marked: bool) -> bool:
    """Whether two words that are not the same, or spellings of one name, are letters apart, hiss otherwise or have
    another consonant.
    """
    if not (line.left and line.right and line.how.startswith(GUESSED)):
        return False
    apart = line.how.startswith("spelling,")
    if marked or (apart and sign("south_slavic_read").search(line.left if read[0] else line.right)):
        return apart
    words = word(line.left), word(line.right)
    ours, theirs = map(_hisses, words, read)
    if ours.isdisjoint(theirs):
        return True
    letters = [frozenset((of.text,)) if of.script == "Latin" else of.usual for of in words]
    return line.how.startswith("spelling") and all(
        classes(a).isdisjoint(classes(b)) for a in letters[0] for b in letters[1]
    )


def _hisses(of: Word, read: bool) -> frozenset[str]:
    """The hissing sounds of a word in turn, however it is read, or as it stands where it is read itself."""
    heard = of.usual_sounds if read else of.sounds
    return frozenset("".join(filter(HISSES.__contains__, each)) for each in heard)


def are_said_alike(ours: str, theirs: str) -> bool:
    """Whether two firms' names with telescoped words taken apart hold as many words, legal forms apart, and each is the
    other's, the same place or the same in another language (Днепроспецстрой, Дніпроспецбуд; zavodi, plant). Of names
    the letters decide.
    """
    mine, others = (
        [part for part in parse(name, "organisation").parts if part.kind != "legal_form"] for name in (ours, theirs)
    )
    return len(mine) == len(others) and all(
        a.text == b.text
        or a.kind == b.kind == "name"
        or (({a.kind, b.kind} <= PLACES or {a.kind, b.kind} <= TRADES) and not a.concepts.isdisjoint(b.concepts))
        for a, b in zip(mine, others, strict=True)
    )


def _are_born_apart(left: str, right: str) -> bool:
    """Whether two texts say of what years two people are, more apart than papers are of one."""
    ours = birth_year(left)
    theirs = birth_year(right) if ours is not None else None
    return ours is not None and theirs is not None and abs(ours - theirs) > YEARS_OF_ONE


def _has_seat(text: str) -> bool:
    """Whether a text is told without the address it ends in as well."""
    return may_have_seat(text) and before_seat(text[:LONGEST]) in names_within(text)


def _other_towns(left: str, right: str) -> bool:
    """Whether two firms' names say two towns that they are in; a known body has branches in many."""
    ours = town_of(left)
    return ours is not None and town_of(right) not in (None, ours) and not (_bodies(left) & _bodies(right))


def _begins_elsewhere(left: str, right: str) -> bool:
    """Whether one of two firms' names begins with a town and the other says another behind its own (Ronglian Trade,
    Yiwu; Yining Ronglian Trade); a known body has branches in many.
    """
    for begun, seated in ((left, right), (right, left)):
        first = town_before(begun)
        if first is not None and town_of(begun) is None and town_of(seated) and first not in towns_said(seated):
            return not (_bodies(left) & _bodies(right))
    return False


def _other_bodies(left: str, right: str) -> bool:
    """Whether two texts are the names of two bodies of states or national firms."""
    ours, theirs = _bodies(left), _bodies(right)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _bodies(text: str) -> frozenset[str]:
    """The bodies of states and national firms that a text names, with its seat or without."""
    return frozenset(body for name in names_within(text) if (body := body_of(name)) is not None)


def _are_of_one_body(left: str, right: str) -> bool:
    """Whether two texts name one body or numbered units of it, whatever it is called in them: of units the numbers
    decide.
    """
    ours = body_of_unit(left)
    return bool(_bodies(left) & _bodies(right)) or (ours is not None and ours == body_of_unit(right))


def _other_husbands(left: str, right: str) -> bool:
    """Whether two texts tell two women by their husbands as well, and these are two men."""
    ours, theirs = husband_and_wife(left), husband_and_wife(right)
    if ours is None or theirs is None:
        return False
    return score(parse(ours[0], "person"), parse(theirs[0], "person")).value < weights().threshold


def _in_characters(left: str, right: str, schema: str) -> Score | None:
    """The best score of the names in characters, or in Hangul, that both texts hold; None where not both hold one."""
    if left.isascii() or right.isascii():
        return None
    ours, theirs = ({each: script_of(each) for each in names_within(text)} for text in (left, right))
    scored = [
        score(parse(mine, mode_of(schema, mine, other)), parse(other, mode_of(schema, mine, other)))
        for mine, other in product(ours, theirs)
        if ours[mine] == theirs[other] and ours[mine] in SYLLABLES
    ]
    return max(scored, key=lambda each: each.value, default=None)


def _bears(text: str, family: str) -> bool:
    """Whether a family name is one of the words of a text."""
    sought = parse(family, "person")
    return any(score(parse(each, "person"), sought).value >= weights().threshold for each in name_words(text))


def _letters_beside_others(left: str, right: str, schema: str) -> str:
    """Letters that two texts have in common, each beside a name that is unlike the other's; else the empty string."""
    for letters in names_within(left):
        beside = list(product(long_names(letters, left), long_names(letters, right)))
        if beside and letters in names_within(right):
            return letters if all(_are_apart(*pair, schema) for pair in beside) else ""
    return ""


def _are_apart(ours: str, theirs: str, schema: str) -> bool:
    mode = mode_of(schema, ours, theirs)
    return score(parse(ours, mode), parse(theirs, mode)).value < APART


def _told(found: Score, names: tuple[str, str], texts: tuple[str, str]) -> Score:
    """The score of two names as one of the texts they stand in."""
    within = [is_within(name, text) for name, text in zip(names, texts, strict=True)]
    for name, text, own, others in zip(names, texts, within, reversed(within), strict=True):
        if is_apart(name, text):
            found = found.taken_apart(text, name)
        elif not own:
            found = found.told_of(text, name, literally=others)
    for side, name, text, own in zip(("left", "right"), names, texts, within, strict=True):
        if own and name != text and not set(name_words(name)) <= set(name_words(text)):
            line = (text, "") if side == "left" else ("", text)
            found = found.with_line(Points(*line, f"{READ_AS} {name}", "", 0.0, 0.0))
    return found
