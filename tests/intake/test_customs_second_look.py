"""What is told of a customs table by its contents: whose customs, whose numbers, what stands, what is an error."""

from __future__ import annotations

import openpyxl
import polars as pl
import pytest

from screening.errors import InputError
from screening.intake import customs_values as values
from screening.intake.customs import CustomsReader
from screening.intake.customs_contents import TELLS
from screening.intake.customs_folds import Folds, applied
from screening.intake.customs_headings import understand
from screening.intake.customs_layout import layout
from screening.intake.nothing import is_error, says_nothing


def read(tmp_path, text, name="table.csv", encoding="utf-8"):
    """The reader, its records with what is folded, the parties by row and role, the rejects."""
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return read_file(path)


def read_file(path):
    reader, folds = CustomsReader([str(path)]), Folds()
    batches = list(reader.batches())
    for batch in batches:
        folds.add(batch.records)
    records = applied(pl.concat([batch.records for batch in batches]), 0, folds.updates())
    rejects = [row for batch in batches for row in batch.rejects.to_pylist()]
    (account,) = reader.inputs
    assert account.rows_in == account.rows_out + account.rejected == records.height + len(rejects)
    links = pl.concat([batch.links for batch in batches])
    found = {record: {} for record in records["record_id"]}
    for record, role, party in links.select("record_id", "role", "party").iter_rows():
        found[record][role] = reader.book.parties[party]
    parties = list(found.values())
    return reader, records, parties, rejects


HEAD = "Declaration no;Date;Exporter;Importer;HS code;Net weight kg;Value USD\n"
LINE = "D1;2023-02-01;Alphawick Ltd;Betaford LLC;85423190;10;500\n"


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#ССЫЛКА!", "#Н/Д", "#DEĞER!", "#BEZUG!", "Err:508"])
def test_a_row_of_errors_of_a_spreadsheet_is_rejected_by_number(tmp_path, error):
    _, records, _, rejects = read(tmp_path, HEAD + LINE + ";".join([error] * 7) + "\n" + LINE.replace("D1", "D2"))
    assert records.height == 2
    assert [(row["line"], row["reason"]) for row in rejects] == [
        (3, "every cell holds an error of a spreadsheet, such as #REF!")
    ]


def test_an_error_names_nobody_and_is_no_number_of_a_declaration(tmp_path):
    one = "#REF!;2023-02-01;#N/A;Betaford LLC;85423190;10;500\n"
    reader, records, parties, rejects = read(tmp_path, HEAD + one + one.replace("10;500", "12;500"))
    assert not rejects
    assert records["declaration"].null_count() == 2
    assert records["value_usd"].sum() == 1000.0  # two rows, and no declaration with a total
    assert [set(row) for row in parties] == [{"importer"}] * 2
    notes = " ".join(reader.notes)
    assert "declaration '#REF!' is an error of a spreadsheet" in notes
    assert "exporter '#N/A' names nobody" in notes


@pytest.mark.parametrize(("cell", "error"), [("#REF!", True), ("#ref!", True), ("#1 Trading Ltd", False), ("#", False)])
def test_only_what_spreadsheets_write_is_an_error(cell, error):
    assert is_error(cell) is error
    assert says_nothing(cell, "party") is error


def test_the_encoding_of_a_customs_table_is_in_its_account(tmp_path):
    text = HEAD + LINE.replace("Betaford LLC", "ООО Бетафорд").replace("Alphawick", "Альфавик") * 30
    reader, *_ = read(tmp_path, text, encoding="cp1251")
    assert reader.inputs[0].encoding == "cp1251"


STATED = "Declaration no;Statute text;Date;Exporter;Importer;HS code;Description;Net weight kg;Value USD\n"


def test_a_column_nobody_knows_is_of_statuses_where_its_cells_are(tmp_path):
    lines = [
        f"D{n};{status};2023-02-0{n};Alphawick Ltd;Betaford LLC;85423190;Chips;1{n};{n}00\n"
        for n, status in enumerate(("KAPANDI", "İPTAL EDİLDİ", "KAPANDI", "KAPANDI"), start=1)
    ]
    reader, records, _, _ = read(tmp_path, STATED.replace("Statute text", "Zzyzx") + "".join(lines))
    assert records["status"].to_list() == [None, "cancelled", None, None]
    assert any("'Zzyzx' is taken for status by its contents" in note for note in reader.notes)


