"""Ports and airports: the countries they are in, and what they say of the way of the goods."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from screening.intake import customs_wording as wording
from screening.intake.customs import CustomsReader
from screening.intake.customs_ports import AIRPORT, LOCODE, airports, is_passed, of_port, passed, passing, reader
from screening.intake.customs_values import record_date
from screening.names.places import country_code


def records(tmp_path: Path, text: str):
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    (batch,) = CustomsReader([path]).batches()
    return batch.records


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("BUSAN, SOUTH KOREA", "KR"),
        ("Poti", "GE"),
        ("Новороссийск", "RU"),
        ("Yantian (Shenzhen)", "CN"),
        ("PORT 7", None),
        ("DELHI AIR CARGO", "IN"),
        ("Mumbai Air Cargo Complex", "IN"),
        ("PORT OF HAMBURG", "DE"),
        ("порт Новороссийск", "RU"),
        ("Mersin Limanı", "TR"),
        ("上海港", "CN"),
        ("AIR CARGO", None),
        ("PORT OF SPAIN", None),
    ],
)
def test_a_port_is_in_the_country_it_names_or_that_of_its_town(cell: str, country: str | None) -> None:
    assert of_port(cell) == country


def test_codes_are_read_in_columns_of_codes_only() -> None:
    assert reader(AIRPORT)("CAN") == "CN"
    assert country_code("CAN") == "CA"
    assert reader(AIRPORT)("HKG-URC-FRU") == "CN"
    assert reader(AIRPORT)("HKG-DXB") is None
    assert reader(LOCODE)("CNSHA") == "CN"
    assert reader("")("PARIS") != "PA"


def test_every_airport_is_in_a_country() -> None:
    unknown = {country for country in airports().values() if not country_code(country)}
    assert unknown <= {"XK"}


AIR = "HAWB,Flight date,Shipper,Consignee,Origin,Routing,Dest,Gross weight,KL,Goods\n"


def test_airports_of_a_waybill_tell_where_goods_are_sent_and_pass_and_no_origin(tmp_path: Path) -> None:
    found = records(
        tmp_path,
        AIR
        + "H1,2023-01-02,A LTD,B LLC,HKG,HKG-URC-FRU,FRU,10,K,ROUTERS\n"
        + "H2,2023-01-03,A LTD,C LLC,CAN,CAN-DXB,DXB,10,L,ROUTERS\n"
        + "H3,2023-01-04,A LTD,D LLC,CAN,CAN-IST-OVB,OVB,10,K,ROUTERS\n"
        + "H4,2023-01-05,A LTD,E LLC,HKG,HKG-ALA,ALA,10,K,ROUTERS\n",
    )
    assert found["dispatch"].to_list() == ["HK", "CN", "CN", "HK"]
    assert found["via"].to_list() == ["CN", None, "TR", None]
    assert found["destination"].to_list() == ["KG", "AE", "RU", "KZ"]
    assert found["origin"].to_list() == [None] * 4
    assert found["gross_kg"].round(3).to_list() == [10.0, 4.536, 10.0, 10.0]


def test_how_goods_go_is_no_airport_they_pass(tmp_path: Path) -> None:
    found = records(
        tmp_path,
        "Date,Exporter,Importer,Dispatch,Destination,Via,Goods\n"
        + "".join(
            f"2023-01-0{n},A LTD,B LLC,DE,KG,{way},ROUTERS\n"
            for n, way in enumerate(("AIR", "SEA", "RAI", "CAR", "TIR"), 1)
        ),
    )
    assert found["via"].to_list() == [None] * 5


def test_a_country_is_read_beside_a_column_of_airports(tmp_path: Path) -> None:
    found = records(
        tmp_path,
        "AWB,Date,Shipper,Consignee,Country of destination,Dest,Goods\n"
        "1,2023-01-02,A LTD,B LLC,Kyrgyzstan,DXB,ROUTERS\n2,2023-01-02,A LTD,B LLC,,ALA,ROUTERS\n"
        "3,2023-01-02,A LTD,B LLC,,OVB,ROUTERS\n4,2023-01-02,A LTD,B LLC,,FRU,ROUTERS\n"
        "5,2023-01-02,A LTD,B LLC,,TBS,ROUTERS\n",
    )
    assert found["destination"].to_list() == ["KG", "KZ", "RU", "KG", "GE"]


def test_a_town_alone_is_in_its_country(tmp_path: Path) -> None:
    found = records(
        tmp_path,
        "AWB,Date,Shipper,Consignee,Destination,Goods\n1,2023-01-02,A LTD,B LLC,Bishkek,ROUTERS\n"
        "1,2023-01-02,A LTD,B LLC,Алматы,ROUTERS\n",
    )
    assert found["destination"].to_list() == ["KG", "KZ"]


def test_countries_in_three_letters_stay_countries(tmp_path: Path) -> None:
    found = records(
        tmp_path,
        "Date,Exporter,Importer,Origin,Destination,Goods\n"
        "2023-01-02,A LTD,B LLC,CAN,KAZ,ROUTERS\n2023-01-02,A LTD,B LLC,HKG,RUS,ROUTERS\n"
        "2023-01-02,A LTD,B LLC,CHN,ARE,ROUTERS\n2023-01-02,A LTD,B LLC,DEU,KGZ,ROUTERS\n",
    )
    assert found["origin"].to_list() == ["CA", "HK", "CN", "DE"]
    assert found["destination"].to_list() == ["KZ", "RU", "AE", "KG"]


SEA = "B/L no,B/L date,Shipper,Consignee,Port of loading,Port of discharge,Final destination,Goods\n"


def test_ports_say_what_no_country_says_and_a_port_of_a_third_country_is_passed(tmp_path: Path) -> None:
    found = records(
        tmp_path,
        SEA
        + '1,02JUN23,A LTD,B LLC,"BUSAN, SOUTH KOREA","POTI, GEORGIA","BISHKEK, KYRGYZSTAN",ROUTERS\n'
        + '2,03JUN23,A LTD,C LLC,"HAMBURG, GERMANY","ST PETERSBURG, RUSSIA",,ROUTERS\n'
        + "3,04JUN23,A LTD,D LLC,Shanghai,Poti,Georgia,ROUTERS\n",
    )
    assert found["date"].to_list() == [date(2023, 6, 2), date(2023, 6, 3), date(2023, 6, 4)]
    assert found["dispatch"].to_list() == ["KR", "DE", "CN"]
    assert found["via"].to_list() == ["GE", None, None]
    assert found["destination"].to_list() == ["KG", "RU", "GE"]


def test_a_country_of_dispatch_goes_before_the_port(tmp_path: Path) -> None:
    found = records(
        tmp_path,
        "B/L no,Date,Shipper,Consignee,Country of dispatch,POL,POD,Goods\n"
        "1,2023-06-02,A LTD,B LLC,KZ,CNSHA,RULED,ROUTERS\n1,2023-06-02,A LTD,B LLC,,CNNGB,KZALA,ROUTERS\n"
        "1,2023-06-02,A LTD,B LLC,,TRIST,GEPTI,ROUTERS\n1,2023-06-02,A LTD,B LLC,,DEHAM,GEPTI,ROUTERS\n",
    )
    assert found["dispatch"].to_list() == ["KZ", "CN", "TR", "DE"]
    assert found["destination"].to_list() == ["RU", "KZ", "GE", "GE"]


def test_day_month_and_year_may_stand_together() -> None:
    assert record_date("03JUN22") == (date(2022, 6, 3), "words")
    assert record_date("3Jun2022") == (date(2022, 6, 3), "words")
    assert record_date("12AB22") == (None, "")


def test_the_last_of_several_parts_says_what_became_of_a_row() -> None:
    assert wording.status("Offloaded - cancelled") == "cancelled"
    assert wording.status("Manifested / superseded") == "amended"
    assert wording.status("Manifested - docs attached") is None


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("Poti – Baku – Aktau", "AZ"),
        ("Rostock - Riga - Minsk - Moscow", "LV"),
        ("Khorgos", "KZ"),
        ("rail + truck", None),
    ],
)
def test_of_a_route_between_towns_the_first_country_on_the_way_is_passed(cell: str, country: str | None) -> None:
    assert passed("")(cell) == country
    assert is_passed(cell) == (cell != "rail + truck")


MANIFEST = "HAWB;Date;ORG;DST;Routing;PCS;GRS WT;WT IND;Item qty;UOM;Shipper;Consignee;Nature of goods\n"


def test_a_manifest_of_airports_tells_the_ends_of_the_way_its_unit_of_weights_and_no_packages(tmp_path: Path) -> None:
    rows = ["HKG;FRU;HKG-URC-FRU", "LGG;TBS;LGG-TBS", "CAN;DYU;CAN-DYU", "PVG;ALA;PVG-ALA", "ICN;ULN;ICN-ULN"]
    units = ["K", "L", "K", "K", "K"]
    text = "".join(
        f"H{n};2023-01-0{n + 1};{row};3;100;{unit};500;PCE;A LTD;B LLC;ROUTERS\n"
        for n, (row, unit) in enumerate(zip(rows, units, strict=True))
    )
    found = records(tmp_path, MANIFEST + text)
    assert found["dispatch"].to_list() == ["HK", "BE", "CN", "CN", "KR"]
    assert found["destination"].to_list() == ["KG", "GE", "TJ", "KZ", "MN"]
    assert found["via"].to_list() == ["CN", None, None, None, None]
    assert found["origin"].null_count() == 5
    assert found["quantity"].to_list() == [500.0] * 5
    assert found["gross_kg"].round(1).to_list() == [100.0, 45.4, 100.0, 100.0, 100.0]
    assert not any("not understood" in note for notes in found["notes"].to_list() for note in notes)


def test_countries_in_three_letters_under_org_are_origins(tmp_path: Path) -> None:
    codes = ["DEU", "CHN", "ITA", "FRA", "TUR"]
    text = "".join(f"H{n};2023-01-0{n + 1};{code};A LTD;B LLC;ROUTERS\n" for n, code in enumerate(codes))
    found = records(tmp_path, f"HAWB;Date;ORG;Shipper;Consignee;Nature of goods\n{text}")
    assert found["origin"].to_list() == ["DE", "CN", "IT", "FR", "TR"]


def test_pieces_are_the_quantity_where_no_column_says_another(tmp_path: Path) -> None:
    found = records(tmp_path, "Date;Shipper;Consignee;Goods;PCS\n2023-01-02;A LTD;B LLC;ROUTERS;40\n")
    assert found["quantity"].to_list() == [40.0]


def test_cat_lai_is_in_vietnam() -> None:
    assert of_port("CAT LAI") == "VN"
    assert of_port("Cat Lai, Ho Chi Minh") == "VN"
    assert of_port("Lai") is None


def test_exports_from_a_port_that_no_table_knows_come_from_the_exporters_country(tmp_path: Path) -> None:
    text = (
        "Direction;Exporter;Exporter country;Importer;Port of loading;HS code\n"
        "Export;Velgor;Vietnam;Sornim;Qzxwport;854231\n"
        "Export;Velgor;Vietnam;Sornim;Busan;854231\n"
        "Import;Velgor;Vietnam;Sornim;Qzxwport;854231\n"
    )
    assert records(tmp_path, text)["dispatch"].to_list() == ["VN", "KR", None]


@pytest.mark.parametrize(
    ("arrival", "final"),
    [
        ("运抵国(地区)", "最终目的国"),
        ("Country of arrival", "Final destination"),
        ("Страна выгрузки", "Страна назначения"),
        ("도착국", "최종목적국"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_beside_a_final_destination_the_country_of_arrival_is_passed(
    tmp_path: Path, arrival: str, final: str, turned: bool
) -> None:
    heads = [final, arrival] if turned else [arrival, final]
    rows = [["AE", "RU"], ["KZ", "KZ"], ["KZ", ""], ["CN", "KZ"]]
    lines = ["Date;Exporter;Importer;HS code;Country of dispatch;" + ";".join(heads)]
    for row in rows:
        lines.append("2023-01-02;Alfa Ltd;Velgor LLC;848210;CN;" + ";".join(reversed(row) if turned else row))
    found = records(tmp_path, "\n".join(lines))
    assert found["destination"].to_list() == ["RU", "KZ", "KZ", "KZ"]
    assert found["via"].to_list() == ["AE", None, None, None]


def test_which_destination_counts_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Date;Exporter;HS code;运抵国;最终目的国\n2023-01-02;Alfa Ltd;848210;AE;RU\n", encoding="utf-8")
    reader = CustomsReader([path])
    list(reader.batches())
    assert any("goods go to '最终目的国' in the end; another country of '运抵国'" in note for note in reader.notes)


def test_a_country_of_arrival_alone_is_the_destination(tmp_path: Path) -> None:
    found = records(tmp_path, "Date;Exporter;HS code;Country of arrival\n2023-01-02;Alfa Ltd;848210;AE\n")
    assert (found["destination"][0], found["via"][0]) == ("AE", None)


SALES = (
    "Date;Direction;Exporter;Exporter country;Importer;HS code;Port of loading;Port of discharge;Destination country\n"
)


@pytest.mark.parametrize(
    ("direction", "loading", "dispatch"),
    [
        ("Export", "Velgorsk Quay", "VN"),
        ("Export", "HAI PHONG", "VN"),
        ("Export", "SHANGHAI", "CN"),
        ("Import", "", None),
    ],
)
def test_an_export_from_an_unknown_port_comes_from_the_exporters_country(
    tmp_path: Path, direction: str, loading: str, dispatch: str | None
) -> None:
    text = f"{SALES}2023-01-02;{direction};Alfa Ltd;VN;Velgor LLC;848210;{loading};;KG\n"
    assert records(tmp_path, text)["dispatch"][0] == dispatch


@pytest.mark.parametrize(
    ("cell", "place", "via"),
    [
        ("JEBEL ALI / BISHKEK", "JEBEL ALI → BISHKEK", "AE"),
        ("BISHKEK", "BISHKEK", None),
        ("OSH / BISHKEK", "OSH / BISHKEK", None),
        ("BISHKEK / KG", "BISHKEK / KG", None),
    ],
)
def test_of_two_places_in_a_cell_of_delivery_the_first_is_passed(
    tmp_path: Path, cell: str, place: str, via: str | None
) -> None:
    found = records(tmp_path, f"{SALES}2023-01-02;Export;Alfa GmbH;DE;Velgor LLC;848210;HAMBURG;{cell};KG\n")
    assert (found["delivery_place"][0], found["via"][0]) == (place, via)
    assert (found["dispatch"][0], found["destination"][0]) == ("DE", "KG")


def test_the_last_of_two_places_is_the_destination_where_none_is_said(tmp_path: Path) -> None:
    found = records(tmp_path, f"{SALES}2023-01-02;Export;Alfa GmbH;DE;Velgor LLC;848210;HAMBURG;JEBEL ALI/BISHKEK;\n")
    assert (found["via"][0], found["destination"][0]) == ("AE", "KG")


@pytest.mark.parametrize("cell", ["HONG KONG / CHINA", "JEBEL ALI / DUBAI", "A / B", "POTI / TBILISI / BAKU"])
def test_a_place_and_its_country_or_more_than_two_are_no_way(cell: str) -> None:
    assert passing(cell) is None
