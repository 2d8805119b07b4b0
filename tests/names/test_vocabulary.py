"""What words in names mean, in many languages, and how names are cut at them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.names.concepts import concept_parts
from screening.names.tokens import words
from screening.names.vocabulary import (
    heads_phrase,
    meanings,
    segment,
    split_glued,
)


def concepts(text: str, *kinds: str) -> set[str]:
    """All concepts of a name's known phrases, of the kinds given."""
    pieces = [piece for token in words(text) for piece in split_glued(token)]
    return {
        meaning.concept for each in segment(pieces) for meaning in each.meanings if not kinds or meaning.kind in kinds
    }


def unknown(text: str) -> list[str]:
    pieces = [piece for token in words(text) for piece in split_glued(token)]
    return [pieces[each.start] for each in segment(pieces) if not each.meanings]


@pytest.mark.parametrize(
    ("concept", "spellings"),
    [
        (
            "llc",
            "ООО; OOO; Общество с ограниченной ответственностью; "
            "Обществом с ограниченной ответственностью; LLC; L.L.C.; "
            "L L C; Limited Liability Company; ТОВ; TOV; ТОО; TOO; ЖШС; ОсОО; OsOO; ЖЧК; MChJ; МЧЖ; "
            "Mas'uliyati cheklangan jamiyati; Masʼuliyati cheklangan jamiyat; ҶДММ; MMC; Ltd. Şti.; "
            "LTD STI; "
            "Limited Şirketi; შპს; ՍՊԸ; 有限公司; 有限責任公司; Co., Ltd.; Co Ltd; Limited; GmbH; "
            "S.r.l.; Sp. z o.o.; d.o.o.; "
            'ЕООД; Kft.; SIA; UAB; OÜ; ذ.م.م; با مسئولیت محدود; בע"מ; ΕΠΕ; 유한회사; Sdn Bhd; Pvt Ltd; '
            "Lda; S. de R.L. de C.V.",
        ),
        (
            "jsc",
            "АО; АҚ; AJ; АЖ; A.Ş.; AS; Anonim Şirketi; სს; 股份有限公司; 주식회사; (주); 株式会社; "
            "S.A.; SpA; AG; NV; JSC; ΑΕ",
        ),
        ("open_jsc", "ОАО; OAO; OJSC; Open Joint Stock Company; ԲԲԸ; ASC; ВАТ"),
        ("closed_jsc", "ЗАО; ZAO; CJSC; ՓԲԸ; QSC; Closed Joint-Stock Company"),
        ("public_jsc", "ПАО; PJSC; Public Joint Stock Company; سهامی عام; ПАТ"),
        ("private_jsc", "سهامی خاص; Private Joint Stock; ПрАТ; PJS"),
        ("state_enterprise", "ФГУП; ГУП; FGUP; Federal State Unitary Enterprise; DUK; ДП; РУП; المؤسسة العامة"),
        ("free_zone", "FZE; FZCO; FZ-LLC; DMCC; F.Z.E."),
    ],
)
def test_legal_forms_of_many_countries(concept: str, spellings: str) -> None:
    missing = [text for text in spellings.split("; ") if concept not in concepts(text, "legal_form")]
    assert missing == []


@pytest.mark.parametrize("text", ["ИП", "ФОП", "YTT", "ЯТТ", "ЖК", "Şahıs Şirketi", "Индивидуальный предприниматель"])
def test_marks_of_sole_traders_are_legal_forms_too(text: str) -> None:
    kinds = {meaning.kind for meaning in meanings(*words(text))}
    assert {"sole_trader", "legal_form"} <= kinds


