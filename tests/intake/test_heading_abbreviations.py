"""Headings cut short are the headings they begin, where only one begins so; others stay unread."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.parties import read_parties
from screening.intake.party_headings import known, understand
from screening.names.tokens import words
from screening.reference import table


@pytest.mark.parametrize(
    ("headings", "attribute", "party"),
    [
        ("Geb.-Datum|Geb.datum|GebDat|gebdat|Geb.-Dat.|Geb.|Geburtsdat.|Geb.jahr", "birth_date", ""),
        ("Дата рожд.|Дата рожд|Д. рожд.|Дата нар.|Дата народж.|Doğ. Tar.|Doğ.Tarihi|D. Tarihi", "birth_date", ""),
        ("F. de nac.|Fec. Nac.|Data nasc.|Date naiss.|Date de nais.|Data ur.|Dat. nar.|Szül. dátum", "birth_date", ""),
        ("Туғ. күні|Tug'. sana|Doğ. tarixi|Birth dt|Dt of Birth", "birth_date", ""),
        ("Staatsang.|Staatsangeh.|Nat.|Nation.|Гражд.|Гр-во|Uyr.|Obyw.|Vətənd.|Ctry|Cntry of Inc", "country", ""),
        ("Reg. country|Registered Country|Страна рег.", "country", ""),
        (
            "Ausweisnr.|Ausweis-Nr.|Reisepass-Nr.|Paß-Nr.|№ паспорта|Pas. No|Nr paszp.|Nro. Pasaporte",
            "identifier:passport",
            "",
        ),
        ("Cust ID|Cust No|CustNo|custid|Kd-Nr|Kd.Nr.|kdnr|Müş. No|Код кл.|Клиент №|Lief.-Nr.|Vend. No", "id", ""),
        ("Steuernr.|St.-Nr.|Tax Num|Cod. Fisc.", "identifier:tax_number", ""),
        ("HR-Nr.|Handelsreg.|Reg.-Nr.|Regist. No", "identifier:registration_number", ""),
        ("Nachn.|Фам.|Příjm.", "last_name", ""),
        ("Vorn.|Prén.", "first_name", ""),
        ("Наим.|Наим. орг.|Полн. наим.|Rag. Soc.|Imię i nazw.", "name", ""),
        ("Kundenname|Kd.-Name|Cust. Name|CustName|Müş. Adı", "name", "customer"),
        ("Cust. Country|Kundenland", "country", "customer"),
        (
            "Ген. дир.|Gesch.führer|Prokurist|Yönetim Kurulu|Board of Directors|Zarząd|Jednatel|ФИО дир.",
            "name",
            "director",
        ),
        ("Dir. 2 Geb.-Dat.|Dir DOB", "birth_date", "director"),
        ("Ben. Owner|Бенеф. влад.", "name", "owner"),
        ("UBO Nat.|Owner nat.", "country", "owner"),
        ("Inc. date|Дата рег.", "incorporated_on", ""),
        ("Юр. адрес|Legal Addr|Adr.", "address", ""),
    ],
)
def test_headings_cut_short_are_understood(headings: str, attribute: str, party: str) -> None:
    for heading in headings.split("|"):
        meaning = understand(heading)
        assert meaning is not None, heading
        assert (meaning.attribute, meaning.party) == (attribute, party), heading


@pytest.mark.parametrize(
    "heading",
    [
        "Prod.", "Prod", "Product", "Prod.-Nr.", "Form", "Form.", "Count", "Custom", "Customs", "Status", "Pos.",
        "Gesellsch.", "Part.", "Part No", "Inc.", "Reg.", "Dir.", "Man.", "Mgr", "Prov.", "Verm.", "Org. unit",
        "Auftr.-Nr.", "Art.-Nr.", "Pers.-Nr.", "Rechnungs-Nr.", "Tel.-Nr.", "Vertragsnr.", "Doc. No.", "Inv. No.",
        "Geb.-Ort", "Geb. Land", "Doğ. Yeri", "Страна рожд.", "Место рожд.", "Дата док.", "Дата дог.", "Кол-во",
        "Pass. Exp.", "Passport expiry", "Last contact", "Bank account", "Bank acc.", "Tarih", "Datum", "Дата",
        "№", "No", "Acc. Mgr", "Sales rep", "Valid", "Paid", "Cust. group", "Kd.-Gruppe", "Contact date",
        "Country Risk",
    ],
)  # fmt: skip
def test_what_may_be_cut_from_another_heading_stays_unread(heading: str) -> None:
    assert understand(heading) is None


def test_any_heading_of_several_words_may_be_cut_in_any_language_of_the_table() -> None:
    headings = known()
    read, otherwise = [], []
    for phrase, meaning in {**headings.attributes, **headings.parties}.items():
        *first, last = phrase.split()
        if first and len(last) > 5:
            found = understand(f"{' '.join(first)} {last[:4]}.")
            read.append(found is not None)
            if found and found.attribute != meaning.attribute:
                otherwise.append((phrase, found))
    assert len(read) > 1_000
    assert sum(read) / len(read) > 0.98
    assert otherwise == []


def test_no_heading_of_another_column_is_one_of_a_party() -> None:
    others = {
        " ".join(words(form))
        for row in table("words/heading_abbreviations.tsv").rows
        if row["kind"] == "other"
        for form in row["forms"].split(";")
    }
    assert others & ({*known().attributes, *known().parties}) == set()


def test_a_file_of_headings_cut_short_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text(
        "Stand 2026;;;;;\nKd-Nr;Nachn.;Vorn.;Geb.-Dat.;Staatsang.;Ausweis-Nr.\nK1;Meyer;Hans;03.05.1970;DE;C01X\n",
        encoding="utf-8",
    )
    read = read_parties([path])
    (found,) = read.subjects.to_pylist()
    assert (found["subject_id"], found["name"], found["schema"]) == ("K1", "Hans Meyer", "Person")
    assert (found["birth_date"], found["country"]) == ("1970-05-03", ["DE"])
    assert [number["number"] for number in found["identifiers"]] == ["C01X"]
    assert read.notes == []


def test_a_row_of_data_is_no_header_because_its_cells_are_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("Foo;Name;Bar\nNat.;Comp.;Org.\nx;A LLC;y\n", encoding="utf-8")
    assert [each["name"] for each in read_parties([path], ["name=Name"]).subjects.to_pylist()] == ["Comp.", "A LLC"]
