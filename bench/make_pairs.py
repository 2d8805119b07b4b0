"""Build the labelled sets from handwritten pairs and from base names put through seeded changes.

The transformations are written here from the published schemes and from what is met in documents; nothing
of the package under test is imported, so that the examiner does not share the candidate's mistakes. Pairs
that share a whole name stand in one half only: what the development half taught about it is of no use on
the test half.

    python -m bench.make_pairs        # rewrites the labelled sets: frozen, only on purpose
"""

from __future__ import annotations

import csv
import hashlib
import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "labelled"
COLUMNS = ("pair_id", "half", "left", "right", "schema", "language", "class", "label", "note")
LABELS = ("match", "affiliate", "no")
SEED = 20261122
HOMOGLYPHS = dict(zip("AaBCcEeHKMOoPpTXxy", "АаВСсЕеНКМОоРрТХху", strict=True))
OCR = {
    "o": "0",
    "l": "1",
    "i": "1",
    "s": "5",
    "b": "6",
    "g": "9",
    "m": "rn",
    "O": "0",
    "I": "1",
    "S": "5",
    "B": "8",
}
INVISIBLE = ("\u200b", "\u200c", "\u00ad", "\u2060", "\u200e")

Pair = dict[str, str]


def main() -> None:
    """Write the table and print how it is spread."""
    build("region_pairs", [*handwritten(FOLDER / "handwritten"), *generated()])
    build("general_pairs", list(handwritten(FOLDER / "handwritten_general")))
    build("adversarial_pairs", list(handwritten(FOLDER / "handwritten_adversarial")))
    build("probe_pairs", list(handwritten(FOLDER / "handwritten_probes")))
    build("world_pairs", list(handwritten(FOLDER / "handwritten_world")))
    for path in sorted((FOLDER / "handwritten_rounds").glob("*.txt")):
        build(f"{path.stem}_pairs", list(handwritten(FOLDER / "handwritten_rounds", path.name)), halves=False)


def build(name: str, pairs: list[Pair], *, halves: bool = True) -> None:
    """Write one set: no pair twice, halves assigned, sorted. Without halves all of it is to be looked at."""
    rows, seen = [], set()
    for pair in pairs:
        key = frozenset((pair["left"], pair["right"]))
        if len(key) < 2 or key in seen:
            continue
        seen.add(key)
        rows.append(pair)
    if halves:
        assign_halves(rows)
    else:
        for row in rows:
            row["half"] = "dev"
    rows.sort(key=lambda row: (row["language"], row["schema"], row["label"], row["class"], row["pair_id"]))
    write(FOLDER / f"{name}.csv", rows)
    print(name)
    for column in ("half", "label", "schema", "language", "class"):
        print(column, dict(Counter(row[column] for row in rows).most_common()))


def handwritten(folder: Path, only: str = "*.txt") -> Iterator[Pair]:
    """The pairs written by hand; a header line ``@ language schema`` holds for the lines below it."""
    for path in sorted(folder.glob(only)):
        language = schema = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("@"):
                language, schema = line[1:].split()
                continue
            cells = [cell.strip(" ") for cell in line.split("|")]
            if len(cells) not in (4, 5) or cells[1] not in LABELS:
                raise SystemExit(f"{path.name}, row {number}: not 'class | label | left | right | note': {line}")
            yield make(cells[2], cells[3], schema, language, cells[0], cells[1], cells[4] if len(cells) == 5 else "")


def make(left: str, right: str, schema: str, language: str, kind: str, label: str, note: str = "") -> Pair:
    """One row; its id follows from its content, so that adding pairs renames none."""
    digest = hashlib.sha256(f"{left}|{right}|{schema}".encode()).hexdigest()[:10]
    cells = (digest, "", left, right, schema, language, kind, label, note)
    return dict(zip(COLUMNS, cells, strict=True))


def assign_halves(rows: list[Pair]) -> None:
    """Half and half within language, schema and label; rows that share a name stay together."""
    parent = list(range(len(rows)))

    def find(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    owner: dict[str, int] = {}
    for at, row in enumerate(rows):
        for side in ("left", "right"):
            key = plain(row[side])
            parent[find(at)] = find(owner.setdefault(key, at))
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(rows)):
        groups[find(at)].append(at)
    counts: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for members in sorted(groups.values(), key=lambda group: (-len(group), rows[group[0]]["pair_id"])):
        balance = 0
        for at in members:
            tally = counts[stratum(rows[at])]
            balance += tally["dev"] - tally["test"]
        flip = int(rows[members[0]]["pair_id"], 16) % 2
        half = "test" if balance > 0 or (balance == 0 and flip) else "dev"
        for at in members:
            rows[at]["half"] = half
            counts[stratum(rows[at])][half] += 1


def stratum(row: Pair) -> tuple[str, str, str]:
    """What the halves are balanced over."""
    return row["language"], row["schema"], row["label"]


def plain(text: str) -> str:
    """Letters and digits only, lower case, accents off: good enough to tell that two rows share a name."""
    text = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in text if char.isalnum())


# --- generated pairs ---


def generated() -> Iterator[Pair]:
    """Seeded persons, companies and vessels of every language in ``bases.txt``."""
    bases = read_bases(FOLDER / "bases.txt")
    templates = read_templates(FOLDER / "templates.txt")
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


def typo(rng: random.Random, name: str) -> str:
    """One letter dropped, doubled or swapped, inside a word of five letters or more where there is one."""
    words = [match.span() for match in re.finditer(r"[^\W\d_]{5,}", name)] or [(0, len(name))]
    start, end = max(words, key=lambda span: span[1] - span[0])
    at = rng.randrange(start + 1, end - 2) if end - start > 3 else start + 1
    kind = rng.choice(("drop", "double", "swap"))
    if kind == "swap" and name[at] != name[at + 1]:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + (name[at] * 2 if kind == "double" else "") + name[at + 1 :]


def homoglyph(rng: random.Random, name: str) -> str:
    """One or two Latin letters replaced by the Cyrillic ones that look the same."""
    places = [at for at, char in enumerate(name) if char in HOMOGLYPHS]
    letters = list(name)
    for at in rng.sample(places, min(2, len(places))):
        letters[at] = HOMOGLYPHS[letters[at]]
    return "".join(letters)


def invisible(rng: random.Random, name: str) -> str:
    """Two characters put in that nobody sees."""
    for _ in range(2):
        at = rng.randrange(1, len(name))
        name = name[:at] + rng.choice(INVISIBLE) + name[at:]
    return name


def ocr(rng: random.Random, name: str) -> str:
    """One letter read as the digit or letters that look like it, never the first."""
    places = [at for at, char in enumerate(name) if at and char in OCR]
    if not places:
        return name
    at = rng.choice(places)
    return name[:at] + OCR[name[at]] + name[at + 1 :]


def write(path: Path, rows: list[Pair]) -> None:
    """Write the rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
