"""Customs tables in the languages of the Caucasus and Central Asia: headings, statuses, procedures, who declares."""

from __future__ import annotations

import polars as pl
import pytest

from screening.intake import customs_wording as wording
from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand
from screening.intake.customs_roles import heading_roles

ROLES = (
    "declaration", "date", "status", "procedure", "exporter_name", "exporter_tax_id", "exporter_address",
    "exporter_incorporated", "importer_name", "importer_address", "declarant_name", "carrier_name", "origin",
    "dispatch", "destination", "hs_code", "description", "quantity", "unit", "gross_kg", "net_kg", "value",
    "currency", "incoterm", "delivery_place",
)  # fmt: skip
HEADINGS = {
    "hy": "Հայտարարագրի գրանցման համարը; Գրանցման ամսաթիվը; Վիճակը; Մաքսային ռեժիմը; Ուղարկողը; Ուղարկողի ՀՎՀՀ-ն; "
    "Ուղարկողի գտնվելու վայրը; Ուղարկողի պետական գրանցման օրը; Ներմուծողը; Ներմուծողի հասցեն; Դեկլարանտը; Փոխադրողը; "
    "Արտադրման երկիրը; Ուղարկման երկիրը; Ստացող երկիրը; ԱՏԳ ԱԱ կոդը; Ապրանքի անունը; Քանակությունը; Չափի միավորը; "
    "Համախառն քաշը; Զուտ քաշը; Ինվոյսի արժեքը; Արժույթի կոդը; Առաքման պայմանները; Հանձնման վայրը",
    "ka": "დეკლარაციის სარეგისტრაციო ნომერი; დეკლარაციის თარიღი; დეკლარაციის მდგომარეობა; საბაჟო რეჟიმი; ექსპორტიორი; "
    "ექსპორტიორის საიდენტიფიკაციო კოდი; ექსპორტიორის მისამართი; ექსპორტიორის სახელმწიფო რეგისტრაციის თარიღი; "
    "იმპორტიორი; იმპორტიორის მისამართი; დეკლარანტი; გადამზიდავი; წარმოების ქვეყანა; გამგზავნი ქვეყანა; "
    "მიმღები ქვეყანა; სეს ესნ კოდი; საქონლის აღწერილობა; რაოდენობა; ზომის ერთეული; ბრუტო წონა; წმინდა წონა; "
    "საინვოისო ღირებულება; ინვოისის ვალუტა; მიწოდების პირობა; მიტანის ადგილი",
    "az": "Bəyannamənin qeydiyyat nömrəsi; Qeydə alınma tarixi; Bəyannamənin vəziyyəti; Xüsusi gömrük proseduru; "
    "İxracatçı; İxracatçının VÖEN-i; İxracatçının hüquqi ünvanı; İxracatçının dövlət qeydiyyatının tarixi; İdxalçı; "
    "İdxalçının hüquqi ünvanı; Deklarant; Yükdaşıyan; İstehsalçı ölkə; İxrac edən ölkə; Qəbul edən ölkə; XİF MN kodu; "
    "Malın təsviri; Miqdarı; Əlavə vahid; Brutto çəki; Xalis çəki; İnvoys məbləği; İnvoys valyutası; Təslim şərtləri; "
    "Təhvil yeri",
    "kk": "Декларацияның тіркеу нөмірі; Ресімдеу күні; Декларацияның күйі; Кедендік рәсім; Жүк жөнелтуші; "
    "Жүк жөнелтушінің БСН; Жүк жөнелтушінің мекенжайы; Жүк жөнелтушінің мемлекеттік тіркеу күні; Жүк алушы; "
    "Жүк алушының мекенжайы; Мәлімдеуші; Тасымалдаушы; Өндірілген мемлекет; Жіберілген ел; Қабылдаушы мемлекет; "
    "ЕАЭО СЭҚ ТН коды; Жүктің атауы; Тауар мөлшері; Өлшеу бірлігі; Салмағы брутто; Салмағы нетто; Инвойс сомасы; "
    "Шот валютасы; Жеткізілім шарттары; Жеткізу пункті",
    "ky": "Декларациянын катталган номери; Тариздөө датасы; Декларациянын статусу; Бажы процедурасы; Жүк жөнөтүүчү; "
    "Жүк жөнөтүүчүнүн ИСН; Жүк жөнөтүүчүнүн дареги; Жүк жөнөтүүчүнүн мамлекеттик каттоо датасы; Жүк алуучу; "
    "Жүк алуучунун дареги; Декларант; Жүк ташуучу; Өндүрүлгөн мамлекет; Алып чыгуучу өлкө; Кабыл алуучу өлкө; "
    "ЕАЭБ ТЭИ ТН коду; Жүктүн аталышы; Товардын көлөмү; Кошумча бирдик; Салмагы брутто; Салмагы нетто; "
    "Инвойстун суммасы; Эсептин валютасы; Жеткирүүнүн шарттары; Жеткирүү пункту",
    "tg": "Рақами бақайдгирӣ; Санаи қайд; Вазъи эъломия; Расмиёти гумрукӣ; Борирсолкунанда; РМА-и борирсолкунанда; "
    "Нишонии борирсолкунанда; Санаи таъсиси борирсолкунанда; Борқабулкунанда; Нишонии борқабулкунанда; Арзкунанда; "
    "Интиқолдиҳандаи бор; Кишвари истеҳсол; Давлати содиркунанда; Кишвари таъиншуда; Рамзи НМ ФИХ; Тавсифи бор; "
    "Шумора; Воҳид; Вазни пурра; Вазни софи мол; Маблағи ҳисобнома; Асъори пардохт; Шароити таҳвил; Нуқтаи таҳвил",
    "tk": "Deklarasiýanyň belgisi; Hasaba alnan senesi; Deklarasiýanyň ýagdaýy; Gümrük düzgüni; Ugradyjy; "
    "Ugradyjynyň salgyt kody; Ugradyjynyň salgysy; Ugradyjynyň döredilen senesi; Ýük alyjy; Ýük alyjynyň salgysy; "
    "Deklarant; Ýük daşaýjy; Öndürilen ýurdy; Iberilen ýurdy; Barmaly ýurdy; DYI HN kody; Harydyň beýany; Mukdary; "
    "Ölçeg birligi; Brutto agramy; Arassa agramy; Hasap-faktura bahasy; Töleg walýutasy; Eltip bermegiň şertleri; "
    "Eltip beriş ýeri",
    "uz": "Декларациянинг рақами; Қайд этилган сана; Декларация мақоми; Божхона процедураси; Юкни жўнатувчи; "
    "Юкни жўнатувчининг СТИРи; Юкни жўнатувчининг юридик манзили; Юкни жўнатувчининг ташкил этилган санаси; "
    "Юкни олувчи; Юкни олувчининг манзили; Баён қилувчи; Ташувчи ташкилот; Ишлаб чиқарилган давлат; Юборилган давлат; "
    "Мўлжалланган давлат; Товарнинг ТИФ ТН коди; Товарнинг номланиши; Товарнинг миқдори; Қўшимча бирлик; "
    "Вазни брутто; Вазни нетто; Инвойс суммаси; Инвойс валютаси; Етказиш шартлари; Етказиб бериладиган жой",
    "uz-Latn": "Deklaratsiyaning raqami; Deklaratsiya topshirilgan sana; Deklaratsiya maqomi; Bojxona tartibi; "
    "Yukni joʻnatuvchi; Yukni joʻnatuvchining STIR; Yukni joʻnatuvchining manzili; "
    "Yukni joʻnatuvchining tashkil etilgan sanasi; Yukni oluvchi; Yukni oluvchining manzili; Deklarant; "
    "Tashuvchi tashkilot; Ishlab chiqarilgan davlat; Eksport qiluvchi davlat; Import qiluvchi davlat; TIF TN kodi; "
    "Mahsulot tavsifi; Tovar soni; Qoʻshimcha birlik; Vazni brutto; Sof vazn; Shartnoma summasi; Invoys valyutasi; "
    "Yetkazish sharti; Yetkazib beriladigan joy",
    "mn": "Мэдүүлгийн бүртгэлийн дугаар; Мэдүүлсэн огноо; Мэдүүлгийн төлөв; Гаалийн горим; Ачаа илгээгч; "
    "Ачаа илгээгчийн татвар төлөгчийн дугаар; Ачаа илгээгчийн хаяг; Ачаа илгээгчийн байгуулагдсан огноо; "
    "Ачаа хүлээн авагч; Ачаа хүлээн авагчийн хаяг; Мэдүүлэгч; Тээврийн компани; Үйлдвэрлэсэн улс; Илгээсэн улс; "
    "Хүрэх улс; БТКУС-ийн код; Бүтээгдэхүүний нэр; Тоо ширхэг; Хэмжээний нэгж; Жин бохир; Жин цэвэр; "
    "Нэхэмжлэхийн дүн; Валютын төрөл; Хүргэлтийн нөхцөл; Хүлээлгэн өгөх газар",
}


