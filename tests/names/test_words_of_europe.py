"""Names of firms, plants and public bodies in the languages of the European Union."""

from __future__ import annotations

import pytest

from screening.names.tokens import words
from screening.names.vocabulary import meanings
from tests.matching.one_pair import is_match

BODIES = {
    "federal_security_service": (
        "Föderaler Sicherheitsdienst; Service fédéral de sécurité; Servicio Federal de Seguridad; Servizio "
        "federale di sicurezza; Serviço Federal de Segurança; Federale Veiligheidsdienst; Federala "
        "säkerhetstjänsten; Liittovaltion turvallisuuspalvelu; Föderaalne Julgeolekuteenistus; Federālais "
        "drošības dienests; Federalinė saugumo tarnyba; Federalna Służba Bezpieczeństwa; Federální bezpečnostní "
        "služba; Federálna bezpečnostná služba; Zvezna varnostna služba; Federalna sigurnosna služba; Szövetségi "
        "Biztonsági Szolgálat; Serviciul Federal de Securitate; Федерална служба за сигурност; Ομοσπονδιακή "
        "Υπηρεσία Ασφαλείας"
    ),
    "revolutionary_guards": (
        "Islamische Revolutionsgarde; Corps des gardiens de la révolution islamique; Cuerpo de la Guardia "
        "Revolucionaria Islámica; Corpo delle guardie rivoluzionarie islamiche; Guarda Revolucionária Islâmica; "
        "Islamitische Revolutionaire Garde; Islamiska revolutionsgardet; Islamilainen vallankumouskaarti; Korpus "
        "Strażników Rewolucji Islamskiej; Islámské revoluční gardy; Islamska revolucionarna garda; Iszlám "
        "Forradalmi Gárda; Corpul Gardienilor Revoluției Islamice; Корпус на гвардейците на ислямската революция;"
        " Σώμα των Φρουρών της Ισλαμικής Επανάστασης"
    ),
    "central_bank": (
        "Zentralbank; Centrale Bank; Centralbanken; Keskuspankki; Keskpank; Centrālā banka; Centrinis bankas; "
        "Bank Centralny; Centrální banka; Središnja banka; Banca Centrală; Централна банка"
    ),
    "defence_ministry": (
        "Verteidigungsministerium; Forsvarsministeriet; Försvarsministeriet; Puolustusministeriö; "
        "Puolustusministeriön; Kaitseministeerium; Aizsardzības ministrija; Gynybos ministerija; Ministerstwo "
        "Obrony; Ministerstvo obrany; Ministrstvo za obrambo; Ministarstvo obrane; Védelmi Minisztérium; "
        "Ministerul Apărării; Министерство на отбраната; Υπουργείο Άμυνας"
    ),
    "design_bureau": (
        "Konstruktionsbüro; Ontwerpbureau; Konstruktionsbyrå; Suunnittelutoimisto; Konstrueerimisbüroo; "
        "Konstruktoru birojs; Projektavimo biuras; Biuro Konstrukcyjne; Konstrukční kancelář; Konštrukčná "
        "kancelária; Projektni biro; Tervezőiroda; Tervezőirodája; Biroul de Proiectare; Конструкторско бюро; "
        "Γραφείο Σχεδιασμού"
    ),
    "scientific_production": (
        "Forschungs- und Produktionsvereinigung; Entreprise de recherche et de production; Empresa Científica y "
        "de Producción; Forsknings- och produktionsföretag; Teadus- ja tootmisettevõte; Przedsiębiorstwo "
        "Naukowo-Produkcyjne; Vědecko-výrobní podnik; Znanstveno-proizvodno podjetje; Întreprinderea Științifică "
        "de Producție; Научно-производствено предприятие"
    ),
    "state_enterprise": (
        "Staatliches Einheitsunternehmen; Entreprise unitaire d'État; Empresa Unitaria Estatal; Impresa unitaria "
        "statale; Unitaire staatsonderneming; Statligt enhetsföretag; Valtion unitaariyritys; Riiklik "
        "unitaarettevõte; Valstybinė unitarinė įmonė; Federalne Państwowe Przedsiębiorstwo Unitarne; Státní "
        "unitární podnik; Državno unitarno poduzeće; Szövetségi állami egységes vállalat; Întreprinderea Unitară "
        "de Stat; Държавно унитарно предприятие; Κρατική Ενιαία Επιχείρηση"
    ),
    "machine_building": (
        "Maschinenbau; Construction de machines; Maskinbyggnad; Koneenrakennus; Masinaehitus; Mašīnbūves; Budowy "
        "Maszyn; Strojírenský; Strojírenská; Strojárskeho; Strojogradnja; Gépgyártó; Construcții de Mașini; "
        "Машиностроителният; Κατασκευής Μηχανών"
    ),
    "mechanical": (
        "Mechanisches; Mécanique; Mecánica; Mechanische; Mekaniska; Mechaniczne; Mechanický; Mechanická; "
        "Mechanikai; Механичен"
    ),
    "gunpowder": (
        "Pulverfabrik; Poudrerie; Pólvora; Krutfabrik; Ruutitehdas; Püssirohu; Parako; Prochu; Pracháreň; "
        "Barutana; Lőporgyár; Барутен; Πυρίτιδας"
    ),
    "shipping": (
        "Schifffahrtslinien; Lignes maritimes; Líneas Navieras; Linee di navigazione; Varustamo; Laevandus; "
        "Kuģniecības; Laivyba; Żegluga; Lodní linky; Brodarski; Hajózási; Linii Maritime; Корабоплаване; "
        "Ναυτιλιακές Γραμμές"
    ),
    "private_military_company": (
        "Private Militärfirma; Société militaire privée; Privat militärföretag; Yksityinen sotilasyhtiö; Prywatna"
        " Firma Wojskowa; Soukromá vojenská společnost; Katonai magánvállalat; Частна военна компания"
    ),
}


