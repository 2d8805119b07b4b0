"""Write ``lists/words/names_in_use.tsv``: names people bear, by language, with their usual romanisations.

    python -m bench.make_names_in_use        # needs: pip install faker mimesis

Taken from the name lists of two generators of test data, both under the MIT licence, beside those written by hand in
``bench/names_in_use.txt``. Names of one list in one orthography are different names, however alike.
"""

from __future__ import annotations

import csv
import importlib
import json
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from typing import Any

from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.word import word

HERE = Path(__file__).parent
TARGET = HERE.parent / "lists" / "words" / "names_in_use.tsv"
FAKER = {
    "ar_AA": "ar",
    "ar_PS": "ar",
    "ar_SA": "ar",
    "az_AZ": "az",
    "el_GR": "el",
    "fa_IR": "fa",
    "hy_AM": "hy",
    "ka_GE": "ka",
    "ru_RU": "ru",
    "tr_TR": "tr",
    "uk_UA": "uk",
    "uz_UZ": "uz",
}
MIMESIS = ("ar", "az", "el", "fa", "kk", "ru", "tr", "uk")
PARTS = {"first_name": "given", "last_name": "family", "names": "given", "surnames": "family"}
AS_RUSSIAN = {
    "ү": "у",
    "ұ": "у",
    "і": "иуы",
    "қ": "к",
    "ғ": "г",
    "ә": "аяэ",
    "ө": "оуе",
    "ң": "н",
    "һ": "х",
    "ў": "у",
    "ҳ": "х",
    "ӣ": "и",
    "ӯ": "у",
    "ҷ": "ж",
}
MOST_WAYS = 200
ROMANISED = {"Cyrillic", "Greek", "Georgian", "Armenian"}
HEADER = (
    "# source: the name lists of Faker 40.63.0 and mimesis 22.2.0 (both MIT licence), and names written for this "
    "toolkit from general knowledge (bench/names_in_use.txt); put together by bench/make_names_in_use.py\n"
    "# date: 2026-11-26\n"
    "# licence: MIT (Copyright (c) 2012 Daniele Faraglia; Copyright (c) 2016-2021 Isaac Kang, Likid Geimfari, and "
    "individual contributors) and Apache-2.0\n"
    "# A row is a name in use: name: folded; language (-Latn: as usually romanised); part: given or family; latin: its "
    "usual romanisations. Two names of one language are two names, though only a letter lies between them.\n"
)


def main() -> None:
    """Gather, romanise, write."""
    rows: dict[tuple[str, str, str], str] = {}
    for language, part, name in [*by_hand(), *of_faker(), *of_mimesis()]:
        found = words(name)
        if len(found) != 1 or len(found[0]) < 3:
            continue
        text = found[0]
        latin = [key.text for key in word(text).readings[:2]] if script_of(text) in ROMANISED else []
        rows.setdefault((language, part, text), " ".join(latin))
    one_name(rows)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["name", "language", "part", "latin"])
        writer.writerows([text, language, part, latin] for (language, part, text), latin in sorted(rows.items()))
    print(f"{len(rows):,} names")


def one_name(rows: dict[tuple[str, str, str], str]) -> None:
    """Add to each name in a language's own letters how Russian registers write it, where that is in the list too.

    Жүнісов and Жунусов are one name of Kazakhs, which without this would be two.
    """
    for (language, part, text), latin in list(rows.items()):
        ways = product(*(AS_RUSSIAN.get(char, char) for char in text.replace("йы", "и")))
        others = {"".join(each) for each in islice(ways, MOST_WAYS)} - {text}
        known = sorted(each for each in others if (language, part, each) in rows)
        if known:
            spelled = [spelling for each in known for spelling in (each, *rows[language, part, each].split())]
            rows[language, part, text] = " ".join(dict.fromkeys([*latin.split(), *spelled]))


def by_hand() -> Iterator[tuple[str, str, str]]:
    """The names of ``names_in_use.txt``: language, part, names."""
    for line in (HERE / "names_in_use.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, part, *names = line.split()
            yield from ((language, part, name) for name in names)


def of_faker() -> Iterator[tuple[str, str, str]]:
    """Faker's lists."""
    for locale, language in FAKER.items():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            part = next((PARTS[key] for key in PARTS if attribute.startswith(key)), None)
            if part and "romanized" not in attribute:
                yield from ((language, part, name) for name in flat(getattr(provider, attribute)))


def of_mimesis() -> Iterator[tuple[str, str, str]]:
    """The lists of mimesis."""
    folder = Path(str(importlib.import_module("mimesis").__file__)).parent / "datasets"
    for language in MIMESIS:
        data = json.loads((folder / language / "person.json").read_text(encoding="utf-8"))
        for key in ("names", "surnames"):
            yield from ((language, PARTS[key], name) for name in flat(data.get(key, [])))


def flat(values: Any) -> Iterator[str]:
    """All texts in nested lists and dictionaries; of a dictionary of weights its keys."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict):
        for key, value in values.items():
            yield from flat(value if isinstance(value, (list, tuple, dict)) else key)
    elif isinstance(values, (list, tuple)):
        for value in values:
            yield from flat(value)


if __name__ == "__main__":
    main()
