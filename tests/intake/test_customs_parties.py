"""Parties of customs records: who is one, who is two, and which numbers are right."""

from __future__ import annotations

import pytest

from screening import workers
from screening.intake import check_digits
from screening.intake.customs import CustomsReader
from screening.intake.customs_parties import PartyBook, names_in
from screening.workers import FEWEST


@pytest.mark.parametrize(
    "text",
    [
        *(
            "TO ORDER",
            "To the order",
            "NULL",
            "N/A",
            "-",
            "не указан",
            "ФИЗИЧЕСКОЕ ЛИЦО",
            "",
            "...",
            "to order of shipper",
        ),
        *(
            "НЕВІДОМИЙ ВІДПРАВНИК",
            "КОНТРАГЕНТ НЕ УКАЗАН",
            "TO ORDER 憑指示",
            "უცნობია",
            "به حواله کرد",
            "לפקודה",
            "TBA",
            *("NO BRAND", "Unbranded", "БЕЗ МАРКИ", "MARKASIZ", "Без товарного знака", "无品牌"),
            *("EMRİNE", "THEO LỆNH", "À ORDEM", "A LA ORDEN", "ПО ПРИКАЗУ", "凭指示"),
        ),
    ],
)
def test_what_names_nobody_is_no_party(text):
    assert names_in(text) == ([], "")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ACME LTD ON BEHALF OF BETA LLC", ["ACME LTD", "BETA LLC"]),
        ("Acme c/o Beta", ["Acme", "Beta"]),
        ("ООО РОМАШКА по поручению АО ЛЮТИК", ["ООО РОМАШКА", "АО ЛЮТИК"]),
        ("TO THE ORDER OF EXAMPLE BANK", ["EXAMPLE BANK"]),
        ("Care Of Ltd", ["Care Of Ltd"]),
        ("C/O BETA LLC", ["BETA LLC"]),
        ("ACME SA w imieniu BETA SPZOO", ["ACME SA", "BETA SPZOO"]),
        ("ACME PTY 代 BETA", ["ACME PTY", "BETA"]),
        ("ACME FZE FOR AND ON BEHALF OF BETA OOO", ["ACME FZE", "BETA OOO"]),
        ("广州某某贸易公司代理 BETA OOO", ["广州某某贸易公司", "BETA OOO"]),
        ("某某贸易公司代理有限公司", ["某某贸易公司代理有限公司"]),
        ("广州某某货运代理有限公司", ["广州某某货运代理有限公司"]),
        ("ACME LLC (NOTIFY: BETA (HK) LTD)", ["ACME LLC", "BETA (HK) LTD"]),
        ("ACME LLC IN TRANSIT TO BETA OOO", ["ACME LLC", "BETA OOO"]),
        ("PEREZVON IN TRANSIT TO KAZAKHSTAN", ["PEREZVON"]),
        ("ТОО Альфа транзитом в Узбекистан", ["ТОО Альфа"]),
        ("À ORDEM DE COMERCIAL TREVINDA LTDA", ["COMERCIAL TREVINDA LTDA"]),
        ("A LA ORDEN DE BANCO PRADOVAL SA", ["BANCO PRADOVAL SA"]),
        ("À L'ORDRE DE BANQUE ORVANE", ["BANQUE ORVANE"]),
        ("AN DIE ORDER DER ORVANE BANK AG", ["ORVANE BANK AG"]),
        ("THEO LỆNH CỦA NGÂN HÀNG HOA TRẠNG", ["NGÂN HÀNG HOA TRẠNG"]),
        ("ORVANE BANKASI EMRİNE", ["ORVANE BANKASI"]),
        ("凭澜江银行指示", ["澜江银行"]),
        ("EMRİNE GIDA LTD", ["EMRİNE GIDA LTD"]),
    ],
)
def test_a_cell_may_name_two(text, names):
    assert names_in(text) == (names, "")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("SAME AS CONSIGNEE", "importer"),
        ("same as shipper", "exporter"),
        ("он же", "*"),
        ("MISMO QUE CONSIGNATARIO", "importer"),
        ("o mesmo que o consignatário", "importer"),
        ("alıcı ile aynı", "importer"),
        ("см. гр. 8", "importer"),
    ],
)
def test_a_cell_may_point_to_another_party(text, role):
    assert names_in(text) == ([], role)


