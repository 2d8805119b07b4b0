"""Customs tables that name a declarant's side and a foreign one, and numbers that do not say whose they are."""

from __future__ import annotations

import polars as pl
import pytest

from screening.errors import InputError
from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import ROLES, understand
from screening.intake.customs_layout import layout
from screening.intake.customs_roles import heading_roles


def read(tmp_path, text, mapping=(), name="table.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    reader = CustomsReader([str(tmp_path / name)], mapping)
    batches = list(reader.batches())
    records = pl.concat([batch.records for batch in batches])
    links = pl.concat([batch.links for batch in batches])
    return reader, records, links


def parties(reader, records, links):
    """Role and name of each party, row by row."""
    rows = dict(zip(records["record_id"], range(records.height), strict=True))
    found = [{} for _ in rows]
    for record, role, party in links.select("record_id", "role", "party").iter_rows():
        found[rows[record]].setdefault(role, []).append(reader.book.parties[party].name)
    return found


EMIRATI = (
    "B/E No.;B/E Date;Dec. Type;Importer / Exporter Name;TRN;Foreign Party (Supplier/Buyer);Foreign Party Address;"
    "Exit/Entry Country;H.S. Code;Goods Description\n"
    "1;12-Jan-21;IMPORT FOR HOME USE;DUNEHOPPER LLC;100988907367355;Yaokelan Co;Shenzhen;China;8517.62.00;ROUTERS\n"
    "2;13-Jan-21;RE-EXPORT;DUNEHOPPER LLC;100988907367355;Muttrah Souk;Muscat;Oman;8517.62.00;ROUTERS\n"
    "3;14-Jan-21;EXPORT;OUDLINE LLC;100464978974316;Grassefleur SA;Grasse;France;3303.00.10;PERFUMES\n"
)


def test_each_row_tells_which_side_sold_and_which_bought(tmp_path):
    reader, records, links = read(tmp_path, EMIRATI)
    assert parties(reader, records, links) == [
        {"exporter": ["Yaokelan Co"], "importer": ["DUNEHOPPER LLC"]},
        {"exporter": ["DUNEHOPPER LLC"], "importer": ["Muttrah Souk"]},
        {"exporter": ["OUDLINE LLC"], "importer": ["Grassefleur SA"]},
    ]
    assert records["dispatch"].to_list() == ["CN", None, None]
    assert records["destination"].to_list() == [None, "OM", "FR"]
    assert records["declaration"].to_list() == ["1", "2", "3"]
    domestic = next(party for party in reader.book.parties if party.name == "DUNEHOPPER LLC")
    assert domestic.identifiers == (("TRN", "100988907367355", "AE"),)
    assert next(party for party in reader.book.parties if party.name == "Yaokelan Co").address == "Shenzhen"


def test_a_row_without_a_direction_has_trading_parties_and_says_so(tmp_path):
    reader, records, links = read(tmp_path, EMIRATI.replace("RE-EXPORT", ""))
    assert parties(reader, records, links)[1] == {"trading_party": ["DUNEHOPPER LLC", "Muttrah Souk"]}
    said = "neither import nor export is said: who sold and who bought is not told"
    assert records["notes"].to_list() == [[], [said], []]
    assert any(said in note for note in reader.notes)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Importer / Exporter Name", "domestic_name"),
        ("Импортер/экспортер", "domestic_name"),
        ("İthalatçı / İhracatçı", "domestic_name"),
        ("Importador/Exportador", "domestic_name"),
        ("Importateur ou exportateur", "domestic_name"),
        ("出口商/进口商", "domestic_name"),
        ("ИНН импортера/экспортера", "domestic_tax_id"),
        ("Дата гос. регистрации участника ВЭД", "domestic_incorporated"),
        ("Foreign Party (Supplier/Buyer)", "foreign_name"),
        ("Поставщик/покупатель", "foreign_name"),
        ("Empresa extranjera", "foreign_name"),
        ("Foreign party (buyer)", "buyer_name"),
        ("Tên doanh nghiệp XK", "exporter_name"),
        ("Tên doanh nghiệp NK", "importer_name"),
        ("Tên đối tác NK", "importer_name"),
        ("Отправитель/Экспортер", "exporter_name"),
        ("Exit/Entry Country", "partner"),
        ("Страна отправления/назначения", "partner"),
        ("TRN", "own_tax_id"),
        ("S/B NO", "declaration"),
        ("B/E No.", "declaration"),
        ("S/B DT", "date"),
        ("Porto de Descarga", "delivery_place"),
        ("Cảng dỡ hàng", "delivery_place"),
        ("Puerto de descarga", "delivery_place"),
    ],
)
def test_headings_of_both_ways_name_a_side(heading, role):
    assert understand(heading).role == role


