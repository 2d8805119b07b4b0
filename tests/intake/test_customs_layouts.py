"""Layouts of customs systems, forwarders, banks and ledgers: their headings, and what stands in their cells."""

from __future__ import annotations

import openpyxl
import polars as pl
import pytest

from screening.intake import customs_beside as beside
from screening.intake import customs_wording as wording
from screening.intake.customs import CustomsReader
from screening.intake.customs_cells import one_container
from screening.intake.customs_headings import understand
from screening.intake.customs_layout import layout
from screening.intake.customs_roles import heading_roles
from screening.names.places import country_code

TAJIK = {
    "declaration": "Рақами эъломия",
    "date": "Санаи барасмиятдарорӣ",
    "exporter_name": "Ирсолкунанда",
    "importer_name": "Қабулкунанда",
    "importer_tax_id": "РМА-и қабулкунанда",
    "importer_address": "Суроғаи қабулкунанда",
    "origin": "Мамлакати пайдоиш",
    "dispatch": "Мамлакати ирсол",
    "hs_code": "Рамзи НМ ФИХ",
    "description": "Номи мол",
    "net_kg": "Вазни холис, кг",
    "gross_kg": "Вазни умумӣ, кг",
    "quantity": "Миқдор",
    "unit": "Воҳиди ченак",
    "value_usd": "Арзиши оморӣ, доллари ИМА",
}
SPANISH = {
    "declaration": "No. Aceptación",
    "date": "Fecha de aceptación",
    "importer_tax_id": "NIT importador",
    "importer_name": "Razón social importador",
    "exporter_name": "Nombre exportador o proveedor en el exterior",
    "dispatch": "País exportador",
    "origin": "País de origen",
    "hs_code": "Subpartida arancelaria",
    "description": "Descripción de la mercancía",
    "broker_name": "Agencia de aduanas",
}
CREDITS = {
    "declaration": "LC Ref",
    "date": "Issue Date",
    "importer_name": "Applicant",
    "importer_country": "Applicant Country",
    "exporter_name": "Beneficiary",
    "bank_name": "Issuing Bank",
    "advising_bank_name": "Advising Bank",
    "value": "LC Amount",
    "currency": "CCY",
    "description": "Goods",
    "hs_code": "HS Code(s)",
    "dispatch": "Shipment From",
    "destination": "Shipment To",
}
LEDGER = {
    "declaration": "Billing Doc.",
    "date": "Bill. Date",
    "importer_name": "Sold-to Name",
    "ship_to_name": "Ship-to Name",
    "destination": "Ship-to Ctry",
    "end_user_name": "End User",
    "description": "Material Description",
    "hs_code": "Comm./imp. code no.",
    "quantity": "Billed Qty",
    "unit": "SU",
    "weight_unit": "WUn",
    "value": "Net Value",
    "incoterm": "IncoT",
}
LADING = {
    "date": "Arrival Date",
    "declaration": "B/L No.",
    "importer_name": "Buyer",
    "importer_incorporated": "Buyer Est. Year",
    "exporter_name": "Supplier",
    "notify_name": "NTFY",
    "container": "CNTR/SEAL",
    "vessel": "VESSEL/VOY",
    "destination": "FINAL DEST.",
    "gross_kg": "G.W. (KGS)",
    "value_usd": "Est. Value (US$)",
}
KAZAKH = {
    "declaration": "Тауарларға арналған декларация №",
    "direction": "Тасымалдау бағыты (ИМ/ЭК)",
    "exporter_name": "Жөнелтуші атауы",
    "exporter_tax_id": "Жөнелтушінің БСН/ЖСН",
    "importer_name": "Алушы атауы",
    "importer_tax_id": "Алушының БСН/ЖСН",
}
ROMANIAN = {
    "declaration": "Nr. declarației",
    "date": "Data înregistrării",
    "exporter_name": "Expeditor",
    "importer_name": "Destinatar",
    "importer_tax_id": "IDNO destinatar",
    "importer_address": "Adresa destinatarului",
    "hs_code": "Codul mărfii",
    "description": "Denumirea mărfii",
    "origin": "Țara de origine",
    "net_kg": "Greutate netă, kg",
    "value_usd": "Valoarea statistică, USD",
}
AZERI = {
    "exporter_name": "Göndərən",
    "exporter_address": "Göndərənin ünvanı",
    "importer_name": "Alan",
    "importer_address": "Alanın ünvanı",
    "importer_tax_id": "Alanın VÖEN-i",
    "value_usd": "Statistik dəyər (ABŞ dolları)",
}
SYSTEMS = {
    "Tajik": TAJIK, "Spanish": SPANISH, "letters of credit": CREDITS, "ledger": LEDGER, "lading": LADING,
    "Kazakh": KAZAKH, "Romanian": ROMANIAN, "Azeri": AZERI,
}  # fmt: skip


