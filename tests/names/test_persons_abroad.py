"""Persons of Russia and its neighbours as the letters and endings of other countries write them."""

from __future__ import annotations

import pytest

from screening.names.persons_abroad import as_english
from screening.reference import table
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Viktoras Chreninas", "Виктор Хренин"),
        ("Vladimiras Putinas", "Vladimir Putin"),
        ("Ramzanas Kadyrovas", "Ramzan Kadyrov"),
        ("Michailas Mišustinas", "Mikhail Mishustin"),
        ("Romanas Abramovičius", "Roman Abramovich"),
    ],
)
def test_a_name_of_lithuanian_endings_is_one_without(written: str, name: str) -> None:
    assert is_match(written, name, "Person")
    assert is_found(written, name, "Person")


@pytest.mark.parametrize(
    "name",
    [
        "Carlos Salinas",
        "Juan Arenas",
        "Маркас Петрас",
        "Abbas Qassems Vodrin",
        "James Higgins",
        "Thomas Hopkins",
        "Josef Novak",
        "Franz Schubert",
        "Kjell Nilsson",
        "Jean Dujardin",
        "Mohammad Jafari",
        "Rajab Khojayev",
        "Ceyhun Əliyev",
        "Dmitry Nikitich Samoylenko",
        "Serdar Garajaýewiç Atajanow",
        "Irakli Lomidze",
        "Wael Marwan Sharif",
        "Sanjay Keshavji",
        "José Jiménez",
    ],
)
def test_names_of_others_are_left(name: str) -> None:
    assert as_english(name) == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jerschan Schaksylykow", "Yerzhan Zhaksylykov"),
        ("Jershan Shaksylykow", "Yerzhan Zhaksylykov"),
        ("Jerzjan Zjaksylykov", "Yerzhan Zhaksylykov"),
        ("Jersjan Sjaksylykov", "Yerzhan Zhaksylykov"),
        ("Jeržan Žaksylykov", "Yerzhan Zhaksylykov"),
        ("Jeržan Žaksõlõkov", "Yerzhan Zhaksylykov"),
        ("Jeržans Žaksilikovs", "Yerzhan Zhaksylykov"),
        ("Jeržanas Žaksylykovas", "Yerzhan Zhaksylykov"),
        ("Jerżan Żaksyłykow", "Yerzhan Zhaksylykov"),
        ("Jerzsan Zsaksziljkov", "Yerzhan Zhaksylykov"),
        ("Јержан Жаксиликов", "Yerzhan Zhaksylykov"),
        ("Surab Tschitschua-Dschawachischwili", "ზურაბ ჭიჭუა-ჯავახიშვილი"),
        ("Surab Tschchikwadse", "ზურაბ ჩხიკვაძე"),
        ("Zurabas Čchikvadzė", "ზურაბ ჩხიკვაძე"),
        ("Natalja Sergejevna Kuzněcovová", "KUZNETSOVA Natalia Sergeevna"),
        ("Nina Chvičiaová", "ნინა ხვიჩია"),
        ("Olha Petrenková", "Ольга Петренко"),
        ("Bachodir Chodzjajev", "Баҳодир Хўжаев"),
        ("Bahodir Hodžajev", "Bakhodir Khojaev"),
        ("Elčin Hadžizade", "Elçin Hacızadə"),
        ("Raschad Dschafarkulijew", "Rəşad Cəfərquliyev"),
        ("Olekszij Csornousz", "Oleksii Chornous"),
        ("Vasilij Coj", "Vasiliy Tsoy"),
        ("Arkadi Țvetkov", "Arkadiy Tsvetkov"),
        ("Tenguiz Jachidze", "Tengiz Khachidze"),
        ("Bajodir Jodzhaev", "Bakhodir Khojaev"),
        ("Goča Cchakaja", "Gocha Tskhakaya"),
        ("Aleksejs Judins", "Aleksey Yudin"),
        ("Геннадиј Јефремов", "Геннадий Ефремов"),
        ("Михајло Џоџуа", "Mikhailo Jojua"),
        ("Nikolaj Vladimirovitj Levtjenko", "Николай Владимирович Левченко"),
        ("Bakhodir Khodzhajev", "Baxodir Xo'jayev"),
    ],
)
def test_a_person_is_one_in_the_letters_of_another_country(written: str, name: str) -> None:
    """The names are invented, and so are the spellings, by the rules of each country."""
    assert is_match(written, name, "Person")