@pytest.mark.parametrize(
    ("role", "cells", "told"),
    [
        ("status", ["KAPANDI"] * 9 + ["İPTAL EDİLDİ"], True),
        ("status", ["Зарегистрирована"] * 9 + ["Аннулирована"], True),
        ("status", ["KAPANDI"] * 10, False),  # nothing that does not stand: the column makes no difference
        ("status", ["red", "green", "cancelled", "blue"], False),
        ("direction", ["EX", "IM", "EX", "EX"], True),
        ("direction", ["EX", "EX", "EX", "EX"], False),
        ("direction", ["EX", "IM", "FR", "EX"], False),
        ("procedure_code", ["ІМ 40 ДЕ", "ЕК 10 АА"], True),
        ("procedure_code", ["import", "export"], False),
    ],
)
def test_what_contents_alone_tell(role, cells, told):
    assert bool(TELLS[role](cells)) is told


def changed(*rows):
    head = "Declaration no;Status;Date;Exporter;Importer;HS code;Description;Net weight kg;Value USD\n"
    return head + "".join(
        f"{declaration};{status};2023-02-01;Alphawick Ltd;Betaford LLC;85423190;Chips;{kg};{usd}\n"
        for declaration, status, kg, usd in rows
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Изменена", "Зарегистрирована (изменения)"),
        ("შეცვლილი", "გაფორმებული (კორექტირებული)"),
        ("已修改", "结关"),
        ("DÜZELTİLDİ (ESKİ)", "KAPANDI"),
        ("Zamenjena ispravkom", "Ispravljena"),
        ("Released", "Amended"),
    ],
)
def test_of_two_versions_of_a_line_the_last_stands(tmp_path, old, new):
    _, records, _, _ = read(tmp_path, changed(("D1", old, 10, 500), ("D1", new, 10, 450), ("D2", new, 7, 80)))
    assert records["status"].to_list() == ["amended", None, None]


def test_a_line_said_to_be_changed_stands_where_no_other_version_of_it_is_there(tmp_path):
    _, records, _, _ = read(tmp_path, changed(("D1", "Изменена", 10, 500), ("D2", "Изменена", 7, 80)))
    assert records["status"].null_count() == 2


def test_two_lines_of_one_good_of_which_one_was_changed_are_no_versions(tmp_path):
    _, records, _, _ = read(tmp_path, changed(("D1", "Выпущена", 10, 500), ("D1", "Изменена", 25, 900)))
    assert records["status"].null_count() == 2
    assert records["value_usd"].sum() == 1400.0


def bills(*rows):
    head = "Bill of lading no;Record status;Arrival date;Shipper;Consignee;HS code;"
    head += "Goods shipped;Quantity;Net weight (kg);Container no\n"
    return head + "".join(
        f"{bill};{status};2023-02-01;Alphawick Ltd;Betaford LLC;853952;{words};{pieces};{kg};{box}\n"
        for bill, status, words, pieces, kg, box in rows
    )


def test_an_amended_bill_stands_for_the_first_though_it_is_in_capitals_and_of_another_container(tmp_path):
    first, second = (
        ("B1", "Final", "LED lamps", 900, 70, "TRHU4005008"),
        ("B1", "Amended", "LED LAMPS", 900, 66, "TRHU4006573"),
    )
    _, records, _, _ = read(tmp_path, bills(first, second, ("B2", "Final", "LED lamps", 900, 70, "TRHU4003549")))
    assert records["status"].to_list() == ["amended", None, None]


@pytest.mark.parametrize(
    ("statuses", "many"),
    [
        (("Final", "Final"), 900),
        (("Amended", "Amended"), 900),
        (("Final", "Final", "Amended"), 900),
        (("Final", "Amended"), 500),
    ],
)
def test_containers_of_one_bill_are_no_versions_where_the_status_does_not_tell_two_apart(tmp_path, statuses, many):
    rows = [
        ("B1", status, "LED lamps", many + 400 * place if many == 500 else many, 70 + place, f"TRHU400500{place}")
        for place, status in enumerate(statuses)
    ]
    _, records, _, _ = read(tmp_path, bills(*rows))
    assert records["status"].null_count() == len(rows)


