"""Registers of forwarders, and extracts whose corrections have numbers of their own: what stands, where it goes."""

from __future__ import annotations

import polars as pl
import pytest

from screening.intake import customs_wording as wording
from screening.intake.country_cells import country_in, placed
from screening.intake.customs import CustomsReader
from screening.intake.customs_beside import is_total
from screening.intake.customs_folds import Folds, applied
from screening.intake.customs_headings import understand
from screening.intake.customs_ships import ship


def read(tmp_path, *rows, name="register.csv"):
    """Records with what is folded, their reader, and the rejects; rows are lists of cells."""
    path = tmp_path / name
    path.write_text("\n".join(";".join(row) for row in rows) + "\n", encoding="utf-8")
    reader, folds = CustomsReader([str(path)]), Folds()
    batches = list(reader.batches())
    records = pl.concat([batch.records for batch in batches])
    folds.add(records)
    rejects = [row for batch in batches for row in batch.rejects.to_pylist()]
    assert reader.inputs[0].rows_in == records.height + len(rejects)
    return applied(records, 0, folds.updates()), reader, rejects


PEDIMENTOS = ["PEDIMENTO", "SECUENCIA", "CLAVE DE DOCUMENTO", "PEDIMENTO ORIGINAL", "IMPORTADOR",
              "FRACCION ARANCELARIA", "VALOR FACTURA", "MONEDA FACTURA", "ESTADO"]  # fmt: skip


def pedimento(number, item, key, original, value, status="PAGADO"):
    return [number, item, key, original, "ACEROS INVENTADOS SA DE CV", "84821001", value, "USD", status]


def test_a_correction_with_a_number_of_its_own_replaces_the_line_it_names(tmp_path):
    records, _, _ = read(
        tmp_path,
        PEDIMENTOS,
        pedimento("21 47 3100 1001", "1", "A1", "", "100.00"),
        pedimento("21 47 3100 1001", "2", "A1", "", "50.00"),
        pedimento("21 47 3100 1009", "1", "R1 RECTIFICACION", "21 47 3100 1001", "90.00"),
    )
    assert records["status"].to_list() == ["amended", None, None]


def test_the_replaced_declaration_may_be_the_one_that_says_it(tmp_path):
    records, _, _ = read(
        tmp_path,
        PEDIMENTOS,
        pedimento("1001", "1", "A1", "", "100.00", "RECTIFICADO"),
        pedimento("1009", "1", "A1", "1001", "90.00"),
    )
    assert records["status"].to_list() == ["amended", None]


def test_an_original_declaration_that_goods_are_written_off_from_stands(tmp_path):
    records, _, _ = read(
        tmp_path,
        PEDIMENTOS,
        pedimento("1001", "1", "A1", "", "100.00"),
        pedimento("1009", "1", "F4", "1001", "90.00"),
    )
    assert records["status"].null_count() == 2


def test_a_cancelled_correction_replaces_nothing(tmp_path):
    records, _, _ = read(
        tmp_path,
        PEDIMENTOS,
        pedimento("1001", "1", "A1", "", "100.00"),
        pedimento("1009", "1", "R1", "1001", "90.00", "CANCELADO"),
    )
    assert records["status"].to_list() == [None, "cancelled"]


def test_a_heading_that_says_what_is_replaced_needs_no_more(tmp_path):
    records, _, _ = read(
        tmp_path,
        ["Номер декларации", "Взамен ДТ", "Получатель", "Код ТН ВЭД", "Стоимость"],
        ["10/1", "", "ООО Выдуманное", "8482100000", "100"],
        ["10/2", "10/1", "ООО Выдуманное", "8482100000", "90"],
    )
    assert records["status"].to_list() == ["amended", None]


REGISTER = ["Job No", "Date", "Consignee", "HS", "Value USD", "From", "To", "Via", "Terms", "Remarks"]


def job(number="J1", way=("Germany", "Moscow, Russia", "Bishkek, Kyrgyzstan"), remark=""):
    return [number, "2023-05-04", "Alphawick LLC", "8482.10", "100", *way, "CIF", remark]


def test_short_headings_say_where_goods_come_from_go_and_pass(tmp_path):
    records, _, _ = read(tmp_path, REGISTER, job())
    (record,) = records.to_dicts()
    assert (record["declaration"], record["incoterm"]) == ("J1", "CIF")
    assert (record["dispatch"], record["destination"], record["via"]) == ("DE", "RU", "KG")
    assert record["delivery_place"] == "Moscow"


@pytest.mark.parametrize("heading", ["From date", "Sent to date", "Via de transporte", "Payment terms agreed"])
def test_short_words_say_nothing_within_other_headings(heading):
    guess = understand(heading)
    assert guess is None or guess.role not in ("dispatch", "destination", "via", "incoterm")


