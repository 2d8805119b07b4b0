"""Labelled pairs from base names and templates put through seeded changes, written from the published schemes."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.bent_names import homoglyph, invisible, ocr, typo
from bench.pair_rows import Pair, make

SEED = 20261122


def generated(folder: Path) -> Iterator[Pair]:
    """Seeded persons, companies and vessels of every language in ``bases.txt``, which is in the folder."""
    bases = read_bases(folder / "bases.txt")
    templates = read_templates(folder / "templates.txt")
    for language, kinds in bases.items():
        rng = random.Random(f"{SEED} {language}")
        yield from persons(rng, language, kinds)
        yield from companies(rng, language, kinds, templates.get(language, []))
        yield from vessels(rng, language, kinds)


def read_bases(path: Path) -> dict[str, dict[str, list[list[str]]]]:
    """language -> kind -> names, each a list of forms."""
    found: dict[str, dict[str, list[list[str]]]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            head, _, names = line.partition(":")
            language, kind = head.split()
            found[language][kind] = [name.strip().split("/") for name in names.split(",")]
    return found


def read_templates(path: Path) -> dict[str, list[tuple[str, str, str]]]:
    """language -> (line of business, native template, foreign template)."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            language, business, both = (part.strip() for part in line.split(":", 2))
            native, foreign = (part.strip() for part in both.split("|"))
            found[language].append((business, native, foreign))
    return found


def join_person(language: str, given: str, family: str, form: int, patronymic: str = "") -> str:
    """A full name as written in the language (family first for Han and Hangul, which are not spaced)."""
    if language in ("Chinese", "Korean"):
        return f"{family}{given}" if form == 0 else f"{family} {given}"
    if patronymic and form == 0:
        return f"{family} {given} {patronymic}" if language != "Arabic" else f"{given} {patronymic} {family}"
    return " ".join(part for part in (given, patronymic, family) if part)


def persons(rng: random.Random, language: str, kinds: dict[str, list[list[str]]]) -> Iterator[Pair]:
    """Matches and near misses of people."""
    givens, families, patronymics = kinds["given"], kinds["family"], kinds.get("patronymic", [])
    crossed = [(given, family) for given in givens for family in families]
    rng.shuffle(crossed)

    def full(name: tuple[list[str], list[str]], form: int, patronymic: list[str] | None = None) -> str:
        given, family = name
        return join_person(language, pick(given, form), pick(family, form), form, pick(patronymic, form))

    def latin() -> int:
        return rng.choice([1, 2] if len(givens[0]) > 2 else [1])

    for at, name in enumerate(crossed[:32]):
        given, family = name
        form = latin() if language not in ("Azeri", "Armenian", "Turkmen") else 1
        native, foreign = full(name, 0), full(name, form)
        bare = f"{pick(given, form)} {pick(family, form)}"
        if at < 3:
            yield make(native, foreign, "Person", language, "script_or_scheme", "match")
        elif at == 3:
            yield make(full(name, 1), full(name, 2), "Person", language, "scheme", "match")
        elif at == 4:
            yield make(
                f"{pick(family, form).upper()}, {pick(given, form)}",
                native,
                "Person",
                language,
                "comma",
                "match",
            )
        elif at == 5:
            yield make(f"{pick(given, form)[0]}. {pick(family, form)}", bare, "Person", language, "initials", "match")
        elif at == 6:
            yield make(typo(rng, bare), bare, "Person", language, "typo", "match")
        elif at == 7:
            yield make(typo(rng, bare), native, "Person", language, "typo_and_script", "match")
        elif at == 8:
            yield make(homoglyph(rng, bare), bare, "Person", language, "homoglyph", "match")
        elif at == 9 and patronymics:
            yield make(
                full(name, 0, rng.choice(patronymics)),
                foreign,
                "Person",
                language,
                "patronymic_missing",
                "match",
            )
        elif at == 10 and patronymics:
            one, two = rng.sample(patronymics, 2)
            yield make(full(name, 0, one), full(name, 0, two), "Person", language, "other_patronymic", "no")
        elif at == 11 and patronymics:
            one, two = rng.sample(patronymics, 2)
            yield make(full(name, form, one), full(name, 0, two), "Person", language, "other_patronymic", "no")
        elif 12 <= at < 20:
            other = (rng.choice([g for g in givens if g is not given]), family)
            forms = [(0, 0), (0, form), (form, form)][at % 3]
            yield make(full(name, forms[0]), full(other, forms[1]), "Person", language, "other_given", "no")
        elif 20 <= at < 26:
            other = (given, rng.choice([f for f in families if f is not family]))
            forms = [(0, 0), (0, form), (form, form)][at % 3]
            yield make(full(name, forms[0]), full(other, forms[1]), "Person", language, "other_family", "no")
        elif at == 26:
            other_given = pick(rng.choice([g for g in givens if pick(g, form)[0] != pick(given, form)[0]]), form)
            yield make(
                f"{other_given[0]}. {pick(family, form)}",
                bare,
                "Person",
                language,
                "initials_contradict",
                "no",
            )
        elif at == 27 and "title" in kinds:
            yield make(f"{rng.choice(kinds['title'])[0]} {bare}", bare, "Person", language, "title", "match")
        elif at == 28:
            yield make(invisible(rng, bare), bare, "Person", language, "invisible", "match")
        elif at == 29:
            yield make(ocr(rng, bare), bare, "Person", language, "ocr", "match")
        elif at == 30 and len(bare) > 9:
            yield make(bare.replace(" ", ""), bare, "Person", language, "glue", "match")