@pytest.mark.parametrize("system", SYSTEMS)
def test_headings_of_a_system_tell_their_roles(system):
    told = layout(list(SYSTEMS[system].values()), []).columns
    assert {role: [source.heading for source in found] for role, found in told.items()} == {
        role: [heading] for role, heading in SYSTEMS[system].items()
    }


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Экспорттаушының атауы", "exporter_name"),
        ("Yuk oluvchining manzili", "importer_address"),
        ("Yuk jo'natuvchining STIR", "exporter_tax_id"),
        ("Алуучунун дареги", "importer_address"),
        ("Alıcının ünvanı", "importer_name"),
    ],
)
def test_the_ending_of_whose_it_is_does_not_hide_a_party(heading, role):
    guess = understand(heading)
    assert guess is not None
    assert guess.role == role


def test_an_ending_makes_no_party_of_a_word_of_another_meaning():
    assert understand("Начальники") is None
    assert understand("Training") is None


def read(path):
    reader = CustomsReader([str(path)])
    batches = list(reader.batches())
    return reader, pl.concat([each.records for each in batches]), pl.concat([each.links for each in batches])


def test_all_banks_of_a_credit_and_all_customers_of_a_ledger_are_kept(tmp_path):
    path = tmp_path / "credits.csv"
    path.write_text(
        "Issue Date,Applicant,Beneficiary,Issuing Bank,Advising Bank,Ship to,End user,Goods,HS code\n"
        "2023-05-04,Alphawick LLP,Betaford GmbH,Gammafen Bank,Deltarow Bank,Epsilonby LLC,Zetaholm Works,Parts,848210\n"
    )
    reader, _, links = read(path)
    by = {}
    for role, party in links.select("role", "party").iter_rows():
        by.setdefault(role, []).append(reader.book.parties[party].name)
    assert by == {
        "importer": ["Alphawick LLP", "Zetaholm Works", "Epsilonby LLC"],
        "exporter": ["Betaford GmbH"],
        "bank": ["Gammafen Bank", "Deltarow Bank"],
    }


MANIFEST = (
    ["CARGO MANIFEST"],
    ["", "B/L", None, "SHIPPER", None, "CONSIGNEE", None, "CARGO", None, None, None, None, "", "", ""],
    ["No.", "NUMBER", "DATE", "NAME", "ADDRESS", "NAME", "ADDRESS", "DESCRIPTION OF GOODS", "HS CODE", "PKGS",
     "G.W. (KGS)", "CBM", "POL", "CNTR/SEAL", "FINAL DEST."],
    ["1", "BL-1", "04-May-2023", "Alphawick Ltd", "Ningbo", "Betaford LLP", "Almaty", "Ball bearings", "848210", "3",
     "120", "1.5", "NINGBO", "TCLU1234568/SL77", "KAZAKHSTAN"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("发货人地址", "exporter_address"),
        ("境外收货人名称", "importer_name"),
        ("НомерГТД", "declaration"),
        ("КодТНВЭД", "hs_code"),
        ("СтранаПроисхождения", "origin"),
        ("수입자 국가", "importer_country"),
        ("輸入者住所", "importer_address"),
        ("Adresse de l'importateur", "importer_address"),
        ("Indirizzo dell’esportatore", "exporter_address"),
        ("Организация отправителя", "exporter_name"),
        ("Jo'natuvchi davlat", "dispatch"),
    ],
)
def test_a_heading_is_cut_into_its_words(heading, role):
    assert understand(heading).role == role