def test_the_total_of_an_invoice_beside_values_of_lines_takes_none_of_these_away(tmp_path):
    head = "Declaration no;Item no;Date;Exporter;Importer;HS code;Net weight kg;Invoice amount;Currency;Value USD\n"
    lines = [
        f"D1;{n};2023-02-01;Alphawick Ltd;Betaford LLC;8542319{n};{n};900;EUR;{n}00\n" for n in (1, 2, 3)
    ]  # fmt: skip
    _, records, _, _ = read(tmp_path, head + "".join(lines))
    assert records["value"].to_list() == [900.0, None, None]
    assert records["value_usd"].to_list() == [100.0, 200.0, 300.0]


@pytest.mark.parametrize(
    ("headings", "first"),
    [
        (["TOTAL_INVOICE_VALUE_USD", "CUSTOMS_VALUE_USD", "STATISTICAL_VALUE_IN_1000_USD"], "CUSTOMS_VALUE_USD"),
        (["CALCULATED_TOTAL_VALUE_USD", "STATISTICAL_VALUE_USD"], "STATISTICAL_VALUE_USD"),
        (["STATISTICAL_VALUE_IN_1000_USD"], "STATISTICAL_VALUE_IN_1000_USD"),
    ],
)
def test_a_lines_own_value_in_full_goes_before_totals_and_thousands(headings, first):
    assert layout(["Importer", "HS code", *headings], []).columns["value_usd"][0].heading == first


HOME = "Type;Declaration no;Date;Exporter;Importer;Origin country;Export country;HS code;Net weight kg;{}\n"


def home_rows(way, *countries, last="AM"):
    return "".join(
        f"{way};D{n};2023-02-0{n};Alphawick Ltd;Betaford LLC;CHINA;{country};85423190;1{n};{last}\n"
        for n, country in enumerate(countries, start=1)
    )


def test_a_lone_country_that_never_changes_is_the_country_of_the_customs(tmp_path):
    head = HOME.format("Country ISO code 2").replace("Type", "Direction")
    reader, records, parties, _ = read(tmp_path, head + home_rows("import", "CHINA", "IRAN", "CHINA", "SPAIN"))
    assert records["dispatch"].to_list() == ["CN", "IR", "CN", "ES"]
    assert records["destination"].to_list() == ["AM"] * 4
    assert {row["importer"].country for row in parties} == {"AM"}
    assert {row["exporter"].country for row in parties} == {None}
    assert any("the country of the customs" in note for note in reader.notes)


def test_a_lone_country_is_the_other_end_where_nothing_else_tells_it(tmp_path):
    head = "Direction;Declaration no;Date;Exporter;Importer;HS code;Net weight kg;Country\n"
    rows = "".join(f"import;D{n};2023-02-0{n};Alphawick Ltd;Betaford LLC;85423190;1{n};CHINA\n" for n in range(1, 6))
    _, records, parties, _ = read(tmp_path, head + rows)
    assert records["dispatch"].to_list() == ["CN"] * 5
    assert {row["importer"].country for row in parties} == {None}


@pytest.mark.parametrize(
    ("heading", "home"),
    [
        ("Customs value hryvnias", "UA"),
        ("საბაჟო ღირებულება (ლარი)", "GE"),
        ("Там. стоимость, сом", "KG"),
        ("Statistička vrednost (RSD)", "RS"),
        ("Customs value EUR", None),  # of many countries
        ("Invoice value RUB", None),  # what a seller is paid in says nothing of the customs
    ],
)
def test_customs_values_in_a_countrys_money_tell_whose_customs_it_is(tmp_path, heading, home):
    head = HOME.format(heading).replace("Type", "Direction")
    _, _, parties, _ = read(tmp_path, head + home_rows("import", "CHINA", "IRAN", "CHINA", "SPAIN", last="100.50"))
    assert {row["importer"].country for row in parties} == {home}


