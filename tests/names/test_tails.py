"""What stands beside a firm's name and is no part of it."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.names.other_names import names_within
from screening.names.tails import without_tail
from screening.reference import table


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ООО «Вельгор», ИНН 7801234509", "ООО «Вельгор»"),
        ("VELGOR LLC (Reg. No. AB-12345)", "VELGOR LLC"),
        ("Velgor Ltd VAT No: GB 123 4567 89", "Velgor Ltd"),
        ("ИНН 7801234509 ООО «Вельгор»", "ООО «Вельгор»"),
        ("ТОВ «Вельгор» код ЄДРПОУ 12345678", "ТОВ «Вельгор»"),
        ("ООО Вельгор 7801234509", "ООО Вельгор"),
        ("ООО Вельгор 7801234509 780101001", "ООО Вельгор"),
        ("7801234509 ООО Вельгор", "ООО Вельгор"),
        ("Velgor GmbH DE123456789", "Velgor GmbH"),
        ("Velgor Co Ltd 91310000MA1FL0AB12", "Velgor Co Ltd"),
        ("Velgor Co Ltd USCC 91310000MA1FL0AB12", "Velgor Co Ltd"),
        ("«Вельгор» ЖШС, БСН 091240007711", "«Вельгор» ЖШС"),
        ("«Вельгор» ЖЧК, ИСН 01234567890123", "«Вельгор» ЖЧК"),
        ("ҶДММ «Вельгор», РМА 020012345", "ҶДММ «Вельгор»"),
        ("«Вельгор» ХХК, регистрийн дугаар 1234567", "«Вельгор» ХХК"),
        ("شرکت ولگور، کد اقتصادی 411111111111", "شرکت ولگور"),
        ("UAB Velgor, įm. kodas 123456789", "UAB Velgor"),
        ("Velgor GmbH, USt-IdNr. DE123456789", "Velgor GmbH"),
        ("深圳威戈有限公司（统一社会信用代码：91440300MA5ABCDE1X）", "深圳威戈有限公司"),
        ("VELGOR PETR PASSPORT 4509 123456", "VELGOR PETR"),
        ("Velgor (Pty) Ltd, through its representative T. Sorn", "Velgor (Pty) Ltd"),
        ("ООО «Вельгор» в лице директора Сорна П. Р.", "ООО «Вельгор»"),
        ("Velgor s.r.o. v likvidácii", "Velgor s.r.o."),
        ("Tasfiye Halinde Velgor Tekstil A.Ş.", "Velgor Tekstil A.Ş."),
        ("Velgor GmbH (in liquidation)", "Velgor GmbH"),
        ("M/s Velgor Pvt. Ltd.", "Velgor Pvt. Ltd."),
        ("Velgör Lojistik A.Ş.'nin", "Velgör Lojistik A.Ş."),
        ("Ferhat Velgörmüş'ün", "Ferhat Velgörmüş"),
        ("“Velgör” MMC-nin", "“Velgör” MMC"),
        ("«Вельгор» ЖШС-нің", "«Вельгор» ЖШС"),
        ("Velgor Trasporti S.n.c. di Velgori Anna & C.", "Velgor Trasporti S.n.c."),
        ("Velgor Trasporti sas di Velgori Anna e C.", "Velgor Trasporti sas"),
        ("Velgor Elektro e.K., Inh. Bernd Sorn", "Velgor Elektro e.K."),
        ("Velgor MChJ, MFO 00450", "Velgor MChJ"),
        ("ТОВ «Вельгор», МФО 300335", "ТОВ «Вельгор»"),
        ("АО Вельгор БИК 044525225 ИНН 7801234509", "АО Вельгор"),
        ("Velgor Bank SWIFT VELGUZ22", "Velgor Bank"),
        ("Velgor Bank (SWIFT: VELGUZTT)", "Velgor Bank"),
    ],
)
def test_it_is_taken_away(text: str, name: str) -> None:
    """The name without it is one of the names in the text, and matches it."""
    assert without_tail(text) == name
    assert name in names_within(text)
    assert compare_names(text, name, schema="Company").score == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "Velgor Plant No. 12345",
        "Velgor Plant No 12345678",
        "Вельгор № 12345678",
        "войсковая часть 12345678",  # the number is its name
        "Velgor Ltd 2015",
        "I.A. Petrov",
        "Petrov I.A.",
        "Tin Trading 2000",
        "Завод РД 12",
        "Uen Trading 2000",
        "Trn Shipping ID 7",
        "Messrs",
        "ООО ИНН",
        "Salem bin Omar",
        "Administration of Ports",
        "In Liquidation",
        "G'ulom Qo'chqorov",
        "Sean O'Neil",
        "Velgor Swift Delivery",
        "MFO Velgor",
        "Ma'ruf Şükrü",
    ],
)
def test_a_name_without_it_is_left_alone(text: str) -> None:
    """A label without its number, initials, and nothing but such words are as they stand."""
    assert without_tail(text) is None


def test_every_phrase_is_taken_away_once_and_for_all() -> None:
    """Each row of the table does what its kind says, and leaves nothing that another row would take."""
    beside = {"number": "Velgor Ltd {} 1234567", "represented": "Velgor Ltd {} A. Sornim", "status": "Velgor Ltd {}"}
    beside |= {"role": "Velgor Ltd ({})", "bank_number": beside["number"], "bank_code": "Velgor Ltd {} ABCDUZ22"}
    for row in table("words/name_tails.tsv").rows:
        text = beside.get(row["kind"], "{} Velgor Ltd").format(row["phrase"])
        name = "Velgor Ltd"
        if row["kind"] == "partners":
            text, name = f"Velgor {row['phrase']} Sornim Anna & C.", f"Velgor {row['phrase'].rsplit(' ', 1)[0]}"
        assert without_tail(text) == name, row
    assert without_tail("Velgor Ltd") is None


@pytest.mark.parametrize(
    ("told", "name", "schema"),
    [
        ("АО «Вельгор» ИНН 7801234509 РОССИЯ Г МОСКВА УЛ ЛЕНИНА 5", "АО Вельгор", "Company"),
        ("АО «Вельгор» 7801234509 РОССИЯ Г МОСКВА УЛ ЛЕНИНА 5", "АО Вельгор", "Company"),
        ("VELGOR LTD STI ISTANBUL TURKIYE VKN 1234567890", "Velgor Ltd Şti", "Company"),
        ("VELGOR LTD STI VKN 1234567890 ISTANBUL TURKIYE", "Velgor Ltd Şti", "Company"),
        ("Сорн Пётр Сергеевич ИНН 780123456789 1970 г.р.", "Сорн Пётр Сергеевич", "Person"),
        ("Сорн Пётр Сергеевич 1970 г.р. ИНН 780123456789", "Сорн Пётр Сергеевич", "Person"),
    ],
)
def test_a_number_beside_an_address_or_a_date_of_birth_is_taken_away_with_it(told: str, name: str, schema: str) -> None:
    assert compare_names(told, name, schema=schema).relation == "same_party"


def test_towns_before_numbers_tell_two_firms() -> None:
    ours, theirs = "VELGOR LTD STI ISTANBUL TURKIYE VKN 1234567890", "VELGOR LTD STI IZMIR TURKIYE VKN 1234567891"
    assert compare_names(ours, theirs, schema="Company").relation != "same_party"
