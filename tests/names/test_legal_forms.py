"""Legal forms of the region's countries: one form is one concept in every language, and none eats a name."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.names.parsing import mode_of, parse
from screening.names.tokens import words
from screening.names.vocabulary import meanings

SAME = {
    "private_enterprise": (
        "ЧП; Частное предприятие; hususy kärhana; hususy kärhanasy; xususiy korxona; хусусий корхона; "
        "oilaviy korxona; family enterprise; жеке кәсіпорын; корхонаи хусусӣ; прыватнае прадпрыемства; ПП; "
        "մասնավոր ձեռնարկություն; კერძო საწარმო; özəl müəssisə; private firm; شركة خاصة; 私营企业"
    ),
    "llc": (
        "хозяйственное общество; ХО; hojalyk jemgyýeti; economic society; с ограниченной ответственностью; "
        "компания с ограниченной ответственностью; with limited liability; з обмеженою відповідальністю; "
        "з абмежаванай адказнасцю; җаваплылыгы чикләнгән җәмгыять; ҖЧҖ; яуаплылығы сикләнгән йәмғиәт; "
        "яваплӑхӗ чикӗленӗ общество; хааччахтаммыт эппиэтинэстээх уопсастыба; "
        "дорои масъулияти маҳдуд; масъулияти чекланган; ذات مسئولية محدودة; ΜΙΚΕ"
    ),
    "open_jsc": "ОАХК; OJSHC; ШСХК; ҶСК; açyk görnüşli paýdarlar jemgyýeti; ачык акционердик коом; ААҚ; "
    "ачык акционерлык җәмгыяте; асыҡ акционерҙар йәмғиәте; аһаҕас акционернай уопсастыба",
    "closed_jsc": "ҶСП; ýapyk görnüşli paýdarlar jemgyýeti; жабык акционердик коому; ՓԲԸ; ябык акционерлык җәмгыяте",
    "public_jsc": "гавами акционерлык җәмгыяте; ПАО",
    "jsc": "акционерҙар йәмғиәте; акционерсен обществи; акционернай уопсастыба; акционерлык җәмгыяте",
    "cooperative": "сельскохозяйственный кооператив; өндірістік кооператив; 农民专业合作社",
    "farm_enterprise": (
        "КФХ; К(Ф)Х; крестьянское (фермерское) хозяйство; деҳқон хўжалиги; дехкон хужалиги; dehqon xo'jaligi; "
        "fermer xoʻjaligi; хоҷагии деҳқонӣ; шаруа қожалығы; шаруа кожалыгы; daýhan hojalygy; дайханское хозяйство; "
        "дыйкан чарба; fermer təsərrüfatı; գյուղացիական տնտեսություն; peasant farm; dehkan farm; farm enterprise; ФГ"
    ),
    "state_enterprise": (
        "КВД; ГУП; корхонаи воҳиди давлатӣ; davlat unitar korxonasi; ұлттық компания; ҰК; РГКП; "
        "на праве хозяйственного ведения; камунальнае ўнітарнае прадпрыемства; 国有独资公司"
    ),
    "subsidiary": "дочернее предприятие; шўъба корхонаси; törəmə müəssisə; еншілес кәсіпорын; חברת בת",
    "joint_venture": "совместное предприятие; биргелешкен ишкана; bilelikdäki kärhana; 合营公司; 합영회사; מיזם משותף",
}


@pytest.mark.parametrize(
    ("concept", "phrase"),
    [(concept, each) for concept, phrases in SAME.items() for each in phrases.split("; ")],
)
def test_a_form_is_one_concept_in_every_language(concept: str, phrase: str) -> None:
    assert concept in {each.concept for each in meanings(*words(phrase)) if each.kind == "legal_form"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Шанхайская торговая компания с ограниченной ответственностью «Хунда»", "Shanghai Hongda Trading Co Ltd"),
        ("ЧП «Ширин Нур»", "Hususy kärhana Şirin Nur"),
        ("ШСХК Барки Навруз", "OJSHC Barki Navruz"),
        ("Деҳқон хўжалиги Зарбдор Нур", "Zarbdor Nur Dehkan Farm"),
        ("РГП на ПХВ Зарбулак", "Zarbulak RSE on the right of economic management"),
        ("شركة زربول ذات مسئولية محدودة", "Zarbul LLC"),
        ("«Зарбул» гавами акционерлык җәмгыяте", "ZARBUL PJSC"),
        ("«Зарбул» яуаплылығы сикләнгән йәмғиәт", "Zarbul LLC"),
        ("Oltin Yol Savdo OK", "Oilaviy korxona Oltin Yol Savdo"),
    ],
)
def test_names_in_both_forms_are_one_party(left: str, right: str) -> None:
    assert compare_names(left, right, schema="LegalEntity").relation == "same_party"


def test_white_gold_is_no_family_enterprise() -> None:
    parts = parse("OK OLTIN PAKHTA TOZALASH LLC", "organisation").parts
    assert (parts[0].text, parts[0].kind) == ("ok", "name")


def test_a_mark_of_sole_traders_is_a_form_of_firms_where_another_name_bears_that() -> None:
    assert mode_of("LegalEntity", "ЧП Алтын", "Hususy kärhana Altyn") == "organisation"
    assert mode_of("LegalEntity", "ЧП Иванов Иван", "Иванов Иван") == "person"


def test_what_may_be_a_sole_trader_is_compared_with_a_firm_as_a_firm() -> None:
    assert mode_of("LegalEntity", "RAS SB IP", "IHCE SB RAS Institute of High Current Electronics") == "organisation"
    assert mode_of("LegalEntity", "IP Ivanov", "Firma Ivanov Ivan") == "person"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ZORVEX SOC. DE RESP. LTDA.", "ZORVEX SRL"),
        ("ZORVEX SOC. ANÓN.", "ZORVEX S.A."),
        ("ZORVEX SOC. AN. COM. E IND.", "ZORVEX SOCIEDAD ANÓNIMA COMERCIAL E INDUSTRIAL"),
        ("ZORVEX SOC. POR ACC. SIMPL.", "ZORVEX S.A.S."),
        ("ZORVEX SOC. UNIP. LDA.", "ZORVEX SOCIEDADE UNIPESSOAL LDA"),
        ("ZORVEX Soc. a resp. lim.", "ZORVEX S.r.l."),
    ],
)
def test_a_form_abbreviated_word_by_word_is_the_form(one: str, other: str) -> None:
    assert compare_names(one, other).score > 0.95