def test_an_address_abroad_goes_before_the_country_of_the_customs(tmp_path):
    head = "Direction;Declaration no;Date;Exporter;Importer;Importer address;Export country;HS code;Customs value KZT\n"
    rows = "".join(
        f"import;D{n};2023-02-0{n};Alphawick Ltd;Betaford LLC;{where};CHINA;85423190;1{n}.50\n"
        for n, where in enumerate(
            ("Haifa, Israel", "Abaya 5, Almaty", "", "ul. Lenina 5, Sevastopol", "Tverskaya 1, Moscow"), start=1
        )
    )
    _, _, parties, _ = read(tmp_path, head + rows)
    assert [row["importer"].country for row in parties] == ["IL", "KZ", "KZ", None, None]


def test_a_number_that_follows_the_declarant_from_side_to_side_is_the_declarants(tmp_path):
    head = "Vrsta;Broj JCI;Datum;Pošiljalac;Primalac;PIB;Tarifna oznaka;Neto masa (kg)\n"
    ours = [("Alfavik doo", "103440187"), ("Betaford doo", "101220349"), ("Gamatron doo", "104415529")]
    rows = []
    for n in range(12):
        name, number = ours[n % 3]
        other = f"Elsewhere {'abcdefghijkl'[n]} GmbH"
        sides = (name, other) if n % 2 else (other, name)
        rows.append(f"{'EX' if n % 2 else 'IM'};{n};0{n % 9 + 1}.02.2023;{';'.join(sides)};{number};85423190;{n}1,5\n")
    reader, records, parties, _ = read(tmp_path, head + "".join(rows))
    assert set(records["direction"]) == {"import", "export"}
    for way, row in zip(records["direction"], parties, strict=True):
        mine, theirs = ("exporter", "importer") if way == "export" else ("importer", "exporter")
        assert row[mine].identifiers
        assert not row[theirs].identifiers
    assert any("whoever imports or exports" in note for note in reader.notes)


OURS = [
    ("Alfavik doo", "103440187", "2009-03-12"),
    ("Betaford doo", "101220349", "2022-04-04"),
    ("Gamatron doo", "104415529", "2022-04-04"),
    ("Deltarum doo", "100113345", "2015-10-21"),
    ("Epsilvan doo", "105551123", "1999-01-13"),
]


