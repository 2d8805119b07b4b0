"""What a party is by its name: a forwarder, a bank, in another line of business than the good."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

import numpy as np
import polars as pl

from screening.names.address_words import is_street_word
from screening.names.arabic_prefixes import prefixes
from screening.names.concepts import field_of
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.vocabulary import BUSINESS, Segment, segment, split_glued
from screening.reference import table
from screening.trade.book import Book, counted
from screening.trade.counting import pairs, ranked
from screening.trade.flags.base import (
    NOT_RAISED,
    NOT_TESTABLE,
    RAISED,
    figures,
    figures_text,
    of_members,
    of_rows,
    verdicts,
)
from screening.trade.rules import Rule
from screening.trade.said import said
from screening.trade.wording import pattern_of, plain_column

_TWO: Final = 2
_LONG_WORD: Final = 7
"""Letters from which a word's ending tells what it is of: "Альфабанк" a bank."""


@lru_cache(maxsize=65536)
def concepts_of(name: str) -> dict[str, str]:
    """The concepts of business words in a name, each with the words that say it. Ambiguous words say nothing."""
    tokens = [piece for token in words(name) for piece in split_glued(token)]
    found: dict[str, str] = {}
    for part in segment(tokens):
        for meaning in part.meanings:
            if meaning.kind in BUSINESS and not meaning.ambiguous:
                found.setdefault(meaning.concept, " ".join(tokens[part.start : part.end]))
    return found


def _by_name(book: Book, rule: Rule) -> pl.DataFrame:
    mine = book.records_of(rule.roles).join(book.parties, on="party")
    asked = _Asked.of(rule)
    rows = []
    for party, name, records in mine.sort("party").select("party", "name", "records").iter_rows():
        if not name:
            rows.append((party, NOT_TESTABLE, "Not testable: it has no name.", figures_text(records=records)))
            continue
        hits, but = _says_so(name, asked)
        if hits and not but:
            said = f"{rule.says} “{hits[0]}” in its name; consignee on {records} records."
            rows.append((party, RAISED, said, figures_text(words=hits[0], records=records)))
        else:
            why = f"“{hits[0]}” in its name, but “{but[0]}” too." if hits else "Its name does not say so."
            rows.append((party, NOT_RAISED, why, figures_text(records=records)))
    return of_rows(rows)


class _Asked(NamedTuple):
    """What a rule looks for in names, and what speaks against it; its words folded once, not for each name."""

    concepts: tuple[str, ...]
    unless: frozenset[str]
    unless_words: frozenset[str]
    unspaced: tuple[str, ...]
    weak_words: frozenset[str]
    weak_beside_goods: frozenset[str]
    no_goods: frozenset[str]
    endings: tuple[str, ...]
    streets: bool
    jars: frozenset[str]
    jars_behind: tuple[str, ...]
    heads: frozenset[str]

    @classmethod
    def of(cls, rule: Rule) -> _Asked:
        """What the settings of a rule say."""
        settings = rule.settings
        unless, weak, beside_goods = (
            frozenset(" ".join(words(each)) for each in settings.get(of, ()))
            for of in ("unless_words", "weak_words", "weak_beside_goods")
        )
        return cls(
            tuple(settings["concepts"]),
            frozenset(settings["unless"]),
            unless,
            tuple(each for each in sorted(unless) if script_of(each) == "Han"),
            weak,
            beside_goods,
            frozenset(settings.get("no_goods", ())),
            tuple(" ".join(words(each)) for each in settings.get("endings", ())),
            bool(settings.get("streets")),
            frozenset(settings.get("jars", ())),
            tuple(settings.get("jars_behind", ())),
            frozenset(settings.get("heads", ())),
        )


def _says_so(name: str, asked: _Asked) -> tuple[list[str], list[str]]:
    """The words of a name that say what the rule asks for, and those that say something else."""
    concepts, spoken = concepts_of(name), words(name)
    said = [concepts[concept] for concept in asked.concepts if concept in concepts]
    hits = [hit for hit in said if hit not in asked.weak_words]
    if asked.streets:
        hits = [hit for hit in hits if not _names_a_street(hit, spoken)]
    hits = [hit for hit in hits if hit not in asked.jars or not _is_a_jar(hit, spoken, asked)]
    hits += [word for word in spoken if len(word) >= _LONG_WORD and word.endswith(asked.endings)]
    but = [concepts[each] for each in sorted(concepts) if each in asked.unless or field_of(each) in asked.unless]
    # ТЭК is a forwarder as well as the fuel and energy complex: beside a word that says the one it says not the other
    but = [each for each in but if each not in said and each not in asked.weak_words]
    if hits and asked.weak_beside_goods.issuperset(hits):
        but += [concepts[each] for each in sorted(concepts) if _is_of_goods(each, asked)]
    if but and any(_heads(hit, name, but) for hit in hits if hit in asked.heads):
        but = []
    but += [word for word in spoken if word in asked.unless_words]
    but += [each for each in asked.unspaced if each in "".join(spoken)]
    return hits, but


