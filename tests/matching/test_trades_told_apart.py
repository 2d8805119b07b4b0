"""What firms make and do: one thing in two languages is one, two things of one field are two."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Андижанская макаронная фабрика", "Andijan Pasta Factory"),
        ("Самаркандский дрожжевой завод", "Samarqand xamirturush zavodi"),
        ("Ташкентский мыловаренный завод", "Tashkent Soap Factory"),
        ("Харьковский завод подшипников", "Харківський підшипниковий завод"),
        ("ქუთაისის სარკეების ქარხანა", "Kutaisi Mirror Factory"),
        ("کارخانه کبریت تبریز", "Tabriz Match Factory"),
        ("مصنع الزجاج حلب", "Aleppo Glass Factory"),
        ("青岛轮胎厂", "Qingdao Tyre Plant"),
        ("天津自行车有限公司", "Tianjin Bicycle Co Ltd"),
        ("河北锑业有限公司", "Hebei Antimony Co Ltd"),
        ("天津钢管集团股份有限公司", "Tianjin Steel Pipe Group Corporation"),
        ("İzmir Zeytinyağı Fabrikası", "Izmir Olive Oil Factory"),
        ("Бишкекский театр кукол", "Bishkek Puppet Theatre"),
        ("Минский завод шестерен", "Minsk Gear Plant"),
        ("Гомельский завод стеклотары", "Gomel Glass Bottle Plant"),
        ("Mary pagta arassalaýjy kärhanasy", "Мары хлопкоочистительный завод"),
        ("Ломбард Алатау", "Alatau Pawnshop LLC"),
        ("Մեծամորի ատոմային էլեկտրակայան", "Metsamor Nuclear Power Plant"),
        ("Бишкекские электрические сети", "Bishkek Power Networks"),
        ("Екибастузская ГРЭС", "Ekibastuz Power"),
        ("توزیع برق اصفهان", "Isfahan Electricity Distribution Company"),
        ("Konya Tarım Makineleri", "Конья сельхозмашины"),
        ("KAZGEOFIZPRIBOR TOO", "ТОО «Казахстанские геофизические приборы»"),
    ],
)
def test_one_thing_in_two_languages_is_one(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Андижанская макаронная фабрика", "Andijan Yeast Factory"),
        ("Андижан макарон ООО", "Andijan Honey LLC"),
        ("Самаркандский дрожжевой завод", "Samarkand Vinegar Plant"),
        ("Ташкентский свечной завод", "Tashkent Soap Factory"),
        ("Харьковский завод конденсаторов", "Kharkiv Resistor Plant"),
        ("کارخانه کبریت تبریز", "Tabriz Candle Factory"),
        ("天津自行车有限公司", "Tianjin Motorcycle Co Ltd"),
        ("河北锑业有限公司", "Hebei Tin Co Ltd"),
        ("İzmir Zeytinyağı Fabrikası", "Izmir Sunflower Oil Factory"),
        ("Гомельский завод стеклотары", "Gomel Flat Glass Plant"),
        ("Ломбард Алатау", "Alatau Microcredit LLC"),
        ("Душанбинский карандашный завод", "Dushanbe Notebook Factory"),
        ("Бакинский футбольный клуб", "Baku Chess Club"),
        ("Астанинский театр оперы", "Astana Circus"),
        ("Бишкекская ковровая фабрика", "Bishkek Blanket Factory"),
        ("Винницкий завод пестицидов", "Vinnytsia Fertilizer Plant"),
        ("Каракульская ГРЭС", "Karakul Power Grid Company"),
        ("نیروگاه اصفهان", "Isfahan Electricity Distribution Company"),
        ("Нурекская ГЭС", "Norak Electric Networks"),
        ("Узгеофизика", "Узбекгеология"),
        ("Osh Gypsum", "Ош Известь"),
    ],
)
def test_two_things_of_one_field_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