def of_both_ways(ways):
    """Declarations of five firms of one country, with the number and day of registration of each, and a broker, behind
    both sides; each partner once.
    """
    head = "Režim;Broj JCI;Datum;Pošiljalac;Primalac;PIB;Datum registracije firme;Deklarant;Tarifna oznaka;Neto masa\n"
    rows = []
    for n in range(40):
        name, number, day = OURS[n % 5]
        way, other = ways[n % len(ways)], f"Elsewhere {'abcdefghijkl'[n // 4]} {n} GmbH"
        sides = f"{name};{other}" if way == "EX 1" else f"{other};{name}"
        broker = ["Broker jedan doo", "Špedicija dva doo", "Zastupnik tri doo", "Alfavik doo"][n // 2 % 4]
        rows.append(f"{way};{n};0{n % 9 + 1}.02.2023;{sides};{number};{day};{broker};85423190;{n}1,5\n")
    return head + "".join(rows)


def test_number_and_day_of_registration_before_a_brokers_name_are_of_whoever_imports_or_exports(tmp_path):
    reader, records, parties, _ = read(tmp_path, of_both_ways(["EX 1", "IM 4"]))
    for way, row in zip(records["direction"], parties, strict=True):
        mine, theirs = ("exporter", "importer") if way == "export" else ("importer", "exporter")
        own = (row[mine].name, row[mine].identifiers[0][1], row[mine].incorporated_on)
        assert own in OURS
        assert row[theirs].incorporated_on is None
        assert not row[theirs].identifiers
    assert not any("is no number of" in note for note in reader.notes)


def test_of_imports_alone_they_are_the_importers(tmp_path):
    _, _, parties, _ = read(tmp_path, of_both_ways(["IM 4"]))
    assert {row["importer"].incorporated_on for row in parties} == {day for *_, day in OURS}
    assert {row["exporter"].incorporated_on for row in parties} == {None}


def test_a_number_that_is_nobodys_is_said_to_be_any_partys(tmp_path):
    text = of_both_ways(["EX 1", "IM 4"])
    for _, number, _ in OURS:
        text = text.replace(number, "103440187")
    reader, _, parties, _ = read(tmp_path, text)
    assert not any(party.identifiers for row in parties for party in row.values())
    (note,) = [note for note in reader.notes if "is no number of" in note]
    assert note.endswith("not used; where it is a party's, add --map PARTY_tax_id='PIB'")


def test_a_column_that_counts_the_rows_tells_no_lines_of_a_declaration_apart(tmp_path):
    head = "序号;报关单号;单据状态;申报日期;境内发货人代码;境内发货人;境外收货人;"
    head += "商品编号;商品名称;法定数量;法定单位;成交数量;成交单位\n"
    rows = [
        f"{n};D{n - (n == 30)};{'已修改' if n == 29 else '结关'};2023-02-01;9130{n:04d};虚构{n}有限公司;Nobody {n} LLC;"
        f"84821010;轴承;{n}5;千克;{n};个\n"
        for n in range(1, 31)
    ]
    rows[29] = rows[28].replace("29;D29;已修改", "30;D29;结关")
    _, records, parties, _ = read(tmp_path, head.replace(";", ",") + "".join(rows).replace(";", ","))
    assert records["status"].to_list() == [None] * 28 + ["amended", None]
    assert records["quantity"].to_list()[:2] == [1.0, 2.0]  # of the trade, with its unit
    assert set(records["unit"]) == {"个"}
    assert parties[0]["exporter"].name == "虚构1有限公司"
    assert parties[0]["exporter"].identifiers


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("境内发货人代码", "exporter_tax_id"),
        ("境外收货人编码", "importer_tax_id"),
        ("收货人海关编码", "importer_tax_id"),
        ("生产销售单位代码", "manufacturer_tax_id"),
        ("生产销售单位", "manufacturer_name"),
        ("海关编码", "hs_code"),
        ("Дата госрегистрации участника ВЭД", "domestic_incorporated"),
        ("Дата госрегистрации получателя", "importer_incorporated"),
        ("Дата регистрации", "date"),
        ("Iznos po fakturi", "value"),
        ("Kwota wg faktury", "value"),
        ("Вартість за інвойсом", "value"),
        ("Vrsta JCI", "direction"),
        ("Vrsta postupka", "procedure"),
        ("最终目的国(地区)", "destination"),
    ],
)
def test_headings_with_their_siblings(heading, role):
    guess = understand(heading)
    assert guess
    assert guess.role == role


def test_a_lone_country_behind_the_consignees_address_is_the_consignees():
    head = ["EXPORTER", "ADDRESS", "CONSIGNEE NAME", "CONSIGNEE ADDRESS", "COUNTRY", "HS CODE"]
    assert layout(head, []).columns["importer_country"][0].heading == "COUNTRY"
    assert "partner" in layout([*head, "DIRECTION"], []).columns
    assert "partner" in layout(["COUNTRY", "EXPORTER", "CONSIGNEE NAME", "HS CODE"], []).columns


@pytest.mark.parametrize(("steady", "country"), [(True, "TR"), (False, None)])
def test_the_senders_country_is_the_senders_where_each_sender_has_one(tmp_path, steady, country):
    head = "Broj JCI;Datum;Pošiljalac;Zemlja pošiljaoca;Primalac;Tarifna oznaka;Neto masa (kg)\n"
    rows = "".join(
        f"D{n};0{n}.02.2023;Alphawick Ltd;{'TR' if steady or n % 2 else 'CN'};Betaford doo;85423190;1{n},5\n"
        for n in range(1, 10)
    )
    _, records, parties, _ = read(tmp_path, head + rows)
    assert records["dispatch"][0] == "TR"
    assert parties[0]["exporter"].country == country


