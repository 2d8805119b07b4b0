"""Names in scripts that have no capitals: Chinese, Korean, Arabic, Persian, Georgian; all parties are invented."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.intake.candidates import rule_spans
from screening.intake.mapped import MappedText
from screening.intake.mentions import mentions
from screening.intake.story import Draft, finish
from screening.reference import table


def found(text: str, language: str) -> dict[str, str]:
    draft = Draft(MappedText.whole(""), [MappedText.whole(text, 0)])
    story = finish(draft, file="a.txt", sha256="0", index=1, language=language)
    return {mention.name: mention.schema for mention in mentions(story)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("公司法定代表人沈国梁对本报说。", {"沈国梁": "Person"}),
        ("股东为欧阳静怡、陆涛。", {"欧阳静怡": "Person", "陆涛": "Person"}),
        ("赵新华表示，双方没有往来。", {"赵新华": "Person"}),
        ("俄罗斯公民谢尔盖·科兹洛夫说", {"谢尔盖·科兹洛夫": "Person"}),
        ("檢方昨日約談鴻泰精機股份有限公司人員", {"鴻泰精機股份有限公司": "Company"}),
        ("透過香港商滙捷貿易有限公司轉賣", {"滙捷貿易有限公司": "Company"}),
        ("“信号”机电厂由“北海明珠”号货轮供货", {"信号": "Company", "北海明珠": "Vessel"}),
        ("公司OOO Vektonix先前已被列入名單", {"OOO Vektonix": "Company"}),
        ("这里还有哈尔滨银行和邮局", {"哈尔滨银行": "Company"}),
        ("貨物搭乘永順海運的「長信輪」出口", {"永順海運": "Company", "長信輪": "Vessel"}),
        (
            "近日查获津门新锐金属材料有限公司的业务员韩梅、苏晓峰",
            {"津门新锐金属材料有限公司": "Company", "韩梅": "Person", "苏晓峰": "Person"},
        ),
        ("商务部表示，中方反对单边制裁。", {}),
        ("台中廠商與烏茲別克公司往來", {}),
        ("新海石油（香港）有限公司被列入名单。", {"新海石油（香港）有限公司": "Company"}),
        ("新海石油（简称新海）被列入名单。", {"新海石油": "Company"}),
        ("新疆公安厅厅长赵新华出席了会议。", {"赵新华": "Person"}),
        ("知情人士称，赵新华曾任省长。", {"赵新华": "Person"}),
        ("高层曾任用他。", {}),
    ],
)
def test_chinese(text: str, wanted: dict[str, str]) -> None:
    assert found(text, "zh") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("㈜세종정밀기공 대표 박준호(52) 씨를 송치했다", {"㈜세종정밀기공": "Company", "박준호": "Person"}),
        ("화물선 ‘동해블루호’가 싣고 갔다", {"동해블루호": "Vessel"}),
        ("러시아 기업 발티카스탄코에 수출했다", {"발티카스탄코": "Company"}),
        ("주식회사 남도해운이 소유한", {"주식회사 남도해운": "Company"}),
        ("알타이머신 유한회사와 거래했다", {"알타이머신 유한회사": "Company"}),
        ("러시아 국적 사업가 알렉세이 보로닌도 조사를 받았다", {"알렉세이 보로닌": "Person"}),
        ("홍콩 Silver Pearl Ltd를 통해", {"Silver Pearl Ltd": "Company"}),
        ("한솔라인 주식회사에 과징금을 부과했다", {"한솔라인 주식회사": "Company"}),
        ("선장은 중국인 장웨이다", {"장웨이": "Person"}),
        ("무역회사는 대외무역법에 따라 공작기계를 팔았다", {}),
    ],
)
def test_korean(text: str, wanted: dict[str, str]) -> None:
    assert found(text, "ko") == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ar", "وعلى مالكها رجل الأعمال العراقي سليم أحمد كاظم الحلفي.", {"سليم أحمد كاظم الحلفي": "Person"}),
        ("ar", 'العقوبات على الناقلتين "نجمة دجلة" و"روزانا".', {"نجمة دجلة": "Vessel", "روزانا": "Vessel"}),
        ("ar", "بالتعاون مع مصرف بابل للتمويل ومديرها.", {"مصرف بابل للتمويل": "Company"}),
        ("ar", "فرضت وزارة الخزانة الأميركية يوم الثلاثاء عقوبات", {"وزارة الخزانة الأميركية": "Organization"}),
        ("ar", "تعود لشركة فينيق ترايدينغ.", {"شركة فينيق ترايدينغ": "Company"}),
        ("ar", "وقالت المحامية ندى عبد الرحمن شمس الدين إن", {"ندى عبد الرحمن شمس الدين": "Person"}),
        ("ar", "أوقف مدير الشركة حسن علي مقلد.", {"حسن علي مقلد": "Person"}),
        ("ar", "اللواء المتقاعد طارق عبد الفتاح منصور.", {"طارق عبد الفتاح منصور": "Person"}),
        ("ar", "المدير المالي للشركة بتمويل من بنك في دي بي.", {"بنك في دي بي": "Company"}),
        ("fa", "یک نفتکش با نام «ریم الماس» را توقیف کرد", {"ریم الماس": "Vessel"}),
        ("fa", "دادستان بندرعباس، مجتبی نیک‌رو، گفت", {"مجتبی نیک‌رو": "Person"}),
        ("fa", "خانم سهیلا رستمی‌پور نیز گفت.", {"سهیلا رستمی‌پور": "Person"}),
        ("fa", "از طریق شرکت بازرگانی «آریا موج خزر» خریداری", {"آریا موج خزر": "Company"}),
        ("fa", "موتورهای ساخت شرکت آلمانی است.", {}),
        ("fa", "او گفت: «این خبر درست است».", {}),
        (
            "ka",
            "დირექტორმა გიორგი მაჭარაშვილმა განაცხადა.",
            {"გიორგი მაჭარაშვილმა": "Person", "გიორგი მაჭარაშვილი": "Person"},
        ),
        ("ka", "ტვირთი შპს „ალაზნის კარგო სერვისს“ ეკუთვნოდა.", {"შპს „ალაზნის კარგო სერვისს“": "Company"}),
        ("ka", "„ჩვენ არაფერი დაგვირღვევია“, — თქვა მან.", {}),
    ],
)
def test_words_that_stand_apart(language: str, text: str, wanted: dict[str, str]) -> None:
    assert found(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("kk", "Агенттік «Есіл Авиа Сервис» ЖШС-нің қызметін тексерді.", "«Есіл Авиа Сервис» ЖШС"),
        ("ky", "Банк «Тоо Жол Логистик» ЖЧКсы менен иштеген.", "«Тоо Жол Логистик» ЖЧК"),
        (
            "az",
            "Yanacağı “Kür Energy” Məhdud Məsuliyyətli Cəmiyyəti alıb.",
            "“Kür Energy” Məhdud Məsuliyyətli Cəmiyyəti",
        ),
        ("tr", '"M/V Kaptan Rıfat Bey" adlı kuru yük gemisi alıkonuldu.', "M/V Kaptan Rıfat Bey"),
    ],
)
def test_quoted_names_and_the_legal_form_behind_them(language: str, text: str, name: str) -> None:
    assert name in found(text, language)


@given(st.text(alphabet="法定代表人赵国栋公司“”号、说。㈜대표박준호씨(52) \nمدیر محمد „შპს“ა·", max_size=80))
def test_any_such_text_gives_spans_within_it(text: str) -> None:
    for language in ("zh", "ko", "ar", "fa", "ka", None):
        spans = rule_spans(text, 0, language)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_every_kind_of_the_table_of_scripts_has_words() -> None:
    rows = table("words/mention_scripts.tsv").rows
    assert all(row["words"].split() for row in rows)
    assert len({(row["kind"], row["language"]) for row in rows}) == len(rows)
