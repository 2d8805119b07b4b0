"""What remarks, terms of payment, uses and telephones say for the red flags, and what only sounds like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand
from screening.intake.customs_parties import names_in
from screening.intake.customs_signs import signs_in
from screening.names.tokens import words
from screening.reference import table

WITHHELD = [
    "end user not stated",
    "конечный получатель не указан",
    "最终用户不详",
    "Konečný uživatel neuveden",
    "Endverwender unbekannt",
    "Endverwender nicht genannt",
    "kein Endverwender angegeben",
    "Endverwender k.A.",
    "EVE fehlt",
    "son kullanıcı belirtilmedi",
    "nihai alıcı bilinmiyor",
    "ALICI NİHAİ KULLANICI BEYANI VERMEKTEN KAÇINDI",
    "son kullanıcı beyanından imtina etti",
    "firma son kullanım belgesi vermeyi reddediyor",
    "alıcı nihai kullanıcı bilgisini paylaşmadı",
    "покупатель уклонился от предоставления сертификата конечного пользователя",
    "конечный получатель не ответил на запрос",
    "покупець ухилився від надання даних про кінцевого користувача",
    "түпкі пайдаланушы туралы мәлімет бермеді",
    "акыркы пайдалануучу көрсөткөн жок",
    "alıcı son istifadəçi haqqında məlumat verməkdən boyun qaçırdı",
    "the buyer refrained from giving an end-use statement",
    "end user statement not signed",
    "საბოლოო მომხმარებელი არ გაამხილა",
    "用户拒绝提供最终用途",
    "拒绝透露最终用户",
    "无最终用户信息",
    "end user refused to give details",
    "customer declines to name end user",
    "no end user declared",
    "w/o end user",
    "End use: unknown",
    "EUC not provided",
    "ownership not disclosed",
    "beneficial owner refused",
    "UBO unknown",
    "buyer's ownership structure not disclosed",
    "odbiorca końcowy nieznany",
    "brak użytkownika końcowego",
    "usuario final no indicado",
    "utilisateur final non communiqué",
    "المستخدم النهائي غير معروف",
    "کاربر نهایی نامشخص",
    "최종사용자 미상",
    "최종 사용자 미기재",
    "საბოლოო მომხმარებელი არ არის მითითებული",
    "վերջնական օգտագործողը նշված չէ",
    "son istifadəçi göstərilməyib",
    "oxirgi foydalanuvchi ko'rsatilmagan",
    "охирги фойдаланувчи маълум эмас",
    "соңғы пайдаланушы көрсетілмеген",
    "кінцевий користувач не вказаний",
    "final consignee: unknown",
    "ultimate consignee to be advised",
    "galutinis gavėjas nenurodytas",
    "end user unknown to us; letter follows",
    "no named end user",
    "end user not stated and consignee changed",
]

HARMLESS = [
    "nihai kullanıcı beyanı verildi",
    "kaçınılmaz son kullanıcı eğitimi",
    "сертификат конечного пользователя подписан",
    "конечный пользователь отклонил рекламацию",
    "end user statement signed and provided",
    "End user: see contract 12",
    "end-user statement enclosed",
    "change of container",
    "no open account",
    "EVE liegt vor",
    "получатель не изменился",
    "без изменения получателя",
    "оплата третьими лицами не допускается",
    "收货人未变更",
    "不接受第三方付款",
    "no end user certificate required",
    "EUC provided",
    "Zahlung von Dritten nicht zulässig",
    "buyer changed the quantity",
    "Consignee phone changed",
    "no change of consignee",
    "route unchanged",
    "payment to third parties prohibited",
    "third-party inspection paid",
    "freight paid by third party",
    "account opened at bank",
    "L/C 90 days",
    "consignee name changed (formerly Alfa)",
    "Consignee may not be changed",
    "end users: hospitals",
    "end-user verified",
    "End user known",
    "Endverbleib geklärt",
    "grüne Ware für Endkunde",
    "customer unknown",
    "seal changed",
    "платёж по контракту",
    "fragile, handle with care",
    "ödeme: akreditif",
    "peşin",
    "Cash against documents",
    "buyer to be end user",
    "entregue no utilizador final",
    "no gala lietotāja",
    "warranty replacement for buyer",
    "buyer's option to change destination",
    "гарантийная замена для покупателя",
    "no third party payment",
    "no 3rd party payments accepted",
    "Endverwender siehe Vertrag",
    "Endverbleibserklärung liegt bei",
    "сертификат конечного пользователя прилагается",
    "конечный получатель: см. контракт",
    "最终用户证明已附",
    "son kullanıcı belgesi ektedir",
    "Ölwechsel beim Empfänger",
    "güzergah değişmedi",
    "kein offenes Zahlungsziel",
    "открыть счет в банке",
    "аккредитив 90 дней",
    "不接受赊销",
    "акредитив",
    "consignee unchanged",
    "Container getauscht",
    "смена водителя",
    "упаковка изменена",
    "vessel changed",
    "spelling of consignee corrected",
    "third party liability insurance paid",
    "Drittlandsware",
    "third country origin",
    "сборка третьей стороной",
    "notify buyer of any change",
    "kontener zmieniony",
    "cambio de contenedor",
    "箱号变更",
    "수하인 변동 없음",
]

CHANGED = [
    "consignee changed before dispatch",
    "Alıcı sevkiyattan önce değişti",
    "ALICI DEĞİŞİKLİĞİ",
    "varış yeri değiştirildi",
    "получатель изменен перед отправкой",
    "смена получателя",
    "смена грузополучателя в пути",
    "Изменение маршрута",
    "изменена станция назначения",
    "переадресовка груза",
    "收货人变更",
    "更改目的港",
    "目的地改为俄罗斯",
    "Konsignee geändert",
    "Empfängerwechsel kurz vor Abgang",
    "Empfänger wurde geändert auf XY",
    "Bestimmungsort geändert: Bischkek statt Berlin",
    "zmiana odbiorcy przed wysyłką",
    "cambio de consignatario",
    "changement de destinataire avant expédition",
    "تم تغيير المستلم قبل الشحن",
    "تغییر گیرنده قبل از حمل",
    "수하인 변경",
    "მიმღები შეიცვალა",
    "ստացողը փոխվել է",
    "alıcı dəyişdirilib",
    "qabul qiluvchi o'zgartirildi",
    "алушы өзгертілді",
    "одержувача змінено",
    "change of notify party",
    "COD Bandar Abbas to Turkmenbashi, route changed",
    "diverted to Bishkek",
    "destination changed to Osh after loading",
    "rerouted via Poti",
    "Consignee amended per LOI",
    "gavėjas pakeistas",
    "payment instructions changed",
    "mudança no destino",
    "to be diverted to Osh",
]

PAID_BY_ANOTHER = [
    "payment from 3rd party, Dubai",
    "ödeme üçüncü taraf Dubai",
    "3. taraf ödemesi",
    "ÜÇÜNCÜ KİŞİ ÖDEMESİ",
    "оплата третьим лицом (ОАЭ)",
    "платеж от третьего лица",
    "плательщик - третье лицо",
    "第三方付款",
    "由香港公司代付",
    "Drittzahler Dubai",
    "Zahlung durch Dritte (VAE)",
    "płatność przez stronę trzecią",
    "pago de tercero, Dubái",
    "paiement par un tiers",
    "الدفع من طرف ثالث",
    "پرداخت توسط شخص ثالث",
    "제3자 지급",
    "제3자 송금 (두바이)",
    "გადახდა მესამე პირის მიერ",
    "վճարումը երրորդ անձի կողմից",
    "üçüncü tərəf ödənişi",
    "to'lov uchinchi shaxs tomonidan",
    "төлемді үшінші тұлға жасады",
    "оплата третьою особою",
    "payer: other than consignee",
    "paid by XYZ FZE Dubai on behalf of buyer",
    "apmaksa no trešās personas",
    "Third party payment, HK",
]

ON_OPEN_ACCOUNT = [
    "Open account 90 days",
    "MAL MUKABİLİ",
    "offene Rechnung 90 Tage",
    "открытый счёт 60 дней",
    "OA 60 days",
    "OA60",
    "отсрочка платежа 90 дней",
    "赊销90天",
    "OA90天",
    "cuenta abierta 60 días",
    "compte ouvert 90 jours",
    "حساب مفتوح 90 يوم",
    "ღია ანგარიში 60 დღე",
    "բաց հաշիվ 90 օր",
    "açıq hesab",
    "відкритий рахунок",
    "contract No 12 open account 30 days",
]


@pytest.mark.parametrize("text", WITHHELD)
def test_a_remark_that_no_end_user_use_or_owner_is_given_or_that_they_are_refused_bears_that_sign(text: str) -> None:
    assert signs_in(text) == ("no_end_user",)


@pytest.mark.parametrize("text", CHANGED)
def test_a_remark_that_a_party_or_the_way_was_changed_bears_that_sign(text: str) -> None:
    assert signs_in(text) == ("late_change",)


@pytest.mark.parametrize("text", PAID_BY_ANOTHER)
def test_a_remark_that_a_third_party_pays_bears_that_sign(text: str) -> None:
    assert signs_in(text) == ("third_party_payment",)


@pytest.mark.parametrize("text", ON_OPEN_ACCOUNT)
def test_a_remark_of_open_account_or_open_credit_bears_that_sign(text: str) -> None:
    assert signs_in(text) == ("open_account",)


@pytest.mark.parametrize("text", HARMLESS)
def test_a_denial_a_rule_or_another_thing_that_is_changed_or_paid_bears_no_sign(text: str) -> None:
    assert signs_in(text) == ()


OPEN_TERMS = ["OA", "O/A 60", "OA60", "Net 30", "30 days net", "90 Tage netto", "MM", "отсрочка 60", "откр. счет 90",
              "T/T 30 days after B/L date", "60 dni od wystawienia faktury", "90 gün vadeli", "OA 90天", "Açık hesap",
              "60 días fecha factura", "O/A 90D AFTER BL"]  # fmt: skip
OTHER_TERMS = ["LC at sight", "L/C 90 days", "D/A 90", "T/T in advance", "Vorkasse", "Peşin", "предоплата 100%", "CAD",
               "аккредитив 60 дней", "信用证90天", "30/70", "DP", "Akreditif 90 gün",
               "open account not accepted"]  # fmt: skip


@pytest.mark.parametrize("terms", OPEN_TERMS)
def test_terms_of_payment_after_delivery_without_security_are_open_account(terms: str) -> None:
    assert signs_in(terms, terms=True) == ("open_account",)


@pytest.mark.parametrize("terms", OTHER_TERMS)
def test_terms_of_payment_with_security_or_in_advance_are_not(terms: str) -> None:
    assert signs_in(terms, terms=True) == ()


def test_codes_of_terms_say_nothing_in_a_remark() -> None:
    assert [signs_in(text) for text in ("OA", "Net 30", "90 Tage", "MM")] == [()] * 4


def test_of_several_signs_in_one_remark_each_is_told() -> None:
    remark = "consignee changed before dispatch; end user not stated; paid by third party; open account 60 days"
    assert signs_in(remark) == ("no_end_user", "late_change", "third_party_payment", "open_account")


def test_every_phrase_is_found_by_the_beginning_of_its_longest_word() -> None:
    from screening.intake.customs_signs import _candidates

    missed = []
    for row in table("words/record_signs.tsv").rows:
        for phrase in row["phrases"].split(";"):
            text = " ".join(words(phrase.replace("*", "").replace("#", "60")))
            found = [each for each in _candidates(text) if (each.sign, each.part) == (row["sign"], row["part"])]
            if not any(each.pattern.search(text) for each in found):
                missed.append(phrase)
    assert not missed


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Payment terms", "payment_terms"),
        ("Ödeme şekli", "payment_terms"),
        ("Zahlungsbedingungen", "payment_terms"),
        ("Условия оплаты", "payment_terms"),
        ("To‘lov shakli", "payment_terms"),
        ("Тўлов шакли", "payment_terms"),
        ("付款方式", "payment_terms"),
        ("გადახდის პირობა", "payment_terms"),
        ("End use", "end_use"),
        ("最终用途", "end_use"),
        ("Verwendungszweck", "end_use"),
        ("Consignee Tel No", "importer_phone"),
        ("Телефон получателя", "importer_phone"),
        ("收货人电话", "importer_phone"),
        ("Shipper Telephone", "exporter_phone"),
        ("Phone", "own_phone"),
        ("Consignee address, phone", "importer_address"),
        ("Payment currency", "currency"),
        ("Payment date", "date"),
    ],
)
def test_terms_of_payment_uses_and_telephones_are_told_by_their_headings(heading: str, role: str) -> None:
    guess = understand(heading)
    assert guess is not None
    assert guess.role == role


HEAD = "Date;Exporter;Importer;Phone;End user;End use;HS code;Goods;Destination;Payment terms;Remarks\n"


def read(tmp_path: Path, *rows: str) -> tuple[list[list[str]], list[str], dict[str, int]]:
    path = tmp_path / "t.csv"
    path.write_text(HEAD + "".join(f"2023-01-02;Alfa Ltd;{row}\n" for row in rows), encoding="utf-8")
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    names = [party.name for party in reader.book.parties]
    return batch.records["notes"].to_list(), names, dict(reader.mended)


def test_what_cells_say_for_the_flags_stands_as_notes_on_their_record(tmp_path: Path) -> None:
    notes, names, counted = read(
        tmp_path,
        "Beta LLC;+996 312 900000;Gamma LLC;research;854231;chips;KG;LC at sight;fragile",
        "Beta LLC;12;unknown;unknown;854231;chips;KG;OA 60;consignee changed, payment by third party",
        "Beta LLC;;;;854231;chips;KG;;",
    )
    assert notes == [
        [
            "remark: fragile",
            "terms of payment: LC at sight",
            "end use or end user: End use: research",
            "end use or end user: End user: Gamma LLC",
            "telephone of the importer: +996 312 900000",
        ],
        [
            "a party or the way changed: consignee changed, payment by third party",
            "a third party pays: consignee changed, payment by third party",
            "payment on open account: OA 60",
            "no end user, use or owner given: End use: unknown",
            "no end user, use or owner given: End user: unknown",
        ],
        [],
    ]
    assert names == ["Alfa Ltd", "Beta LLC", "Gamma LLC"]
    assert counted == {
        "a party or the way changed": 1,
        "a third party pays": 1,
        "payment on open account (counts only where a point of transshipment is on the way)": 1,
        "no end user, use or owner given": 2,
    }


@pytest.mark.parametrize(
    ("cell", "withheld"),
    [
        ("unknown", True),
        ("Ko‘rsatilmagan (oluvchi ma’lumot berishdan bosh tortdi)", True),
        ("Не указан (покупатель отказался сообщить)", True),
        ("Belirtilmemiş (alıcı reddetti)", True),
        ("Not stated (for commercial reasons)", True),
        ("NOT DISCLOSED - BUYER REFUSED", True),
        ("Not stated (Acme Trading)", False),
        ("Unknown (Pleasures Ltd)", False),
        ("not disclosed by buyer", True),
        ("не указан", True),
        ("不详", True),
        ("TBA", True),
        ("Unknown Pleasures Ltd", False),
        ("Secret Garden LLC", False),
        ("Missing Link GmbH", False),
    ],
)
def test_an_end_user_that_is_withheld_is_nobody_and_a_name_that_sounds_so_is_one(
    tmp_path: Path, cell: str, withheld: bool
) -> None:
    notes, names, _ = read(tmp_path, f"Beta LLC;;{cell};;854231;chips;KG;;")
    assert any(note.startswith("no end user, use or owner given:") for note in notes[0]) == withheld
    assert (cell in names) != withheld


def test_a_table_without_such_columns_has_no_such_notes(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = "2023-01-02;Alfa Ltd;Beta LLC;854231;end user unknown\n" * 3
    path.write_text("Date;Exporter;Importer;HS code;Goods\n" + rows, encoding="utf-8")
    (batch,) = CustomsReader([path]).batches()
    assert batch.records["notes"].to_list() == [[], [], []]


ORDERS: list[tuple[str, str]] = [
    ("CONSIGNED TO THE ORDER OF EXAMPLE BANK", "EXAMPLE BANK"),
    ("EXAMPLE BANK OR ORDER", "EXAMPLE BANK"),
    ("A la Orden Banco Ejemplo", "Banco Ejemplo"),
    ("à l'ordre de la Banque Exemple", "Banque Exemple"),
    ("all'ordine della Banca Esempio", "Banca Esempio"),
    ("an Order Beispielbank AG", "Beispielbank AG"),
    ("示例银行的指示", "示例银行"),
    ("예시은행의 지시식", "예시은행"),
    ("Намуна банк буйруғига", "Намуна банк"),
    ("Үлгі банкінің бұйрығына", "Үлгі банкінің"),
    ("ნიმუში ბანკის ბრძანებით", "ნიმუში ბანკის"),
    ("Օրինակ բանկի հրամանով", "Օրինակ բանկի"),
    ("به حواله‌کرد بانک نمونه", "بانک نمونه"),
]


@pytest.mark.parametrize(("cell", "name"), ORDERS)
def test_goods_to_the_order_of_a_bank_are_consigned_to_the_bank(cell: str, name: str) -> None:
    from screening.intake.customs_parties import names_in

    assert names_in(cell) == ([name], "")


@pytest.mark.parametrize(
    "cell",
    [
        "Ko‘rsatilmagan (oluvchi ma’lumot berishdan bosh tortdi)",
        "UNKNOWN (REFUSED BY BUYER)",
        "не указан — покупатель отказался назвать",
    ],
)
def test_a_place_holder_with_the_reason_behind_it_names_nobody_in_any_column(cell: str) -> None:
    assert names_in(cell) == ([], "")


@pytest.mark.parametrize("cell", ["TO ORDER (SBERBANK)", "Unknown (Moscow)", "Refused Metals - Unknown"])
def test_a_place_holder_beside_what_may_be_a_name_is_looked_up(cell: str) -> None:
    assert names_in(cell)[0]