def test_a_column_of_dates_of_foundation_tells_the_order_of_day_and_month(tmp_path):
    path = tmp_path / "firms.csv"
    rows = ["05/07/2022", "27/06/2000", "12/12/1998", "05/07/2022"]
    lines = [f"{n};A LTD;B{n} LLC;KG;{day};854231" for n, day in enumerate(rows)]
    path.write_text(
        "\n".join(["BL No;Shipper;Consignee;Consignee Country;Consignee Incorporation Date;HS Code", *lines])
    )
    reader = CustomsReader([path])
    list(reader.batches())
    founded = {each.name: each.incorporated_on for each in reader.book.parties}
    assert founded["B0 LLC"] == "2022-07-05"


def test_a_column_that_says_dollars_goes_before_one_that_is_usually_in_them():
    found = layout(["SB_NO", "FOB_VALUE", "FOB_USD", "CURRENCY"], [["1", "9.0", "8.0", "USD"]] * 5).columns
    assert [each.heading for each in found["value_usd"]] == ["FOB_USD", "FOB_VALUE"]


def test_a_group_of_headings_says_nothing_of_strange_headings_behind_it(tmp_path):
    workbook = openpyxl.Workbook()
    for row in MANIFEST:
        workbook.active.append(row)
    workbook.save(tmp_path / "manifest.xlsx")
    _, records, links = read(tmp_path / "manifest.xlsx")
    (record,) = records.to_dicts()
    assert (record["declaration"], str(record["date"]), record["hs_code"]) == ("BL-1", "2023-05-04", "848210")
    assert (record["description"], record["gross_kg"], record["destination"]) == ("Ball bearings", 120.0, "KZ")
    assert record["container"] == "TCLU1234568"
    assert sorted(links["role"].to_list()) == ["exporter", "importer"]


def test_a_group_of_headings_is_of_all_below_it_that_say_something(tmp_path):
    path = tmp_path / "form.csv"
    path.write_text(
        "Дата;Получатель;;Стоимость;;\n;Наименование;ИНН;в валюте цены;валюта;статистическая, долл. США\n"
        "04.05.2023;ООО Лесная;;900;RUB;10\n"
    )
    _, records, _ = read(path)
    assert records["value_usd"].to_list() == [10.0]


def test_strange_headings_below_those_of_groups_are_a_second_line(tmp_path):
    workbook = openpyxl.Workbook()
    for row in (
        ["Beleg", None, "Warenempfänger", None, None, "Material", None, None],
        ["Xyz", "Pos.", "Name", "Ktr", "Land", "Bezeichnung", "Qwert", "Zahl"],
        ["9000769180", 10, "Quellwerk AG", "K-17", "Polen", "Stirnradgetriebe", 84834029, 5],
        ["9000403050", 20, "Lindwerk AG", "K-18", "Polen", "Flansch", 73079100, 24],
        ["9000240850", 30, "Auenwerk AG", "K-19", "Polen", "Kegelrollenlager", 84822000, 53],
        ["9000240851", 30, "Auenwerk AG", "K-19", "Polen", "Kegelrollenlager", 84822000, 54],
    ):
        workbook.active.append(row)
    workbook.save(tmp_path / "list.xlsx")
    _, records, links = read(tmp_path / "list.xlsx")
    assert links["role"].to_list() == ["importer"] * 4
    assert records["description"].to_list()[:2] == ["Stirnradgetriebe", "Flansch"]
    assert records["hs_code"].to_list()[:2] == ["84834029", "73079100"]  # and not the numbers of the papers


@pytest.mark.parametrize(
    ("cell", "term", "place"),
    [
        ("CIF МОСКВА", "CIF", "МОСКВА"),
        ("DAP - Almaty (Incoterms 2020)", "DAP", "Almaty"),
        ("FOB", "FOB", None),
        ("fca, Ningbo", "FCA", "Ningbo"),
        ("C&F Poti", "CFR", "Poti"),
        ("Ex Works Ulm", "EXW", "Ulm"),
        ("CPT 2010", "CPT", None),
        ("FOBOS", None, None),
        ("by agreement", None, None),
    ],
)
def test_a_place_behind_a_delivery_term_is_told_from_the_term(cell, term, place):
    assert beside.incoterm_in(cell) == (term, place)