@pytest.mark.parametrize("language", sorted(HEADINGS))
def test_the_headings_of_a_whole_declaration(language):
    header = [each.strip() for each in HEADINGS[language].split(";")]
    told = heading_roles(header)
    assert {heading: told.get(at) for at, heading in enumerate(header)} == dict(zip(header, ROLES, strict=True))


@pytest.mark.parametrize(
    ("heading", "bare"),
    [
        ("Արտահանողը", "Արտահանող"),
        ("Հայտարարատուն", "Հայտարարատու"),
        ("Ապրանքի նկարագրությունը", "Ապրանքի նկարագրություն"),
        ("Նշանակման երկիրը", "Նշանակման երկիր"),
        ("ՍՏԱՑՈՂԸ", "ստացող"),
    ],
)
def test_the_armenian_article_says_nothing(heading, bare):
    assert understand(heading) is not None
    assert understand(heading) == understand(bare)


def test_a_final_n_that_is_no_article_is_part_of_the_word():
    assert understand("Քաշը բրուտտո (տոննա)").factor == 1000.0
    assert understand("Մարզ").role == "own_city"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Հետ կանչված", "cancelled"),
        ("Փոփոխված (հին)", "amended"),
        ("Ձևակերպված (ուղղված)", "changed"),
        ("Ընդունված", None),
        ("жокко чыгарылды", "cancelled"),
        ("алмаштырылды (эски)", "amended"),
        ("кабыл алынды (түзөтүү)", "changed"),
        ("кабыл алынды", None),
        ("күшін жойды", "cancelled"),
        ("қабылданды (түзету)", "changed"),
        ("бекор этилди", "cancelled"),
        ("rad etildi", "cancelled"),
        ("рад карда шуд", "cancelled"),
        ("ýatyrylan", "cancelled"),
        ("çalşylan", "amended"),
        ("хүчингүй болсон", "cancelled"),
        ("ძველი ვერსია", "amended"),
        ("geri çağırılıb", "cancelled"),
        ("RECTIFICADA (ANTERIOR)", "amended"),
        ("RECTIFICADA (VIGENTE)", "changed"),
    ],
)
def test_statuses(said, status):
    assert wording.status(said) == status
    assert wording.status_word(said)


