"""Candidate names of a story, found by rule: capital runs, legal forms, quotes, trigger words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from screening.intake.capital_runs import runs
from screening.intake.caseless_names import caseless_persons
from screening.intake.cyrillic_offices import offices
from screening.intake.han_names import han_names
from screening.intake.hangul_names import hangul_names
from screening.intake.headed_names import headed
from screening.intake.judgement import MAX_LENGTH, ONE_WORD, OPENING, judge
from screening.intake.lexicon import heads_of_compounds, is_legal_form, is_ordinary, is_place, kinds
from screening.intake.manners import nouns_are_capitalised, ordinary_words_are_known
from screening.intake.quoted import quoted
from screening.intake.run_cuts import split
from screening.intake.sentences import Sentence, Word, sentences
from screening.intake.spans import Span
from screening.intake.trimming import Around

_TITLE_CASE = 0.8
"""Share of the longer words of a line that are capitalised, from which the capitals say nothing."""
_NUMBER_BEHIND = re.compile(r"[.:՝№ \u00a0]{0,3}(?:(?:No|Nr|no|nr|№)[.:]{0,2} ?)?[A-Z]{0,2} ?(?:\d[ ./-]?){5,}")
_QUOTES_FOLLOW = re.compile("[ \u00a0]«[^\\W\\d_]")
"""Behind "завод прецизионных приводов" stands the name itself: "… «Импульс»"."""
_LONGEST_LABEL = 12
_LONG = 4
_LONGEST_LINE = 10
_LEAST_HEADING = 3
_SHORTEST_STEM = 5
ALONE_SAY_NOTHING = frozenset({ONE_WORD, OPENING, "capitalised ordinary words"})


def rule_spans(text: str, title_end: int, language: str | None) -> list[Span]:
    """Stretches of a text that may name somebody, in order, none inside another.

    A headline in which every word is capitalised gives none of its own: what it names is found again by
    the names in the text (`screening.intake.same_party`).
    """
    found: list[Span] = list(quoted(text))
    all_sentences = list(sentences(text, language))
    lower_case = frozenset(word.low for sentence in all_sentences for word in sentence.words if not word.capital)
    for sentence in all_sentences:
        closed = text[sentence.start : sentence.end].rstrip().endswith((".", "!", "?"))
        if is_headline(sentence) and (sentence.start < title_end or not closed):
            continue
        if any("\u0400" <= word.low[:1] <= "\u04ff" for word in sentence.words):
            found.extend(span for span in offices(text, sentence.words) if not _QUOTES_FOLLOW.match(text, span.end))
        found.extend(headed(text, sentence.words, language))
        found.extend(caseless_persons(text, sentence.words, language))
        named = _in_sentence(text, sentence, lower_case, language)
        if nouns_are_capitalised(language):
            named = filter(_more_than_a_noun, named)
            found.extend(_compounds(sentence))
        found.extend(named)
    found.extend(han_names(text))
    found.extend(hangul_names(text))
    kept = (span for span in found if span.end - span.start <= MAX_LENGTH and not _is_label(text, span))
    return outermost(kept)


def _is_label(text: str, span: Span) -> bool:
    """Whether a stretch only says what the number behind it is: "FN 481927", "БСН 220340019911", "Mersis No: 0034…"."""
    found = text[span.start : span.end]
    return (
        len(found) <= _LONGEST_LABEL
        and not set(span.reasons) & {"legal form"}
        and bool(_NUMBER_BEHIND.match(text, span.end))
    )


def _compounds(sentence: Sentence) -> Iterator[Span]:
    """Compounds that name a firm by what they end with: Raiffeisenbank, but not Zentralbank."""
    for word in sentence.words:
        head = next((end for end in heads_of_compounds() if word.low.endswith(end)), "")
        stem = word.low[: -len(head)].rstrip("-") if head else ""
        if word.capital and len(stem) >= _SHORTEST_STEM and "compound_generic" not in kinds(word.low):
            yield Span(word.start, word.end, "Company", (f"a compound with '{head}'",))


def _more_than_a_noun(span: Span) -> bool:
    """Whether more than a single capitalised word speaks for a name, where every noun is capitalised."""
    return not set(span.reasons) & ALONE_SAY_NOTHING


def is_headline(sentence: Sentence) -> bool:
    """Whether all longer words of a sentence are capitalised, so that capitals say nothing."""
    last = next((word for word in reversed(sentence.words) if not is_place(word.low)), None)
    if last is not None and is_legal_form(last.low) and len(sentence.words) <= _LONGEST_LINE:
        return False  # a line of a list: "Zenith Industrial Holding Limited"
    if _is_heading_in_capitals(sentence):
        return True
    long = [word for word in sentence.words if len(word.raw) >= _LONG and word.raw[0].isalpha()]
    capital = sum(word.capital for word in long)
    plain = sum(word.capital and is_ordinary(word.low) and not word.opens and not is_place(word.low) for word in long)
    return len(long) >= _LONG and capital >= _TITLE_CASE * len(long) and plain >= max(2, len(long) / 3)


def _is_heading_in_capitals(sentence: Sentence) -> bool:
    """Whether a line stands in capitals only and has a word that no name has: "ХТО КОНТРОЛЮЄ ВЕРФ"."""
    words = [word for word in sentence.words if word.raw[0].isalpha()]
    if len(words) < _LEAST_HEADING or not all(word.raw.isupper() for word in words):
        return False
    return any(_in_no_name(word) for word in words)


def _in_no_name(word: Word) -> bool:
    said = kinds(word.low)
    return bool(said & {"opener", "event_head", "speech"}) or (
        is_place(word.low.partition("'")[0]) and (word.possessive or "'" in word.low)
    )


def _in_sentence(text: str, sentence: Sentence, lower_case: frozenset[str], language: str | None) -> Iterator[Span]:
    ordinary_known = ordinary_words_are_known(language)
    index_of = {word.start: index for index, word in enumerate(sentence.words)}
    for run in runs(text, sentence.words):
        whole = Around(
            sentence.words, index_of[run[0].start], index_of[run[-1].start], lower_case, text, ordinary_known, language
        )
        named = kinds(whole.before()) | kinds(whole.after())
        if run[0].opens and run[0].low == "the":
            run = run[1:]
        if len(run) > 2 and named & {"trigger_org"} and all(is_ordinary(w.low) for w in run) and not run[0].opens:
            schema = "Organization"
            yield Span(run[0].start, run[-1].end, schema, ("beside a word for an organisation",))
            continue
        for part in split(run, text):
            if part:
                first, last = index_of[part[0].start], index_of[part[-1].start]
                yield from judge(part, Around(sentence.words, first, last, lower_case, text, ordinary_known, language))


def outermost(spans: Iterator[Span] | list[Span]) -> list[Span]:
    """Spans in order, without those that overlap a longer one, or an equal one that was found
    earlier."""
    kept: list[Span] = []
    ranked = sorted(enumerate(spans), key=lambda item: (item[1].start - item[1].end, item[0]))
    taken: set[int] = set()
    for _, span in ranked:
        stretch = range(span.start, span.end)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