def test_one_tax_number_is_one_party_however_its_name_is_spelt():
    book = PartyBook()
    book.read("importer", ["ООО РОМАШКА", "", "", "RU", "7707083893", "", "", ""])
    book.read("importer", ["ROMASHKA LLC", "", "", "RU", "7707083893/770701001", "", "", ""])
    assert len({party.subject_id for party in book.parties}) == 1
    assert len({party.name for party in book.parties}) == 2
    assert all(party.identifiers == (("INN", "7707083893", "RU"),) for party in book.parties)


@pytest.mark.parametrize("join", ["c/o", "on behalf of", "по поручению", "adına"])
def test_what_the_columns_say_is_of_the_party_named_first_and_not_of_the_one_behind(join):
    book = PartyBook()
    book.read("importer", [f"ACME FZE {join} OOO BETA", "Main St 1", "Dubai", "AE", "100123456700003", "", "", "2022"])
    first, behind = book.parties
    assert (first.name, first.country, first.incorporated_on) == ("ACME FZE", "AE", "2022")
    assert first.identifiers
    assert first.address == "Main St 1, Dubai"
    assert behind.name == "OOO BETA"
    assert (behind.country, behind.incorporated_on, behind.address, behind.identifiers) == (None, None, None, ())


def test_a_country_read_from_the_address_is_of_the_party_named_first():
    book = PartyBook()
    book.read("importer", ["ACME LTD c/o OOO BETA", "1 Main St, Haifa, Israel", "", "", "", "", "", ""])
    assert [party.country for party in book.parties] == ["IL", None]


def _id(name="ROMASHKA LLC", address="", country="RU"):
    book = PartyBook()
    book.read("importer", [name, address, "", country, "", "", "", ""])
    return book.parties[0].subject_id


@pytest.mark.parametrize(
    "address",
    [
        "Lenina st., 5, Kazan",
        "  LENINA   ST., 5,   KAZAN ",
        "ул. Ленина, д. 5, г. Казань, 420000",
        "Kazan, Lenina street, No. 5",
        "5 Lenina Street, Kazan",
    ],
)
def test_without_a_number_an_address_tells_a_party_however_it_is_written(address):
    assert _id(address=address) == _id("Romashka  llc", "Lenina street 5, Kazan") != _id()


@pytest.mark.parametrize("other", ["Lenina street 7, Kazan", "Pushkina street 5, Kazan", "Lenina street 5, Samara"])
def test_namesakes_at_other_addresses_are_other_parties(other):
    assert _id(address=other) != _id(address="Lenina street 5, Kazan")


@pytest.mark.parametrize("address", ["Kazan", "г. Казань", "Tatarstan, Kazan", "NULL"])
def test_an_address_that_says_only_the_town_tells_no_party_from_another(address):
    assert _id(address=address) == _id()


def test_where_there_is_a_tax_number_the_address_does_not_matter():
    book = PartyBook()
    for address in ("", "Lenina street 5, Kazan", "Pushkina street 7, Kazan"):
        book.read("importer", ["ROMASHKA LLC", address, "", "RU", "7707083893", "", "", ""])
    assert len({party.subject_id for party in book.parties}) == 1


def test_the_same_cells_lead_to_the_same_party_and_others_to_another():
    book = PartyBook()
    cells = ["ACME LTD", "1 Main St", "", "US", "", "", "", "2019"]
    numbers = [book.read("exporter", [name, *cells[1:]]).parties for name in ("ACME LTD", "ZORVEX LTD", "ACME LTD")]
    assert numbers == [(0,), (1,), (0,)]
    assert book.read("importer", cells).parties == (0,)
    assert len(book) == 2
    assert book.parties[0].incorporated_on == "2019"


def test_a_wrong_check_digit_is_said_and_the_number_kept():
    book = PartyBook()
    read = book.read("importer", ["ООО ЛЮТИК", "", "", "Россия", "7707083894", "", "", ""])
    assert book.parties[0].identifiers == (("INN", "7707083894", "RU"),)
    assert any("check digit" in note for note in read.notes)


@pytest.mark.parametrize(
    ("number", "country", "kind", "of"),
    [
        ("7707083893", None, "INN", "RU"),
        ("1027700132195", None, "OGRN", "RU"),
        ("305636913", "UZ", "INN", "UZ"),
        ("91110000600037341L", None, "USCC", "CN"),
        ("14360570", "UA", "EDRPOU", "UA"),
        ("200988541", "BY", "UNP", "BY"),
    ],
)
def test_a_number_says_whose_it_is_by_its_check_digits(number, country, kind, of):
    checked = check_digits.check(number, country)
    assert (checked.kind, checked.country, checked.note) == (kind, of, None)