def test_a_vietnamese_table_of_exports_names_who_sold_and_who_bought():
    shape = layout(
        ["Mã số thuế DN", "Tên doanh nghiệp XK", "Địa chỉ DN", "Tên đối tác NK", "Địa chỉ đối tác", "Mã HS"], []
    )
    assert [*shape.columns] == [
        *("exporter_tax_id", "exporter_name", "exporter_address", "importer_name", "importer_address", "hs_code")
    ]


def test_a_foundation_of_the_participant_is_the_declarants_sides(tmp_path):
    head = "Тип;Отправитель;Получатель;Дата гос. регистрации участника ВЭД РК;Код ТН ВЭД\n"
    rows = "ИМ 40;Wuxi Ltd;ТОО Торгай;06.05.2009;8482109001\nЭК 10;ТОО Есіл;Nonvoy;02.02.2005;1101001500\n"
    reader, _, _ = read(tmp_path, head + rows * 2)
    founded = {party.name: party.incorporated_on for party in reader.book.parties}
    assert founded == {"Wuxi Ltd": None, "ТОО Торгай": "2009-05-06", "ТОО Есіл": "2005-02-02", "Nonvoy": None}


def test_a_table_that_names_neither_seller_nor_buyer_says_so_first(tmp_path):
    reader, _, _ = read(tmp_path, "Date;Declarant;Wer verkauft;HS code\n2023-01-13;Broker Ltd;Acme;85423190\n")
    assert any("no column names who sold or who bought: 'Wer verkauft'" in note for note in reader.notes)
    assert any("--map exporter=COLUMN" in note for note in reader.notes)
    _, _, _, shape, _ = next(iter(reader.shown()))
    assert "no column names who sold" in shape.notes[0]
    mapped, _, _ = read(
        tmp_path,
        "Date;Declarant;Wer verkauft;HS code\n2023-01-13;Broker Ltd;Acme;85423190\n",
        ["exporter=Wer verkauft"],
    )
    assert not any("no column names" in note for note in mapped.notes)


FIRMS = ["TARANGAM MICRO PVT LTD", "VIRANTIKA SEMICON LTD", "GULMARVA TEXSTYLE"]
BUYERS = ["TAMPINES PTE", "LINDENBERGER GMBH", "ORBELA OOO", "RAWNAQA LLC"]


def indian(numbers=("1253752461", "0696981587", "7288895451"), head="SB Ref,SELLER NAME,IEC CODE,BUYER NAME,RITC"):
    rows = [f"{n},{FIRMS[n % 3]},{numbers[n % 3]},{BUYERS[n % 4]},85423900" for n in range(24)]
    return head + "\n" + "\n".join(rows) + "\n"


def test_a_number_belongs_to_the_party_whose_names_go_with_it(tmp_path):
    reader, _, _ = read(tmp_path, indian())
    told = {party.name: party.identifiers for party in reader.book.parties}
    assert told["TARANGAM MICRO PVT LTD"] == (("IEC", "1253752461", "IN"),)
    assert not any(told[name] for name in BUYERS)


def test_one_number_beside_many_different_names_is_the_other_sides_or_nobodys(tmp_path):
    reader, _, _ = read(tmp_path, indian(head="Ref,SELLER NAME,BUYER TAX ID,BUYER NAME,RITC"))
    told = {party.name: party.identifiers for party in reader.book.parties}
    assert told["VIRANTIKA SEMICON LTD"]
    assert not any(told[name] for name in BUYERS)
    assert any("taken for the exporter's" in note for note in reader.notes)
    same = indian(("1253752461",) * 3, "Ref,SELLER NAME,BUYER TAX ID,BUYER NAME,RITC")
    reader, _, _ = read(tmp_path, same, name="same.csv")
    assert not any(party.identifiers for party in reader.book.parties)
    assert any("no number of the importer's own: 1253752461 alone stands with" in note for note in reader.notes)
    reader, _, _ = read(tmp_path, same, ["importer_tax_id=BUYER TAX ID"], name="same.csv")
    assert any(party.identifiers for party in reader.book.parties)


def test_a_number_that_some_names_share_makes_no_one_party_of_them(tmp_path):
    rows = [f"Seller Ltd,{1000000000 + n},Firm{chr(97 + n) * 6},85423900" for n in range(20)]
    rows += [f"Seller Ltd,7707083893,{name},85423900" for name in BUYERS]
    reader, _, _ = read(tmp_path, "Exporter,Importer INN,Importer,HS code\n" + "\n".join(rows) + "\n")
    shared = [party for party in reader.book.parties if party.name in BUYERS]
    assert len({party.subject_id for party in shared}) == len(BUYERS)
    assert all(party.identifiers[0][1] == "7707083893" for party in shared)
    assert any("7707083893 stands with names that have nothing in common" in note for note in reader.notes)


