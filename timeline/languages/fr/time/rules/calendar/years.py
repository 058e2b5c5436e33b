"""Years in figures and words, ranges of years, and years of the Republican calendar."""

from __future__ import annotations

from timeline.calendar import DAY, civil
from timeline.calendar.republican import republican_day
from timeline.languages.fr.time.rules.around import UNCOUNTED
from timeline.languages.grammar import Made, Rule
from timeline.languages.kinds import Kind
from timeline.model import Between, Moment, Partial, Side

# What can follow a bare year: punctuation or a function word; a noun would make it a number ("2000 manifestants").
_FUNCTION = r"(?:[.,;:!?)\]\"'-]|$|\n| (?:[-(\[:;!?.,]|(?:et|ou|a|au|aux|de|du|des|d'|le|la|les|l'|un|une|par|pour|en|dans|sur|avec|sous|est|sont|etait|etaient|a|ont|avait|il|elle|ils|elles|on|nous|qui|que|qu'|ou|lors|mais|puis|comme|contre|chez|vers|sans|soit|dont|apres|avant|jusqu'|grace|selon|afin|deja|aussi|ce|cette|ces|son|sa|ses|leur|y|n'|ne|se|s'|sera|seront|fut|furent|entre|depuis|alors|quand|lorsqu|lorsque|seulement|environ|et/ou|inclus|compris|plus|moins|c'|j'|je|tu|vous|pendant|suite|a la|d)\b))"


# The names of things that have a year in them: "le Grand Prix 2018", "le circuit 2016".
_BEARER = (
    r"(?-i:[A-Z][A-Za-z0-9]+)|champion(?:ne|nat|s|nes)?|titre|circuit|budget|bac|baccalaureat|brevet|classement|tour|programme|calendrier|"
    "bilan|rapport|recensement|session|promotion|tournoi|rallye|trophee|festival|salon|palmares|barometre|football|rugby|handball|"
    "basket|volley|tennis|cyclisme|athletisme|natation|judo|ski|monde|paix|litterature|medecine|physique|chimie|economie|prix|serie|vainqueur|"
    "mondiales|artistique|senior|seniors|junior|juniors|feminin|feminine|masculin|masculine|olympiques?|legislatives|municipales|europeennes|"
    "regionales|presidentielles?|senatoriales|departementales|periode|objectif|agenda|collection|hiver|exercice|bissextile|cru|millesime"
)
_EVENT = (
    "jeux|edition|exposition|coupe|tournoi|saison|mondial|championnats?|crise|crue|guerre|revolution|accords?|traite|sommet|constitution|"
    "reforme|campagne|seisme|tsunami|attentats?|genocide|insurrection|coup d'etat|putsch|scrutin|referendum|canicule|tempete|inondations?|"
    "recensement|charte|convention|declaration|armistice|krach|greves?|mouvement|manifestations?|revolte|printemps|victoire|finale|act"
)


def years(year: int, year2: int) -> Made:
    """ "2018-2019" as one expression."""
    if year2 < 100:
        year2 += year - year % 100
    return Between(Partial(year=year), Partial(year=year2)) if year < year2 < year + 200 else None


def republican(year: int, month: int | None = None, day: int | None = None) -> Made:
    """ "9 thermidor an II", "frimaire an III", "l'an II"."""
    first = republican_day(year, month or 1, day or 1)
    if first is None:
        return None
    if day is not None:
        return _civil(first)
    after = republican_day(year + 1) if month is None else first + 30 * DAY
    return None if after is None else Between(_civil(first), _civil(after - DAY))


def _civil(at: Moment) -> Partial:
    year, month, day = civil(at)
    return Partial(year=year, month=month, day=day)


def before_christ(year: float, era: str = "") -> Made:
    """ "en 52 avant Jésus-Christ"."""
    return Partial(year=1 - int(year), era="BC")


