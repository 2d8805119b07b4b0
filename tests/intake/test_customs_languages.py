"""Customs tables in two languages at once, and in languages whose words for one thing are several."""

from __future__ import annotations

import openpyxl
import polars as pl
import pytest

from screening.intake import customs_wording as wording
from screening.intake.country_cells import country_in
from screening.intake.customs import CustomsReader
from screening.intake.customs_heading_lines import joined
from screening.intake.customs_headings import understand
from screening.intake.customs_roles import heading_roles


def read(path):
    reader = CustomsReader([str(path)])
    batches = list(reader.batches())
    links = pl.concat([batch.links for batch in batches])
    return reader, pl.concat([batch.records for batch in batches]), links


def text_table(tmp_path, *rows):
    path = tmp_path / "tongues.csv"
    path.write_text("\n".join(";".join(row) for row in rows) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Oman / عمان", "OM"),
        ("Россия (Russia)", "RU"),
        ("Côte d’Ivoire - Кот-д’Ивуар", "CI"),
        ("156 Китай / China", "CN"),
        ("052 Türkiye", "TR"),  # 052 is Barbados by ISO 3166
        ("632 Suudi Arabistan", "SA"),
        ("Türkiye (052)", "TR"),
        ("U ARAB EMTS", "AE"),
        ("KOREA DP RP", "KP"),
        ("CHINA P RP", "CN"),
        ("Niger / Nigeria", None),
        ("China 2020", None),
        ("052", "BB"),
        ("12 Leninskaya", None),
    ],
)
def test_a_country_in_two_languages_or_beside_a_number_of_another_numbering(cell, code):
    assert country_in(cell) == code


def test_countries_named_twice_or_numbered_are_those_of_records_and_parties(tmp_path):
    headings = ["Tescil No", "Alıcı Unvanı", "Alıcı Ülkesi", "Menşe Ülkesi", "Gideceği Ülke", "GTİP"]
    row = ["T-1", "ALPHAWICK LLC", "083 Kırgızistan", "004 Almanya / Germany", "Kyrgyzstan / قيرغيزستان", "848250"]
    reader, records, _ = read(text_table(tmp_path, headings, *[row] * 4))
    assert records.select("origin", "destination").unique().rows() == [("DE", "KG")]
    assert [party.country for party in reader.book.parties] == ["KG"]


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Заменена КДТ", "amended"),
        ("Аннулирована 12.03.2023", "cancelled"),
        ("გაუქმებული", "cancelled"),
        ("ჩანაცვლებულია", "amended"),
        ("Bekor qilindi", "cancelled"),
        ("作廢", "cancelled"),
        ("Not cancelled", None),
        ("Выпуск разрешен", None),
        ("Amended 2", "changed"),
        ("Изменена", "changed"),
        ("Ispravljena 03.02.2023.", "changed"),
        ("DÜZELTİLDİ (ESKİ)", "amended"),
        ("Zamenjena ispravkom", "amended"),
        ("ДТ ОТОЗВАНА ДЕКЛАРАНТОМ", "cancelled"),
        ("ВЫПУСК ОТОЗВАН", "cancelled"),
        ("В ВЫПУСКЕ ОТКАЗАНО", "cancelled"),
        ("ДТ не отозвана", None),
        ("报关单已撤销", "cancelled"),
        ("改单(修改前)", "amended"),
        ("до внесения изменений", "amended"),
        ("ВНЕСЕНЫ ИЗМЕНЕНИЯ (КДТ 01)", "changed"),
    ],
)
def test_a_status_may_say_of_what_by_what_or_when(cell, status):
    assert wording.status(cell) == status


@pytest.mark.parametrize(
    ("cell", "newer"),
    [
        ("ВНЕСЕНЫ ИЗМЕНЕНИЯ (КДТ 01)", True),
        ("改单(修改后)", True),
        ("КДТ", True),
        ("Изменена", False),
        ("改单(修改前)", False),
        ("Заменена КДТ", False),
        ("КДТ (прежняя редакция)", False),
        ("ВЫПУСК ТОВАРОВ РАЗРЕШЕН", False),
    ],
)
def test_a_status_may_say_that_its_row_is_the_newer_of_two_versions(cell, newer):
    assert wording.is_newer(cell) is newer


def test_a_heading_in_two_languages_on_two_lines_is_joined_language_by_language():
    assert joined("Declaration / البيان", "Date / التاريخ") == "Declaration Date / التاريخ البيان"
    assert understand(joined("Re-exporter / المصدّر", "Licence year / سنة الترخيص")).role == "exporter_incorporated"


