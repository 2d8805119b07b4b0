"""What columns hold: headings in many languages, mappings, and the parties beside the one a row is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.errors import InputError
from screening.intake.parties import read_parties
from screening.intake.party_headings import understand
from screening.names.tokens import words
from screening.reference import table


def rows(tmp_path: Path, text: str, *mapping: str) -> list[dict]:
    path = tmp_path / "p.csv"
    path.write_text(text, encoding="utf-8")
    return read_parties([path], mapping).subjects.to_pylist()


@pytest.mark.parametrize(
    ("heading", "attribute", "party"),
    [
        ("Name", "name", ""),
        ("customer_name", "name", "customer"),
        ("CustomerName", "name", "customer"),
        ("Name of director", "name", "director"),
        ("Director 2 - date of birth", "birth_date", "director"),
        ("Дата рождения директора", "birth_date", "director"),
        ("Наименование контрагента", "name", ""),
        ("Страна регистрации", "country", ""),
        ("Korxona nomi", "name", ""),
        ("Туған күні", "birth_date", ""),
        ("Ticaret Unvanı", "name", ""),
        ("Doğum Tarihi", "birth_date", ""),
        ("Назва організації", "name", ""),
        ("公司名称", "name", ""),
        ("法定代表人", "name", "director"),
        ("اسم الشركة", "name", ""),
        ("تاریخ تولد", "birth_date", ""),
        ("Geburtsdatum", "birth_date", ""),
        ("Raison sociale", "name", ""),
        ("Date d'immatriculation", "incorporated_on", ""),
        ("Numéro de carte d’identité", "identifier:national_id", ""),
        ("Fecha de nacimiento", "birth_date", ""),
        ("Former names", "alias", ""),
        ("ИНН", "identifier:tax_number", ""),
        ("БИН", "identifier:registration_number", ""),
        ("IMO number", "identifier:imo", ""),
        ("SWIFT/BIC", "identifier:bic", ""),
        ("Beneficial owner nationality", "country", "owner"),
        ("Supplier country (ISO)", "country", "supplier"),
    ],
)
def test_headings_are_understood(heading: str, attribute: str, party: str) -> None:
    meaning = understand(heading)
    assert meaning is not None
    assert (meaning.attribute, meaning.party) == (attribute, party)


@pytest.mark.parametrize("heading", ["", "Email", "Turnover 2024", "Contact phone", "Bank account", "???"])
def test_other_headings_are_not(heading: str) -> None:
    assert understand(heading) is None


def test_no_heading_of_the_data_file_means_two_things() -> None:
    meanings: dict[str, set[tuple[str, str, str]]] = {}
    for row in table("words/party_headings.tsv").rows:
        if row["attribute"] == "part_of_name":  # says more of a name's heading
            continue
        for heading in row["headings"].split(";"):
            phrase = " ".join(words(heading))
            assert phrase, heading
            meanings.setdefault(phrase, set()).add((row["attribute"], row["party"], row["country"]))
    assert {phrase: found for phrase, found in meanings.items() if len(found) > 1} == {}


def test_aliases_are_names_of_the_same_subject(tmp_path: Path) -> None:
    read = rows(tmp_path, "id,name,former names,alias 1\n1,New Ltd,Old Ltd; Older Ltd,Nick\n")
    assert [row["name"] for row in read] == ["New Ltd", "Old Ltd", "Older Ltd", "Nick"]
    assert {row["subject_id"] for row in read} == {"1"}


def test_directors_owners_and_contacts_are_subjects_of_their_row_with_their_role(tmp_path: Path) -> None:
    read = rows(
        tmp_path,
        "Company,Director 1,Director 1 DOB,Director 2,Owner,Contact,Bank,Bank SWIFT\n"
        "A LLC,Jo Doe,1970-05-03,Bo Roe; Mo Poe,B Holding Ltd,jo@a.example,,SABRRUMM\n",
    )
    found = {(row["role"], row["name"]): row for row in read}
    assert set(found) == {
        ("company", "A LLC"),
        ("director", "Jo Doe"),
        ("director", "Bo Roe"),
        ("director", "Mo Poe"),
        ("owner", "B Holding Ltd"),
        ("bank", "SABRRUMM"),
    }
    assert found["director", "Jo Doe"]["birth_date"] == "1970-05-03"
    assert found["director", "Bo Roe"]["birth_date"] is None
    assert found["director", "Jo Doe"]["schema"] == "Person"
    assert found["owner", "B Holding Ltd"]["schema"] == "Company"
    assert found["bank", "SABRRUMM"]["identifiers"][0]["type"] == "BIC"
    assert len({row["subject_id"] for row in read}) == len(read)
    assert {row["place"] for row in read} == {"row 2"}


def test_a_related_party_is_screened_even_where_the_row_has_no_name(tmp_path: Path) -> None:
    read = rows(tmp_path, "name,director\n,Jo Doe\n")
    assert [(row["role"], row["name"]) for row in read] == [("director", "Jo Doe")]


def test_first_and_last_names_are_one_name(tmp_path: Path) -> None:
    read = rows(tmp_path, "Vorname,Nachname,Geburtsdatum\nJo,Doe,3. Mai 1970\n")
    assert (read[0]["name"], read[0]["schema"], read[0]["birth_date"]) == ("Jo Doe", "Person", "1970-05-03")


def test_a_person_beside_a_company_is_a_contact_unless_it_is_the_same(tmp_path: Path) -> None:
    read = rows(tmp_path, "Company,First name,Last name\nA LLC,Jo,Doe\n")
    assert {(row["role"], row["name"]) for row in read} == {("company", "A LLC"), ("contact", "Jo Doe")}
    read = rows(tmp_path, 'Name,First name,Last name\n"Doe, Jo",Jo,Doe\n')
    assert [row["name"] for row in read] == ["Doe, Jo"]


def test_customer_and_supplier_columns_are_two_parties(tmp_path: Path) -> None:
    read = rows(tmp_path, "Customer,Customer country,Supplier,Supplier country\nA,UZ,B,KZ\n")
    found = {row["role"]: (row["name"], row["country"]) for row in read}
    assert found == {"customer": ("A", ["UZ"]), "supplier": ("B", ["KZ"])}


def test_mapping_names_columns_and_joins_them(tmp_path: Path) -> None:
    text = "a,b,c,d\nJo,Doe,Uzbekistan,Bo Roe\n"
    read = rows(tmp_path, text, "name=a+b", "country=C", "director=d")
    assert [(row["name"], row["role"], row["country"]) for row in read] == [
        ("Jo Doe", "party", ["UZ"]),
        ("Bo Roe", "director", []),
    ]


def test_a_mapping_goes_before_headings(tmp_path: Path) -> None:
    assert rows(tmp_path, "Name,Title\nwrong,right\n", "name=Title")[0]["name"] == "right"


def test_a_heading_with_a_plus_is_a_heading(tmp_path: Path) -> None:
    assert rows(tmp_path, "A+B,x\nJo,1\n", "name=A+B")[0]["name"] == "Jo"


@pytest.mark.parametrize(
    ("text", "mapping", "says"),
    [
        ("name,b\nA,B\n", "name=Nmae", "there is no column 'Nmae'.*'name', 'b'"),
        ("name,b\nA,B\n", "naem=b", "unknown role 'naem'.*did you mean name"),
        ("name,b\nA,B\n", "name", "not ROLE=COLUMN"),
        ("name,b,b\nA,B,C\n", "name=b", "2 columns are headed 'b'"),
        ("name,full name\nA,B\n", None, "'name' and 'full name' both claim the role 'name'.*--map name="),
        ("colour,weight\nA,B\n", None, "no name column found among the headings 'colour', 'weight'.*--map"),
    ],
)
def test_mistakes_are_told_with_what_to_do(tmp_path: Path, text: str, mapping: str | None, says: str) -> None:
    with pytest.raises(InputError, match=f"(?i){says}"):
        rows(tmp_path, text, *([mapping] if mapping else []))


def test_identifiers_are_read_where_they_stand_with_their_country(tmp_path: Path) -> None:
    read = rows(tmp_path, "name,country,ИНН,БИН,LEI,passport\nA,Russia,770,991,LEI1,\nB,,1,,,AB1; AB2\n")
    assert read[0]["identifiers"] == [
        {"type": "ИНН", "number": "770", "country": "RU"},
        {"type": "БИН", "number": "991", "country": "KZ"},
        {"type": "LEI", "number": "LEI1", "country": None},
    ]
    assert [each["number"] for each in read[1]["identifiers"]] == ["1", "AB1", "AB2"]


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        ("name,type\nA,Individual\n", "Person"),
        ("name,тип\nA,Юрлицо\n", "LegalEntity"),
        ("name,x\nA LLC,1\n", "Company"),
        ("name,date of birth\nA,1970\n", "Person"),
        ("vessel,IMO\nA,9074729\n", "Vessel"),
        ("name,type\nA,Bulk carrier\n", "Vessel"),
        ("наименование,тип\nА,Сухогруз\n", "Vessel"),
        ("name,x\nA,1\n", "LegalEntity"),
    ],
)
def test_what_a_party_is(tmp_path: Path, text: str, schema: str) -> None:
    assert rows(tmp_path, text)[0]["schema"] == schema


@pytest.mark.parametrize("heading", ["Company", "Компания", "Firma"])
@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("Beispelov I.I.", "LegalEntity"),
        ("ИП Бейспелов И.И.", "LegalEntity"),
        ("Anvar Karimov", "LegalEntity"),
        ("Uzstanex", "Company"),
        ("Karimov Trading", "Company"),
        ("Karimov LLC", "Company"),
    ],
)
def test_a_column_of_firms_holds_persons_too(tmp_path: Path, heading: str, name: str, schema: str) -> None:
    assert [each["schema"] for each in rows(tmp_path, f"{heading},country\n{name},RU\n")] == [schema]


@pytest.mark.parametrize("name", ["Mammadov S.A.", "Иванов А.О.", "ИП Иванов А.О."])
def test_initials_make_no_company_of_a_director(tmp_path: Path, name: str) -> None:
    assert rows(tmp_path, f"name,director\nAlpha LLC,{name}\n")[1]["schema"] == "Person"


def test_initials_make_no_firm_of_whom_the_type_calls_a_person(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("name,type\nMammadov S.A.,individual\n", encoding="utf-8")
    read = read_parties([path])
    assert read.subjects.column("schema").to_pylist() == ["Person"]
    assert not any("legal form" in note for note in read.notes)


def test_the_country_of_a_passport_is_not_that_of_the_customer(tmp_path: Path) -> None:
    read = rows(tmp_path, "name,country,passport,ID card,tax number\nA,Germany,F3848406,ID5,770\n")
    assert {each["number"]: each["country"] for each in read[0]["identifiers"]} == {
        "F3848406": None, "ID5": None, "770": "DE",
    }  # fmt: skip


def test_a_firm_entered_as_a_person_is_looked_for_among_firms_as_well(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("name,type\nNamuna Savdo MChJ,individual\nJan Jansen,individual\nB LLC,person\n", encoding="utf-8")
    read = read_parties([path])
    assert read.subjects.column("schema").to_pylist() == ["LegalEntity", "Person", "LegalEntity"]
    assert "2 names with a firm's legal form where the type says person, first 'Namuna Savdo MChJ'" in read.notes[0]


def test_ids_without_an_id_column_depend_on_content_alone(tmp_path: Path) -> None:
    one = rows(tmp_path, "name,country\nA,UZ\nB,KZ\n")
    other = rows(tmp_path, "Country,Name\nKazakhstan,B\nX,Z\nUzbekistan,A\n")
    ids = {row["name"]: row["subject_id"] for row in one}
    assert ids.items() <= {row["name"]: row["subject_id"] for row in other}.items()


def test_what_is_not_understood_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("name,country,born,hobby\nA,Narnia,long ago,chess\nB,Oz,1970,\n", encoding="utf-8")
    notes = " ".join(read_parties([path]).notes)
    assert "2 values in column 'country' not understood, first 'Narnia'" in notes
    assert "1 value in column 'born'" in notes
    assert "not used for screening: 'hobby'" in notes


@pytest.mark.parametrize(
    ("heading", "attribute"),
    [
        ("INN", "identifier:tax_number"),
        ("inn_kpp", "identifier:tax_number"),
        ("OGRN", "identifier:registration_number"),
        ("OKPO", "identifier:registration_number"),
        ("TaxID", "identifier:tax_number"),
        ("IMO Nr.", "identifier:imo"),
        ("Directors' names", "name"),
        ("name_ru", "alias"),
    ],
)
def test_headings_of_russian_numbers_in_latin_letters(heading: str, attribute: str) -> None:
    meaning = understand(heading)
    assert meaning is not None
    assert meaning.attribute == attribute


def test_one_of_several_columns_of_one_heading_is_named_by_its_number(tmp_path: Path) -> None:
    text = "name,name,country\nA,B,RU\n"
    assert [row["name"] for row in rows(tmp_path, text, "name=name#2")] == ["B"]
    with pytest.raises(InputError, match=r"(?i)say which one: --map name='name#1' is the first"):
        rows(tmp_path, text)
    with pytest.raises(InputError, match="there is no column 'name#3'"):
        rows(tmp_path, text, "name=name#3")