def test_goods_counted_in_kilograms_weigh_that_where_no_column_gives_a_weight(tmp_path):
    head = "DATE,DECLARATION NO,EXPORTER,CONSIGNEE NAME,HS CODE,QUANTITY,UNIT\n"
    rows = "2023-02-01,1,Alphawick Ltd,Betaford LLC,85423190,{}\n"
    text = head + "".join(rows.format(each) for each in ("4000,KGS", "12,NOS", "3,MTS", "2,TON"))
    _, records, _, _ = read(tmp_path, text)
    assert records["net_kg"].to_list() == [4000.0, None, None, 2000.0]


def test_a_row_of_data_is_no_row_of_headings(tmp_path):
    row = "2023-02-0{0},100{0},Alphawick Ltd,Betaford LLC,85423190,USD,SEA,KGS,{0}00.50,{0}.25\n"
    with pytest.raises(InputError, match="no header found"):
        read(tmp_path, "".join(row.format(n) for n in range(1, 9)))


@pytest.mark.parametrize(
    ("cell", "mark"), [("3065.000", "."), ("3065,000", ","), ("465.900", None), ("3.065.000", ",")]
)
def test_four_digits_before_the_mark_show_that_it_groups_no_thousands(cell, mark):
    assert values.decimal_mark([cell]) == mark


@pytest.mark.parametrize(("cell", "value"), [("１２．５", 12.5), ("１，２００．５０", 1200.5)])
def test_full_width_marks_are_marks(cell, value):
    assert values.number(cell) == value


def test_a_formula_that_keeps_a_text_as_text_is_that_text(tmp_path):
    head = "DECLARATION NO,DATE,EXPORTER,CONSIGNEE NAME,HS CODE,NET WEIGHT KG\n"
    row = (
        '="007","2023-02-01","=""Alphawick Ltd""","=HYPERLINK(""http://x.example"",""Betaford LLC"")",="0902300000",5\n'
    )
    _, records, parties, _ = read(tmp_path, head + row)
    assert records.select("declaration", "hs_code", "net_kg").rows() == [("007", "0902300000", 5.0)]
    assert (parties[0]["exporter"].name, parties[0]["importer"].name) == ("Alphawick Ltd", "Betaford LLC")