def test_a_short_heading_gives_way_to_one_that_says_it_in_full(tmp_path):
    heads = ["House bill of lading", *REGISTER]
    records, _, _ = read(tmp_path, heads, ["HBL7", *job("J1")])
    assert records["declaration"].to_list() == ["HBL7"]


def test_via_with_means_of_transport_is_no_country_and_says_nothing(tmp_path):
    rows = [job(f"J{n}", ("Germany", "Turkey", "SEA")) for n in range(5)]
    records, reader, _ = read(tmp_path, REGISTER, *rows)
    assert records["via"].null_count() == 5
    assert not [note for note in reader.notes if "Via" in note and "headed like" in note]


def test_remarks_say_that_a_row_does_not_stand(tmp_path):
    remarks = ["fragile", "CANCELLED", "superseded, see J9", "cancelled order of five pieces came back", "", "urgent"]
    rows = [job(f"J{n}", remark=remark) for n, remark in enumerate(remarks)]
    records, reader, _ = read(tmp_path, REGISTER, *rows)
    assert records["status"].to_list() == [None, "cancelled", "amended", None, None, None]
    assert any("'Remarks' says of some rows" in note for note in reader.notes)


def test_remarks_of_other_things_are_no_statuses(tmp_path):
    rows = [job(f"J{n}", remark=remark) for n, remark in enumerate(["fragile", "void of damage", "urgent"])]
    records, reader, _ = read(tmp_path, REGISTER, *rows)
    assert records["status"].null_count() == 3
    assert not any("read as their status" in note for note in reader.notes)


def test_headings_that_come_again_tell_nothing_of_a_column(tmp_path):
    heads = [*REGISTER[:-1], "Spalte X"]
    rows = [job(f"J{n}", remark="storniert" if n else "") for n in range(6)]
    records, _, rejects = read(tmp_path, heads, *rows[:3], heads, *rows[3:])
    assert [each["line"] for each in rejects] == [5]
    assert records["status"].to_list() == [None, *["cancelled"] * 5]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Sevastopol, Russia", ("RU", "Sevastopol")),
        ("Russia, Moscow", ("RU", "Moscow")),
        ("Almaty - Kazakhstan", ("KZ", "Almaty")),
        ("Kazakhstan", ("KZ", None)),
        ("Tbilisi, Georgia", ("GE", "Tbilisi")),
        ("Atlanta, Georgia", (None, None)),
        ("Los Angeles, CA", (None, None)),
        ("Kiel, Germany / Gdynia, Poland", (None, None)),
        ("on the way", (None, None)),
    ],
)
def test_a_cell_names_a_place_and_its_country(cell, found):
    assert placed(cell) == found


@pytest.mark.parametrize(
    ("name", "code"),
    [("Republica Kazahstan", "KZ"), ("Republica Coreea", "KR"), ("Cộng hòa Kyrgyzstan", "KG"), ("Braxin", "BR"),
     ("Hồng Công", "HK"), ("Republik Kasachstan", "KZ"), ("Republic of China", "TW"), ("Republica China", None)],
)  # fmt: skip
def test_countries_by_the_names_of_their_states(name, code):
    assert country_in(name) == code


@pytest.mark.parametrize(
    ("heading", "role"),
    [("Starea declaraţiei", "status"), ("Nr. articol", "item"), ("Condiții de livrare", "incoterm"),
     ("PEDIMENTO ORIGINAL", "replaces"), ("Transshipment port", "via"), ("Страна транзита", "via"),
     ("Versiunea", "version")],
)  # fmt: skip
def test_headings(heading, role):
    assert understand(heading).role == role


def test_a_number_under_npwp_is_of_a_firm_of_indonesia():
    assert understand("npwp_importir").country == "ID"


@pytest.mark.parametrize("label", ["JUMLAH TOTAL", "Suma total", "Total general", "Итого всего"])
def test_totals_of_two_words(label):
    assert is_total(label)


def test_a_firm_whose_name_begins_like_a_total_is_none():
    assert not is_total("Total Energies Trading")


def test_the_address_of_a_supplier_is_the_exporters_where_its_name_is(tmp_path):
    heads = ["PEDIMENTO", "IMPORTADOR", "PROVEEDOR EXTRANJERO", "DOMICILIO DEL PROVEEDOR", "FRACCION"]
    _, reader, _ = read(tmp_path, heads, ["1", "Aceros SA de CV", "Betaford Ltd", "7 Quay Street, Oban", "848210"])
    addresses = {party.name: party.address for party in reader.book.parties}
    assert addresses == {"Betaford Ltd": "7 Quay Street, Oban", "Aceros SA de CV": None}