def _is_of_goods(concept: str, asked: _Asked) -> bool:
    """Whether a concept says in what goods a firm deals: not that it trades or serves, nor its legal form."""
    said = {concept, field_of(concept)}
    return said.isdisjoint(asked.concepts) and said.isdisjoint(asked.no_goods)


def _heads(word: str, name: str, others: list[str]) -> bool:
    """Whether a name begins with a word, behind its legal forms, so that it says what the firm is and what follows how
    it is called (Банк Жибек Алтын). In Latin letters the last word may say it as well: Bank Garments.
    """
    tokens = words(name)
    own = [each for part in segment(tokens) if not _is_form(part) for each in tokens[part.start : part.end]]
    begins = len(own) > 1 and own[0] == word
    return begins and (script_of(word) == "Cyrillic" or (len(own) > _TWO and own[-1] not in others))


def _is_form(part: Segment) -> bool:
    return any(meaning.kind == "legal_form" for meaning in part.meanings)


def _names_a_street(phrase: str, spoken: list[str]) -> bool:
    """Whether a word only names a street: who is called by Bank Street is no bank."""
    tokens = phrase.split()
    ends = (at + len(tokens) for at in range(len(spoken)) if spoken[at : at + len(tokens)] == tokens)
    behind = (spoken[end : end + 2] for end in ends)
    return any(is_street_word(after[0]) and not _is_article(after) for after in behind if after)


def _is_article(words_behind: list[str]) -> bool:
    """Whether what looks like a street in short is the article of a name: Bank Al Waha, and no aleja."""
    return len(words_behind) > 1 and words_behind[0] in prefixes("article")


def _is_a_jar(word: str, spoken: list[str], asked: _Asked) -> bool:
    """Whether a word stands only beside adjectives that make it a tin or a jar (жестяная банка, банка жестяная)."""
    at = [place for place, each in enumerate(spoken) if each == word]
    return all(any(each.endswith(asked.jars_behind) for each in _beside(spoken, place)) for place in at)


def _beside(spoken: list[str], place: int) -> list[str]:
    return [*spoken[max(place - 1, 0) : place], *spoken[place + 1 : place + 2]]


def forwarder_as_consignee(book: Book, rule: Rule) -> pl.DataFrame:
    """Consignees whose name says that they forward goods for others."""
    return _by_name(book, rule)


def bank_as_consignee(book: Book, rule: Rule) -> pl.DataFrame:
    """Consignees whose name says that they are a bank; with the letter of credit where a record speaks of one."""
    found = _by_name(book, rule)
    banks = found.filter(pl.col("outcome") == RAISED).select("party")
    if banks.is_empty():
        return found
    mine = book.of_roles(rule.roles).join(banks, on="party", how="semi")
    told = pl.concat([said(book, kind) for kind in ("payment_terms", "remark")])
    credit = "|".join(map(pattern_of, rule.settings["letter_of_credit"]))
    told = told.join(mine, on="line").filter(plain_column(pl.col("text")).str.contains(credit))
    of = told.group_by("party").agg(letters=pl.col("line").n_unique(), text=pl.col("text").min())
    words = pl.format(" By letter of credit on {} of them: “{}”.", "letters", "text").fill_null("")
    more = found.join(of, on="party", how="left", maintain_order="left")
    return verdicts(more.with_columns(reason=pl.col("reason") + words))


@cache
def _business() -> dict[str, str]:
    """The line of business of each HS chapter."""
    return {
        f"{chapter:02d}": row["line"]
        for row in table("goods/sections.tsv").rows
        for chapter in range(int(row["first"]), int(row["last"]) + 1)
    }


@cache
def _kindred() -> dict[str, frozenset[str]]:
    """The further lines of business of single goods, by the first digits of their codes."""
    found: dict[str, set[str]] = {}
    for row in table("goods/kindred_goods.tsv").rows:
        found.setdefault(row["code"], set()).add(row["line"])
    return {code: frozenset(lines) for code, lines in found.items()}


def _fits_too(texts: pl.Series, by_section: pl.DataFrame, watched: pl.DataFrame) -> pl.DataFrame:
    """``line, party`` of watched goods that fit a line of business of their party's other than their chapter's."""
    further = pl.DataFrame(
        [
            (place, line)
            for place, text in enumerate(texts)
            for code, lines in _kindred().items()
            if text.startswith(code)
            for line in sorted(lines)
        ],
        schema={"code": pl.UInt32(), "title": pl.String()},
        orient="row",
    )
    return watched.join(further, on="code").join(by_section.select("party", "title"), on=["party", "title"])


