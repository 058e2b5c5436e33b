"""Words that look like a time but are not one: each rule claims its words so that no other rule takes them."""

from __future__ import annotations

from timeline.languages.grammar import Rule
from timeline.languages.kinds import Kind

_AUXILIARY = "a|ai|as|avait|avaient|avais|ont|avons|avez|ayant|aurait|auraient|aurais|eut|aura|auront|avoir|ait|aient"


def refusal(name: str, pattern: str, *refuses: str, dotted: bool = False) -> Rule:
    """A rule without a meaning."""
    return Rule(name, pattern, Kind.REFUSAL, refuses=refuses, dotted=dotted)


RULES = (
    refusal(
        "been",
        f"(?:{_AUXILIARY})(?:-t-(?:il|elle|on)|-(?:ils|elles))?(?: (?:pas|plus|deja|jamais|toujours|aussi|egalement|bien|ainsi|tous|toutes|donc|ensuite|tout|encore|alors|notamment|[a-z]+ment|tous deux|toutes deux|tous les deux|pourtant|meme|a nouveau|d'abord|finalement)){{0,3}} ete",
        "Il a été élu.",
    ),
    refusal("grouped figures", r"\d{1,3}(?: \d{3})+(?:,\d+)?", "2 400 kilomètres"),
    refusal(
        "emergency numbers",
        r"(?:compose[rz]?|composant|appele[rz]?|appelant|contacte[rz]?|contactant|joignez|joindre|prevenir|prevenez|alerter|alertez|faites|numerote[rz]|via|urgences?,)(?: immediatement| rapidement| vite| sans tarder| d'urgence)? (?:le|au)(?: numero)? (?:1[578]|11[2-9]|3\d{3})(?:(?:,| ou| et)(?: le| au)? (?:1[578]|11[2-9]|3\d{3}))*",
        "Composez le 15 ou le 18.",
        "Tout témoin peut contacter le 17.",
        "Appelez immédiatement le 112.",
    ),
    refusal(
        "agreements named after a day",
        "(?:accords?|traite|paix|processus) du vendredi[- ]saint",
        "L'accord du Vendredi saint tient.",
    ),
    refusal(
        "a count that ends in sept",  # no day of September, which is "sept." behind a word
        r"(?:(?:deux|trois|quatre|cinq|six|huit|neuf) )?(?:vingt|trente|quarante|cinquante|soixante|cent|mille) sept",
        "cent sept militants",
        "deux cent sept emplois",
    ),
    refusal("decimal", r"\d+,\d+", "12,5"),
    refusal(
        "first name of a person",
        r"(?-i:(?:Avril|Mai|Noel|Mars|Janvier|Juillet|Aout|Octobre|Septembre|Ete|Mardi|Vendredi|Dimanche|Pascal|Automne) [A-Z][a-z]+)",
        "Avril Lavigne a chanté.",
    ),
    refusal(
        "the planet",
        r"(?:sur|vers|de|planete|sonde|rover|autour de|surface de|atmosphere de|la|on|to|explor[a-z]+|colonis[a-z]+|survol[a-z]+|attei[a-z]+|rejoin[a-z]+|quitt[a-z]+|etudi[a-z]+|observ[a-z]+|photographi[a-z]+|visit[a-z]+|conquerir|abord[a-z]+|approch[a-z]+ de|gagn[a-z]+) (?-i:Mars)",
        "La sonde s'est posée sur Mars.",
    ),
    refusal(
        "streets and places",
        r"(?:rues?|avenue|places?|boulevard|quai|pont|square|stade|lycee|allee|esplanade|hopital|college|parvis|station|metro|cours|faubourg|impasse) (?:du|de la|de l'|des|de) (?:\d{1,2}(?:er)?[- ][a-z]+(?:[- ]\d{4})?|quatre-septembre)"
        r"|(?:hotel|caserne|camp|palais|cite|residence|centre|gare|jardin|parc|village|quartier|rond-point|viaduc|tunnel|ecole|universite|theatre|mosquee|port|salle|aeroport|prison|cimetiere) (?:du|des) \d{1,2}(?:er)?-(?-i:[A-Z])[a-z]+(?:-\d{4})?",
        "place du 8-Mai",
        "l'hôtel du 2-Février",
        "la caserne du 11-Novembre-1918",
    ),
    refusal(
        "laws",
        r"(?:lois?|decrets?|ordonnances?|arretes?|constitution|edit|circulaire|directive) (?:[a-z]+ )?(?:no ?[\d-]+ )?(?:du|de) (?:\d{1,2}(?:er)? [a-z]+ )?\d{4}",
        "la loi du 9 décembre 1905",
    ),
    refusal(
        "programmes",
        r"(?-i:(?:20|13|19|Le 20|Le 13) (?:Heures|HEURES|Minutes))|(?:jt|journal|edition) (?:de|du) (?:20|13) ?h(?:eures)?",
        "le 20 Heures",
        "20 Minutes",
    ),
    refusal(
        "ages",
        r"(?-i:[A-Z][a-z]+), \d{1,3} ans\b|age(?:e|s|es)? (?:d'environ |de |d'|a peine de )?(?:[a-z]+(?:[- ][a-z]+)?|\d+) (?:ans|mois)\b(?: et demi\b)?|l'age de [a-z0-9-]+ ans\b|\(\d{1,3} ans\)|, (?:\d{1,3}|[a-z-]+(?: et un)?) ans(?: et demi)?[,.)]",
        "Jean, 35 ans, a été arrêté.",
        dotted=True,
    ),
    Rule(
        "some day",
        "un (?:beau |mauvais |triste )?jour",
        Kind.REFUSAL,
        not_before=r"\b(?:pendant|durant|en|dans|depuis|a|il y a) $",
        not_after=r" (?:de|d'|et|par|sur|apres|plus|avant|[a-z]+ ?apres)",
        refuses=("Un jour, il partira.",),
    ),
    refusal(
        "rising",
        r"(?:(?:[a-z]+e|son|leur|sa) |l')(?-i:ascension)(?: (?:sociale|politique|fulgurante|vers|d[eu']|a|au)\b)?|(?-i:ascension) (?:sociale|politique|fulgurante|vers|d[eu']|au)\b",
        "Il continue son ascension à pied.",
        "l'ascension du col",
        "une ascension fulgurante",
        "Repris dans la dernière ascension, il a fini onzième.",
    ),
    refusal(
        "papers of a time of day",
        r"(?-i:Midi [LlOo][a-z]+)|(?:le|du|au) (?-i:Soir|Matin)|journal du dimanche|(?:le|du|au) (?:20|13) heures de (?:tf1|france)",
        "Midi libre publie l'enquête.",
        "Le Soir de Bruxelles",
        "Le 20 heures de France 2",
        "le Journal du dimanche",
    ),
    refusal(
        "races",
        r"(?:\d{1,2}|six|huit|douze|vingt-quatre) (?-i:Heures)(?: (?:du|de|des|chrono|motos))?|24 heures (?:du mans|de spa)",
        "Les 24 Heures du Mans ont attiré la foule.",
        "Les Six Heures de Spa",
    ),
    refusal(
        "wars",
        r"guerres? des? (?:(?:cent|sept|trente|neuf|dix|treize|quatre-vingts?) ans|(?:six|douze|quatre|cent) jours|vingt-deux|une minute)",
        "la guerre de Cent Ans",
        "la guerre des Six Jours",
    ),
    refusal(
        "movements",
        r"(?:mouvement|comite|collectif|front|brigades?|gang|cercle|alliance) du \d{1,2}[- ][a-z]+",
        "le mouvement du 22-Mars",
    ),
    refusal(
        "springs",
        r"(?:le |du |au |des |les )?printemps (?:arabes?|de prague|de bourges|erable|berbere|des poetes|noir|francais)",
        "le Printemps arabe",
        "le printemps de Prague",
    ),
    Rule(
        "shops and festivals of spring",
        "(?-i:(?:au|du|le) Printemps)",
        Kind.REFUSAL,
        not_after=r" (?:(?:de )?(?:l'an )?\d{4}|derni|prochain|suivant)",
        refuses=("Elle dirige le Printemps Haussmann.", "À Sète, le Printemps des comédiens s'interrompt."),
    ),
    refusal(
        "titles with a season or a night",
        "(?:la |l')(?-i:Nuit|Hiver|Ete|Automne) des",
        "La Nuit des musées attire du monde.",
        "L'Hiver des flotteurs vient de paraître.",
    ),
    refusal(
        "Christmas things",
        r"(?:sapins?|creches?|arbres?|buches?|contes?|chants?|pulls?|boules?|decorations?|guirlandes?|bonnets?|prime|marches?|dinde|chorale|village|lutins?) de noel",
        "Le sapin de Noël brille.",
    ),
    refusal(
        "kinds of hours",
        r"(?:des |les |aux |d'|une |de |leurs )?heures? (?:supplementaires?|sup|creuses|de pointe|pleines|de gloire|perdues|d'ete|d'hiver|scolaires|ouvrables|ouvrees|de bureau|de classe|de travail|d'ouverture|d'ecoute|de verite|du bilan|de la retraite|de cours|de colle)",
        "des heures supplémentaires",
        "aux heures de pointe",
        "en dehors des heures scolaires",
    ),
    refusal(
        "as time goes", r"au fil des? (?:heures|jours|semaines|mois|ans|annees|decennies|siecles)", "au fil des heures"
    ),
    refusal(
        "days of a kind",
        r"(?:une |la |cette |des )journees? (?:portes|d'(?:action|hommage|etudes?|information|echanges?)|de (?:mobilisation|greve|manifestations?|protestation|colere|deuil|solidarite|championnat|formation|commemoration)|nationale|mondiale|internationale|noire|marathon|speciale|historique|type)",
        "une journée portes ouvertes",
        "une journée d'action",
    ),
    Rule(
        "month as a name",
        "(?-i:Mars|Juin|Juillet|Aout|Octobre|Avril|Mai|Janvier|Septembre|Novembre|Decembre|Fevrier)",
        Kind.REFUSAL,
        before=r"(?-i:[A-Z][a-z]+) $|\b(?:marechal|general|colonel|capitaine|lieutenant|commandant|commissaire|juge|procureur|docteur|professeur|maitre|abbe|barres?|groupe|confiseur|geant) $",
        not_before=r"\b(?:en|des|depuis|debut|fin|mi|courant|avant|apres|vers|jusqu'en|et|ou|a|entre|pour|le|la|du|au|ce|mois|de|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|premier|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) $",
        refuses=("Bruno Mars chante.", "Le juge Avril instruit.", "le maréchal Juin"),
    ),
    refusal(
        "revolutions",
        r"(?:monarchie|revolution|colonne|rue|insurrection) (?:de |d')(?-i:Juillet|Octobre|Fevrier|Mai|Juin|Septembre)",
        "la monarchie de Juillet",
        "la révolution d'Octobre",
    ),
    refusal(
        "Mars among planets",
        r"(?-i:Mars),? (?:et|ou) (?-i:Venus|Jupiter|Saturne|Mercure)|ete meurtrier",
        "Mars et Vénus sont des planètes.",
    ),
    refusal("Friday", r"(?-i:Robinson et Vendredi|Mercredi Addams)", "Robinson et Vendredi vivent seuls."),
    refusal(
        "works named after a day",
        r"(?:film|roman|livre|chanson|serie|piece|emission|album|single|tableau|poeme|recueil) (?-i:(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Janvier|Juin|Juillet|Septembre|Octobre|Novembre|Hiver))",
        "Le film Dimanche à la campagne est beau.",
    ),
    Rule(
        "quoted works named after a season",
        "(?-i:(?:L'|Un )(?:Ete|Hiver|Automne)|(?:Le |Un )?Printemps)",
        Kind.REFUSAL,
        before=r"[«\"“] ?$",
        after=" [a-z]",
        not_after=" (?:derni|prochain|suivant|passe)",
        refuses=('Elle chante "L\'Été sans toi".', "Il a écrit « Un Hiver à Majorque »."),
    ),
    Rule(
        "age at the start",
        "{number} ans(?: et demi)?",
        Kind.REFUSAL,
        before=r"(?:^|[.!?:;,\"\n] ?|car |mais )a $",
        after=r",| et |$",
        refuses=("À 27 ans, il a gagné.", "Il part car, à 32 ans, il est las.", "À 86 ans et à contresens, il roule."),
    ),
    refusal("the Aube", r"l' ?(?-i:Aube|Aurore)", "Elle est née dans l'Aube."),
    Rule(
        "saints and places",
        "(?:saint|st)[- ](?:jean|nicolas)",
        Kind.REFUSAL,
        not_before=r"\bla $",
        refuses=("la primatiale Saint-Jean de Lyon", "rue Saint-Nicolas"),
    ),
    refusal(
        "been, after another participle",
        r"et ete (?:pour|une|un|le|la|[a-z]+ment|[a-z]{2,}(?:e|ee|es|ees|i|is|it|ie|u|us|ue|ert|erte|aint))",
        "Il a bénéficié de remises de peine et été une première fois libéré.",
    ),
    refusal("scores", r"\d{1,3} ?- ?\d{1,3}(?:, \d{1,3}-\d{1,3})+", "6-3, 6-4", "le 21-12, 20-22"),
    refusal(
        "speed",
        r"(?:km|kilometres?|metres?|m|miles|noeuds|euros?|dollars?)(?: ?/ ?h\b|-heure| par heure| a l'heure|/s)",
        "90 km/h",
        "50 kilomètres par heure",
    ),
    refusal(
        "phone numbers", r"0\d(?:[ .-]\d\d){4}|\+\d\d(?: \d+){3,5}", "01 42 68 00 00", "Appelez le 04.93.12.11.20."
    ),
    refusal(
        "sets of words",
        "mi-temps|du jour au lendemain|trou de mars|de temps en temps|fin de partie|belle de jour|en fin de compte|fin de vie|sans fin|mettre fin|mis fin|met fin|prend fin|prendra fin|pris fin|fins de mois|prendre fin|debut de saison",
        "mettre fin",
    ),
    Rule(
        "second of its kind",
        "(?:une|la|cette|sa|leur|de) secondes?",
        Kind.REFUSAL,
        after=" [a-z]{4,}",
        refuses=("Une seconde séance se tiendra.",),
    ),
    refusal(
        "winter games",
        r"(?:jeux (?:olympiques |paralympiques )?|sports |stations? de sports |station |palais |garde a vue de |pneus? |universites? |vacances d'|job |heure |jardin |conge )d'(?:hiver|ete)",
        "les Jeux olympiques d'hiver",
    ),
    refusal(
        "names of papers and works",
        "(?-i:Journal du Dimanche|Vendredi ou (?:les limbes|la vie)|Vendredi noir|Mardi cinema|Jeudi cinema|Dimanche Ouest-France|Jeudi noir|Septembre noir|La Nuit|Paris-Nuit|Nuit debout|Nuit Debout)",
        "le Journal du Dimanche",
        "Nuit debout",
    ),
    refusal(
        "round the clock",
        r"24 ?h(?:eures)? ?(?:/|sur) ?24|vingt-quatre heures sur vingt-quatre|(?:7|sept) ?j(?:ours)? ?(?:/|sur) ?(?:7|sept)",
        "Il est ouvert 24h/24 et 7j/7.",
        "sept jours sur sept",
    ),
    refusal("jours of peace", r"(?:vu|voit|mis|mise|mises|mettre|mise|met) (?:le |a |au )jour", "mise à jour"),
    refusal(
        "school",
        r"(?:cours|ecole|classe|boite|table|oiseau|veilleuse|robe|tapage|vol|train|bus|vie|equipe|travail|garde|quotidien|journal|presse) (?:du soir|du matin|de nuit|de jour)",
        "un vol de nuit",
    ),
)