def test_of_a_heading_in_two_languages_one_is_enough():
    assert understand("Zzyzx wibble qwfp / Страна происхождения").role == "origin"


def test_a_sheet_with_groups_of_headings_in_two_languages_is_read(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["Register / السجل"])
    sheet.append(["Declaration / البيان", "", "", "Exporter / المصدّر", "", "Consignee / المرسل إليه", "", "H.S. Code"])
    leaf = ["No. / الرقم", "Date / التاريخ", "Type / النوع", "Name / الاسم", "Country / البلد"]
    sheet.append([*leaf, "Name / الاسم", "Country / البلد", ""])
    for number in range(4):
        row = [f"R-{number}", "04-May-2022", "RE-EXPORT / إعادة تصدير", "Alphawick FZE", "UAE / الإمارات"]
        sheet.append([*row, "Betaford LLC", "Oman / عمان", "8542.31"])
    workbook.save(tmp_path / "register.xlsx")
    reader, records, links = read(tmp_path / "register.xlsx")
    assert records.select("direction", "procedure", "declaration").row(0) == ("export", "re-export", "R-0")
    assert records["date"].null_count() == 0
    known = {(reader.book.parties[at].name, reader.book.parties[at].country, role) for at, role in
             links.select("party", "role").iter_rows()}  # fmt: skip
    assert known == {("Alphawick FZE", "AE", "exporter"), ("Betaford LLC", "OM", "importer")}


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("საქონლის №", "item"),
        ("Товардын №", "item"),
        ("Tovar №", "item"),
        ("BYUD №", "declaration"),
        ("კონტეინერის №", "container"),
        ("№ товара", "item"),
    ],
)
def test_the_sign_of_a_number_stands_for_the_word(heading, role):
    assert understand(heading).role == role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Belgilangan mamlakat", "destination"),
        ("Дайындалган өлкө", "destination"),
        ("Тағайындалған ел", "destination"),
        ("Соода өлкөсү", "trading_country"),
        ("Чыгарылган өлкө", "origin"),
        ("გამომგზავნის დასახელება", "exporter_name"),
        ("ტვირთმიმღები", "importer_name"),
        ("交易類別", "procedure"),
        ("İhracat Ülkesi", "dispatch"),
        ("Döviz Tutarı", "value"),
        ("Applicant est.", "importer_incorporated"),
        ("Beneficiary licence year", "exporter_incorporated"),
        ("Est. Value", "value"),
        ("Port of discharge", "delivery_place"),
        ("Порт выгрузки", "delivery_place"),
    ],
)
def test_headings_of_more_tongues_tell_their_roles(heading, role):
    assert understand(heading).role == role


def test_the_country_of_who_sends_is_that_partys_where_another_column_says_where_the_goods_come_from():
    alone = heading_roles(["გამგზავნი", "გამგზავნის ქვეყანა"])
    assert alone[1] == "dispatch"
    beside = heading_roles(["გამგზავნი", "გამგზავნის ქვეყანა", "გაგზავნის ქვეყანა"])
    assert [beside[1], beside[2]] == ["exporter_country", "dispatch"]
    beside = heading_roles(["Страна получателя товара", "Страна назначения"])
    assert [beside[0], beside[1]] == ["importer_country", "destination"]


def test_a_column_of_imports_and_exports_is_the_direction_whatever_it_is_headed(tmp_path):
    headings = ["Trade", "Foreign Port", "Importer", "HS Code", "Date"]
    rows = [[way, "Jebel Ali", "Alphawick", "854231", "2022-05-04"] for way in ("Import", "Export") * 3]
    _, records, _ = read(text_table(tmp_path, headings, *rows))
    assert records["direction"].to_list() == ["import", "export"] * 3


def test_short_words_are_no_directions_where_the_heading_does_not_say_so(tmp_path):
    headings = ["Zone", "Importer", "HS Code", "Date"]
    _, records, _ = read(text_table(tmp_path, headings, *[["im", "Alphawick", "854231", "2022-05-04"]] * 4))
    assert records["direction"].to_list() == [None] * 4


@pytest.mark.parametrize(
    ("cell", "procedure", "way"),
    [("EX 3", "re-export", "export"), ("IM 4", "import", "import"), ("IM7", "warehouse", "import"),
     ("EK-10", "export", "export"), ("Shipping Bill", None, "export"), ("BILL OF ENTRY", None, "import")],
)  # fmt: skip
def test_codes_and_papers_that_tell_the_direction(cell, procedure, way):
    assert (wording.procedure(cell)[0], wording.direction(cell)) == (procedure, way)