@pytest.mark.parametrize(
    ("concept", "spellings"),
    [
        ("import_export", "imp and exp; Imp & Exp; import export; I/E; 进出口; 進出口; ithalat ihracat; "
        "импорт-экспорт; "
            "экспортно-импортная; استيراد وتصدير; impex; jinchukou"),
        ("foreign_trade", "dış ticaret; diş ti̇caret; DIS TICARET; foreign trade; внешторг; "
        "внешнеторговое; 对外贸易; tashqi savdo"),
        ("chemical", "kimyo; химический; химического; khimicheskiy; kimya; 化工; chemical; химия; "
        "شیمیایی; хімічний"),
        ("railways", "temir yo'llari; Temir Yollari; железные дороги; железнодорожный; temir zholy; "
        "铁路; railway; demir yolları"),
        ("gunpowder", "пороховой; пороховых; gunpowder; powder; порох; porokhovoy; barut; 火药"),
        ("factory", "zavod; завод; завода; zavodi; заводи; fabrika; plant; works; 厂; зауыты; "
        "fabrikası; factory"),
        ("machine_tool", "станкостроительный; machine tool; machine tools; 机床; станко; tezgah"),
        ("cotton", "paxta; пахта; хлопок; cotton; pamuk; 棉花"),
    ],
)  # fmt: skip
def test_business_words_translate_each_other(concept: str, spellings: str) -> None:
    missing = [text for text in spellings.split("; ") if concept not in concepts(text)]
    assert missing == []


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("intl", "international"),
        ("imp", "import"),
        ("exp", "export"),
        ("tech", "technology"),
        ("pharm", "pharmaceutical"),
    ],
)
def test_abbreviations(text: str, concept: str) -> None:
    assert concept in concepts(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Farg'ona kimyo zavodi", "Fergana Chemical Plant"),
        ("Ферганский химический завод", "Fergana Chemical Plant"),
        ("Тамбовский пороховой завод", "Tambov Gunpowder Plant"),
        ("O'zbekiston temir yo'llari", "Узбекские железные дороги"),
        ("Қазақстан темір жолы", "Kazakhstan Railways"),
        ("Санкт-Петербургский судоремонтный завод", "St. Petersburg Ship Repair Plant"),
    ],
)
def test_a_name_made_of_meanings_means_the_same_translated(left: str, right: str) -> None:
    assert unknown(left) == []
    assert unknown(right) == []
    assert concepts(left, "descriptor", "place", "country") & concepts(right, "descriptor", "place", "country")
    kinds = [
        {m.concept for m in found if not m.ambiguous}
        for found in ([m for each in segment(words(text)) for m in each.meanings] for text in (left, right))
    ]
    assert len(kinds[0] & kinds[1]) >= 2


def test_segments_cover_all_tokens_in_order_longest_phrase_first() -> None:
    tokens = words("Shanghai Winsun Import and Export Co Ltd")
    found = [(" ".join(tokens[each.start : each.end]), bool(each.meanings)) for each in segment(tokens)]
    assert found == [("shanghai", True), ("winsun", False), ("import and export", True), ("co ltd", True)]


@pytest.mark.parametrize("name", ["Winsun", "Uzstanex", "Узстанекс", "Yuncheng", "云盛"])
def test_distinctive_words_have_no_meaning(name: str) -> None:
    assert unknown(name) == words(name)


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12))
def test_segments_are_a_partition(tokens: list[str]) -> None:
    found = segment(tokens)
    assert [index for each in found for index in range(each.start, each.end)] == list(range(len(tokens)))


@pytest.mark.parametrize(
    ("token", "pieces"),
    [
        ("上海云盛进出口有限公司", ["上海", "云盛", "进出口", "有限公司"]),
        ("主席有限公司", ["主席", "有限公司"]),
        ("주식회사삼성", ["주식회사", "삼성"]),
        ("삼성주식회사", ["삼성", "주식회사"]),
        ("株式会社トヨタ", ["株式会社", "トヨタ"]),
        ("云盛abc有限公司", ["云盛", "abc", "有限公司"]),
        ("云盛", ["云盛"]),
        ("winsun", ["winsun"]),
        ("", [""]),
    ],
)
def test_words_glued_together_are_cut_at_known_words(token: str, pieces: list[str]) -> None:
    assert split_glued(token) == pieces


@given(st.text(alphabet="上海云盛进出口有限公司厂北京ab1주식회사삼성トヨタ", min_size=1, max_size=24))
def test_pieces_of_a_glued_token_make_it_up(token: str) -> None:
    assert "".join(split_glued(token)) == token


def test_concepts_made_of_others_hold_them() -> None:
    assert concept_parts("import_export") == {"import_export", "import", "export"}
    assert concept_parts("winery") == {"winery"}


def test_heads_of_phrases() -> None:
    assert heads_phrase("foreign")
    assert not heads_phrase("winsun")


def test_words_that_are_names_as_well_are_ambiguous() -> None:
    assert all(each.ambiguous for each in meanings("almaz") if each.kind == "descriptor")
    assert not any(each.ambiguous for each in meanings("kazan") if each.kind == "place")


@pytest.mark.parametrize(
    ("written", "concepts"),
    [
        ("ТИДЖАРЕТ", {"trade"}),
        ("ДЫШ ТИДЖАРЕТ", {"foreign_trade"}),
        ("ИНШААТ", {"construction"}),
        ("КИМЬЯ", {"chemical"}),
        ("НАКЛИЯТ", {"transport", "freight"}),
        ("ЛТД ШТИ", {"llc"}),
    ],
)
def test_turkish_words_of_business_are_known_as_russian_records_write_them(written: str, concepts: set[str]) -> None:
    assert {each.concept for each in meanings(*words(written))} == concepts


@pytest.mark.parametrize("written", ["Демьян", "Иш"])
def test_other_cyrillic_words_are_not_read_as_turkish(written: str) -> None:
    assert meanings(*words(written)) == ()
