"""Files of payments: every party of a payment is screened in its role, and banks have their codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.base import Intake
from screening.intake.parties import read_parties
from screening.intake.party_headings import understand
from screening.names.tokens import words
from screening.reference import table

ROLES = {
    "payer", "payee", "ultimate_payer", "ultimate_payee", "payer_bank", "payee_bank", "correspondent_bank",
}  # fmt: skip


def read(tmp_path: Path, text: str, *mapping: str) -> Intake:
    path = tmp_path / "p.csv"
    path.write_text(text, encoding="utf-8")
    return read_parties([path], mapping)


def parties(tmp_path: Path, text: str, *mapping: str) -> list[tuple[str, str]]:
    return [(each["role"], each["name"]) for each in read(tmp_path, text, *mapping).subjects.to_pylist()]


def _headings() -> list[tuple[str, str, str]]:
    return [
        (row["holds"], row["heeded"], heading.strip())
        for row in table("words/payment_headings.tsv").rows
        for heading in row["headings"].split(";")
    ]


def test_each_heading_of_a_payments_party_is_one_in_a_file_of_payments() -> None:
    for holds, _, heading in _headings():
        if holds in ROLES:
            meaning = understand(heading, in_payments=True)
            assert meaning is not None, heading
            assert meaning.party == holds, heading


def test_no_heading_of_a_payment_means_two_parties() -> None:
    meanings: dict[str, set[str]] = {}
    for holds, _, heading in _headings():
        if holds in ROLES:
            meanings.setdefault(" ".join(words(heading)), set()).add(holds)
    assert {phrase: holds for phrase, holds in meanings.items() if len(holds) > 1} == {}


def test_no_heading_is_a_payments_alone_and_another_partys_too() -> None:
    own = {heading for holds, heeded, heading in _headings() if holds in ROLES and heeded == "always"}
    others = {heading for row in table("words/party_headings.tsv").rows for heading in row["headings"].split(";")}
    always, elsewhere = ({" ".join(words(heading)) for heading in headings} for headings in (own, others))
    assert always & elsewhere == set()


@pytest.mark.parametrize(
    ("payer", "payee"),
    [
        ("Ordering customer", "Beneficiary"), ("Remitter", "Payee"), ("Originator", "Receiver"),
        ("Debtor Name", "Creditor Name"), ("Dbtr/Nm", "Cdtr/Nm"), ("Плательщик", "Получатель"),
        ("Auftraggeber", "Zahlungsempfänger"), ("Donneur d'ordre", "Bénéficiaire"), ("Ordenante", "Beneficiario"),
        ("Ordinante", "Beneficiario"), ("Pagador", "Favorecido"), ("Opdrachtgever", "Begunstigde"),
        ("Zleceniodawca", "Odbiorca"), ("Plátce", "Příjemce"), ("Megbízó", "Kedvezményezett"),
        ("Plătitor", "Beneficiar"), ("Наредител", "Получател"), ("Платник", "Отримувач"),
        ("To'lovchi", "To'lov oluvchi"), ("Төлеуші", "Алушы"), ("Ödəyici", "Alan"), ("Ödeyen", "Lehdar"),
        ("გადამხდელი", "მიმღები"), ("Վճարող", "Շահառու"), ("الدافع", "المستفيد"), ("پرداخت کننده", "گیرنده"),
        ("משלם", "מוטב"), ("付款人", "收款人"), ("送金人", "受取人"), ("송금인", "수취인"), ("Betalare", "Mottagare"),
        ("Maksaja", "Saaja"), ("Πληρωτής", "Δικαιούχος"), ("Platitelj", "Primatelj"), ("Mokėtojas", "Gavėjas"),
    ],
)  # fmt: skip
def test_who_pays_and_who_is_paid_are_both_screened(tmp_path: Path, payer: str, payee: str) -> None:
    assert parties(tmp_path, f"{payer};{payee};X\nSberbank;Meyer GmbH;5\n") == [
        ("payer", "Sberbank"),
        ("payee", "Meyer GmbH"),
    ]


@pytest.mark.parametrize("sum_of", ["Amount", "Сумма", "Tutar", "Betrag", "Montant", "Importe", "金额", "المبلغ"])
def test_sender_and_beneficiary_are_parties_of_a_payment_where_there_is_an_amount(tmp_path: Path, sum_of: str) -> None:
    assert parties(tmp_path, f"Sender;Beneficiary;{sum_of}\nA;B;5\n") == [("payer", "A"), ("payee", "B")]
    assert parties(tmp_path, f"Gönderen;Alıcı;{sum_of}\nA;B;5\n") == [("payer", "A"), ("payee", "B")]


def test_where_nothing_is_paid_they_are_screened_as_what_they_are_there(tmp_path: Path) -> None:
    assert parties(tmp_path, "Company;Beneficiary\nA LLC;Jo Doe\n") == [("company", "A LLC"), ("owner", "Jo Doe")]
    assert parties(tmp_path, "Gönderen;Alıcı\nA;B\n") == [("customer", "B"), ("intermediary", "A")]
    assert parties(tmp_path, "Auftraggeber;Land\nA;DE\n") == [("customer", "A")]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Payee", "payee"), ("Remitter", "payer"), ("Ordering customer", "payer"), ("Begünstigter", "payee"),
        ("Hesap Sahibi", "customer"), ("Kontoinhaber", "customer"), ("Titulaire du compte", "customer"),
        ("Владелец счета", "customer"), ("صاحب الحساب", "customer"), ("账户持有人", "customer"),
        ("Mandant", "customer"), ("Müvekkil", "customer"), ("Клиенты", "customer"), ("Zákazník", "customer"),
        ("Ügyfél", "customer"),
        ("Name, Vorname", "party"), ("Vor- und Nachname", "party"), ("Nom et prénom", "party"),
        ("Apellidos y nombre", "party"), ("Cognome e nome", "party"), ("Фамилия и имя", "party"),
        ("Nazwisko i imię", "party"), ("Ad ve Soyad", "party"), ("Príjmení a jméno", "party"),
    ],
)  # fmt: skip
def test_a_table_may_name_nobody_else(tmp_path: Path, heading: str, role: str) -> None:
    assert parties(tmp_path, f'"{heading}";X\nMeyer Hans;1\n') == [(role, "Meyer Hans")]


def test_a_payments_parties_have_what_stands_behind_them_and_its_number_is_nobodys(tmp_path: Path) -> None:
    found = read(tmp_path, "Reference;Payer;Country;Payee;Country\nX1;A;DE;B;RU\nX2;A;DE;C;AT\n").subjects.to_pylist()
    assert [(each["name"], each["country"]) for each in found] == [
        ("A", ["DE"]), ("B", ["RU"]), ("A", ["DE"]), ("C", ["AT"]),
    ]  # fmt: skip
    assert "X1" not in {each["subject_id"] for each in found}
    assert len({each["subject_id"] for each in found}) == 3  # who pays twice is one


def test_who_stands_behind_payer_and_payee_and_their_banks_are_told_apart(tmp_path: Path) -> None:
    text = "Debtor;Ultimate Debtor;Debtor Agent BIC;Intermediary bank;Creditor Agent;Creditor BIC;Creditor\n"
    found = read(tmp_path, f"{text}A;U;SABRRUMM;I;Sberbank;SABRRU2P;C\n").subjects.to_pylist()
    assert {each["role"]: each["name"] for each in found} == {
        "payer": "A", "ultimate_payer": "U", "payer_bank": "SABRRUMM", "correspondent_bank": "I",
        "payee_bank": "Sberbank", "payee": "C",
    }  # fmt: skip
    assert {each["role"]: each["identifiers"][0]["number"] for each in found if each["identifiers"]} == {
        "payer_bank": "SABRRUMM",
        "payee_bank": "SABRRU2P",
    }


def test_the_code_of_an_intermediary_in_a_payment_is_its_banks(tmp_path: Path) -> None:
    text = "Payer;Beneficiary;Intermediary bank;Intermediary SWIFT\nA;B;X Bank;SABRRUMM\n"
    found = {each["role"]: each for each in read(tmp_path, text).subjects.to_pylist()}
    assert set(found) == {"payer", "payee", "correspondent_bank"}
    assert [number["number"] for number in found["correspondent_bank"]["identifiers"]] == ["SABRRUMM"]


def test_a_mapping_may_name_a_payments_parties(tmp_path: Path) -> None:
    assert parties(tmp_path, "a;b\nA;B\n", "payer=a", "payee=b") == [("payer", "A"), ("payee", "B")]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Name;Bank;BIC;IBAN", "A;Sberbank;SABRRUMM;DE1"),
        ("BIC;Name;Bank", "SABRRUMM;A;Sberbank"),
        ("Kunde;Hausbank;SWIFT", "A;Sberbank;SABRRUMM"),
        ("Müşteri;Banka;SWIFT kodu", "A;Sberbank;SABRRUMM"),
        ("Name;Customer's bank;BIC", "A;Sberbank;SABRRUMM"),
        ("Наименование;Банк клиента;БИК", "A;Sberbank;SABRRUMM"),
    ],
)
def test_the_code_of_a_bank_beside_it_is_the_banks(tmp_path: Path, header: str, row: str) -> None:
    found = read(tmp_path, f"{header}\n{row}\n").subjects.to_pylist()
    assert [(each["name"], [number["number"] for number in each["identifiers"]]) for each in found] == [
        ("A", []),
        ("Sberbank", ["SABRRUMM"]),
    ]
    assert found[1]["role"] == "bank"


@pytest.mark.parametrize("account", ["IBAN", "Kontonummer", "Расчетный счет", "Hesap No", "银行账号", "شماره حساب"])
def test_the_code_of_a_bank_beside_a_number_of_an_account_is_that_banks(tmp_path: Path, account: str) -> None:
    found = read(tmp_path, f"Name;BIC;{account}\nA;SABRRUMM;1\n").subjects.to_pylist()
    assert [(each["role"], each["name"], len(each["identifiers"])) for each in found] == [
        ("party", "A", 0),
        ("bank", "SABRRUMM", 1),
    ]


@pytest.mark.parametrize("header", ["Name;BIC", "Bank;BIC", "Bank;BIC;IBAN"])
def test_the_code_in_a_table_of_banks_is_the_banks_own(tmp_path: Path, header: str) -> None:
    (found,) = read(tmp_path, f"{header}\nSberbank;SABRRUMM{';1' * (header.count(';') - 1)}\n").subjects.to_pylist()
    assert (found["name"], len(found["identifiers"])) == ("Sberbank", 1)


def test_several_banks_have_each_its_code(tmp_path: Path) -> None:
    found = read(tmp_path, "Name;Bank;BIC;Bank;BIC\nA;B;SABRRUMM;C;AABRRUMM\n").subjects.to_pylist()
    assert [(each["name"], [number["number"] for number in each["identifiers"]]) for each in found] == [
        ("A", []), ("B", ["SABRRUMM"]), ("C", ["AABRRUMM"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        ("Имя;Фамилия", "Иван;Петров", "Иван Петров"),
        ("Фамилия;Имя;Отчество", "Петров;Иван;Иванович", "Иван Иванович Петров"),
        ("Name;Vorname", "Meyer;Hans", "Hans Meyer"),
        ("Nom;Prénom", "Dupont;Jean", "Jean Dupont"),
        ("Nome;Cognome", "Mario;Rossi", "Mario Rossi"),
        ("Ad;Soyad", "Ali;Yılmaz", "Ali Yılmaz"),
        ("Jméno;Příjmení", "Jan;Novák", "Jan Novák"),
        ("Name;Surname", "John;Smith", "John Smith"),
    ],
)
def test_a_name_beside_one_part_of_it_is_the_other_part(tmp_path: Path, header: str, row: str, name: str) -> None:
    (found,) = read(tmp_path, f"{header}\n{row}\n").subjects.to_pylist()
    assert (found["name"], found["schema"]) == (name, "Person")


def test_a_firm_among_family_names_is_no_person(tmp_path: Path) -> None:
    found = read(tmp_path, "Name;Vorname\nMeyer;Hans\nSberbank;\nMeyer GmbH;Hans\n").subjects.to_pylist()
    assert [(each["name"], each["schema"]) for each in found] == [
        ("Hans Meyer", "Person"),
        ("Sberbank", "LegalEntity"),
        ("Meyer GmbH", "Company"),
    ]


def test_a_column_of_names_nobody_reads_is_told_by_itself(tmp_path: Path) -> None:
    notes = read(tmp_path, "Name;Foo;Hobby\nA LLC;Meyer GmbH;chess\nB LLC;Иванов Иван;go\nC;Gazprom;\n").notes
    assert "column 'Foo' holds names and is not screened: say whose with --map" in notes[0]
    assert [note.endswith("columns not used for screening: 'Hobby'") for note in notes] == [False, True]


@pytest.mark.parametrize(
    "cells",
    [
        ("Steel pipes", "Copper wire", "Pumps"),
        ("Anna Schmidt", "Anna Schmidt", "Anna Schmidt"),  # whose customers they are
        ("New York", "Hamburg", "Samarkand"),
        ("Salary June", "Rent May", "Invoice paid"),
        ("jo@a.example", "bo@b.example", "x@c.example"),
        ("Karl-Marx-Str. 5", "Hauptstr. 7", "Am Markt 1"),
        ("EUR", "USD", "AED"),
    ],
)
def test_columns_of_other_things_are_told_with_the_others(tmp_path: Path, cells: tuple[str, ...]) -> None:
    notes = read(tmp_path, "Name;Foo\n" + "".join(f"A {number};{cell}\n" for number, cell in enumerate(cells))).notes
    assert [note.endswith("columns not used for screening: 'Foo'") for note in notes] == [True]


def test_payments_are_not_taken_for_customs_records(tmp_path: Path) -> None:
    assert not any("customs" in note for note in read(tmp_path, "Отправитель;Получатель;Сумма\nA;B;5\n").notes)