def test_spellings_of_one_name_share_their_number_as_one_party(tmp_path):
    spelt = ["ROMASHKA LLC", "OOO Romashka", "ООО РОМАШКА", "ROMASHCKA"]
    rows = [f"Seller Ltd,7707083893,{name},85423900" for name in spelt * 3]
    reader, _, _ = read(tmp_path, "Exporter,Importer INN,Importer,HS code\n" + "\n".join(rows) + "\n")
    assert len({party.subject_id for party in reader.book.parties if party.name in spelt}) == 1


def test_a_bill_of_entry_is_one_of_imports_only_where_no_column_says_export(tmp_path):
    _, records, _ = read(tmp_path, "S/B NO;Exporter;Foreign Buyer;HS code\n1;Acme;Beta;85423190\n")
    assert records["direction"].to_list() == ["export"]
    _, records, _ = read(tmp_path, EMIRATI)
    assert records["direction"].to_list() == ["import", "export", "export"]


@pytest.mark.parametrize(("way", "meant"), [("ИМ 40", "import"), ("ЭК 10", "export")])
def test_a_direction_with_its_code_is_told_by_its_contents_on_every_sheet(tmp_path, way, meant):
    rows = f"{way};Acme Ltd;Beta;8482109001\n" * 5
    _, records, _ = read(tmp_path, "Тип;Отправитель;Получатель;Код ТН ВЭД\n" + rows)
    assert set(records["direction"]) == {meant}


def test_terms_of_delivery_are_told_by_their_contents(tmp_path):
    rows = "".join(f"Acme;Beta;84821010;{term}\n" for term in ("FOB", "CPT", "CPT Moskova", "FOB", "CIF"))
    _, records, _ = read(tmp_path, "Gönderici;Alıcı;GTİP;Teslim\n" + rows)
    assert records["incoterm"].to_list() == ["FOB", "CPT", "CPT", "FOB", "CIF"]
    assert records["delivery_place"].to_list()[2] == "Moskova"


@pytest.mark.parametrize(
    "head",
    [
        "Data de Embarque;Exportador;Importador;NCM;Descrição",
        "Fecha;Exportador;Importador;Partida arancelaria;Descripción",
        "Дата;Отправитель;Получатель;Код ТН ВЭД;Описание",
        "Tarih;İhracatçı;İthalatçı;GTİP;Tanım",
        "Date;Exportateur;Importateur;Code SH;Désignation",
    ],
)
def test_the_language_of_the_headings_settles_day_before_month(tmp_path, head):
    reader, records, _ = read(tmp_path, f"{head}\n01/02/2023;Acme;Beta;85423190;X\n05/03/2023;Acme;Beta;85423190;X\n")
    assert records["date"].cast(pl.String).to_list() == ["2023-02-01", "2023-03-05"]
    assert any("day first is taken, as the language of the headings writes it" in note for note in reader.notes)


def test_english_headings_leave_day_and_month_open_and_contents_go_before_the_language(tmp_path):
    rows = "01/02/2023;Acme;Beta;85423190;X\n05/03/2023;Acme;Beta;85423190;X\n"
    _, records, _ = read(tmp_path, "Date;Exporter;Importer;HS code;Description\n" + rows)
    assert records["date"].to_list() == [None, None]
    rows += "03/25/2023;Acme;Beta;85423190;X\n"
    _, records, _ = read(tmp_path, "Fecha;Exportador;Importador;Partida arancelaria;Descripción\n" + rows)
    assert records["date"].cast(pl.String).to_list() == ["2023-01-02", "2023-05-03", "2023-03-25"]


def test_sides_can_be_named_by_mapping(tmp_path):
    text = "Way;Ours;Theirs;HS code\nimport;Acme;Beta;85423190\nexport;Acme;Beta;85423190\n"
    reader, records, links = read(tmp_path, text, ["domestic=Ours", "foreign=Theirs", "direction=Way"])
    assert [each["exporter"] for each in parties(reader, records, links)] == [["Beta"], ["Acme"]]
    with pytest.raises(InputError, match=r"unknown role 'inland'.*_\{name, tax_id, address, "):
        CustomsReader([str(tmp_path / "table.csv")], ["inland=Ours"])