@pytest.mark.parametrize(
    ("said", "procedure", "way"),
    [
        ("ԷՔ 10 Արտահանում", "export", "export"),
        ("ԺԱ 23 Ժամանակավոր արտահանում", "temporary export", "export"),
        ("түр гаргах", "temporary export", "export"),
        ("wagtlaýyn getirmek", "temporary import", "import"),
        ("Importación temporaria sin transformación", "temporary import", "import"),
        ("Importación temporaria con transformación", "inward processing", "import"),
        ("убактылуу ташып кирүү", "temporary import", "import"),
    ],
)
def test_procedures(said, procedure, way):
    assert wording.procedure(said) == (procedure, way)


@pytest.mark.parametrize(("said", "way"), [("IMPO", "import"), ("EXPO", "export"), ("ԷՔ", "export"), ("ԻՄ", "import")])
def test_short_words_for_the_direction(said, way):
    assert wording.direction(said) == way


def test_a_declarant_who_is_the_exporter_is_one_party_with_it(tmp_path):
    path = tmp_path / "hy.csv"
    head = "Հայտարարագրի համարը;Գրանցման ամսաթիվը;Արտահանողը;Ստացողը;Հայտարարատուն;ԱՏԳ ԱԱ ծածկագիրը;Քաշը նետտո (կգ)"
    rows = [f"D{n};0{n}.02.2023;«ԶՈՐՎԵՔՍ» ՍՊԸ;Betaford LLC;{who};8542319000;12" for n, who in
            enumerate(("Արտահանողը", "«ԱԼՖԱՎԻԿ» ՍՊԸ", "Արտահանողը", "արտահանողը"), start=1)]  # fmt: skip
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    reader = CustomsReader([str(path)])
    links = pl.concat([batch.links for batch in reader.batches()])
    names = sorted(party.name for party in reader.book.parties)
    assert names == ["Betaford LLC", "«ԱԼՖԱՎԻԿ» ՍՊԸ", "«ԶՈՐՎԵՔՍ» ՍՊԸ"]
    assert links.filter(pl.col("role") == "declarant").height == 4


def links_of(tmp_path, row):
    """The subjects by role of a row whose buyer and holder of the contract have a number, and the declarant none."""
    head = "Номер ДТ;Дата;Отправитель;ИНН получателя;Получатель;Адрес получателя;"
    head += "ИНН контрактодержателя;Контрактодержатель;Декларант;Код ТН ВЭД;Вес нетто, кг"
    path = tmp_path / "ru.csv"
    path.write_text(f"{head}\n{row}\n", encoding="utf-8")
    reader = CustomsReader([str(path)])
    links = pl.concat([batch.links for batch in reader.batches()])
    return {role: reader.book.parties[party].subject_id for role, party in links.select("role", "party").iter_rows()}


@pytest.mark.parametrize(("holder", "one"), [("7707083893", True), ("5029144773", False)])
def test_a_declarants_bare_name_is_the_party_of_that_name_and_number_in_other_roles_of_the_row(tmp_path, holder, one):
    party = "ООО «ЗОРВЕКС»"
    row = f"D1;01.02.2023;Alphawick Ltd;7707083893;{party};Москва, Тверская, 5;{holder};{party};{party};8542319000;12"
    of = links_of(tmp_path, row)
    assert (of["importer"] == of["contract_holder"]) is one
    assert (of["declarant"] in (of["importer"], of["contract_holder"])) is one


def test_a_broker_of_another_name_stays_another(tmp_path):
    row = "D1;01.02.2023;Alphawick Ltd;7707083893;ООО «ЗОРВЕКС»;;7707083893;ООО «ЗОРВЕКС»;ООО «БРОКЕР»;8542319000;12"
    of = links_of(tmp_path, row)
    assert of["importer"] == of["contract_holder"] != of["declarant"]