def test_a_leading_zero_is_given_back_where_it_makes_the_number_right():
    whole = "0274062111"
    assert check_digits.check(whole, "RU").note is None
    mended = check_digits.check(whole.lstrip("0"), "RU")
    assert mended.number == whole
    assert mended.note


@pytest.mark.parametrize(
    ("number", "country", "whole"),
    [
        ("1203201910247", "KG", "01203201910247"),  # 12 March 2019 stands in it
        ("1203201910247", None, ""),
        ("1243201910247", "KG", ""),  # no day
        ("6712345", "AM", "06712345"),
        ("712345", "AM", "00712345"),
        ("12345", "AM", ""),
        ("191230", "UA", "00191230"),  # by its check digit
        ("191231", "UA", ""),
    ],
)
def test_leading_zeros_are_given_back_where_the_length_or_a_check_digit_tells_them(number, country, whole):
    checked = check_digits.check(number, country)
    assert checked.number == (whole or number)
    assert bool(whole) == ("restored" in (checked.note or ""))


def test_a_heading_that_names_a_kyrgyz_number_gives_it_its_zero_back_and_leaves_others_alone():
    headed = check_digits.kinds_headed("Сатуучунун ИСН")
    assert check_digits.check("1203201910247", headed=headed).number == "01203201910247"
    assert check_digits.check("7707083893", "RU", headed=headed).kind == "INN"
    assert check_digits.check("1027700132195", headed=headed).number == "1027700132195"


@pytest.mark.parametrize(
    ("number", "valid"), [("980640000093", True), ("980640000094", False), ("989940000093", False)]
)
def test_kazakh_numbers_have_their_own_check(number, valid):
    assert check_digits.valid_kz(number) is valid


def test_ships_banks_and_containers():
    assert check_digits.valid_imo("9074729")
    assert not check_digits.valid_imo("9074728")
    assert check_digits.valid_container("CSQU3054383")
    assert not check_digits.valid_container("CSQU3054384")
    assert check_digits.valid_bic("DEUTDEFF500")
    assert check_digits.valid_lei("5493001KJTIIGC8Y1R12")


QUOTED = [
    ("ООО «Пример Торг»", "ООО «Пример Торг»"),
    ('"Primer" LLC', '"Primer" LLC'),
    ('"Primer Torg"', "Primer Torg"),
    ("«Пример Торг", "Пример Торг"),
    ('Primer Torg" ,', "Primer Torg"),
    ("АО „Завод“", "АО „Завод“"),
    ("Brother's Ltd", "Brother's Ltd"),
]


@pytest.mark.parametrize(("text", "name"), QUOTED)
def test_quotes_stay_with_what_they_close(text: str, name: str) -> None:
    assert names_in(text) == ([name], "")


def _countries_by_numbers(tmp_path, numbers):
    path = tmp_path / "numbers.csv"
    rows = "".join(f"2023-05-04;ООО Лесная {n};{number};848210\n" for n, number in enumerate(numbers))
    path.write_text("Дата;Получатель;ИНН;ТН ВЭД\n" + rows, encoding="utf-8")
    reader = CustomsReader([str(path)])
    for _ in reader.batches():
        pass
    return [party.country for party in reader.book.parties]


def _inn(stem):
    check = sum(weight * int(digit) for weight, digit in zip((2, 4, 10, 3, 5, 9, 4, 6, 8), stem, strict=True)) % 11 % 10
    return f"{stem}{check}"


def test_a_column_of_numbers_with_one_countrys_check_digits_tells_the_country(tmp_path):
    russian = [_inn(f"{500000000 + 7 * n}") for n in range(40)]
    assert set(_countries_by_numbers(tmp_path, russian)) == {"RU"}
    assert _countries_by_numbers(tmp_path, [*russian, "DE811569869", ""]) == ["RU"] * 40 + [None, None]


def test_few_numbers_or_such_of_several_kinds_tell_no_country(tmp_path):
    russian = [_inn(f"{500000000 + 7 * n}") for n in range(40)]
    assert set(_countries_by_numbers(tmp_path, russian[:5])) == {None}
    strange = [str(1000000000 + 9973 * n) for n in range(40)]
    assert set(_countries_by_numbers(tmp_path, strange)) == {None}
    assert set(_countries_by_numbers(tmp_path, [*russian[:20], *strange[:20]])) == {None}


def test_the_word_for_a_party_alone_is_a_name():
    """A firm may be called so; beside a place-holder it is none."""
    assert names_in("Consignee Buyer Trading LLC") == (["Consignee Buyer Trading LLC"], "")


