"""Whose the thing of a possessive is: nobody's who cannot have it."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline import build

MARCH = "Des milliers de personnes ont défilé à la mémoire de Pascal Guérin. "

LINES = [
    # the dead one, not the speaker of the sentence before
    (f"{MARCH}Philippe Martinez a parlé lundi. ", "Ses obsèques seront célébrées.", "Pascal Guérin"),
    ("Pascal Guérin est mort lundi. ", "Ses obsèques seront célébrées.", "Pascal Guérin"),
    ("Un chauffard a tué Pascal Guérin lundi. ", "Ses obsèques seront célébrées.", "Pascal Guérin"),
    # nobody has died, or the one who killed
    ("Philippe Martinez a parlé lundi. ", "Ses obsèques seront célébrées.", ""),
    ("Philippe Martinez a tué un homme lundi. ", "Ses obsèques seront célébrées.", ""),
    # two have died
    ("Pascal Guérin est mort. Jean Martin est mort. Marie Petit a parlé. ", "Ses obsèques seront célébrées.", ""),
    # what the sentence itself has brought in
    ("Philippe Martinez a parlé lundi. ", "Il s'agit de la 27e course et son tracé a été modifié.", ""),
    # who is aboard
    ("Philippe Martinez a parlé lundi. Un camion a été vidé samedi. ", "Son chauffeur a porté plainte.", ""),
    ("Philippe Martinez a parlé lundi. ", "Son chauffeur a porté plainte.", "Philippe Martinez"),
    # what the living have
    ("Philippe Martinez a parlé lundi. ", "Son avocat sera entendu.", "Philippe Martinez"),
]


@pytest.mark.parametrize(("before", "sentence", "owner"), LINES)
def test_whose(before: str, sentence: str, owner: str) -> None:
    line = build.write(*read("La France en deuil", f"{before}{sentence}"))
    people = ("Pascal Guérin", "Philippe Martinez", "Jean Martin", "Marie Petit")
    assert [one for one in people if one in line] == ([owner] if owner else [])


BODIES = [
    ("Le Stade lavallois a recruté lundi l'attaquant Ousmane Diatta. ", "Il s'est engagé à Laval.", False),
    ("Le Stade lavallois a recruté lundi un attaquant. ", "Il a signé un contrat.", True),
]


@pytest.mark.parametrize(("before", "sentence", "body"), BODIES)
def test_a_body_is_no_person(before: str, sentence: str, body: bool) -> None:
    line = build.write(*read("Un contrat à Laval", f"{before}{sentence}"))
    assert ("Stade lavallois" in line) == body


@pytest.mark.parametrize(
    ("before", "sentence", "thing"),
    [
        ("Le corps de la victime a été découvert par un promeneur. ", "Il a été mis en examen.", False),
        ("Le corps de la victime a été découvert par un promeneur. ", "Il a été placé en garde à vue.", False),
        ("Le corps de la victime a été découvert par un promeneur. ", "Il a été identifié par la police.", False),
        ("Le tableau de la galerie a été découvert par un promeneur. ", "Il a été mis en vente.", True),
    ],
)
def test_no_thing_is_charged(before: str, sentence: str, *, thing: bool) -> None:
    line = build.write(*read("", f"{before}{sentence}"))
    assert ("corps" in line or "tableau" in line) == thing


WHO = [
    # what an accused does or suffers is not what his lawyer or the prosecutor does; a lawyer may be accused himself
    (
        "Un chauffeur jugé",
        "Un chauffeur de 43 ans comparaissait lundi. « Il a tout perdu », a plaidé son avocat, Yann Corre. ",
        "Il a été condamné à trois mois de prison.",
        ("Corre", False),
    ),
    (
        "Un chauffeur jugé",
        "« Mon client a tout perdu », a plaidé Me Yann Corre. ",
        "Le tribunal l'a condamné à trois mois de prison.",
        ("Corre", False),
    ),
    (
        "Un pyromane arrêté",
        "Il a reconnu samedi avoir allumé deux feux, a précisé lundi le procureur Yann Corre lors d'une conférence. ",
        "Il avait été arrêté vendredi à Auriol.",
        ("Corre", False),
    ),
    (
        "",
        "L'avocat Yann Corre a été interpellé. Me Yann Corre nie. ",
        "Il a été condamné à trois mois de prison.",
        ("Yann Corre est condamné", True),
    ),
    # those whom a noun counts have their own gender; no noun does what its complement may do
    (
        "Grève à la sucrerie",
        "140 salariés bloquent le site. Une centaine de jeunes cagoulés affrontent les CRS. ",
        "Ils ont pillé un supermarché.",
        ("centaine de jeunes", True),
    ),
    (
        "Une foreuse sur Mars",
        "Les ingénieurs de la Nasa ont tenté un forage. La présence, dans leurs laboratoires, d'un robot les a aidés. ",
        "Ils ont trouvé un procédé.",
        ("ingénieurs", True),
    ),
    # those whom a number is about are several
    (
        "La fillette retrouvée",
        "Samedi, près de 400 volontaires avaient ratissé le massif. Le parquet de Foix avait ouvert une enquête. ",
        "Elle devrait être classée rapidement.",
        ("volontaires", False),
    ),
    # a noun in the feminine of its lemma is feminine
    (
        "Un incendie jugé",
        "L'avocate générale avait réclamé trente ans. Les soupçons s'étaient portés sur un voisin. ",
        "Il avait passé quatre mois en détention.",
        ("avocate", False),
    ),
    # the body is the person's, not the murder's; the opening is the trial's
    (
        "",
        "Un homme a été mis en examen. ",
        "Il nie le meurtre de Sandrine Kermadec, 17 ans, dont le corps a été retrouvé dans un bois.",
        ("corps de Sandrine Kermadec est retrouvé", True),
    ),
    (
        "",
        "Un homme a été mis en examen. ",
        "Il nie le meurtre de Sandrine Kermadec, dont le procès a été repoussé.",
        ("procès de Sandrine", False),
    ),
    # a dead man does nothing, where another one is named nearer
    (
        "",
        "Dimanche, le président Jean Vieira a été assassiné. Armando Sanca avait gouverné seul. C'est vrai. ",
        "En août, il a dissous le Parlement.",
        ("Jean Vieira", False),
    ),
    (
        "",
        "Dimanche, le président Jean Vieira a été assassiné. Une enquête est ouverte. ",
        "En août, il avait dissous le Parlement.",
        ("Jean Vieira", True),
    ),
    # whoever speaks goes on, not whom the quotation is about
    (
        "",
        "« Le président Armando Sanca est libre », a déclaré Ousmane Kane. ",
        "Il a rencontré lundi le chef de la junte.",
        ("Armando Sanca", False),
    ),
    (
        "",
        "« L'état d'urgence sera reconnu », a promis le ministre Edouard Philippe. ",
        "Il a annoncé une aide de dix millions.",
        ("état d'urgence", False),
    ),
    # a pronoun of the other gender
    (
        "L'avenir de Simon Aldridge",
        "Le président Simon Aldridge a parlé. Nous respecterons la décision de la cour. ",
        "Mais elle a suspendu un accord.",
        ("Simon Aldridge", False),
    ),
    # the article has a word of each gender: the first name decides
    (
        "Flora Duffy gagne à Maui",
        "La championne Flora Duffy a gagné. Le vainqueur Flora Duffy est là. ",
        "Mardi, il a suspendu un accord.",
        ("Duffy", False),
    ),
    (
        "L'avenir de Simon Aldridge",
        "Le président Simon Aldridge a parlé. ",
        "Mardi, il a suspendu un accord.",
        ("Simon Aldridge", True),
    ),
    # the son, not the father; the brother-in-law, not the dead man whose he is
    (
        "Jean Vieira reçoit un prix",
        "Le président Jean Vieira a reçu un prix. ",
        "Son fils avait eu moins de chance : il a été enlevé.",
        ("Vieira est enlevé", False),
    ),
    (
        "Le beau-frère de Jean Vieira avoue",
        "Le procureur a parlé. La police a cherché un homme. ",
        "Il a démembré les corps.",
        ("Vieira", False),
    ),
    # another person is the subject of the sentence between
    (
        "Meurtre d'un prêtre",
        "L'archevêque Jean Vieira appelle à prier. Armando Sanca a quitté la Syrie. ",
        "En 2015, il est fiché par la police.",
        ("Jean Vieira", False),
    ),
    # who is buried has died
    (
        "La France en deuil",
        "Fidel Castro est mort. ",
        "Raúl Castro a annoncé qu'il serait incinéré.",
        ("Raúl Castro serait", False),
    ),
    # the only one with a name, to whom another gives something
    (
        "Obsèques de Stéphane Guihéneuf",
        "L'hommage à Stéphane Guihéneuf a eu lieu. ",
        "Le maire lui a remis la médaille de la ville.",
        ("Guihéneuf remet", False),
    ),
    (
        "Mort de la chanteuse Claire Dubreuil",
        "Claire Dubreuil est née à Lorient. Elle monte à Paris. Sonia Vidal la prend sous son aile. ",
        "En 1965, elle enregistre un disque.",
        ("Claire Dubreuil enregistre", True),
    ),
    (
        "Mort du chanteur Jean Vieira",
        "Jean Vieira est né à Lorient. Il monte à Paris. Pascal Guérin la chante. ",
        "En 1965, il enregistre un disque.",
        ("Pascal Guérin enregistre", True),
    ),
    # the article's only person is no festival
    (
        "Angoulême : le Fauve d'or à Léa Marchal",
        "Léa Marchal est émue. Les dates de la prochaine édition sont connues : ",
        "elle se tiendra du 29 janvier au 1er février.",
        ("Marchal", False),
    ),
    # whom "il s'agit de" brings in; a name that the noun has by chance
    (
        "Un mort au rallye",
        "Le pilote Hayden Paddon est sorti de la route. Il s'agit d'un photographe espagnol. ",
        "Évacué vers l'hôpital, il est mort dans la nuit.",
        ("Paddon", False),
    ),
    (
        "Une église évacuée à Nice",
        "Il s'agit de l'église Saint-Pierre d'Arène. L'homme a crié. ",
        "Il a été interpellé.",
        ("Saint-Pierre", False),
    ),
    (
        "Un couple de policiers tué",
        "François Hollande a parlé. Un homme de 25 ans était connu. Ce dernier était fiché. ",
        "Hier, il a filmé ses actes.",
        ("Hollande", False),
    ),
    (
        "Un homme attaque des passants",
        "D'après Dietlind Beaudoin, procureur, l'homme avait une rancœur. Il souhaitait se faire abattre. ",
        "Il a annoncé vouloir se suicider.",
        ("Beaudoin", False),
    ),
    # nobody: what was agreed, found
    ("", "Le président Barack Obama a autorisé le départ. ", "Il a été convenu hier d'une trêve.", ("Obama", False)),
    ("", "Le préfet Jean Vieira a parlé. ", "Il a été établi que le pont est sûr.", ("Vieira", False)),
    ("", "Le préfet Jean Vieira a parlé. ", "Il a été informé lundi de l'accident.", ("Vieira", True)),
    # the brother, not who speaks of him
    (
        "Décès du frère de François Hollande",
        "François Hollande a parlé. « Mon frère était malade. ",
        "Lundi, il a été hospitalisé », a déclaré François Hollande.",
        ("Hollande est hospitalisé", False),
    ),
    # by the first name
    (
        "Jan Frodeno bat le record",
        "Jan Frodeno bat le record. Chez les femmes, la Suissesse gagne. ",
        "Elle remporte la victoire.",
        ("Frodeno remporte", False),
    ),
    # another one acts in the sentence between
    (
        "Le relais offre un triplé à Bolt",
        "« Quelle course », a commenté Justin Gatlin. Ce relais était la dernière course où Usain Bolt courait. ",
        "Depuis 2008, il a remporté neuf médailles d'or.",
        ("Gatlin", False),
    ),
    # for whom the words before a colon are
    (
        "",
        "La Chine a été défaite par la Roumanie. ",
        "Grosse déception pour l'Estonie : championne d'Europe, elle a été privée de podium.",
        ("la Chine", False),
    ),
    # to whom something is done: not the doer's own name, nor whom "ce dernier" has passed over
    (
        "La chanteuse tuée",
        "La chanteuse signait des autographes. ",
        "Un jeune homme de 27 ans, Kevin Loibl, lui a tiré dessus.",
        ("à Kevin Loibl", False),
    ),
    (
        "Le grand maître démissionne",
        "Alain Tonquédec est chancelier. Matthieu Festing avait exigé une démission. ",
        "Ce dernier a refusé et Jean Vieira l'a alors convoqué.",
        ("convoque Alain", False),
    ),
    # whoever speaks goes on, also behind a quotation in the first person
    (
        "Des militaires au pouvoir",
        'Le président Armando Sanca a été arrêté. "Nous avons mis fin au régime", a déclaré le colonel Jean Vieira. ',
        "Il a annoncé la suspension de la Constitution.",
        ("Vieira annonce", True),
    ),
    # quoted, between straight marks too
    (
        "",
        "",
        '"Une provocation", a dénoncé le député Vincent Roussel.',
        ("provocation dénonce", False),
    ),
    (
        "",
        "\"L'état d'urgence sera reconnu\", a promis le ministre Edouard Philippe. ",
        "Il a annoncé une aide de dix millions.",
        ("Philippe annonce", True),
    ),
    (
        "Le président Armando Sanca libre",
        "Le médiateur Ousmane Kane a réussi. « Le président Armando Sanca est libre », a-t-il déclaré. ",
        "Il a rencontré lundi le chef de la junte.",
        ("Sanca", False),
    ),
]


@pytest.mark.parametrize(("title", "before", "sentence", "wanted"), WHO)
def test_who_does_it(title: str, before: str, sentence: str, wanted: tuple[str, bool]) -> None:
    name, named = wanted
    line = build.write(*read(title, f"{before}{sentence}"))
    assert (name in line.removeprefix(f"{title} : ")) == named


MET = "Vladimir Poutine a rendu visite lundi à son allié Alexandre Loukachenko. "
TALKS = "Les deux chefs d'État ont parlé de l'énergie. "
TWO = "Vladimir Poutine et Alexandre Loukachenko"


@pytest.mark.parametrize(
    ("before", "sentence", "line"),
    [
        (MET, "Les deux hommes ont conclu un accord.", f"{TWO} concluent un accord"),
        (f"{MET}Il est arrivé en avion. ", "Les deux chefs d'État ont conclu un accord.", f"{TWO} concluent un accord"),
        (f"{MET}{TALKS}", "Ils ont conclu un accord.", f"{TWO} concluent un accord"),
        # others than those of before, or one of them too few, or too many
        (MET, "Les deux autres hommes ont conclu un accord.", "Les deux autres hommes concluent un accord"),
        (MET, "Les deux hommes de la brigade ont conclu un accord.", "Deux hommes de la brigade concluent un accord"),
        (
            "Vladimir Poutine a parlé lundi. ",
            "Les deux hommes ont conclu un accord.",
            "Deux hommes concluent un accord",
        ),
        (
            "Vladimir Poutine a parlé à Alexandre Loukachenko et à Maïa Sandu. ",
            "Les deux hommes ont conclu un accord.",
            "Deux hommes concluent un accord",
        ),
        # no people
        (MET, "Les deux camions ont brûlé lundi.", "Les deux camions brûlent"),
    ],
)
def test_two_people_of_the_sentence_before(before: str, sentence: str, line: str) -> None:
    assert build.write(*read("", f"{before}{sentence}")) == line
