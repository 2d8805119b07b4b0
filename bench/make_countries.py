"""Write lists/places/countries.tsv and country_names.tsv from CLDR and the UN's M49 codes; run by hand.

    pip install babel
    python bench/make_countries.py COUNTRY_CODES_CSV

COUNTRY_CODES_CSV is the public "country-codes" data set (ISO 3166 alpha-2, alpha-3 and M49 side by side). Names come
from CLDR through babel (Unicode licence). What CLDR does not have (adjectives, old names, the numbers of UN
Comtrade) stands in lists/places/country_words.tsv, which is written by hand and not touched here.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from babel import Locale

from screening.names.tokens import words

LANGUAGES = (
    "en",
    "ru",
    "uk",
    "be",
    "uz",
    "uz_Cyrl",
    "kk",
    "ky",
    "tg",
    "tk",
    "az",
    "tr",
    "zh",
    "zh_Hant",
    "ar",
    "fa",
    "ka",
    "hy",
    "ko",
    "el",
    "he",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "pl",
    "ja",
    "cs",
    "sk",
    "hu",
    "ro",
    "bg",
    "sr",
    "sr_Latn",
    "hr",
    "sl",
    "sq",
    "mk",
    "nl",
    "sv",
    "da",
    "nb",
    "fi",
    "et",
    "lv",
    "lt",
    "id",
    "ms",
    "vi",
    "mn",
    "hi",
    "ur",
    "ps",
    "th",
    "lo",
    "km",
    "my",
    "bn",
    "ta",
    "si",
    "ne",
    "am",
)
FOLDER = Path(__file__).resolve().parents[1] / "lists" / "places"
#: alpha-2, alpha-3, numeric, name: countries that are no more (ISO 3166-3), and Kosovo, which ISO leaves to its users.
FORMER = (
    ("SU", "SUN", "810", "Soviet Union"),
    ("YU", "YUG", "890", "Yugoslavia"),
    ("CS", "CSK", "200", "Czechoslovakia"),
    ("DD", "DDR", "278", "German Democratic Republic"),
    ("AN", "ANT", "530", "Netherlands Antilles"),
    ("YD", "YMD", "720", "Democratic Yemen"),
)


def main(codes: Path) -> None:
    """Write both tables."""
    rows: dict[str, tuple[str, str, str, str]] = {}
    with codes.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = row["ISO3166-1-Alpha-2"].strip()
            if len(code) == 2:
                name = Locale("en").territories.get(code, row["official_name_en"])
                rows[code] = (row["ISO3166-1-Alpha-3"], row["M49"].zfill(3) if row["M49"] else "", name, "")
    rows["XK"] = ("XKX", "", "Kosovo", "user-assigned")
    rows["TW"] = ("TWN", "158", "Taiwan", "")
    for code, alpha3, numeric, name in FORMER:
        rows[code] = (alpha3, numeric, name, "former")
    about = [
        "# source: ISO 3166 and UN M49 codes (public), names of CLDR through babel; made by bench/make_countries.py",
        "# date: 2026-11-22",
        "# licence: Unicode-3.0 (names), codes are facts",
    ]
    lines = [
        *about,
        "# A row is a country: code (alpha-2), alpha3, numeric (M49), name in English,"
        " status (empty, former, user-assigned).",
        "code\talpha3\tnumeric\tname\tstatus",
    ]
    lines += ["\t".join((code, *rows[code])).rstrip("\t") for code in sorted(rows)]
    (FOLDER / "countries.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    seen: dict[str, str] = {}
    lines = [
        *about,
        "# A row is a country's name in one language: code, name, language (first of the languages that write it so).",
        "code\tname\tlanguage",
    ]
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        for code in sorted(rows):
            name = territories.get(code)
            folded = " ".join(words(name)) if name else ""
            if not folded or folded in seen:
                continue
            seen[folded] = code
            lines.append(f"{code}\t{name}\t{language.replace('_', '-')}")
    (FOLDER / "country_names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(rows), "countries,", len(seen), "names")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
