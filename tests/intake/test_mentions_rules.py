"""Names found by rule: their bounds, their schema, and which are the same party."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.intake.candidates import rule_spans
from screening.intake.mapped import MappedText
from screening.intake.mentions import Mention, mentions, names_to_screen, subjects_from
from screening.intake.spans import Span
from screening.intake.story import Draft, Story, finish
from screening.model import SUBJECTS


def story(text: str, language: str | None = "en", title: str = "", file: str = "a.txt") -> Story:
    draft = Draft(MappedText.whole(title), [MappedText.whole(text, len(title) + 2 if title else 0)])
    return finish(draft, file=file, sha256="0", index=1, language=language)


def found(text: str, language: str | None = "en") -> list[Mention]:
    return mentions(story(text, language))


def names(text: str, language: str | None = "en") -> list[str]:
    return [mention.name for mention in found(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkish company Noy İç Ve Diş Ti̇caret bought it.", ["Noy İç Ve Diş Ti̇caret"]),
        ("They were using GUCLU GLOBAL as a carrier.", ["GUCLU GLOBAL"]),
        (
            "It came from the U.S. company, International Flavors & Fragrances, last year.",
            ["International Flavors & Fragrances"],
        ),
        ("The U.S. Department of the Treasury has acted.", ["U.S. Department of the Treasury"]),
        (
            "The Uzbek companies Uzstanex and The Elite Investment Group are listed.",
            ["Uzstanex", "The Elite Investment Group"],
        ),
        (
            "Reports by the Organized Crime and Corruption Reporting Project were read.",
            ["Organized Crime and Corruption Reporting Project"],
        ),
        ("Deputy Secretary of the Treasury Wally Adeyemo spoke.", ["Wally Adeyemo"]),
        ("So said Russian President Vladimir Putin of Russia.", ["Vladimir Putin"]),
        ("It was shown by Lucas Webber and Riccardo Valle in March.", ["Lucas Webber", "Riccardo Valle"]),
        ("An expert at Nazarbayev University in Astana agreed.", ["Nazarbayev University"]),
        ("He came on Monday from Central Asia to Russia, the Kazakh officials said.", []),
        ("However, nobody came. Meanwhile, Ukrainians waited in the Donetsk region.", []),
        ("The tanker Sea Lark left.", ["Sea Lark"]),
        ("The office was next to a regional headquarters of the FSB, he said.", ["FSB"]),
        ("Former KNB Chairman Nartay Dutbayev questioned it.", ["KNB", "Nartay Dutbayev"]),
        (
            "Payments went to Ningbo Bearings Co., Ltd. Afterwards nobody spoke.",
            ["Ningbo Bearings Co., Ltd."],
        ),
    ],
)
def test_bounds_in_english(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ООО «Узстанекс» поставляло станки.", ["ООО «Узстанекс»"]),
        ("Товар шёл через турецкую компанию Güçlü Global в Россию.", ["Güçlü Global"]),
        ("Вчера Ферганский химический завод остановился.", ["Ферганский химический завод"]),
        ("Об этом заявило Министерство обороны России.", ["Министерство обороны России"]),
        ("Российская компания молчит.", []),
        ("Посредником никто не был.", []),
        ("Директор завода Рустам Каримов молчит. Каримову звонили.", ["Рустам Каримов", "Каримову"]),
    ],
)
def test_bounds_in_russian(text: str, expected: list[str]) -> None:
    assert names(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("He met Boris Ivanov there.", "Boris Ivanov", "Person"),
        ("They paid Zorvex Ltd for it.", "Zorvex Ltd", "Company"),
        ("They paid the company Zorvex for it.", "Zorvex", "Company"),
        ("They asked the Foreign Trade Ministry for it.", "Foreign Trade Ministry", "Organization"),
        ("They watched the tanker Zorvex leave.", "Zorvex", "Vessel"),
        ("They heard of Zorvex there.", "Zorvex", "LegalEntity"),
        ("Об этом сказала Мария Захарова.", "Мария Захарова", "Person"),
        ("货物由上海温森进出口有限公司运输。", "上海温森进出口有限公司", "Company"),
    ],
)
def test_schema(text: str, name: str, schema: str) -> None:
    assert {(mention.name, mention.schema) for mention in found(text, None)} >= {(name, schema)}


@pytest.mark.parametrize(
    ("text", "first", "second", "same"),
    [
        (
            "It was Shanghai Winsun Imp and Exp Co Ltd (Shanghai Winsun). They paid Shanghai Winsun.",
            0,
            -1,
            True,
        ),
        ("President Kassym-Jomart Tokayev spoke. Then Tokayev left.", 0, -1, True),
        ("The Collective Security Treaty Organization met. The organization, CSTO, is old.", 0, -1, True),
        ("They named Silk Route Logistics LLC (SRL). We asked SRL again.", 0, -1, True),
        ("They paid Gazprom Neft first. They paid Gazprom later.", 0, -1, False),
        ("They met Artem Timofeev. They met Aleksandr Timofeev.", 0, -1, False),
    ],
)
def test_same_party(text: str, first: int, second: int, same: bool) -> None:
    its = found(text)
    assert len(its) > 1
    assert (its[first].subject_id == its[second].subject_id) is same


def test_a_headline_in_capitals_names_only_what_the_text_names() -> None:
    title = "Tokayev Honors Victims While Others Rewrite Stories"
    its = mentions(story("President Kassym-Jomart Tokayev spoke of those who had died there.", "en", title))
    assert [mention.name for mention in its] == ["Tokayev", "Kassym-Jomart Tokayev"]
    assert len({mention.subject_id for mention in its}) == 1


def test_a_listed_word_inside_a_longer_name_is_no_subject_of_its_own() -> None:
    text = "An expert at Nazarbayev University in Astana agreed, and OOO Zorvex sold it to the Zorvex director."
    listed = [Span(13, 23, "Vessel"), Span(text.index("Zorvex"), text.index("Zorvex") + 6, "Company")]
    its = mentions(story(text), listed)
    assert [mention.name for mention in its][:2] == ["Nazarbayev University", "OOO Zorvex"]
    assert {mention.name: mention.found_by for mention in its}["OOO Zorvex"] == "list"


def test_subjects_have_a_row_for_each_place_and_a_stable_id() -> None:
    text = "They paid Zorvex Ltd for it. Zorvex Ltd said nothing."
    one = story(text, title="Pumps go north", file="a.txt")
    two = story(text, title="Pumps go north", file="b.txt")
    table = subjects_from([one, two])
    assert table.schema.equals(SUBJECTS)
    rows = table.to_pylist()
    assert len(rows) == 4
    assert len({row["subject_id"] for row in rows}) == 1
    assert {row["source"] for row in rows} == {"a.txt", "b.txt"}
    assert rows[0]["context"] == "They paid Zorvex Ltd for it."
    assert rows[0]["start"] == len("Pumps go north") + 2 + text.index("Zorvex")
    assert subjects_from([two]).to_pylist()[0]["subject_id"] == rows[0]["subject_id"]


def test_a_bare_family_name_is_not_screened_when_the_full_one_is_there() -> None:
    table = subjects_from(
        [story("So said Berik Uali on Monday. Uali left. They paid Zorvex Ltd again. Zorvex Ltd left.")]
    )
    assert table.column("name").to_pylist() == ["Berik Uali", "Uali", "Zorvex Ltd", "Zorvex Ltd"]
    assert names_to_screen(table).column("name").to_pylist() == ["Berik Uali", "Zorvex Ltd"]


class Model:
    """Finds one word the rules do not."""

    def find(self, text: str, language: str | None) -> list[Span]:
        at = text.index("zorvex")
        return [Span(at, at + 6, "Company", ("model",))]


def test_another_recogniser_may_join_the_rules() -> None:
    its = mentions(story("they paid zorvex for it."), recogniser=Model())
    assert [(mention.name, mention.schema) for mention in its] == [("zorvex", "Company")]


HOSTILE = [
    "A" * 10_000,
    "Ab" * 5_000 + " Ltd",
    "Zorvex " * 3_000,
    "\u0301" * 2_000,
    "«" * 3_000,
    "“" * 3_000 + "A" * 50,
    "(" * 3_000 + "Zorvex Ltd" + ")" * 3_000,
    "GR\u041eUP \u200bZ\u200co\u200dr\u202evex Ltd\x00\x01",
    "A." * 4_000,
    "A-" * 4_000,
    "A and B of C & " * 800,
    "А и Б «В» " * 800,
    "公司" * 3_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_neither_raises_nor_gives_endless_names(text: str) -> None:
    for mention in found(text, None):
        assert len(mention.name) <= 300


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(
                [
                    "Zorvex",
                    "Ltd",
                    "of",
                    "and",
                    "&",
                    "The",
                    "Bank",
                    "(",
                    ")",
                    "«",
                    "»",
                    "Иванов",
                    "завод",
                    ".",
                    ",",
                    "'s",
                    "President",
                    "Minister",
                    "U.S.",
                    "7",
                    "\n",
                    "ﬁ",
                    "İ",
                    "ß",
                    "\u0307",
                ]
            ),
            max_size=40,
        ).map(" ".join),
    )
)
def test_no_text_raises(text: str) -> None:
    its = mentions(story(text, None))
    for mention in its:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.name == " ".join(text[mention.start : mention.end].split())
    assert [mention.subject_id for mention in its] == [mention.subject_id for mention in mentions(story(text, None))]


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        (
            "“It is not illegal,” said Deputy Minister of Economy and Finance Ilhom Norqulov.",
            "Ilhom Norqulov",
            "Person",
        ),
        (
            "The European Bank for Reconstruction and Development declined to comment.",
            "European Bank for Reconstruction and Development",
            "Organization",
        ),
        ("По словам представителя Минфина США Уолли Адейемо, санкции коснутся всех.", "Уолли Адейемо", "Person"),
        ("По словам представителя Минфина США Уолли Адейемо, санкции коснутся всех.", "Минфина США", "Organization"),
        ("Пресс-секретарь МИД России Мария Захарова назвала это ошибкой.", "Мария Захарова", "Person"),
        ("Он встретился с послом США Джонатаном Хеником.", "Джонатаном Хеником", "Person"),
        ("Директор Uzstanex Дмитрий Смирнов заявил это газете.", "Дмитрий Смирнов", "Person"),
        ("Chips made by Texas Instruments were found.", "Texas Instruments", "Company"),
        ("The chips reached Compel JSC through Dubai.", "Compel JSC", "Company"),
    ],
)
def test_offices_and_their_holders_are_told_apart(text: str, name: str, schema: str) -> None:
    told = {mention.name: mention.schema for mention in found(text, "en" if text.isascii() or "“" in text else "ru")}
    assert told.get(name) == schema, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chirchiq Cement, one of the oldest works, was named.", "Chirchiq Cement"),  # at the beginning of a sentence
        ("A firm called Ankara Global appears twice.", "Ankara Global"),
        ("The ship was the smaller Port Olya 3, which sails to Astrakhan.", "Port Olya 3"),
        ("Mektubu Baslam Nakliyat ile ASL Enerji yazdı.", "ASL Enerji"),
        ("У Градобанка нет счетов.", "Градобанка"),
        ("Він згадав суднобудівний завод «Зоря», що під санкціями.", "суднобудівний завод «Зоря»"),
    ],
)
def test_names_are_whole_and_nothing_more(text: str, name: str) -> None:
    assert name in [text[span.start : span.end] for span in rule_spans(text, 0, None)]


@pytest.mark.parametrize("text", ["Это решение США.", "Бұл АҚШ шешімі."])
def test_states_are_no_parties(text: str) -> None:
    assert not list(rule_spans(text, 0, None))


def test_a_listed_firm_is_a_firm_though_its_first_word_is_a_given_name() -> None:
    text = "Two of them, Jam Petrochemical and Kaveh Methanol, were named."
    start = text.index("Kaveh")
    place = SimpleNamespace(start=start, end=start + len("Kaveh Methanol"), schema="Organization")
    told = {mention.name: mention.schema for mention in mentions(story(text), [place])}
    assert told["Kaveh Methanol"] == "Organization"


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("Sina Tile & Ceramic, which sells tiles, was named.", "Sina Tile & Ceramic", "en"),
        ("İkinci ad, İzmir'deki Ozone Havacılık ve Savunma.", "Ozone Havacılık ve Savunma", "tr"),
        ("Dörtyol'daki MMK Metalurji'nin limanı büyük.", "MMK Metalurji", "tr"),
        ("Nosiba Narziyevaning firmasi bor.", "Nosiba Narziyeva", "uz"),
        ("Деньги шли через банк «Горная Дорога».", "Горная Дорога", "ru"),
    ],
)
def test_case_endings_marks_and_joining_words_do_not_hide_a_name(text: str, name: str, language: str) -> None:
    named = [text[span.start : span.end] for span in rule_spans(text, 0, language)]
    assert any(name in each and "через" not in each for each in named)


def test_places_in_an_uzbek_case_are_no_parties() -> None:
    assert not list(rule_spans("Yuk Buxorodan va Toshkentdagi ombordan keldi.", 0, "uz"))


@pytest.mark.parametrize(
    ("text", "listed", "expected"),
    [
        ("VELGOR SHIPPED PULP", "VELGOR", ["VELGOR"]),
        ("VELGOR CUT OFF.", "VELGOR", ["VELGOR"]),
        ("TREASURY BLACKLISTS VELGOR, SORNIM", "VELGOR", ["VELGOR", "SORNIM"]),
        ("VELGOR UNIVERSITY REOPENS", "VELGOR", ["VELGOR UNIVERSITY REOPENS"]),
        ("Velgor University reopened.", "Velgor", ["Velgor University"]),
    ],
)
def test_a_listed_name_stands_by_itself_among_ordinary_words_of_a_headline(
    text: str, listed: str, expected: list[str]
) -> None:
    """In capitals they look like words of its name; beside a word that makes another name it is none."""
    place = SimpleNamespace(start=text.index(listed), end=text.index(listed) + len(listed), schema="Company")
    assert [mention.name for mention in mentions(story(text), [place])] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Beşar Esad ve Eymen ez-Zevahiri hakkında açıklama yapıldı.", "tr", ["Beşar Esad", "Eymen ez-Zevahiri"]),
        ("Eymen ez-Zevahiri'nin yerini Seyf el-Adil aldı.", "tr", ["Eymen ez-Zevahiri", "Seyf el-Adil"]),
        ("Ahmed eş-Şara geldi.", "tr", ["Ahmed eş-Şara"]),
        ("Halid bin Muhammed et-Temimi yakalandı.", "tr", ["Halid bin Muhammed et-Temimi"]),
        ("Yahya es-Sinvar ve Hasan en-Nasrallah konuştu.", "tr", ["Yahya es-Sinvar", "Hasan en-Nasrallah"]),
        ("Əymən əz-Zəvahiri haqqında məlumat verildi.", "az", ["Əymən əz-Zəvahiri"]),
        ("Danach sprach Ahmed asch-Scharaa.", "de", ["Ahmed asch-Scharaa"]),
        ("Об этом заявил Айман аз-Завахири.", "ru", ["Айман аз-Завахири"]),
    ],
)
def test_an_arabic_article_stays_in_the_name_however_it_is_assimilated(
    text: str, language: str, expected: list[str]
) -> None:
    assert names(text, language) == expected


def test_a_small_word_that_is_no_article_ends_a_name() -> None:
    assert names("Hasan ve-Ali geldi.", "tr") != ["Hasan ve-Ali"]
