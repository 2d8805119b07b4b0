"""Posts at borders: where they lie and lead, under which headings they stand, and that their names are no countries."""

from __future__ import annotations

import openpyxl
import polars as pl
import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_border_posts import post_in, posts
from screening.intake.customs_headings import understand
from screening.names.places import country_code
from screening.reference import table
from screening.trade.detours import countries

HEAD = ["გამგზავნი", "მიმღები", "გაგზავნის ქვეყანა", "დანიშნულების ქვეყანა", "სასაქონლო კოდი", "ნეტო (კგ)"]


def read(path, rows, *heads, title=(), sheet="Sheet"):
    """The reader and the records of a sheet with `HEAD` and further headings."""
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.title = sheet
    for row in [*([each] for each in title), [*HEAD, *heads], *rows]:
        page.append(row)
    workbook.save(path / "table.xlsx")
    reader = CustomsReader([str(path / "table.xlsx")])
    return reader, pl.concat([batch.records for batch in reader.batches()])


def line(start, end, *further):
    return ["ALPHAWICK GMBH", "BETAFORD LLC", start, end, "85044084", "290", *further]


def test_a_post_that_leads_somewhere_leads_to_a_neighbour_and_stands_there_once():
    rows = table("places/border_stations.tsv").rows
    assert all(row["leads_to"] in countries()[row["country"]].neighbours for row in rows if row["leads_to"])
    names = [name for row in rows for name in row["names"].split(";")]
    assert len(names) == len({name.strip() for name in names})
    assert {country_code(post.country) for post in posts().values()} == {post.country for post in posts().values()}


@pytest.mark.parametrize(
    ("cell", "post"),
    [
        ("ყაზბეგი (ლარსი)", ("GE", "RU")),
        ("წითელი ხიდი", ("GE", "AZ")),
        ("КПП Верхний Ларс", ("RU", "GE")),
        ("SARP SINIR KAPISI", ("TR", "GE")),
        ("霍尔果斯口岸", None),  # names are looked for as words
        ("霍尔果斯", ("CN", "KZ")),
        ("თბილისის აეროპორტი", None),
        ("Садахло / Верхний Ларс", None),  # two of two countries
        ("", None),
    ],
)
def test_the_post_in_a_cell(cell, post):
    assert post_in(cell) == post


@pytest.mark.parametrize(
    ("heading", "role", "rank"),
    [
        ("გამშვები პუნქტი", "border_post", 1),
        ("საბაჟო გამშვები პუნქტი", "border_post", 1),
        ("გასვლის პუნქტი", "border_post", 2),
        ("შემოსვლის პუნქტი", "border_post", 3),
        ("Пункт пропуска", "border_post", 1),
        ("սահմանային անցակետ", "border_post", 1),
        ("Buraxılış məntəqəsi", "border_post", 1),
        ("Chegara posti", "border_post", 1),
        ("Шекара бекеті", "border_post", 1),
        ("Sınır kapısı", "border_post", 1),
        ("страна транзита", "via", 1),
        ("გემის დასახელება", "vessel", 1),
        ("ტვირთის დასახელება", "description", None),
    ],
)
def test_headings_of_posts_and_of_ships(heading, role, rank):
    found = understand(heading)
    assert found.role == role
    assert rank in (None, found.rank)


def test_headings_that_say_nothing_of_a_border_are_none_of_posts():
    assert all(
        understand(each) is None or understand(each).role != "border_post"
        for each in ("Пункт поставки", "მიწოდების პუნქტი", "Таможенный пост", "Пункт назначения", "Мәтінді пункт")
    )


def test_a_posts_name_is_no_country_and_one_nobody_knows_is_not_said_to_be_one(tmp_path):
    rows = [line("თურქეთი", "საქართველო", post) for post in ("სარფი", "უცნობი პოსტი", "თბილისის აეროპორტი", "სარფი")]
    reader, records = read(tmp_path, rows, "გამშვები პუნქტი")
    assert not any("not understood" in note or "not used" in note for note in reader.notes)
    assert records["via"].to_list() == ["GE", None, None, "GE"]


def test_a_post_of_the_country_goods_come_from_or_go_to_tells_what_they_pass_beyond_it(tmp_path):
    rows = [
        line("გერმანია", "საქართველო", "სარფი"),
        line("საქართველო", "ყაზახეთი", "ყაზბეგი"),
        line("საქართველო", "რუსეთი", "ყაზბეგი"),
        line("გერმანია", "სომხეთი", "სადახლო"),
    ]
    _, records = read(tmp_path, rows, "გამშვები პუნქტი")
    assert records["via"].to_list() == ["TR", "RU", "GE", "GE"]


def test_a_column_of_countries_goes_before_posts(tmp_path):
    rows = [line("გერმანია", "საქართველო", "სარფი", "ბულგარეთი")] * 4
    _, records = read(tmp_path, rows, "გამშვები პუნქტი", "Transit country")
    assert set(records["via"]) == {"BG"}


def test_posts_are_noted_with_how_they_are_passed(tmp_path):
    rows = [line("გერმანია", "სომხეთი", "სარფი", "ყაზბეგი (ლარსი)")]
    _, records = read(tmp_path, rows, "შემოსვლის პუნქტი", "გასვლის პუნქტი")
    notes = records["notes"][0].to_list()
    assert [each for each in notes if each.startswith("passes")] == [
        "passes a border: exit: GE - RU",
        "passes a border: entry: GE - TR",
    ]


@pytest.mark.parametrize(
    ("title", "sheet", "heads", "told"),
    [
        ((), "ტრანზიტი", (), "transit"),
        (("სატრანზიტო გადაზიდვების ჟურნალი 2020-2024",), "Sheet", (), "transit"),
        (("Журнал транзитных перевозок",), "Sheet", (), "transit"),
        (("შპს „ჯორჯია ტრანზიტ ხაზი“ - ჟურნალი",), "Sheet", (), None),
        (("ООО «ТРАНЗИТ» - реестр",), "Sheet", (), None),
        (("Register",), "Sheet", (), None),
        ((), "ტრანზიტი", ("რეჟიმი",), "import"),
    ],
)
def test_transit_is_read_from_title_or_sheet_where_no_column_says_how_goods_go(tmp_path, title, sheet, heads, told):
    rows = [line("გერმანია", "სომხეთი", *(["IM 4"] * len(heads)))] * 3
    _, records = read(tmp_path, rows, *heads, title=title, sheet=sheet)
    assert set(records["direction"]) == {told}
    if told == "transit":
        assert set(records["procedure"]) == {"transit"}


def test_a_column_of_ships_is_no_description(tmp_path):
    rows = [line("თურქეთი", "საქართველო", "BLACK SEA HERON", "პლასტმასის მილები")] * 4
    _, records = read(tmp_path, rows, "გემის დასახელება", "ტვირთის დასახელება")
    assert set(records["vessel"]) == {"BLACK SEA HERON"}
    assert set(records["description"]) == {"პლასტმასის მილები"}