def test_a_remark_on_a_late_row_is_read_as_on_an_early_one(tmp_path):
    """A hundred parties without a remark, then one that names nobody."""
    rows = [f"2023-01-01;84213900;Firm {n} LLC;1000" for n in range(120)]
    path = tmp_path / "late.csv"
    path.write_text("\n".join(["date;hs code;importer;value usd", *rows, "2023-01-01;84213900;NA ZLECENIE;5"]), "utf-8")
    batches = list(CustomsReader([path]).batches())
    assert sum(batch.records.height for batch in batches) == 121
    assert sum(batch.links.height for batch in batches) == 120


@pytest.mark.parametrize(
    ("address", "country"),
    [("רח' הרצל 107, אשדוד, ישראל", "IL"), ("Herzl 107, Ashdod, Israel", "IL"), ("ул. Грузинская, 5, Москва", None)],
)
def test_an_address_tells_the_country_where_no_column_does(address, country):
    book = PartyBook()
    book.read("importer", ("Acme Ltd", address, "", "", "", "", "", ""))
    book.read("importer", ("Acme Ltd", address, "", "FR", "", "", "", ""))
    assert [party.country for party in book.parties] == [country, "FR"]


def test_the_remarks_of_a_run_say_what_was_seen_and_not_that_it_was_mended(tmp_path):
    path = tmp_path / "records.csv"
    lines = ["01.02.2023;ООО РОМАШКА;RU;7701000002;84213900", "32.13.2023;НЕИЗВЕСТЕН;RU;;84213900"]
    path.write_text(
        "\n".join(["date;importer;importer country;importer tax id;hs code", *lines]) + "\n", encoding="utf-8"
    )
    reader = CustomsReader([path])
    list(reader.batches())
    said = "\n".join(reader.notes)
    assert "2 × remark on the importer, first: check digit of INN 7701000002 is wrong" in said
    assert "1 × date, first: date '32.13.2023' not understood" in said
    assert "mended" not in said
    assert "dates of" not in said


def _called(name, other):
    book = PartyBook()
    read = book.read("importer", (name, "", "", "AE", "", "", "", "2022", other))
    return [(book.parties[number].name, book.parties[number].country) for number in read.parties], book


@pytest.mark.parametrize(
    ("name", "other", "names"),
    [
        ("Acme Chips Ltd", "ACME CHIPS LTD", [("Acme Chips Ltd", "AE")]),
        ("Acme Chips Ltd", "BETA CHIPS DUBAI", [("Acme Chips Ltd", "AE"), ("BETA CHIPS DUBAI", "AE")]),
        ("", "BETA CHIPS DUBAI", [("BETA CHIPS DUBAI", "AE")]),
        ("Acme Chips Ltd", "TO ORDER", [("Acme Chips Ltd", "AE")]),
        ("Acme Chips Ltd", "ACME CHIPS LTD C/O OOO BETA", [("Acme Chips Ltd", "AE"), ("OOO BETA", None)]),
        ("Acme c/o Beta", "ACME C/O BETA", [("Acme", "AE"), ("Beta", None)]),
    ],
)
def test_a_name_as_it_was_declared_is_one_more_name_of_the_party(name, other, names):
    found, book = _called(name, other)
    assert found == names
    whose = {party.subject_id for party in book.parties if party.country == "AE"}
    assert len(whose) == 1


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("94.580.730/0001-52", ["94580730000152"]),
        ("94580730/0001-52", ["94580730000152"]),
        ("94 580 730 0001 52", ["94580730000152"]),
        ("94.580.730/0001-53", ["94580730000153"]),  # written as one, though its check digit is wrong
        ("123.456.789/09", ["12345678909"]),
        ("27 AAPFU 0939 F1ZV", ["27AAPFU0939F1ZV"]),
        ("0100233488-001", ["0100233488001"]),
        ("0100233488 - 001", ["0100233488001"]),
        ("123/456/78901", ["12345678901"]),
        ("526-104-08-28", ["5261040828"]),
        ("090540 955622", ["090540955622"]),
        ("7707083893/770701001", ["7707083893", "770701001"]),
        ("7707083893 770701001", ["7707083893", "770701001"]),
        ("ИНН 7707083893 / КПП 770701001", ["7707083893", "770701001"]),
        ("94.580.730/0001-52; 21.573.681/0001-57", ["94580730000152", "21573681000157"]),
    ],
)
def test_strokes_and_spaces_part_numbers_or_are_part_of_one_by_its_kind(cell, numbers):
    assert check_digits.split(cell) == numbers