def test_one_column_of_makers_and_users_is_told_by_each_rows_direction(tmp_path):
    text = (
        "报关单号,进出口,境内收发货人,境外收发货人,生产销售/消费使用单位,商品编号,总价,币制\n"
        "1,出口,虚构贸易有限公司,Alphawick Ltd,虚构轴承厂,8482102000,500,美元\n"
        "2,进口,虚构贸易有限公司,Alphawick Ltd,虚构机床厂,8458110090,900,美元\n"
    )
    reader, records, links = read(tmp_path, text)
    made, used = parties(reader, records, links)
    assert made["manufacturer"] == ["虚构轴承厂"]
    assert used["importer"] == ["虚构贸易有限公司", "虚构机床厂"]  # who uses imports is an importer too
    assert "manufacturer" not in used


def test_a_number_of_another_countrys_shape_does_not_make_its_firm_ours(tmp_path):
    text = "Декларация;Дата;Отправитель;БИН/ИНН отправителя;Получатель;БИН/ИНН получателя;Код ТН ВЭД\n" + (
        "D1;2023-02-01;ТОО Альфавик;051240003452;ООО Бетафорд;7707083893;8542319000\n"
    )
    reader, _, _ = read(tmp_path, text)
    assert {party.name: party.country for party in reader.book.parties}["ООО Бетафорд"] != "KZ"


def test_an_unknown_role_is_answered_by_all_there_are_said_once(tmp_path):
    (tmp_path / "table.csv").write_text("Exporter;HS code\nA;85423190\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        CustomsReader([str(tmp_path / "table.csv")], ["nosuch=Exporter"])
    said = raised.value.remedy.removeprefix("The roles are ")
    alone, _, grouped = said.partition(", {")
    parties_, fields = (part.strip("{}").split(", ") for part in grouped.split("}_{"))
    every = [*alone.split(", "), *(f"{party}_{field}" for party in parties_ for field in fields)]
    assert sorted(every) == sorted(ROLES)
    assert len(said) < 800


def test_a_column_of_days_is_told_though_some_are_mistyped_and_days_together_are_no_codes(tmp_path):
    head = "Exporter;Importer;Tariff;Tag;Ref\n"
    days = ["31.12.2023", "15.03.2024", "32.13.2024", "16.03.2024", "17.03.2024", "18.03.2024", "19.03.2024"]
    rows = "".join(f"Acme {n};Beta;85423190;{day};2022040{n + 1}\n" for n, day in enumerate(days))
    reader, records, _ = read(tmp_path, head + rows)
    assert records["date"].cast(pl.String).to_list()[:2] == ["2023-12-31", "2024-03-15"]
    assert records["date"].null_count() == 1
    assert any("'Tag' is taken for date" in note for note in reader.notes)
    _, records, _ = read(tmp_path, "Exporter;Importer;Ref\n" + "".join(f"A{n};B;2022040{n + 1}\n" for n in range(7)))
    assert records["hs_code"].null_count() == 7


def test_a_consignee_who_is_the_buyer_by_its_heading_stays_so_beside_another_name_of_it(tmp_path):
    text = (
        "报关单号;经营单位;境外收货人(采购商);采购商中文名;采购商地址;海关编码\n"
        "1;Velgor Ltd;Sornim LLC;索尔尼姆公司;Almaty, Abay 1;8542310000\n"
    )
    reader, records, links = read(tmp_path, text)
    assert parties(reader, records, links)[0]["importer"] == ["Sornim LLC", "索尔尼姆公司"]
    (buyer,) = [each for each in reader.book.parties if each.name == "Sornim LLC"]
    assert buyer.address == "Almaty, Abay 1"


@pytest.mark.parametrize(
    ("heads", "role"),
    [
        (["境外收货人(采购商)", "采购商中文名"], "importer_name"),
        (["Consignee (Importer)", "Importer name (English)"], "importer_name"),
        (["境外收货人", "进口商"], "ship_to_name"),
        (["Consignee", "Importer"], "ship_to_name"),
    ],
)
def test_a_consignee_beside_an_importer_is_one_to_ship_to_unless_its_heading_names_it_so(heads, role):
    assert heading_roles(heads)[0] == role


def test_a_consignee_called_importer_beside_an_importer_is_whom_goods_are_sent_to(tmp_path):
    text = "Date;Exporter;Importer;Consignee (Importer);HS code\n"
    text += "".join(f"2023-01-0{n};Alfa;Velgor {n};Dalkin {n};848210\n" for n in range(1, 6))
    reader, records, links = read(tmp_path, text)
    assert parties(reader, records, links)[0]["importer"] == ["Velgor 1", "Dalkin 1"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Qabul qiluvchi davlat roʻyxatidan oʻtgan sana", "importer_incorporated"),
        ("Қабул қилувчи давлат рўйхатидан ўтган санаси", "importer_incorporated"),
        ("Qabul qiluvchi davlat", "destination"),
        ("Qabul qiluvchi davlati", "importer_country"),
        ("Roʻyxatga olingan sana", "date"),
    ],
)
def test_a_day_of_state_registration_is_no_country_of_the_party_before_it(heading, role):
    guess = understand(heading)
    assert guess is not None
    assert guess.role == role