def test_the_place_of_a_term_is_the_delivery_place_where_no_column_names_one(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text(
        "Date;Importer;HS code;Incoterms;Delivery place\n2023-05-04;A Ltd;848210;CPT Moscow;\n"
        "2023-05-04;A Ltd;848210;CPT Moscow;Tver\n2023-05-04;A Ltd;848210;other terms;\n"
    )
    _, records, _ = read(path)
    assert records["incoterm"].to_list() == ["CPT", "CPT", "other terms"]
    assert records["delivery_place"].to_list() == ["Moscow", "Tver", None]


def test_a_seal_beside_a_container_is_no_container():
    assert one_container("TCLU1234568/SL77, MSCU6639871")[0] == "TCLU1234568; MSCU6639871"
    assert one_container("garbled")[0] == "GARBLED"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("vaqtincha olib kirish", ("temporary import", "import")),
        ("Importación temporal", ("temporary import", "import")),
        ("воридоти муваққатӣ", ("temporary import", "import")),
        ("ІМ 40", ("import", "import")),
        ("reeksport", ("re-export", "export")),
        ("tạm nhập tái xuất", ("temporary import", "import")),
    ],
)
def test_procedures_in_the_languages_of_the_region(text, said):
    assert wording.procedure(text) == said


@pytest.mark.parametrize(("text", "code"), [("Олмон", "DE"), ("ИМА", "US"), ("Liên bang Nga", "RU"), ("Կորեա", "KR")])
def test_countries_as_customs_tables_of_the_region_write_them(text, code):
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("cell", "first", "others"),
    [
        ("8501.10; 8542.31", "850110", ("854231",)),
        ("3926909709/8542319010", "3926909709", ("8542319010",)),
        ("3926909709\n8542319010", "3926909709", ("8542319010",)),
        ("3926909709 8542319010", "3926909709", ("8542319010",)),
        ("HS 848210, 848220 and 848230", "848210", ("848220", "848230")),
        ("848210 + 848210", "848210", ()),
        ("8542 31 901 0", "8542319010", ()),
        ("8482.10/20", None, ()),
        ("8542319010", "8542319010", ()),
        ("8542.31", "854231", ()),
        ("see annex 1; 2", None, ()),
    ],
)
def test_the_codes_of_a_cell_with_several(cell, first, others):
    assert beside.hs_in(cell)[0] == first
    assert beside.further_hs(cell) == others