def good_does_not_fit(book: Book, rule: Rule) -> pl.DataFrame:
    """Watched goods outside all lines of business in which the party trades otherwise, while it has one.

    They are no more than half of its trade: what a party deals in most is its line of business, watched or not.
    """
    # each code once: ten million texts would take gigabytes
    codes, texts = ranked(book.lines.get_column("hs6"))
    business_of = _business()
    sections = pl.Series([business_of.get(text[:2]) for text in texts] + [None], dtype=pl.String)
    titles = sections.drop_nulls().unique().sort()
    places = sections.replace_strict(titles, range(len(titles)), default=len(titles), return_dtype=pl.UInt32)
    # a firm's business is that of all its addresses
    mine = book.of_roles(rule.roles).rename({"party": "own"})
    mine = mine.with_columns(party=book.firm_of().gather(mine.get_column("own")))
    marks = book.watched().select("line", "good", "how", chapter=pl.col("code").str.slice(0, 2))
    at = book.places_of(mine.get_column("line")).to_numpy()
    mine = mine.with_columns(
        section=pl.Series(places.to_numpy()[codes][at]),
        code=pl.Series(codes[at]).cast(pl.UInt32),
        watched=book.by_line(marks.get_column("line")).gather(mine.get_column("line")),
    )
    parties, known = mine.get_column("party").to_numpy(), len(titles)
    other = np.where(mine.get_column("watched").to_numpy(), known, mine.get_column("section").to_numpy())
    by_section = pairs(parties, book.many, other, known).select(
        party="one", section="other", n="n", title=pl.lit(titles).gather("other")
    )
    business = (
        by_section.sort(["party", "n", "title"], descending=[False, True, False])
        .group_by("party", maintain_order=True)
        .agg(others=pl.col("n").sum(), top=pl.col("n").first(), business=pl.col("title").first())
    )
    watched = mine.filter(pl.col("watched")).drop("watched").join(marks, on="line")
    # what the description tells is of the good's own line, whatever code it was declared under
    numbers = dict(zip(titles, range(known), strict=True))
    lines_of = [numbers.get(title, known + 1) for title in business_of.values()]
    own_line = pl.col("chapter").replace_strict(list(business_of), lines_of, default=known, return_dtype=pl.UInt32)
    watched = watched.with_columns(
        section=pl.when(pl.col("how") == "description").then(own_line).otherwise("section")
    ).filter(pl.col("section") != known)
    # one stray record makes no line of business
    lines = by_section.filter(pl.col("n") > float(rule.settings["line"]) * pl.col("n").sum().over("party"))
    strange = watched.join(lines.select("party", "section"), on=["party", "section"], how="anti")
    strange = strange.join(_fits_too(texts, by_section, strange), on=["party", "line"], how="anti")
    at_most = float(rule.settings["at_most"])
    need, share = int(rule.settings["records"]), float(rule.settings["share"])
    counts = (
        counted(mine.get_column("party"), book.many)
        .join(
            counted(mine.get_column("party").filter(mine.get_column("watched")), book.many).rename(
                {"records": "watched"}
            ),
            on="party",
            how="left",
        )
        .with_columns(pl.col("watched").fill_null(0))
        .join(business, on="party", how="left")
        .join(
            strange.group_by("party").agg(
                strange=pl.len(), goods=pl.col("good").unique().sort().head(3).str.join("; ")
            ),
            on="party",
            how="left",
        )
        .with_columns(pl.col("others", "top", "strange").fill_null(0))
        .with_columns(share=(pl.col("top") / pl.col("others")).fill_nan(0.0))
    )
    main = pl.col("strange") > at_most * pl.col("records")
    few, mixed = pl.col("others") < need, pl.col("share") < share
    whole = counts.with_columns(
        outcome=pl.when(pl.col("watched") == 0)
        .then(pl.lit(NOT_RAISED))
        .when(few | mixed)
        .then(pl.lit(NOT_TESTABLE))
        .when((pl.col("strange") > 0) & ~main)
        .then(pl.lit(RAISED))
        .otherwise(pl.lit(NOT_RAISED)),
        reason=pl.when(pl.col("watched") == 0)
        .then(pl.lit("It trades in no watched good."))
        .when(few)
        .then(
            pl.format(
                "Not testable: {} records of other goods, {} are needed to know its business.",
                "others",
                pl.lit(need),
            )
        )
        .when(mixed)
        .then(pl.lit("Not testable: its other goods are of no one line of business."))
        .when(main)
        .then(pl.format("{} of its {} records are of them: its main trade.", "strange", "records"))
        .when(pl.col("strange") > 0)
        .then(
            pl.format(
                "{} {} % of its other {} records are {}; {}.",
                pl.lit(rule.says),
                (pl.col("share") * 100).round(0).cast(pl.Int64),
                "others",
                "business",
                "goods",
            )
        )
        .otherwise(pl.lit("Its watched goods are of a line it trades in otherwise.")),
        figures=figures(
            others=pl.col("others"),
            share=pl.col("share").round(3),
            business=pl.col("business"),
            strange=pl.col("strange"),
            of_all=(pl.col("strange") / pl.col("records")).round(3),
        ),
    )
    hit = whole.filter(pl.col("outcome") == RAISED).select("party")
    evidence = strange.join(hit, on="party").select(
        "line", party="own", outcome=pl.lit(RAISED), reason=pl.format("{}.", "good")
    )
    return pl.concat([of_members(book, rule, whole), verdicts(evidence)])