def companies(
    rng: random.Random,
    language: str,
    kinds: dict[str, list[list[str]]],
    templates: list[tuple[str, str, str]],
) -> Iterator[Pair]:
    """Matches and near misses of companies: same and other word, place, line of business, number."""
    words, places = kinds["org"], kinds["place"]
    for business, native, foreign in templates:
        one, two = rng.sample(words, 2)
        here, there = rng.sample(places, 2)
        form = 1 if language in ("Azeri", "Armenian", "Turkmen") or len(one) < 3 else rng.choice((1, 2))

        def fill(template: str, word: list[str], place: list[str], form: int) -> str:
            return template.replace("{x}", pick(word, form)).replace("{p}", pick(place, form)).strip()

        left, right = fill(native, one, here, 0), fill(foreign, one, here, form)
        yield make(left, right, "Company", language, "descriptor", "match")
        yield make(typo(rng, right), right, "Company", language, "typo", "match")
        yield make(ocr(rng, right), right, "Company", language, "ocr", "match")
        yield make(left, fill(foreign, two, here, form), "Company", language, "other_word", "no")
        yield make(fill(foreign, two, here, 1), right, "Company", language, "other_word", "no")
        yield make(fill(native, two, here, 0), left, "Company", language, "other_word", "no")
        if "{p}" in native:
            yield make(left, fill(foreign, one, there, 1), "Company", language, "other_place", "no")
            bare = " ".join(foreign.replace("{x}", "").split())
            yield make(fill(bare, one, here, 1), right, "Company", language, "generic_only", "no")
        else:
            first, second = rng.sample(range(2, 60), 2)
            yield make(f"{left} {first}", f"{right} {second}", "Company", language, "other_number", "no")
        rare = pick(rng.choice([w for w in words if w is not one and w is not two]), 1)
        yield make(f"{pick(one, 1)} {rare}", pick(one, 1), "Company", language, "affiliate_extra", "affiliate")
        for other_business, other_native, other_foreign in templates:
            if other_business != business and "{p}" not in native + other_native:
                yield make(
                    left,
                    fill(other_foreign, one, here, form),
                    "Company",
                    language,
                    "other_descriptor",
                    "affiliate",
                )
                break


def vessels(rng: random.Random, language: str, kinds: dict[str, list[list[str]]]) -> Iterator[Pair]:
    """Ships named after the language's words, with and without numbers."""
    words = kinds["org"]
    one, two = rng.sample(words, 2)
    first, second = rng.sample(range(2, 30), 2)
    native, foreign = pick(one, 0), pick(one, 1).upper()
    yield make(f"{native}-{first}", f"{foreign} {first}", "Vessel", language, "script_or_scheme", "match")
    yield make(f"M/V {foreign} {first}", f"{native} {first}", "Vessel", language, "vessel_prefix", "match")
    yield make(f"{native} {first}", f"{foreign} {second}", "Vessel", language, "vessel_number", "no")
    yield make(f"{foreign} {first}", f"{foreign} {second}", "Vessel", language, "vessel_number", "no")
    yield make(f"{foreign} {first}", f"{pick(two, 1).upper()} {first}", "Vessel", language, "other_word", "no")


def pick(forms: list[str] | None, form: int) -> str:
    """The asked form of a name, or its last."""
    return "" if forms is None else forms[min(form, len(forms) - 1)]