LETTERS = ["L/C No.", "Date", "Applicant", "Applicant est.", "Beneficiary", "Consignee per B/L", "Consignee Address",
           "Consignee Country", "HS"]  # fmt: skip


def test_an_address_is_that_of_the_party_whose_heading_has_its_word():
    roles = heading_roles(LETTERS)
    assert [roles[at] for at in (2, 3, 5, 6, 7)] == [
        "importer_name", "importer_incorporated", "ship_to_name", "ship_to_address", "ship_to_country",
    ]  # fmt: skip


def test_what_one_of_two_columns_of_a_role_says_of_a_firm_holds_for_both(tmp_path):
    firm = ["L-1", "2022-05-04", "ALPHAWICK LLP", "2023", "Gammafen Ltd", "ALPHAWICK LLP", "Almaty", "KZ", "854231"]
    bank = ["L-2", "2022-05-05", "BETAFORD LLP", "2010", "Gammafen Ltd", "DELTAQUAY JSC", "Astana", "KZ", "854231"]
    reader, _, links = read(text_table(tmp_path, LETTERS, firm, bank))
    buyers = links.filter(pl.col("role") == "importer")["party"].unique().sort()
    known = {(each.name, each.country, each.address, each.incorporated_on)
             for each in (reader.book.parties[at] for at in buyers)}  # fmt: skip
    assert known == {
        ("ALPHAWICK LLP", "KZ", "Almaty", "2023"),
        ("BETAFORD LLP", None, None, "2010"),
        ("DELTAQUAY JSC", "KZ", "Astana", None),
    }


def test_a_branch_in_another_town_keeps_its_own_address(tmp_path):
    headings = ["Date", "Importer", "Importer city", "End user", "End user address", "End user city", "HS"]
    row = ["2022-05-04", "ALPHAWICK LLP", "Astana", "ALPHAWICK LLP", "Abay 5", "Almaty", "854231"]
    reader, _, _ = read(text_table(tmp_path, headings, row))
    assert sorted(each.address for each in reader.book.parties) == ["Abay 5, Almaty", "Astana"]


@pytest.mark.parametrize("cell", ["დეკლარანტი თვითონ", "Самостоятельно", "Self", "Kendisi", "自理報關"])
def test_who_declares_for_himself_names_nobody(tmp_path, cell):
    headings = ["Declaration", "Date", "Importer", "Declarant", "HS Code"]
    reader, _, _ = read(text_table(tmp_path, headings, ["D-1", "2022-05-04", "Alphawick", cell, "854231"]))
    assert [party.name for party in reader.book.parties] == ["Alphawick"]