@pytest.mark.parametrize(("concept", "phrases"), BODIES.items())
def test_a_phrase_means_the_same_in_every_language(concept: str, phrases: str) -> None:
    unknown = [
        phrase for phrase in phrases.split("; ") if concept not in {each.concept for each in meanings(*words(phrase))}
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("RU", "ruski rusijos krievijas rosyjskiego orosz venäjän russischen ryska руския"),
        ("BY", "běloruský bieloruský białoruska baltarusijos vitryska беларуски belarussischen"),
        ("IR", "íránské iráni irano iranischen iranska irańskiej ιρανικής"),
        ("SY", "szíriai syyrian sirijos syrische sirska sirijske syryjskie"),
        ("LY", "líbyjská libiai liibüa libijos libyschen"),
    ],
)
def test_adjectives_and_genitives_of_states(code: str, forms: str) -> None:
    for form in forms.split():
        assert code in {each.concept for each in meanings(*words(form))}, form


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Föderaler Sicherheitsdienst der Russischen Föderation", "Федеральная служба безопасности РФ"),
        ("Serviciul de Informații Externe al Federației Ruse", "Служба внешней разведки Российской Федерации"),
        ("Venäjän federaation puolustusministeriö", "Ministry of Defence of the Russian Federation"),
        ("Venemaa Föderatsiooni Keskpank", "Центральный банк Российской Федерации"),
        ("Κεντρική Τράπεζα της Ρωσικής Ομοσπονδίας", "Banque centrale de la Fédération de Russie"),
        ("Ruski fond za izravna ulaganja", "Russian Direct Investment Fund"),
        ("Fond přímých investic Ruské federace", "Российский фонд прямых инвестиций"),
        ("Organizacija za letalsko in vesoljsko industrijo", "Aerospace Industries Organization"),
        ("Aerosila Tudományos Termelő Vállalat", "Aerosila Scientific Production Enterprise"),
        ("Kazaňský vrtulníkový závod", "Казанский вертолетный завод"),
        ("Ischewsker Mechanisches Werk", "Ижевский механический завод"),
        ("Мински завод за колесни влекачи", "Minsk Wheel Tractor Plant"),
        ("Permi püssirohutehas", "Пермский пороховой завод"),
        ("Soukromá vojenská společnost Konvoj", "Private Military Company Konvoy"),
        ("Vseruski znanstvenoraziskovalni inštitut za avtomatiko", "All-Russian Research Institute of Automatics"),
    ],
)
def test_one_body_in_two_languages(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Uljanovský mechanický závod", "Ульяновский машиностроительный завод"),
        ("Ischewsker Mechanisches Werk", "Ижевский радиозавод"),
        ("Iževský mechanický závod", "Izhevsk Machine-Building Plant"),
        ("Kazaňský vrtulníkový závod", "Казанский пороховой завод"),
        ("Permės parako gamykla", "Пермский химический завод"),
        ("Kurgans maskinbyggnadsfabrik", "Курганский химический завод"),
        ("Venäjän federaation puolustusministeriö", "Министерство внутренних дел Российской Федерации"),
        ("Ministerstvo obrany Ruské federace", "Министерство иностранных дел Российской Федерации"),
        ("Ministrstvo za obrambo Ruske federacije", "Ministry of Defence of the Republic of Belarus"),
        ("Venemaa Föderatsiooni Keskpank", "Банк развития Российской Федерации"),
        ("Magyar Fejlesztési Bank", "Central Bank of Hungary"),
        ("Iráni Exportfejlesztési Bank", "Central Bank of Iran"),
        ("Föderaler Sicherheitsdienst der Russischen Föderation", "Служба внешней разведки Российской Федерации"),
        ("Výzkumný ústav optiky", "Институт автоматики"),
        ("Vseruski znanstvenoraziskovalni inštitut za avtomatiko", "All-Russian Research Institute of Optics"),
        ("Väliskaubanduspank", "Development Bank"),
    ],
)
def test_two_bodies_in_two_languages(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")


@pytest.mark.parametrize(
    "text",
    [
        "Orion a.s., dříve znám jako Sokol a.s.",
        "Orion d.o.o. ranije poznato kao Sokol d.o.o.",
        "Orion UAB anksčiau žinoma kaip Sokol UAB",
    ],
)
def test_a_former_name_is_a_name(text: str) -> None:
    assert is_match(text, "Sokol", "Company")
