"""Six stories of our own, for pages and feeds and files of every format: what a reader must find again, word by word."""

# ruff: noqa: E501 - markup and prose are clearer unbroken

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    slug: str
    title: str
    author: str
    published: datetime.datetime  # Paris time, aware
    body: tuple[str, ...]
    lead: str

    @property
    def text(self) -> str:
        return "\n\n".join(self.body)


def _at(year: int, month: int, day: int, hour: int, minute: int, offset: int) -> datetime.datetime:
    zone = datetime.timezone(datetime.timedelta(hours=offset))
    return datetime.datetime(year, month, day, hour, minute, tzinfo=zone)


STORIES = (
    Story(
        "pont-de-saint-aubin-ferme",
        "Le pont de Saint-Aubin fermé après la découverte de fissures",
        "Claire Morvan",
        _at(2021, 3, 11, 0, 20, 1),
        (
            "Le pont suspendu de Saint-Aubin, qui relie les deux rives de la Loire depuis 1932, a été fermé mercredi soir à toute "
            "circulation. Des techniciens du département y avaient relevé, dans l'après-midi, plusieurs fissures sur deux des suspentes "
            "de la travée centrale.",
            "« Nous n'avons pas le droit de prendre le moindre risque », a déclaré la présidente du conseil départemental, Hélène "
            "Garrec, lors d'une conférence de presse tenue sur place. Elle a rappelé que près de 9 000 véhicules empruntent l'ouvrage "
            "chaque jour, dont une centaine d'autocars scolaires.",
            "Une première inspection, menée en novembre 2019, n'avait rien signalé d'anormal. Le bureau d'études mandaté à l'époque "
            "recommandait toutefois un suivi renforcé à partir de 2022.",
            "Les automobilistes doivent désormais faire un détour de 23 kilomètres par le pont de Chalonnes. Une navette fluviale "
            "pourrait être mise en place dès lundi pour les piétons et les cyclistes, selon la mairie.",
            "Les premiers résultats de l'expertise sont attendus à la fin du mois. En attendant, les commerçants de la rive sud "
            "s'inquiètent. « La moitié de mes clients viennent d'en face », soupire Bruno Lemaître, boulanger depuis vingt ans.",
        ),
        "Des fissures ont été relevées sur deux suspentes de l'ouvrage, qu'empruntent 9 000 véhicules par jour.",
    ),
    Story(
        "greve-des-eboueurs-levee",
        "Marseille : la grève des éboueurs levée après onze jours de conflit",
        "Samir Benali et Julie Roux",
        _at(2022, 10, 7, 18, 5, 2),
        (
            "Onze jours après le début du mouvement, les syndicats d'éboueurs de Marseille ont voté vendredi la reprise du travail. "
            "Quelque 3 400 tonnes de déchets jonchaient encore les trottoirs de la ville dans la matinée.",
            "L'accord, signé dans la nuit de jeudi à vendredi à la métropole, prévoit une prime annuelle de 600 euros et la création "
            "de quarante postes d'ici au mois de juin 2023. La direction a également renoncé à modifier les horaires de la collecte du "
            "dimanche.",
            "« C'est un compromis honorable », a estimé Patrick Santini, délégué du syndicat majoritaire. Une partie de la base "
            "réclamait davantage : au dépôt du quatorzième arrondissement, le vote s'est joué à six voix près.",
            "Le retour à la normale prendra du temps. La métropole évoque une dizaine de jours pour les grands axes, et jusqu'à trois "
            "semaines dans les ruelles du Panier, où les camions ne passent pas.",
            "En décembre 2020, un conflit semblable avait duré une semaine. Il s'était conclu sur la promesse d'un audit, dont les "
            "conclusions n'ont jamais été rendues publiques.",
        ),
        "Les syndicats ont voté la reprise du travail, vendredi, après la signature d'un accord dans la nuit.",
    ),
    Story(
        "le-lynx-revient-dans-les-vosges",
        "Le lynx est de retour dans les Vosges, et ce n'est pas un hasard",
        "Antoine Keller",
        _at(2019, 5, 2, 7, 0, 2),
        (
            "On ne l'avait plus vu depuis sept ans. Un lynx boréal a été photographié à deux reprises, les 14 et 22 avril, par un piège "
            "installé au-dessus du lac de Retournemer.",
            "L'animal, un mâle d'environ trois ans, serait arrivé du Palatinat allemand, où vingt individus ont été relâchés entre 2016 "
            "et 2018. Il aurait parcouru plus de 150 kilomètres et franchi deux autoroutes.",
            "Pour les naturalistes, c'est l'aboutissement d'un long travail. Des passages à faune ont été ouverts en 2017 au col de "
            "Saverne, et un programme de médiation réunit depuis l'an dernier chasseurs, forestiers et éleveurs.",
            "Tous ne se réjouissent pas pour autant. Trois éleveurs de la vallée ont demandé à rencontrer le préfet, qui les recevra le "
            "16 mai. « Nous voulons savoir qui paiera si nos brebis disparaissent », explique Odile Vautrin, installée à Gérardmer.",
            "Le suivi se poursuivra tout l'été. Si une femelle venait à s'établir, une reproduction serait possible dès 2021.",
        ),
        "Un mâle venu du Palatinat a été photographié deux fois en avril au-dessus de Retournemer.",
    ),
    Story(
        "incendie-entrepot-rouen",
        "Incendie d'un entrepôt près de Rouen : ce que l'on sait",
        "Rédaction locale",
        _at(2023, 1, 16, 23, 40, 1),
        (
            "Un incendie s'est déclaré lundi vers 16 h 30 dans un entrepôt de stockage de Grand-Couronne, au sud de Rouen. Plus de cent "
            "trente pompiers ont été mobilisés. Le feu était maîtrisé à 22 heures, mais pas éteint.",
            "Le bâtiment abritait près de 12 000 batteries destinées à l'automobile. Un second local, occupé par une société de négoce de "
            "pneus, a été touché à son tour une heure plus tard.",
            "Aucun blessé n'est à déplorer. La préfecture a demandé aux habitants de quatre communes de rester chez eux, consigne levée "
            "mardi à l'aube si les mesures de la qualité de l'air le permettent.",
            "L'origine du sinistre reste inconnue. Le parquet a ouvert une enquête, confiée à la brigade de recherches. Un salarié a dit "
            "avoir entendu « comme un sifflement » avant de voir les premières flammes.",
            "Le site avait fait l'objet d'une visite de l'inspection des installations classées en septembre 2021. Deux remarques avaient "
            "été faites, que l'exploitant assure avoir prises en compte.",
        ),
        "Plus de cent trente pompiers ont combattu le feu, qui a détruit douze mille batteries.",
    ),
    Story(
        "cathedrale-orgue-restaure",
        "À Lodève, l'orgue retrouve sa voix",
        "Marguerite Faure",
        _at(2018, 9, 30, 9, 15, 2),
        (
            "Il se taisait depuis la crue de 2015. Dimanche, à l'issue de la messe de onze heures, l'orgue de la cathédrale de Lodève a "
            "joué de nouveau devant six cents personnes.",
            "Construit en 1882, l'instrument compte 2 340 tuyaux, qu'il a fallu démonter un à un. La facture s'élève à 480 000 euros, "
            "payés pour moitié par l'État.",
            "Le facteur Étienne Mazet et ses trois compagnons y ont travaillé deux ans et demi. « Le plus dur a été de retrouver le "
            "timbre des anches, dit-il. Personne n'en avait d'enregistrement. »",
            "Un concert inaugural aura lieu le samedi 13 octobre, avec le chœur de la ville. L'entrée est libre.",
        ),
        "Muet depuis la crue de 2015, l'instrument de 1882 a été entièrement démonté.",
    ),
    Story(
        "dunkerque-vote-gratuite-bus",
        "Transports : la gratuité des bus étendue à toute l'agglomération",
        "Nora Lefebvre",
        _at(2020, 2, 29, 12, 45, 1),
        (
            "Le conseil communautaire a tranché samedi matin, par 41 voix contre 12 : à partir du 1er septembre, les bus seront gratuits "
            "tous les jours dans les dix-sept communes de l'agglomération.",
            "La mesure, expérimentée le week-end depuis 2015, coûtera 4,5 millions d'euros par an. Elle sera financée par une hausse du "
            "versement transport des entreprises de plus de onze salariés.",
            "L'opposition dénonce un calcul électoral, à deux semaines du premier tour des municipales. « On vote aujourd'hui ce qu'on "
            "paiera demain », a lancé Luc Vandamme, qui demandait un report au mois d'avril.",
            "Selon une étude rendue le 5 février, la fréquentation a progressé de 65 % en semaine dans la seule ville-centre. Les "
            "commerçants, d'abord sceptiques, y sont désormais favorables à 78 %.",
            "Reste la question des conducteurs : une cinquantaine d'embauches seront nécessaires. Le premier recrutement est prévu le "
            "23 mars.",
            "La présidente de la régie, Sylvie Decoster, promet un bilan public au bout d'un an.",
        ),
        "Les élus ont voté la mesure par 41 voix contre 12 ; elle entrera en vigueur le 1er septembre.",
    ),
)