_ROLES = (
    *("declaration", "date", "exporter_name", "exporter_address", "importer_name", "importer_tax_id", "hs_code"),
    *("description", "origin", "dispatch", "destination", "gross_kg", "net_kg", "quantity", "unit", "currency"),
)
_HEADED = {
    "sr": (
        "Broj JCI;Datum prihvatanja;Izvoznik;Adresa izvoznika;Primalac;PIB primaoca;Tarifna oznaka;"
        "Naimenovanje robe;Zemlja porekla;Zemlja otpreme;Zemlja odredišta;Bruto masa;Neto masa;Količina;"
        "Jedinica mere;Valuta"
    ),
    "sr-Cyrl": (
        "Број ЈЦИ;Датум прихватања;Извозник;Адреса извозника;Прималац;ПИБ примаоца;Тарифна ознака;"
        "Наименовање робе;Земља порекла;Земља отпреме;Земља одредишта;Бруто маса;Нето маса;Количина;"
        "Јединица мере;Валута"
    ),
    "hr": (
        "Broj deklaracije;Datum prihvaćanja;Pošiljatelj;Adresa pošiljatelja;Primatelj;OIB primatelja;"
        "Tarifna oznaka;Naziv robe;Zemlja podrijetla;Zemlja otpreme;Zemlja odredišta;Bruto masa (kg);"
        "Neto masa (kg);Količina;Jedinica mjere;Valuta"
    ),
    "sl": (
        "Številka deklaracije;Datum sprejema;Pošiljatelj;Naslov pošiljatelja;Prejemnik;"
        "Davčna številka prejemnika;Oznaka blaga;Opis blaga;Država porekla;Država odpreme;"
        "Namembna država;Bruto masa;Neto masa;Količina;Merska enota;Valuta"
    ),
    "mk": (
        "Број на декларација;Датум на прифаќање;Извозник;Адреса на извозникот;Увозник;ЕДБ на увозникот;"
        "Тарифна ознака;Опис на стоката;Земја на потекло;Земја на испраќање;Земја на намена;Бруто маса;"
        "Нето маса;Количина;Единица мерка;Валута"
    ),
    "bg": (
        "Номер на декларация;Дата на приемане;Износител;Адрес на износителя;Получател;ЕИК на получателя;"
        "Код на стоката;Описание на стоката;Страна на произход;Държава на изпращане;"
        "Държава на получаване;Бруто тегло;Нето тегло;Количество;Мерна единица;Валута"
    ),
    "el": (
        "Αριθμός διασάφησης;Ημερομηνία αποδοχής;Αποστολέας;Διεύθυνση αποστολέα;Παραλήπτης;ΑΦΜ παραλήπτη;"
        "Κωδικός ΣΟ;Περιγραφή εμπορευμάτων;Χώρα καταγωγής;Χώρα αποστολής;Χώρα προορισμού;"
        "Μικτή μάζα (kg);Καθαρή μάζα (kg);Ποσότητα;Μονάδα;Νόμισμα"
    ),
    "cs": (
        "Číslo prohlášení;Datum přijetí;Vývozce;Adresa vývozce;Příjemce;IČO příjemce;Kód zboží;"
        "Popis zboží;Země původu;Země odeslání;Země určení;Hrubá hmotnost;Vlastní hmotnost;Množství;"
        "Měrná jednotka;Měna"
    ),
    "sk": (
        "Číslo vyhlásenia;Dátum prijatia;Vývozca;Adresa vývozcu;Príjemca;IČO príjemcu;Kód tovaru;"
        "Opis tovaru;Krajina pôvodu;Krajina odoslania;Krajina určenia;Hrubá hmotnosť;Čistá hmotnosť;"
        "Množstvo;Merná jednotka;Mena"
    ),
    "hu": (
        "Nyilatkozat száma;Elfogadás dátuma;Feladó;Feladó címe;Címzett;Címzett adószáma;Vámtarifaszám;"
        "Árumegnevezés;Származási ország;Feladó ország;Rendeltetési ország;Bruttó tömeg;Nettó tömeg;"
        "Mennyiség;Mértékegység;Pénznem"
    ),
    "lt": (
        "Deklaracijos numeris;Priėmimo data;Siuntėjas;Siuntėjo adresas;Gavėjas;Gavėjo įmonės kodas;"
        "Prekės kodas;Prekės aprašymas;Kilmės šalis;Išsiuntimo šalis;Paskirties šalis;Bruto masė;"
        "Neto masė;Kiekis;Matavimo vienetas;Valiuta"
    ),
    "lv": (
        "Deklarācijas numurs;Pieņemšanas datums;Nosūtītājs;Nosūtītāja adrese;Saņēmējs;"
        "Saņēmēja reģistrācijas numurs;Preces kods;Preces apraksts;Izcelsmes valsts;Nosūtīšanas valsts;"
        "Galamērķa valsts;Bruto masa;Neto masa;Daudzums;Mērvienība;Valūta"
    ),
    "et": (
        "Deklaratsiooni number;Aktsepteerimise kuupäev;Saatja;Saatja aadress;Saaja;Saaja registrikood;"
        "Kauba kood;Kauba kirjeldus;Päritoluriik;Lähteriik;Sihtriik;Brutomass;Netomass;Kogus;Mõõtühik;"
        "Valuuta"
    ),
    "fi": (
        "Ilmoitusnumero;Hyväksymispäivä;Lähettäjä;Lähettäjän osoite;Vastaanottaja;"
        "Vastaanottajan Y-tunnus;Nimike;Tavaran kuvaus;Alkuperämaa;Lähetysmaa;Määrämaa;Bruttopaino;"
        "Nettopaino;Määrä;Yksikkö;Valuutta"
    ),
    "sv": (
        "Deklarationsnummer;Godtagandedatum;Exportör;Exportörens adress;Mottagare;"
        "Mottagarens organisationsnummer;Varukod;Varubeskrivning;Ursprungsland;Avsändningsland;"
        "Bestämmelseland;Bruttovikt;Nettovikt;Kvantitet;Enhet;Valuta"
    ),
    "da": (
        "Angivelsesnummer;Antagelsesdato;Eksportør;Eksportørens adresse;Modtager;Modtagerens CVR-nummer;"
        "Varekode;Varebeskrivelse;Oprindelsesland;Afsendelsesland;Bestemmelsesland;Bruttovægt;Nettovægt;"
        "Mængde;Enhed;Valuta"
    ),
    "nb": (
        "Deklarasjonsnummer;Deklarasjonsdato;Avsender;Avsenders adresse;Mottaker;"
        "Mottakers organisasjonsnummer;Varenummer;Varebeskrivelse;Opprinnelsesland;Avsenderland;"
        "Bestemmelsesland;Bruttovekt;Nettovekt;Mengde;Enhet;Valuta"
    ),
    "nl": (
        "Aangiftenummer;Datum van aanvaarding;Afzender;Adres afzender;Geadresseerde;"
        "KvK-nummer geadresseerde;Goederencode;Omschrijving van de goederen;Land van oorsprong;"
        "Land van verzending;Land van bestemming;Brutomassa;Nettomassa;Hoeveelheid;Eenheid;Valuta"
    ),
}


