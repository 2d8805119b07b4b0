"""Names of firms as declarations and bank messages cut and shorten them, and listed names that too much resembles."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import Screener, compare_names
from screening.names.folding import fold
from screening.reference import table
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("TD VOSTOKHIM OOO G.KHABAROVSK UL.KIR", "Trading House Vostokkhim LLC"),
        ("KOREA RYONBONG GEN CORP PYONGY", "Korea Ryonbong General Corporation"),
        ("GOLDEN MERIT ELECTRONICS HKG LTD KOWL", "Golden Merit Electronics (HK) Limited"),
        ("Winsun Logistik MChJ TASHK", "Winsun Logistik LLC"),
        ("Эверест Дизайн ООО г. Хабаровск ул. Кирова", "ООО Эверест Дизайн"),
    ],
)
def test_an_address_that_a_field_cut_off_is_no_part_of_the_name(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("TD VOSTOKLES OOO G.KHABAROVSK UL.KIR", "Trading House Vostokkhim LLC"),
        ("OOO KHABAR", "OOO KIROV"),
    ],
)
def test_another_name_before_such_an_address_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


def test_a_town_behind_the_dash_of_a_bodys_name_is_where_it_is() -> None:
    body = "مركز الدراسات والبحوث العلمية - دمشق"
    assert is_match(body, "Scientific Studies and Research Centre", "Organization")
    assert not is_match("شركة البركة للأسماك - صحار", "Al Baraka Fish Co. Sur", "Company")


def test_the_number_of_a_branch_says_nothing_of_whose_it_is() -> None:
    assert is_match("VTB BANK PAO FILIAL 7701 MOSKVA", "VTB Bank PJSC", "Company")
    assert not is_match("Fabrika br. 7 Zastavnik", "Фабрика бр. 9 Заставник", "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ('ПРИВАТНЕ АТ "МАКО ХОЛДІНГ"', "PRIVATE JOINT-STOCK COMPANY MAKO HOLDING"),
        ("Общество с огр. отв. Ромашка", "ООО Ромашка"),
        ("CTY TNHH INAND INDUSTRIES", "INAND INDUSTRIES COMPANY LIMITED"),
        ("CTY CP VINATRANS", "Vinatrans JSC"),
    ],
)
def test_forms_half_cut_short_are_forms(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


def test_kazan_is_known_by_its_uzbek_name() -> None:
    assert is_match("Qozon davlat porox zavodi", "Казанский государственный пороховой завод", "Company")
    assert not is_match("Qozon davlat porox zavodi", "Тамбовский государственный пороховой завод", "Company")


@pytest.mark.parametrize("listed", ["SHIC", "SMSC"])
def test_initials_that_need_the_legal_form_are_too_little_beside_a_name_of_its_own(listed: str) -> None:
    full = {"SHIC": "SHENZHEN HONGHE INDUSTRIAL CO", "SMSC": "SHENZHEN MOBILE SKY CO"}[listed]
    assert not is_match(full, listed, "Company")


def test_initials_of_a_body_of_a_state_are_its_own() -> None:
    assert is_match("National Iranian Oil Company", "NIOC", "Company")


def test_few_consonants_alone_are_no_name_beside_a_trade() -> None:
    assert not is_match("OSOO MEKEN IMPEKS", "مؤسسه مکین", "Company")
    assert is_match("شرکت کاوهان", "Kavehan Trading Co.", "Company")  # four fit few words


@pytest.mark.parametrize(
    ("left", "listed"),
    [
        ("Sahara Wheels Trading", "SAHARA"),
        ("HUDSON MEADOW APPAREL", "HUDSON"),
        ("OʻzSTANDART PLYUS", "SOFT PLYUS"),
        ("Al-Jabal Al Aswad General Trading", "AL JABAL"),
        ("GOLDEN TEA CO", "TEACO"),  # nor are a few letters written together
        ("IN AN PHUONG NAM", "INAND"),
    ],
)
def test_what_firms_are_often_called_is_no_sign_of_a_house(left: str, listed: str) -> None:
    assert not _is_raised(left, listed)


@pytest.mark.parametrize(
    ("left", "listed"), [("Uzstanex Lizing Servis", "OOO UZSTANEX"), ("Almaz Antey Telecommunications", "Almaz-Antey")]
)
def test_a_rare_word_or_two_together_still_are(left: str, listed: str) -> None:
    assert _is_raised(left, listed)


def _is_raised(left: str, listed: str) -> bool:
    """Whether a firm finds the only listed one, in whatever relation."""
    entry = pa.table({"entry_id": ["1"], "schema": ["Company"], "name": [listed]})
    asked = pa.table({"subject_id": ["a"], "schema": ["Company"], "name": [left]})
    return Screener([entry]).screen(asked).num_rows > 0


def test_ordinary_names_are_folded_and_said_once_a_language() -> None:
    for row in table("words/ordinary_names.tsv").rows:
        words = row["words"].split()
        assert [fold(word) for word in words] == words
        assert len(set(words)) == len(words)


def test_what_few_consonants_took_off_is_said() -> None:
    found = compare_names("OSOO MEKEN IMPEKS", "مؤسسه مکین", schema="Company")
    assert "only few consonants of one word in common" in found.explanation


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("JJJ Nt[yjkfqy", "ООО Технолайн", "Company"),
        ("SEL?UKLU OTOMOT?V YEDEK PAR?A LTD", "Selcuklu Otomotiv Yedek Parca Ltd. Sti.", "Company"),
        ("M/S KRISHNAVENI EXPORTS PROP R SURESH", "Krishnaveni Exports", "Company"),
        ("ЯУЕФЕКЩТ ПЬИР", "Zetatron GmbH", "Company"),
        ("1/OOO KASPIY SHIPPING 2/ASTRAKHAN", "Kaspiy Shipping LLC", "Company"),
        ("HOKUSHIN SHOJI YUGEN KAISYA", "Hokushin Shoji Yugen Kaisha", "Company"),
        ("MUASASAT ALFURAT LILTIJARA", "Al-Furat Trading Establishment", "Company"),
        ("V/CH 26165", "Military Unit Number 26165", "Organization"),
        ("IP GLAVA KFKH MAGOMEDOV RUSLAN G.", "Ruslan Gadzhievich Magomedov", "Person"),
        ("LEYLA T/X", "LEYLA", "Vessel"),
        ("Schmidt Metallbau, Inh. Karl Schmidt", "Schmidt Metallbau e.K.", "Company"),
        ("KUZNETSOVAELENAPAVLOVNA", "Elena Pavlovna KUZNETSOVA", "Person"),
        ("перечислено Ковалёву Петру Ильичу", "Pyotr Ilyich KOVALEV", "Person"),
    ],
)
def test_what_payments_and_registers_do_to_names(left: str, right: str, schema: str) -> None:
    assert is_match(left, right, schema)
    assert is_found(left, right, schema)


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("M/S KRISHNAMURTHY EXPORTS PROP R SURESH", "Krishnaveni Exports", "Company"),
        ("V/CH 26165", "Military Unit Number 74455", "Organization"),
        ("1/OOO KASPIY SHIPPING 2/ASTRAKHAN", "Kaskad Shipping LLC", "Company"),
        ("American Home Owner Loans Inc", "American Home Inc", "Company"),
        ("вдова Байжанова Темирлана Аскаровича", "BAIZHANOV, Temirlan Askarovich", "Person"),
        ("Хуршеда Назарова", "NAZAROV Khurshed", "Person"),
    ],
)
def test_another_firm_and_another_person_stay_apart(left: str, right: str, schema: str) -> None:
    assert not is_match(left, right, schema)
