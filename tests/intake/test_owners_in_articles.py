"""What stands beside a person's name, a firm, a bank or a ship of his, does not shut out the listings of persons.

All parties are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from screening import runs
from screening.intake.mapped import MappedText
from screening.intake.mentions import mentions
from screening.intake.story import Draft, finish


def found(text: str, language: str | None = None) -> dict[str, str]:
    draft = Draft(MappedText.whole(""), [MappedText.whole(text)])
    story = finish(draft, file="a.txt", sha256="0", index=1, language=language)
    return {each.name: each.schema for each in mentions(story)}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("tr", "Alişer Tulgarov’un şirketi açıklama yapmadı.", "Alişer Tulgarov"),
        ("tr", "Gülnara Tulgarova’nın bankası kapandı.", "Gülnara Tulgarova"),
        ("tr", "İş insanı Süleyman Tulgarov’un yatı Bodrum’da görüldü.", "Süleyman Tulgarov"),
        (None, "Gulnora Tulgarovaning banki yopildi.", "Gulnora Tulgarova"),
        ("uz", "Алишер Тулгаровнинг компанияси изоҳ бермади.", "Алишер Тулгаров"),
        ("az", "Əlişir Tulgarovun şirkəti açıqlama vermədi.", "Əlişir Tulgarov"),
        (None, "Süleyman Tulgarovun yaxtası görüldü.", "Süleyman Tulgarov"),
        ("tk", "Alyşir Tulgarowyň kompaniýasy düşündiriş bermedi.", "Alyşir Tulgarow"),
        ("kk", "Әлішер Тулгаровтың компаниясы түсініктеме бермеді.", "Әлішер Тулгаров"),
        ("ky", "Алишер Тулгаровдун компаниясы жооп берген жок.", "Алишер Тулгаров"),
        ("en", "Alisher Tulgarov's company did not comment.", "Alisher Tulgarov"),
        ("en", "Tulgarov’s yacht was seen in Bodrum.", "Tulgarov"),
        ("ru", "Компания Тулгарова не ответила.", "Тулгарова"),
        ("ru", "Суд арестовал активы компании Алишера Тулгарова.", "Алишер Тулгаров"),
        ("ru", "Банк Гульнары Тулгаровой закрыт.", "Гульнара Тулгарова"),
        ("ru", "Яхта Сулеймана Тулгарова замечена в Бодруме.", "Сулейман Тулгаров"),
        ("ru", "Власти арестовали яхту Сулеймана Тулгарова в порту.", "Сулейман Тулгаров"),
        ("tr", "Vektonix'in fabrikası kapandı.", "Vektonix"),
        ("tg", "Ширкати Алишер Тулгаров ҷавоб надод.", "Алишер Тулгаров"),
        ("ka", "ალიშერ თულგაროვის კომპანიამ არ უპასუხა.", "ალიშერ თულგაროვი"),
        ("ar", "شوهد يخت سليمان تولغاروف في بودروم.", "سليمان تولغاروف"),
        ("uk", "Компанія Алішера Тулгарова не коментувала.", "Алішер Тулгаров"),
        ("ar", "شركة تولغاروف لم تعلق.", "تولغاروف"),
        ("ar", "قالت شركة سليمان تولغاروف لم تعلق.", "سليمان تولغاروف"),
        ("fa", "شرکت سلیمان تولگاروف پاسخ نداد.", "سلیمان تولگاروف"),
    ],
)
def test_the_owner_of_a_firm_or_ship_is_compared_with_persons(language: str | None, text: str, name: str) -> None:
    assert found(text, language).get(name) in {"Person", "LegalEntity"}


@pytest.mark.parametrize(
    ("language", "text", "name", "schema"),
    [
        ("en", "Goods went to the company Vektonix in June.", "Vektonix", "Company"),
        ("ru", "Задержан танкер Михаил Тулгаров.", "Михаил Тулгаров", "Vessel"),
        ("en", "The tanker Mikhail Tulgarov left port.", "Mikhail Tulgarov", "Vessel"),
        ("en", "The money went to Tulgarov Holding.", "Tulgarov Holding", "Company"),
        ("tr", "Vektonix şirketi açıklama yapmadı.", "Vektonix", "Company"),
        ("ru", "Суд арестовал активы компании Вектоникс.", "Вектоникс", "Company"),
        ("ar", "قالت شركة معروف لم تعلق.", "شركة معروف", "Company"),
        ("az", "Vektonix şirkəti açıqlama vermədi.", "Vektonix", "Company"),
    ],
)
def test_a_firm_a_fund_and_a_ship_keep_their_names_and_types(language: str, text: str, name: str, schema: str) -> None:
    assert found(text, language).get(name) == schema


def test_a_fund_that_is_called_by_a_person_is_compared_whole_and_by_the_person() -> None:
    its = found("Фонд Ахмата Тулгарова закрыт.", "ru")
    assert its["Фонд Ахмата Тулгарова"] in {"Organization", "LegalEntity"}
    assert its["Ахмат Тулгаров"] in {"Person", "LegalEntity"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("az", "Prezident Əlişir Tulgarovdan cavab istədi.", "Əlişir Tulgarov"),
        ("tk", "Prezident Gurbanguly Tulgarowyň karary.", "Gurbanguly Tulgarow"),
        ("uz", "Kecha Gulnora Tulgarovaga qarshi ish ochildi.", "Gulnora Tulgarova"),
        ("kk", "Кеше Бауыржан Тулгаровтан жауап алды.", "Бауыржан Тулгаров"),
        ("ky", "Рахат Тулгаровду чакырды.", "Рахат Тулгаров"),
        ("tg", "Алишер Тулгаровро даъват кард.", "Алишер Тулгаров"),
        ("hy", "Ալիշեր Թուլգարովի ընկերությունը չպատասխանեց։", "Ալիշեր Թուլգարով"),
        ("ka", "გიორგი თულგაროვის კომპანია დაიხურა.", "გიორგი თულგაროვი"),
    ],
)
def test_names_in_the_cases_of_the_regions_languages_are_looked_for_without_their_endings(
    language: str, text: str, name: str
) -> None:
    assert found(text, language).get(name) in {"Person", "LegalEntity"}


def test_a_person_whose_name_a_listed_foundation_has_is_compared_with_persons_too(tmp_path: Path) -> None:
    first = tmp_path / "first.csv"
    first.write_text("entry_id,schema,name\n1,Organization,بنیاد سلیم\n1,Organization,سلیم تولگاروفی\n", "utf-8")
    second = tmp_path / "second.csv"
    second.write_text("entry_id,schema,name\n7,Person,سلیم تولگاروفی\n", "utf-8")
    story = tmp_path / "news.txt"
    story.write_text("خبر\n\nسلیم تولگاروفی به بغداد رفت.\n", "utf-8")
    hits = runs.articles([story], lists=[first, second], out=tmp_path / "out").hits.to_pylist()
    assert {"1", "7"} <= {hit["entry_id"] for hit in hits}