@pytest.mark.parametrize("written", ["Jerschan Schaksylykow", "Jeržanas Žaksylykovas", "Јержан Жаксиликов"])
def test_and_is_found_on_a_list(written: str) -> None:
    assert is_found(written, "Yerzhan Zhaksylykov", "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Andrei Šarov", "Жаров Андрей"),
        ("Andrei Šarov", "Andrei Žarov"),
        ("Andrej Žarov", "Шаров Андрей"),
        ("Andriej Szarow", "Andrey Zharov"),
        ("Andrej Zsarov", "Шаров Андрей"),
        ("Андреј Шаров", "Андрей Жаров"),
        ("Andrejs Šarovs", "Andrejs Žarovs"),
        ("Andrey Sharov", "Андрей Жаров"),
        ("Љубица Крстајић", "Ljubiša Krstajić"),
        ("Jerschan Schaksylykow", "Nurzhan Zhaksylykov"),
        ("Jerschan Schaksylykow", "Yerzhan Zhaksybayev"),
        ("Surab Tschitschinadse", "ზურაბ ჩხეიძე"),
        ("Emin Karabekmez", "Emine Karabekmez"),
        ("Natalja Sergejevna Kuzněcovová", "Nadezhda Sergeevna Kuznetsova"),
        ("Serghei Stepașin", "Sergei Stepashkin"),
        ("Dmitry Nikitich Samoylenko", "Дмитрий Николаевич Самойленко"),
        ("Zurabas Čchikvadzė", "Зураб Чкония"),
    ],
)
def test_others_of_similar_letters_stay_apart(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_a_letter_of_two_sounds_is_read_as_the_given_name_that_it_makes() -> None:
    assert as_english("Sergei Schukow") == ("sergei shukov", "sergei zhukov")


def test_every_code_of_the_table_is_put_back() -> None:
    for row in table("scripts/persons_abroad.tsv").rows:
        put = {letter for step in row["steps"].split() for letter in step.rpartition("=")[2] if letter.isupper()}
        assert put <= {code.partition("=")[0] for code in row["codes"].split()} | {"G", "H", "Z", "B"}, row["system"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Viktoras Petrauskas", "Viktor Petrov"),
        ("Viktoras Chreninas", "Viktor Chernin"),
        ("Jonas Kazlauskas", "Jon Kazlov"),
    ],
)
def test_a_lithuanian_is_no_russian_of_a_similar_name(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Igor Iwanowitsch Setschin", "Igor Sechin"),
        ("Anna Iwanowna Petrowa", "Anna Petrova"),
        ("Szergej Viktorovics Lavrov", "Sergey Lavrov"),
        ("Kim Dzsongun", "김정은"),
        ("Kim Dschong Un", "Kim Jong Un"),
        ("Ri Szongcsol", "Ri Song Chol"),
        ("Jaqsylyq Nūrpeiısov", "Zhaksylyk Nurpeisov"),
        ("Ержан Жұмабаев", "Ержан Жумабаев"),
    ],
)
def test_spellings_of_papers_abroad_are_read_back(written: str, name: str) -> None:
    assert is_match(written, name, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Igor Iwanowitsch Setschin", "Igor Petrovich Sechin"),
        ("Kim Dzsongun", "Kim Yong Il"),
        ("Kim Dzsongun", "Kim Jong Il"),
        ("Jaqsylyq Nūrpeiısov", "Zhaksybek Nurpeisov"),
    ],
)
def test_others_stay_others(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_a_sole_trader_is_one_under_what_a_neighbour_calls_the_trade() -> None:
    trader = "Individuālais komersants Pāvels Sideļņikovs"
    assert is_match(trader, "ИП Сидельников Павел Иванович", "Person")
    assert not is_match(trader, "ИП Сидоренко Павел Иванович", "Person")
    assert not is_match(trader, "ИП Сидельников Пётр Иванович", "Person")