def test_a_final_destination_goes_before_the_country_of_arrival(tmp_path):
    text = (
        "报关单号;经营单位;境外收货人;运抵国(地区);最终目的国;海关编码\n1;Velgor;Sornim;哈萨克斯坦;俄罗斯;8542310000\n"
    )
    _, records, _ = read(tmp_path, text + "2;Velgor;Sornim;哈萨克斯坦;;8542310000\n")
    assert records["destination"].to_list() == ["RU", "KZ"]


def test_specifications_are_read_behind_the_name_of_the_good_though_they_are_codes(tmp_path):
    text = "报关单号;经营单位;境外收货人;商品名称;规格型号;海关编码\n1;Velgor;Sornim;功率晶体管;IRFP460;8541290000\n"
    _, records, _ = read(tmp_path, text + "2;Velgor;Sornim;处理器;STM32H743VIT6;8542311900\n")
    assert ["IRFP460" in each for each in records["description"]] == [True, False]
    assert records["description"][1].startswith("处理器")
    assert records["description"][1].endswith("STM32H743VIT6")


def test_another_column_of_codes_is_no_description_beside_one_in_words(tmp_path):
    text = "Exporter;Importer;Ürün Kodu;Ürün Açıklaması;HS code\nVelgor;Sornim;IRFP460;transistor;8541290000\n"
    _, records, _ = read(tmp_path, text)
    assert records["description"].to_list() == ["transistor"]


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (
            ["境外收货人(采购商)", "采购商中文名", "采购商地址", "采购商电话"],
            ["importer_name", "importer_name", "importer_address", "importer_phone"],
        ),
        (
            ["Consignee (Buyer)", "Buyer name (Chinese)", "Buyer address"],
            ["importer_name", "importer_name", "importer_address"],
        ),
        (["Consignee (Importer)", "Importer English name"], ["importer_name", "importer_name"]),
        (["Получатель (покупатель)", "Адрес покупателя"], ["importer_name", "importer_address"]),
        # another column has the party in brackets
        (
            ["Importer", "Consignee (Importer)", "Importer address"],
            ["importer_name", "ship_to_name", "importer_address"],
        ),
        (["Importer", "Consignee (Buyer)", "Buyer address"], ["importer_name", "ship_to_name", "ship_to_address"]),
        (
            ["Buyer", "Consignee (Buyer)", "Buyer phone"],
            ["contract_holder_name", "importer_name", "contract_holder_phone"],
        ),
        # no brackets say that they are one
        (["Consignee", "Importer name (English)"], ["ship_to_name", "importer_name"]),
    ],
)
def test_what_is_said_of_the_party_in_a_headings_brackets_is_of_that_column(heads, roles):
    assert list(heading_roles(["Exporter", *heads]).values()) == ["exporter_name", *roles]


def test_the_chinese_name_of_a_buyer_named_in_brackets_is_another_name_of_the_party(tmp_path):
    text = (
        "出口日期,经营单位(出口商),境外收货人(采购商),采购商中文名,采购商地址,海关编码,商品名称\n"
        "2023-01-02,某某有限公司,VELGOR LLC,北风公司,Osh,848210,轴承\n"
        "2023-01-03,某某有限公司,,北风公司,Osh,848210,轴承\n"
    )
    one, two = parties(*read(tmp_path, text))
    assert sorted(one["importer"]) == ["VELGOR LLC", "北风公司"]
    assert two["importer"] == ["北风公司"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Qabul qiluvchi davlat roʻyxatidan oʻtgan sana", "importer_incorporated"),
        ("Qabul qiluvchi davlat roʻyxatidan oʻtgan sanasi", "importer_incorporated"),
        ("Қабул қилувчи давлат рўйхатидан ўтган сана", "importer_incorporated"),
        ("Importyor davlat roʻyxatiga olingan sana", "importer_incorporated"),
        ("Qabul qiluvchi davlat", "destination"),
        ("Qabul qiluvchi davlati", "importer_country"),
        ("INVOICE_VALUE_IN_FC", "value"),
    ],
)
def test_a_longer_attribute_behind_a_party_goes_before_a_shorter_phrase_over_both(heading, role):
    assert understand(heading).role == role
