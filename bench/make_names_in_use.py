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
from screening.names.sound import sound
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
FAMILIES_OF_FAKER = {
    "cs_CZ": "cs", "da_DK": "da", "de_AT": "de", "de_CH": "de", "de_DE": "de", "en_GB": "en", "en_US": "en",
    "es_AR": "es", "es_CL": "es", "es_CO": "es", "es_ES": "es", "es_MX": "es", "et_EE": "et", "fi_FI": "fi",
    "fr_BE": "fr", "fr_CH": "fr", "fr_FR": "fr", "hr_HR": "hr", "hu_HU": "hu", "it_IT": "it", "lt_LT": "lt",
    "lv_LV": "lv", "nl_BE": "nl", "nl_NL": "nl", "no_NO": "no", "pt_BR": "pt", "pt_PT": "pt", "ro_RO": "ro",
    "sl_SI": "sl", "sv_SE": "sv",
}  # fmt: skip
"""Languages written in Latin letters, of which only family names are taken: of given ones many are forms of one."""
FAMILIES_OF_MIMESIS = {
    "cs": "cs", "da": "da", "de": "de", "en": "en", "en-gb": "en", "es": "es", "es-mx": "es", "et": "et", "fi": "fi",
    "hr": "hr", "hu": "hu", "nl-be": "nl", "no": "no", "pl": "pl", "pt": "pt", "sv": "sv",
}  # fmt: skip
"""Of the longest lists, which hold every name, none: of rare names more are a letter from another than not."""
LATIN = {*FAMILIES_OF_FAKER.values(), *FAMILIES_OF_MIMESIS.values()}
SHORTEST_FAMILY = 5
"""Letters of such a name: many shorter ones are words of something else."""
WRITTEN_ALIKE = {
    "dt": "t",
    "th": "t",
    "pt": "t",
    "ct": "t",
    "ph": "f",
    "z": "s",
    "y": "i",
    "ij": "i",
    "ae": "ai",
    "qu": "kv",
    "qv": "kv",
}
"""What is written for one another in names of one sound: Schmidt, Baptista, Gonzalez, Meyer, Dijkstra, Lindquist."""
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
    "# date: 2026-12-01\n"
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
        if len(found) != 1 or len(found[0]) < (SHORTEST_FAMILY if language in LATIN else 3):
            continue
        text = found[0]
        latin = [key.text for key in word(text).readings[:2]] if script_of(text) in ROMANISED else []
        rows.setdefault((language, part, text), " ".join(latin))
    one_name(rows)
    one_sound(rows)
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


def one_sound(rows: dict[tuple[str, str, str], str]) -> None:
    """Make one name of those that languages in Latin letters write in several ways and speak alike: Meier, Meyer."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for language, part, text in rows:
        if language in LATIN:
            heard = text
            for written, plain in WRITTEN_ALIKE.items():
                heard = heard.replace(written, plain)
            alike.setdefault((language, part, sound(heard)), []).append(text)
    for (language, part, _), names in alike.items():
        for text in names if len(names) > 1 else ():
            rows[language, part, text] = " ".join(each for each in names if each != text)


def by_hand() -> Iterator[tuple[str, str, str]]:
    """The names of ``names_in_use.txt``: language, part, names."""
    for line in (HERE / "names_in_use.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, part, *names = line.split()
            yield from ((language, part, name) for name in names)


def of_faker() -> Iterator[tuple[str, str, str]]:
    """Faker's lists."""
    for locale, language in {**FAKER, **FAMILIES_OF_FAKER}.items():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            part = next((PARTS[key] for key in PARTS if attribute.startswith(key)), None)
            wanted = part == "family" or (part and locale in FAKER)
            if wanted and "romanized" not in attribute:
                yield from ((language, part, name) for name in flat(getattr(provider, attribute)))


def of_mimesis() -> Iterator[tuple[str, str, str]]:
    """The lists of mimesis."""
    folder = Path(str(importlib.import_module("mimesis").__file__)).parent / "datasets"
    for locale, language in {**{each: each for each in MIMESIS}, **FAMILIES_OF_MIMESIS}.items():
        data = json.loads((folder / locale / "person.json").read_text(encoding="utf-8"))
        for key in ("names", "surnames") if locale in MIMESIS else ("surnames",):
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