def test_further_codes_of_a_cell_are_kept_beside_the_first(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text(
        "Date;Importer;HS code;Net weight\n2023-05-04;A Ltd;8501.10, 8542.31;5\n2023-05-04;A Ltd;848210;5\n", "utf-8"
    )
    _, records, _ = read(path)
    assert records["hs_code"].to_list() == ["850110", "848210"]
    assert records["further_hs_codes"].to_list() == [["854231"], None]


@pytest.mark.parametrize("heading", ["금액(천불)", "Value, thousand USD", "金額(千ドル)"])
def test_thousands_of_a_currency_in_one_word_are_both(heading):
    found = understand(heading)
    assert (found.role, found.currency, found.factor) == ("value_usd", "USD", 1000.0)


def _parties(header: list[str]) -> dict[str, str]:
    return {role: found[0].heading for role, found in layout(header, []).columns.items() if role.endswith("_name")}


def test_a_buyer_beside_a_consignee_holds_the_contract_and_alone_is_the_importer():
    """Both stand in tables of the trade: none of them is lost, and none refuses the file."""
    both = _parties(["Date", "Purchaser", "Consignee", "Seller", "Shipper", "HS Code"])
    assert both == {
        "contract_holder_name": "Purchaser",
        "importer_name": "Consignee",
        "trading_party_name": "Seller",
        "exporter_name": "Shipper",
    }
    alone = _parties(["Date", "Покупатель", "Продавец", "Код ТН ВЭД"])
    assert alone == {"importer_name": "Покупатель", "exporter_name": "Продавец"}


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        (["Importer", "Consignee"], ["importer_name", "ship_to_name"]),
        (["Consignee", "Importer name"], ["ship_to_name", "importer_name"]),
        (["Shipper", "Exporter"], ["ship_from_name", "exporter_name"]),
        (["Экспортер", "Грузоотправитель"], ["exporter_name", "ship_from_name"]),
        (
            ["Импортер", "Адрес", "Получатель", "Адрес получателя"],
            ["importer_name", "importer_address", "ship_to_name", "ship_to_address"],
        ),
        (["Importer", "Consignee", "Address"], ["importer_name", "ship_to_name", "ship_to_address"]),
        (["İthalatçı", "Alıcı"], ["importer_name", "ship_to_name"]),
        (["进口商", "收货人"], ["importer_name", "ship_to_name"]),
        (["Consignee"], ["importer_name"]),
        (["Shipper", "Shipper address"], ["exporter_name", "exporter_address"]),
    ],
)
def test_who_receives_or_sends_beside_the_importer_or_exporter_is_a_party_of_its_own(header, roles):
    rows = [[f"{each} {number}" for each in header] for number in range(5)]
    found = layout(header, rows).columns
    assert {role: [each.heading for each in sources] for role, sources in found.items()} == {
        role: [heading] for role, heading in zip(roles, header, strict=True)
    }


def test_importers_and_consignees_of_one_table_are_both_kept(tmp_path):
    path = tmp_path / "both.csv"
    path.write_text(
        "Date,HS code,Description,Importer,Consignee,Exporter,Shipper\n"
        "2024-01-02,848210,bearings,Foo Bar,Quiet Meadow,ACME,Forward Log\n",
        encoding="utf-8",
    )
    reader, _, links = read(path)
    found = {(role, reader.book.parties[number].name) for role, number in links.select("role", "party").iter_rows()}
    assert found == {
        ("importer", "Foo Bar"),
        ("importer", "Quiet Meadow"),
        ("exporter", "ACME"),
        ("exporter", "Forward Log"),
    }


def test_a_date_of_registration_is_a_firms_beside_the_word_for_it_only():
    header = ["Дата реєстрації", "Одержувач", "Дата реєстрації одержувача", "Дата регистрации ДТ"]
    found = {each.heading: role for role, sources in layout(header, []).columns.items() for each in sources}
    assert found == {
        "Дата реєстрації": "date",
        "Одержувач": "importer_name",
        "Дата реєстрації одержувача": "importer_incorporated",
        "Дата регистрации ДТ": "date",
    }


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Pole 8 Kraj", "importer_country"),
        ("Pole 2 NIP/EORI", "exporter_tax_id"),
        ("Pole 17a Kraj przeznaczenia", "destination"),
        ("К-сть", "quantity"),
        ("Гр.20 Пункт", "delivery_place"),
        ("Гр.20 Усл. поставки", "incoterm"),
        ("Kutu 20 Yer", "delivery_place"),
        ("Гр.20", "incoterm"),
        ("Гр.20 Код", "incoterm"),
        ("Гр.33 Код", "hs_code"),
        ("Гр.22 Сумма", "value"),
        ("Гр.22 Вал.", "currency"),
        ("Вид ТС", "transport"),
        ("ФВ вал.контр", "value"),
        ("運往 To", "destination"),
        ("کشور مبدا", "origin"),
    ],
)
def test_boxes_abbreviations_and_two_languages_in_one_heading(heading, role):
    guess = understand(heading)
    assert guess is not None
    assert guess.role == role


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        (
            ["GÖNDERİCİ", "GÖNDEREN ÜLKE", "ALICI", "ALICI ÜLKE", "GTİP"],
            ["exporter_name", "exporter_country", "importer_name", "importer_country", "hs_code"],
        ),
        (["ALICI ÜLKE", "GTİP", "EŞYA TANIMI"], ["destination", "hs_code", "description"]),
        (["ALICI ÜLKE", "GİDECEĞİ ÜLKE", "GTİP"], ["importer_country", "destination", "hs_code"]),
        (["Buyer country", "Seller country", "HS code"], ["destination", "dispatch", "hs_code"]),
    ],
)
def test_a_partys_country_is_the_partys_and_the_goods_only_where_no_column_names_the_party(header, roles):
    assert list(heading_roles(header).values()) == roles