@pytest.mark.parametrize(
    ("cell", "name"),
    [("M/V LESNOY OSTROV (IMO 9074729)", "M/V LESNOY OSTROV"), ("LESNOY OSTROV IMO: 9074729", "LESNOY OSTROV"),
     ("LESNOY OSTROV, IMO No. 9074729", "LESNOY OSTROV"), ("т/х ЛЕСНОЙ ОСТРОВ (ИМО 9074729)", "т/х ЛЕСНОЙ ОСТРОВ")],
)  # fmt: skip
def test_a_ships_number_behind_its_name_in_one_cell(cell, name):
    _, told, identifiers = ship(cell, "")
    assert (told, identifiers) == (name, (("IMO", "9074729", None),))


def test_a_bracket_in_a_ships_name_is_kept_whole():
    assert ship("LESNOY OSTROV (ex ALFA)", "")[1] == "LESNOY OSTROV (ex ALFA)"


@pytest.mark.parametrize(
    ("text", "found"),
    [("CANCELLED", "cancelled"), ("Cancelled - by client", "cancelled"), ("cancelled order", None), ("released", None)],
)
def test_statuses_in_remarks_stand_by_themselves(text, found):
    assert wording.status_in_remark(text) == found


def test_references_of_products_are_no_declarations(tmp_path):
    heads = ["Reference", *REGISTER[1:]]
    rows = [job(f"PN-{n % 2}", remark="CANCELLED" if n == 7 else "") for n in range(8)]
    records, _, _ = read(tmp_path, heads, *rows)
    assert records["declaration"].null_count() == 8
    assert records["status"].to_list() == [*[None] * 7, "cancelled"]


DECLARED = ["Номер ДТ", "Дата регистрации", "Отправитель", "Получатель", "Декларант", "Описание товара",
            "Код ТН ВЭД", "Вес нетто, кг", "Статистическая стоимость, USD", "Статус ДТ", "Примечание"]  # fmt: skip


def declared(number, usd, status="", remark="", broker="ООО «БРОКЕР»", goods="Реагенты"):
    sides = ["ALPHAWICK GMBH", "ООО «БЕТАФОРД»", broker]
    return [number, "09.05.2021", *sides, goods, "3822190000", "680", usd, status, remark]


@pytest.mark.parametrize("number", ["10115070/090521/0004375/1", "10115070/090521/0004375/01"])
def test_a_correction_with_one_place_more_behind_the_number_replaces_the_declaration(tmp_path, number):
    base = "10115070/090521/0004375"
    records, _, _ = read(tmp_path, DECLARED, declared(base, "100"), declared(number, "90", "КДТ"))
    assert records["status"].to_list() == ["amended", None]
    assert records["declaration"].to_list() == [base, number]


def test_of_several_corrections_of_a_declaration_the_last_stands(tmp_path):
    base = "10115070/090521/0004375"
    rows = [declared(base, "100"), declared(f"{base}/01", "90", "КДТ"), declared(f"{base}/02", "80", "КДТ")]
    records, _, _ = read(tmp_path, DECLARED, *rows)
    assert records["status"].to_list() == ["amended", "amended", None]


def test_a_number_behind_a_declarations_that_no_status_calls_a_correction_is_one_of_its_goods(tmp_path):
    base = "10115070/090521/0004375"
    rows = [declared(base, "100", "выпуск"), declared(f"{base}/1", "90", "выпуск")]
    records, _, _ = read(tmp_path, DECLARED, *rows)
    assert records["status"].null_count() == 2


@pytest.mark.parametrize("status", ["изменена", "выпуск"])
def test_of_a_line_that_stands_there_twice_the_one_counts_whose_remark_says_what_was_changed(tmp_path, status):
    remark = "Изменение получателя: первоначальный получатель ООО «ГАММАТРОН»"
    rows = [declared("D1", "100", "выпуск"), declared("D1", "100", status, remark, "ООО «ДРУГОЙ»")]
    records, _, _ = read(tmp_path, DECLARED, *rows)
    assert records["status"].to_list() == [{"изменена": "amended"}.get(status, "repeated"), None]


def test_of_a_line_that_stands_there_twice_the_first_counts_where_no_remark_tells(tmp_path):
    rows = [declared("D1", "100", "выпуск", "срочно"), declared("D1", "100", "выпуск", "хрупкое")]
    records, _, _ = read(tmp_path, DECLARED, *rows)
    assert records["status"].to_list() == [None, "repeated"]


@pytest.mark.parametrize(
    "text", ["ჩასწორებული", "შესწორებულია", "ճշգրտված", "düzəliş edilmiş", "tuzatilgan", "түзетілген"]
)
def test_words_for_corrected_in_languages_of_the_region(text):
    assert wording.status(text) == "changed"