RULES = (
    Rule(
        "year after a preposition",
        "(?:(?:une |l')?an(?:nee)? )?{year}",
        Kind.YEAR,
        lambda year: Partial(year=year),
        before=r"(?:\b(?:en|depuis|des|jusqu'en|avant|apres|vers|fin|debut|mi|ete|hiver|printemps|automne|annee|l'annee|l'an|tour de france|coupe du monde|euro|mondial|mondiaux|du monde|d'europe|de france|jo|eurovision|roland-garros|vendee globe|jeux olympiques|courant|rentree|saison|edition|millesime|horizon|pour|d'ici|d'ici a|d'ici en|noel|paques|circa|ca\.?|v\.|env\.|l'horizon|millesime|cru|exercice|attendre|attendu|est de|d'avant|d'apres|[a-z]{4,}(?:ales?|iques?|iennes?) de|(?:"
        + _EVENT
        + r") de) |[(\[]|[(,;-] ?[?*] ?|\ben) ?$",
        not_after=r"(?:[.,]\d|\d| ?(?:%|\$|euros?|dollars?|francs?|personnes?|km|kilometres?|metres?|ans\b|habitants|soldats|morts|emplois|postes|manifestants|euros|exemplaires|voix|places|logements|hectares|tonnes|salaries|policiers|militants|participants|spectateurs|entreprises|pages|mots|fois|heures|jours|migrants|refugies|cas|points|communes|candidats|chevaux|tours|watts|m\b|m2|h\b))",
        examples={
            "Il est né en 1986.": "1986",
            "depuis 1998, il": "1998",
            "dès l'année 2001": "2001",
            "(2004)": "2004",
            "Il faut attendre 2014 pour qu'il rouvre.": "2014",
        },
        refuses=(
            "Environ 2000 manifestants ont défilé.",
            "Le numéro 1998 du registre.",
            "avant 2000 personnes",
            "une amende de 1500 euros",
        ),
    ),
    Rule(
        "year of a name",
        "{year}",
        Kind.YEAR,
        lambda year: Partial(year=year) if 1990 <= year <= 2039 and year != 2000 else None,
        before=rf"\b(?:{_BEARER}) $",
        after=UNCOUNTED,
        not_before=r"\b(?:Airbus|Boeing|Peugeot|BMW|Mercedes|Windows|Office|ISO|RN|RD|Article|Page|Loi|Route|Audi|Porsche) $",
        not_after=r"[.,]\d|\d|[-/]\d| ?(?:%|\$|euros?|dollars?|km|metres?|ans\b)",
        examples={
            "Le Trophée NHK 2018 est fini.": "2018",
            "Le champion 2012 a abandonné.": "2012",
            "Le baccalauréat 2016 débute.": "2016",
        },
        refuses=("À Marseille 2018 manifestants ont défilé.", "une Peugeot 2008 grise"),
    ),
    Rule(
        "year of birth with a sign",
        "o ?[[{year}]]",
        Kind.YEAR,
        lambda year: Partial(year=year),
        before=r"(?:[(\[,;] ?|^)$",
        not_after=r"\d|[.,]\d",
        examples={"Le prêtre (°1742, †1794) refusa.": ("1742", "1794")},
        refuses=("le no 1742",),
    ),
    Rule(
        "year",
        "{year}",
        Kind.YEAR,
        lambda year: Partial(year=year) if 1750 <= year <= 2099 else None,
        before=r"(?:\b(?:de|d'|et|ou|a|au|aux|comme|que|qu'|du|soit|entre|le|la|celle de|celles de|dans|[a-z]+(?:ale|iale|ielle|ique|on|oire|isse|ee|ent|eur)s?) ?|[,(-] ?|^|\n)$",
        after=_FUNCTION,
        not_after=r",? (?:rue|avenue|boulevard|chemin|route|allee|impasse|quai|place)\b|[.,]\d|[-/]\d| (?:de|des|d'|du) (?:ces|ses|leurs|nos)|(?:,| et| ou| a) \d{4} (?:[a-z]+s)\b",
        not_before=r"\b(?:nombre|chiffre|seuil|barre|cap|resolution|norme|(?:nation|department|departement)ale|total|prix|montant|hauteur|plus|moins|pres|environ|quelque|numero|no|article|loi|page|route|a peine|amende|somme|population|altitude|distance|vitesse|poids|ligne|code|airbus|boeing|les|des|nous|vous|rn|rd|modele|type|canal|rue|salle|chambre|place|cote|indice|norme|iso|windows|office|peugeot|renault|euros?|fois) (?:de |d'|du |a )?$",
        examples={"la présidentielle de 2002, sont": "2002", "l'élection présidentielle de 2017.": "2017"},
        refuses=("un groupe de 2000 personnes", "un Boeing 2000", "le code 1945"),
    ),
    Rule(
        "old year of a row",
        "{year}",
        Kind.YEAR,
        lambda year: Partial(year=year) if 1000 < year < 1750 and year % 50 else None,
        before=r"(?:^|\n)(?:[-*] )?$",
        after=r" ?: ",
        not_after=r" ?: (?:c'est|le nombre|\d)",
        examples={"1163 : pose de la première pierre.\n1345 : fin des travaux.": ("1163", "1345")},
        refuses=("1632 : c'est le nombre de lits.", "Le numéro 1163 : hors service."),
    ),
    Rule(
        "year of something",
        "{year}",
        Kind.YEAR,
        lambda year: Partial(year=year) if 1700 <= year <= 2039 and year % 100 else None,
        before=r"[a-z] (?:de |d')$",
        after=UNCOUNTED,
        not_before=r"\b(?:total|prix|montant|hauteur|plus|moins|pres|environ|nombre|chiffre|seuil|barre|cap|loi|amende|somme|population|altitude|distance|vitesse|poids|lois|bataillon|equipage|effectif|troupe|force|groupe|foule|capacite|millier|page|article) (?:de |d')$",
        not_after=r"[.,]\d|\d|[-/]\d| ?(?:%|\$|euros?|dollars?|francs?|km|metres?|m2?\b|ans\b|kg|tonnes?|litres?|watts?|places)",
        examples={"Des articles de 2008 évoquant les meurtres.": "2008", "l'Exposition de 1937 fut belle": "1937"},
        refuses=("une foule de 1937 manifestants", "un groupe de 2015 élèves"),
    ),
    Rule(
        "years",
        r"{year} ?[-/] ?{year2:year_or_two}",
        Kind.YEARS,
        years,
        not_after=r"[-/]\d",
        not_before=r"[\d./-]$",
        examples={"Pendant la saison 2018-2019, il a marqué.": "2018/2019", "la guerre de 1914-18": "1914/1918"},
        refuses=("le 01-2000-3000", "au 1998-1234"),
    ),
    Rule(
        "years apart",
        "(?:de |entre |periode )(?:v\\. |ca\\.? |env\\. |vers )?[[(?P<first>{year})]] (?:a|et) (?:v\\. |ca\\.? |vers )?(?P<last>{year2:year})",
        Kind.YEARS,
        lambda year, year2: (
            {
                "first": Between(Partial(year=year), Partial(year=year2), Side.FIRST),
                "last": Between(Partial(year=year), Partial(year=year2), Side.LAST),
            }
            if year < year2
            else None
        ),
        after=UNCOUNTED,
        not_after=r" ?(?:%|\$)|[.,]?\d",
        examples={
            "Il a présidé la région de 2015 à 2018.": ("2015", "2018"),
            "Il l'a présidée de 1996 à 2001 puis de 2006 à 2011.": ("1996", "2001", "2006", "2011"),
        },
        refuses=("de 1500 à 2000 personnes",),
    ),
    Rule(
        "two years",
        "(?:en|vers|depuis) (?P<first>{year}),? (?:ou|et) (?:en )?(?P<last>{year2:year})",
        Kind.YEARS,
        lambda year, year2: {"first": Partial(year=year), "last": Partial(year=year2)} if year < year2 else None,
        after=UNCOUNTED,
        not_after=r" ?(?:%|\$)|[.,]?\d",
        examples={"L'église fut consacrée en 1096 ou 1097.": ("1096", "1097")},
        refuses=(),
    ),
    Rule(
        "short years",
        "(?:en |de |depuis |fin |debut )[[{short:short_year}]]",
        Kind.YEAR,
        lambda short: Partial(year=short),
        before=r"\b(?:mai|annee|l'ete|l'annee) $",
        examples={"à l'été de 44": ("2020-SU", "1944")},
    ),
    Rule(
        "Republican day",
        "(?:{weekday},? (?:le )?)?{day} {month:republican_month},? (?:de l')?an {year:republican_year}",
        Kind.DAY,
        lambda day, month, year, weekday=None: republican(year, month, day),
        examples={
            "le 9 thermidor an II": "1794-07-27",
            "le 18 brumaire an VIII": "1799-11-09",
            "13 vendémiaire an IV": "1795-10-05",
        },
    ),
    Rule(
        "complementary day of the Republican year",
        "{nth:ordinal} (?:jour complementaire|complementaire|sans-culottide|sansculottide),? (?:de l')?an {year:republican_year}",
        Kind.DAY,
        lambda nth, year: republican(year, 13, nth),
        examples={"le premier jour complémentaire an III": "1795-09-17", "3e jour complémentaire an V": "1797-09-19"},
        refuses=(),
    ),
    Rule(
        "Republican month",
        "{month:republican_month},? (?:de l')?an {year:republican_year}",
        Kind.MONTH,
        lambda month, year: republican(year, month),
        examples={"L'acte est daté de frimaire an III.": "1794-11-21/1794-12-20"},
    ),
    Rule(
        "Republican year",
        "l'[[an (?-i:{year:republican_roman})]]",
        Kind.YEAR,
        republican,
        not_after=r" ?(?:de grace)|-",
        examples={"Le registre s'ouvre en l'an II.": "1793-09-22/1794-09-21"},
    ),
    Rule(
        "Republican year in figures",
        "l'[[an {year:two}]]",
        Kind.YEAR,
        republican,
        after=r"^ ?[\[(]1[78]\d\d",
        examples={"imprimé en l'an 7 [1798-1799]": ("1798-09-22/1799-09-22", "1798/1799")},
    ),
    Rule(
        "before Christ",
        "(?:l'an )?{year:number} {era}",
        Kind.YEAR,
        before_christ,
        examples={"en 52 av. J.-C.": "BC0052", "en 480 avant Jésus-Christ": "BC0480"},
    ),
    Rule(
        "after Christ",
        "(?:l'an )?{year:number} {ad}",
        Kind.YEAR,
        lambda year, ad: Partial(year=int(year)),
        examples={"en 70 apr. J.-C.": "0070"},
    ),
    Rule(
        "year of our era",
        "[[l'an (?:de (?:grace|notre seigneur) )?{year:number}]]",
        Kind.YEAR,
        lambda year: Partial(year=int(year)),
        not_after="-|,\\d",
        not_before=r"par $",
        examples={"en l'an 800": "0800", "donnée en l'an de grâce 1214": "1214", "vers l'an mil": "1000"},
    ),
    Rule(
        "year in words",
        "{year:year_words}",
        Kind.YEAR,
        lambda year: Partial(year=year),
        before=r"(?:\ben|l'an|l'annee|depuis|avant) $",
        examples={"en deux mille dix-huit": "2018", "en mille neuf cent quatre-vingt": "1980"},
    ),
)