def test_a_partys_name_in_another_version_is_kept_beside_the_first():
    header = ["Consignee", "Consignee (Original Format)", "Shipper", "Shipper name (English)", "HS code"]
    columns = layout(header, [["a"] * 5]).columns
    assert [each.heading for each in columns["importer_name"]] == ["Consignee"]
    assert [each.heading for each in columns["importer_other_name"]] == ["Consignee (Original Format)"]
    assert [each.heading for each in columns["exporter_other_name"]] == ["Shipper name (English)"]


def test_a_second_name_is_no_other_version():
    """It may be the end of the first."""
    found = layout(["Consignee name", "Consignee name 2", "HS code"], [["a", "b", "c"]])
    assert "importer_other_name" not in found.columns
    assert found.unused == ["Consignee name 2"]


def test_headings_on_three_lines_are_read_as_one(tmp_path):
    workbook = openpyxl.Workbook()
    for row in (
        ["РЕЕСТР ПРИМЕРНЫХ ДЕКЛАРАЦИЙ", *[None] * 9],
        ["Декларация на товары", None, "Стороны", None, None, None, "Товар", None, None, "Стоимость", None],
        ["Номер", "Дата", "Отправитель", None, "Получатель", None, "Код ТН ВЭД", "Количество", None, "Фактурная", None],
        [None, None, "наименование", "адрес", "наименование", "ИНН", None, "в доп. ед.", "ед. изм.", "сумма", "валюта"],
        *(
            [f"10000000/010122/000000{n}", f"1{n}.01.2022", "SAMPLE METAL A.S.", "BURSA", "ООО «Пример»", "7700000000",
             "8482100000", 10 + n, "шт", 100.5 + n, "978"]
            for n in range(6)
        ),
    ):  # fmt: skip
        workbook.active.append(row)
    workbook.save(tmp_path / "list.xlsx")
    _, records, links = read(tmp_path / "list.xlsx")
    assert records.height == 6
    assert sorted(set(links["role"])) == ["exporter", "importer"]
    assert records["quantity"].to_list() == [10.0 + n for n in range(6)]
    assert set(records["unit"]) == {"шт"}
    assert set(records["currency"]) == {"EUR"}


def test_of_two_columns_of_codes_of_goods_the_longer_codes_are_taken(tmp_path):
    lines = ["Date,Shipper,Consignee,HS Code,Commodity Code,Net Wt KG"]
    lines += [f"2022-01-0{n},SAMPLE A LTD,SAMPLE B LLC,84821{n},84821{n}0000,{n}" for n in range(1, 7)]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    reader, records, _ = read(tmp_path / "a.csv")
    assert records["hs_code"].to_list() == [f"84821{n}0000" for n in range(1, 7)]
    assert any("has the longer codes of goods: 'HS Code' not used" in note for note in reader.notes)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Cargo Ccy", "currency"),
        ("Cargo", "description"),
        ("Vessel / Voyage", "vessel"),
        ("Boruvchi mamlakat", "destination"),
        ("Станция отправления", "loading_place"),
        ("Код ЕТСНГ", None),
        ("Jed. mere", "unit"),
        ("Наименование груза", "description"),
    ],
)
def test_a_heading_of_several_words_is_what_it_says_last_or_whole(heading, role):
    guess = understand(heading)
    assert (guess and guess.role) == role


def test_who_pays_is_no_importer_where_a_consignee_is_named():
    roles = heading_roles(["Shipper", "Consignee", "Bill To"])
    assert roles == {0: "exporter_name", 1: "importer_name", 2: "contract_holder_name"}
    assert heading_roles(["Shipper", "Bill To", "Description"])[1] == "importer_name"