@pytest.mark.parametrize("language", _HEADED)
def test_headings_of_the_languages_of_europe_tell_their_roles(language):
    headings = _HEADED[language].split(";")
    assert [(heading, understand(heading) and understand(heading).role) for heading in headings] == [
        *zip(headings, _ROLES, strict=True)
    ]


@pytest.mark.parametrize(
    "name",
    ["Руска Федерација", "Ruska federacija", "Venäjän federaatio", "Orosz Föderáció", "Russische Federatie", "รัสเซีย"],
)
def test_russia_is_known_by_the_whole_of_its_name(name):
    assert country_in(name) == "RU"


def test_exports_sent_to_many_countries_are_not_sent_from_them(tmp_path):
    head = ["Direction", "Eksport qiluvchi", "TIF TN kodi", "Kelib chiqish mamlakati", "Yuborilgan mamlakat"]
    rows = [["Eksport", "NAMUNA MCHJ", "5205120000", "Oʻzbekiston", to] for to in ("Rossiya", "Xitoy", "Rossiya")]
    reader, records, _ = read(text_table(tmp_path, head, *rows))
    assert records["destination"].to_list() == ["RU", "CN", "RU"]
    assert records["dispatch"].null_count() == 3
    assert any("never names UZ" in note and "taken for the destination" in note for note in reader.notes)
    _, records, _ = read(text_table(tmp_path, head, *rows, [*rows[0][:4], "Oʻzbekiston"]))
    assert records["dispatch"].to_list() == ["RU", "CN", "RU", "UZ"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("MRN / TIR karnetes Nr.", "declaration"),
        ("Statuss", "status"),
        ("Белгиланган мамлакат", "destination"),
        ("Principāls (procedūras izmantotājs)", "principal_name"),
        ("Inhaber des Verfahrens", "principal_name"),
        ("Код условия поставки", "incoterm"),
        ("Код товара", "hs_code"),
    ],
)
def test_headings_of_transit_and_of_neighbouring_customs(heading, role):
    assert heading_roles([heading])[0] == role


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Russ. Föderation", "RU"),
        ("Russ. Fed.", "RU"),
        ("Росс. Федерация", "RU"),
        ("Kirgis. Republik", "KG"),
        ("Ver. Arab. Emirate", "AE"),
        ("Vereinigte Staaten v. Amerika", "US"),
        ("Tadsch.", "TJ"),
        ("N. Korea", "KP"),
        ("Austr.", None),  # Austria or Australia
        ("Colo.", None),
        ("Guin.", None),
        ("Inc.", None),
        ("St. Louis", None),
    ],
)
def test_a_country_is_known_by_words_cut_short_where_only_one_begins_so(cell, code):
    assert country_in(cell) == code


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Стоимость в валюте контракта", "value"),
        ("Вартість у валюті договору", "value"),
        ("Шарт валютасындағы құны", "value"),
        ("Shartnoma valyutasidagi qiymati", "value"),
        ("Müqavilə valyutasında dəyəri", "value"),
        ("Sözleşme para birimi cinsinden bedel", "value"),
        ("Rechnungsbetrag in Vertragswährung", "value"),
        ("Wartość w walucie kontraktu", "value"),
        ("Валюта контракта", "currency"),
        ("შესატყობინებელი პირი", "notify_name"),
    ],
)
def test_a_value_in_the_currency_of_the_contract_is_a_value_and_no_currency(heading, role):
    assert understand(heading).role == role


@pytest.mark.parametrize(
    ("cell", "procedure"),
    [("货样广告品", "samples"), ("Рекламные образцы", "samples"), ("Numune", "samples"), ("一般贸易", None)],
)
def test_samples_are_a_procedure_of_their_own(cell, procedure):
    assert wording.procedure(cell)[0] == procedure