@pytest.mark.parametrize(
    ("number", "heading", "kind", "country", "wrong"),
    [
        ("1253752461", "IEC CODE", "IEC", "IN", False),  # a Russian or Turkish number by chance
        ("94580730000152", "CNPJ do Exportador", "CNPJ", "BR", False),
        ("94580730000153", "CNPJ do Exportador", "CNPJ", "BR", True),
        ("27AAPFU0939F1ZW", "GSTIN / UIN", "GSTIN", "IN", True),
        ("0100233489", "Mã số thuế DN", "MST", "VN", True),
        ("7707083894", "G081 (ИНН получ.)", "INN", None, True),
        ("7707083893", "ИНН", "INN", "RU", False),
        ("123456789", "ИНН", "INN", None, False),  # nine digits are Uzbek, and have no check digit
        ("1234567895", "Tax ID", "Tax ID", None, False),
    ],
)
def test_a_heading_that_names_a_kind_of_number_tells_what_it_is(number, heading, kind, country, wrong):
    found = check_digits.check(number, headed=check_digits.kinds_headed(heading))
    assert (found.kind, found.country) == (kind, country)
    assert bool(found.note) == wrong


@pytest.mark.parametrize(
    ("country", "number"), [("BR", "94580730000153"), ("IN", "27AAPFU0939F1ZW"), ("VN", "0100233489")]
)
def test_a_wrong_check_digit_is_told_of_where_only_the_country_is_known(country, number):
    assert "is wrong" in (check_digits.check(number, country).note or "")


def test_a_formatted_number_is_the_identifier_that_a_list_has(tmp_path):
    path = tmp_path / "brazil.csv"
    path.write_text(
        "Data;Exportador;CNPJ do Exportador;Importador;NCM\n"
        "01/02/2023;FRIGORIFICO BOA CAMPINA SA;94.580.730/0001-52;OOO MYASNOY STOL;02071412\n"
        "13/02/2023;FRIGORIFICO BOA CAMPINA SA;94.580.730/0001-53;OOO MYASNOY STOL;02071412\n",
        encoding="utf-8",
    )
    reader = CustomsReader([str(path)])
    batches = list(reader.batches())
    sellers = [party for party in reader.book.parties if party.identifiers]
    assert sellers[0].identifiers == (("CNPJ", "94580730000152", "BR"),)
    notes = batches[0].records.get_column("notes").to_list()
    assert not notes[0]
    assert notes[1] == ["check digit of CNPJ 94580730000153 is wrong"]


def test_many_parties_shared_out_among_processes_are_those_read_one_by_one(monkeypatch):
    monkeypatch.setattr(workers, "processes", lambda: 2)
    rest = [""] * 7
    rows = [[f"INVENTED TRADING {n % (3 * FEWEST)} LTD", f"{n % 5} Example Street", *rest] for n in range(4 * FEWEST)]
    rows += [["TO ORDER", *[""] * 8], ["A GMBH obo B LLC", "#REF!", *rest], ["SAME AS CONSIGNEE", "", *rest]]
    together, one_by_one = PartyBook(), PartyBook()
    for role in ("exporter", "importer"):  # who sells here buys there
        assert together.read_all(role, rows) == [one_by_one.read(role, row) for row in rows]
    assert together.parties == one_by_one.parties
    together.forget()
    assert together.read_all("importer", rows[:5]) == one_by_one.read_all("importer", rows[:5])


@pytest.mark.parametrize("text", ["Brandless Foods Ltd", "ТОО Без Марки", "Markasız Tekstil A.Ş."])
def test_a_firm_that_is_called_by_words_for_no_brand_is_a_party(text):
    assert names_in(text) == ([text], "")


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ('ООО "КОМПАНИЯ "ПРИМЕР"', 'ООО "КОМПАНИЯ "ПРИМЕР"'),
        ("ООО «КОМПАНИЯ «ПРИМЕР»", "ООО «КОМПАНИЯ «ПРИМЕР»"),
        ('ООО ПРИМЕР"', "ООО ПРИМЕР"),
        ('"ООО ПРИМЕР', "ООО ПРИМЕР"),
        ('"ООО ПРИМЕР"', "ООО ПРИМЕР"),
        ('ООО "ПРИМЕР""', 'ООО "ПРИМЕР'),
    ],
)
def test_a_mark_that_closes_two_names_stays_and_one_without_its_half_goes(cell, name):
    assert names_in(cell) == ([name], "")