def test_formulas_without_results_among_numbers_are_told_of(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Declaration no", "Date", "Exporter", "Importer", "HS code", "Net weight kg"])
    for n in range(1, 5):
        net = "=2*3" if n == 2 else n
        book.active.append([f"D{n}", f"2023-02-0{n}", "Alphawick Ltd", "Betaford LLC", "85423190", net])
    book.save(tmp_path / "book.xlsx")
    reader, records, _, _ = read_file(tmp_path / "book.xlsx")
    assert records["net_kg"].to_list() == [1.0, None, 3.0, 4.0]
    assert any("holds 1 formulas in its first 4 rows without their results" in note for note in reader.notes)


def test_lines_that_a_stray_quotation_mark_makes_one_row_are_named_where_it_is_rejected(tmp_path):
    text = HEAD + LINE.replace("Alphawick", '"Alphawick') + LINE.replace("Betaford LLC", '"Betaford LLC"') + LINE
    *_, rejects = read(tmp_path, text)
    assert [row["line"] for row in rejects] == [2]
    assert "lines 2 to 3 are one row by a quotation mark" in rejects[0]["reason"]


@pytest.mark.parametrize(("day", "edition"), [("2021-12-31", "HS2017"), ("2022-02-01", None), ("2022-04-01", "HS2022")])
def test_the_edition_is_left_open_until_later_tariffs_had_it_too(tmp_path, day, edition):
    _, records, _, _ = read(tmp_path, HEAD + LINE.replace("2023-02-01", day))
    assert records["hs_edition"].to_list() == [edition]


def test_zero_bytes_late_in_a_file_are_no_part_of_a_name_and_early_ones_are_refused_with_their_line(tmp_path):
    late = HEAD + LINE * 2_000 + LINE.replace("Alpha", "Al\0pha").replace("D1", "D2")
    _, _, parties, _ = read(tmp_path, late)
    assert parties[-1]["exporter"].name == "Alphawick Ltd"
    with pytest.raises(InputError, match="zero bytes, the first in line 2"):
        read(tmp_path, HEAD + LINE.replace("Alpha", "Al\0pha"))


WAYS = "Direction;Exporter;Importer;HS code;Country of destination\n"


def ways(*destinations):
    return WAYS + "".join(f"import;Betaford Ltd;Firma {n};848210;{to}\n" for n, to in enumerate(destinations))


def test_the_country_that_all_imports_go_to_is_that_of_the_customs_and_of_its_importers(tmp_path):
    _, _, parties, _ = read(tmp_path, ways(*["Tajikistan"] * 24))
    assert {(each["importer"].country, each["exporter"].country) for each in parties} == {("TJ", None)}


@pytest.mark.parametrize("destinations", [["Tajikistan"] * 5, ["Tajikistan"] * 20 + ["Turkey"] * 4])
def test_few_imports_or_such_into_several_countries_tell_of_no_customs(tmp_path, destinations):
    _, _, parties, _ = read(tmp_path, ways(*destinations))
    assert {each["importer"].country for each in parties} == {None}


def test_exports_from_another_country_than_imports_go_to_tell_of_no_customs(tmp_path):
    heads = "Direction;Exporter;Importer;HS code;Country of dispatch;Country of destination\n"
    into = "".join(f"import;Betaford Ltd;Firma {n};848210;China;Tajikistan\n" for n in range(24))
    out = "".join(f"export;Firma {n};Betaford Ltd;848210;Turkey;Russia\n" for n in range(24))
    _, _, parties, _ = read(tmp_path, heads + into + out)
    assert {party.country for each in parties for party in each.values()} == {None}


def test_numbers_of_rows_are_no_items_though_a_row_stands_there_twice(tmp_path):
    rows = [f"{n};D{n};2023-02-01;Alphawick Ltd;Betaford LLC;85423190;10;500\n" for n in range(1, 41)]
    reader, records, _, _ = read(tmp_path, "Item;" + HEAD + "".join(rows) + rows[-1])
    assert records["item"].null_count() == records.height
    assert all("item" not in columns for columns in reader.mappings.values())


@pytest.mark.parametrize(
    ("start", "end"), [("From / откуда", "To / куда"), ("Откуда", "Куда"), ("Звідки", "Куди"), ("Nereden", "Nereye")]
)
def test_from_and_to_by_themselves_are_the_two_ends_of_the_way(tmp_path, start, end):
    head = f"Job No;Date;Shipper;Consignee;{start};{end};HS;Cargo;Net wt\n"
    line = "1;2023-02-01;Alphawick Ltd;Betaford LLC;Китай;Кыргызстан;853952;Lamps;70\n"
    _, records, _, _ = read(tmp_path, head + line)
    assert records.select("dispatch", "destination").rows() == [("CN", "KG")]


def test_a_date_from_and_to_are_no_ends_of_the_way(tmp_path):
    head = "Job No;Date;Shipper;Consignee;From / до;To / куда;HS;Cargo;Net wt\n"
    line = "1;2023-02-01;Alphawick Ltd;Betaford LLC;Китай;Кыргызстан;853952;Lamps;70\n"
    _, records, _, _ = read(tmp_path, head + line)
    assert records.select("dispatch", "destination").rows() == [(None, "KG")]


def test_a_column_headed_as_a_ship_that_holds_imo_numbers_is_that_of_its_numbers(tmp_path):
    head = "BOL_NBR;SHIPPER;CNEE;HS_CD;VSL_NAME;VSL_IMO\n"
    lines = "".join(f"B{n};Alphawick Ltd;Betaford LLC;85423190;MV SAMPLE {n};907472{n}\n" for n in range(5))
    _, records, _, _ = read(tmp_path, head + lines)
    assert records["imo"].to_list() == [f"907472{n}" for n in range(5)]
    assert records["vessel"].to_list() == [f"MV SAMPLE {n}" for n in range(5)]


def test_a_column_of_ships_with_their_numbers_behind_stays_one_of_ships(tmp_path):
    head = "BOL_NBR;SHIPPER;CNEE;HS_CD;Vessel / IMO\n"
    lines = "".join(f"B{n};Alphawick Ltd;Betaford LLC;85423190;SAMPLE {n} (IMO 9074729)\n" for n in range(5))
    _, records, _, _ = read(tmp_path, head + lines)
    assert records["vessel"].to_list() == [f"SAMPLE {n} (IMO 9074729)" for n in range(5)]


def test_packages_are_the_quantity_of_a_bill_of_lading_that_gives_no_other(tmp_path):
    head = "BOL_NBR;SHIPPER;CNEE;HS_CD;PKG_QTY;PKG_UNIT\n"
    _, records, _, _ = read(tmp_path, head + "B1;Alphawick Ltd;Betaford LLC;85423190;1800;PCS\n")
    assert records.select("quantity", "unit").rows() == [(1800.0, "PCS")]


@pytest.mark.parametrize(
    ("heads", "cells", "quantity"),
    [
        ("PKG_QTY;PKG_UNIT;QTY", "7;CTN;1800", 1800.0),
        ("PKG_QTY;QTY;UNIT", "7;1800;PCS", 1800.0),
        ("PKG_QTY;Marks;Seal", "7;A;B", None),
    ],
)
def test_packages_are_no_quantity_beside_one_or_without_their_unit(tmp_path, heads, cells, quantity):
    text = f"BOL_NBR;SHIPPER;CNEE;HS_CD;{heads}\nB1;Alphawick Ltd;Betaford LLC;85423190;{cells}\n"
    _, records, _, _ = read(tmp_path, text)
    assert records["quantity"].to_list() == [quantity]


def test_a_date_of_registration_before_all_parties_is_of_the_record(tmp_path):
    head = "Статнысан №;Тіркелген күні;Жіберуші;Алушы;СЭҚ ТН коды\n"
    _, records, parties, _ = read(tmp_path, head + "1;12.03.2023;Alphawick ЖШС;Betaford LLC;8482109001\n")
    assert str(records["date"][0]) == "2023-03-12"
    assert parties[0]["exporter"].incorporated_on is None


def test_behind_a_party_beside_another_date_it_is_when_the_party_was_founded(tmp_path):
    head = "Күні;Жіберуші;Алушы;Тіркелген күні;СЭҚ ТН коды\n"
    _, records, parties, _ = read(tmp_path, head + "12.03.2023;Alphawick ЖШС;Betaford LLC;01.02.2022;8482109001\n")
    assert str(records["date"][0]) == "2023-03-12"
    assert parties[0]["importer"].incorporated_on == "2022-02-01"


@pytest.mark.parametrize(
    ("cells", "said"), [(["40", "10", "53", "40"], "temporary import"), (["5", "12", "3", "7"], None)]
)
def test_a_heading_cut_short_is_the_procedure_where_all_cells_are_and_else_a_per_cent(tmp_path, cells, said):
    lines = "".join(f"D{n};Alphawick Ltd;Betaford LLC;85423190;{cell}\n" for n, cell in enumerate(cells))
    _, records, _, _ = read(tmp_path, "Declaration no;Exporter;Importer;HS code;Проц.\n" + lines)
    assert records["procedure"][2] == said


def test_where_a_country_is_said_to_be_sent_from_by_one_word_it_is_the_country_of_dispatch(tmp_path):
    head = "T/r;Sana;Jo'natuvchi;Қабул қилувчи;ТИФ ТН коди;Kelib chiqish;Жўнатилган;O'lch.;Soni\n"
    _, records, _, _ = read(
        tmp_path, head + "1;12.03.2023;Alphawick;Betaford MChJ;8482109001;Koreya Resp.;ХИТОЙ;dona;8\n"
    )
    assert records.select("origin", "dispatch", "unit").rows() == [("KR", "CN", "dona")]


def test_a_foreign_firm_at_home_has_no_number_of_the_country_in_the_heading(tmp_path):
    head = "Дата;Отправитель;Получатель;БИН получателя;Адрес получателя;ТН ВЭД\n"
    line = "12.03.2023;Alphawick ТОО;Betaford {n};{number};{address};8482109001\n"
    text = line.format(n=1, number="5565619144", address="г. Омск, ул. Образцовая, 18")
    text += line.format(n=2, number="150440815055", address="г. Тараз, ул. Образцовая, 33")
    _, _, parties, _ = read(tmp_path, head + text)
    assert [each["importer"].country for each in parties] == [None, "KZ"]
