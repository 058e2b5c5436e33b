"""French words around an expression: signals, modifiers, and cues for the time of a clause."""

from __future__ import annotations

import re

from timeline.languages.grammar import Calls, ClauseLexicon, Cues, Forms, Happenings, Plans, Prospects, Reports
from timeline.model import Modifier, Signal

SIGNALS = {
    "jusqu'à": Signal.UNTIL, "jusqu'en": Signal.UNTIL, "jusqu'au": Signal.UNTIL, "jusque": Signal.UNTIL, "jusqu'aux": Signal.UNTIL,
    "jusqu'": Signal.UNTIL, "jusque dans": Signal.UNTIL, "d'ici à": Signal.BY, "d'ici": Signal.BY, "d'ici au": Signal.BY, "d'ici en": Signal.BY,
    "depuis": Signal.SINCE, "depuis maintenant": Signal.SINCE, "depuis déjà": Signal.SINCE, "depuis bientôt": Signal.SINCE,
    "depuis désormais": Signal.SINCE, "au plus tard": Signal.BY, "au plus tard en": Signal.BY, "au plus tard à": Signal.BY,
    "au plus tôt": Signal.FROM, "au plus tôt en": Signal.FROM, "au plus tôt à": Signal.FROM, "dès": Signal.AT, "à partir de": Signal.FROM, "à partir du": Signal.FROM, "à partir d'": Signal.FROM,
    "à compter de": Signal.FROM, "à compter du": Signal.FROM, "avant": Signal.BEFORE, "après": Signal.AFTER,
    "vers": Signal.AROUND, "aux alentours de": Signal.AROUND, "autour de": Signal.AROUND, "autour du": Signal.AROUND, "aux environs de": Signal.AROUND,
    "sous": Signal.BY, "pendant": Signal.DURING, "durant": Signal.DURING, "au cours de": Signal.DURING, "à": Signal.AT,
    "en": Signal.AT, "avant la fin de": Signal.BEFORE, "au-delà de": Signal.AFTER, "au-delà du": Signal.AFTER,
}  # fmt: skip

MODIFIERS = {
    "environ": Modifier.APPROX, "près de": Modifier.APPROX, "à peu près": Modifier.APPROX, "autour de": Modifier.APPROX,
    "quelque": Modifier.APPROX, "presque": Modifier.APPROX, "circa": Modifier.APPROX, "ca.": Modifier.APPROX, "ca": Modifier.APPROX, "v.": Modifier.APPROX,
    "env.": Modifier.APPROX, "vers": Modifier.APPROX, "plus de": Modifier.MORE_THAN, "plus d'": Modifier.MORE_THAN,
    "moins de": Modifier.LESS_THAN, "moins d'": Modifier.LESS_THAN, "au moins": Modifier.EQUAL_OR_MORE, "au plus": Modifier.EQUAL_OR_LESS,
    "pas plus de": Modifier.EQUAL_OR_LESS, "à peine": Modifier.LESS_THAN, "aux alentours de": Modifier.APPROX, "aux environs de": Modifier.APPROX,
}  # fmt: skip

ARTICLES = ("le ", "la ", "l'", "les ", "ce ", "cet ", "cette ", "ces ", "du ", "au ")

LISTS = frozenset({
    ", ", " et ", " ou ", ", puis ", " puis ", ", et ", " et le ", ", le ", " ou le ", " et a l'", " et a la ",
    " et au ", " et en ", " et du ", " et de ", " et l'", " et d'",
})  # fmt: skip
RANGES = frozenset({" au ", " a ", " - ", "-", " et le ", " et l'", " et ", " jusqu'au ", " et de ", " et d'"})

ITEM = r"(?:[:,;\n•*–-]|\bet)\s*(?:le |les |du |- |• )?$"
OPENERS = r"\bentre (?:les? |la |l')?$"
_PARTICIPLE = r"(?:plu|prise?s?|nie|lie|fie|cree|ose|use|cru|ri|tu|bu|nee?s?|mise?s?|dite?s?|fui|elue?s?|vue?s?|eu|pu|su|tuee?s?|lu|[a-z-]{3,}(?:e|i|u|es|is|us|ee|ie|ue|ees|ies|ues|ise|ises)|[a-z-]*(?:fait|ert|crit|uit|aint|eint|oint|mort|clos)e?s?)"
# The words that can stand between a verb or participle and its date.
_LED = "(?:(?:en|le|la|au|à la|ce|cet|cette|dès|fin|début|courant|dans la|au mois de|depuis) |au mois d'|mi-|à l['’])*"
CUES = Cues(
    past=rf"\b(?:(?:a|ont|avait|avaient|ai|as|avons|avez|est|sont|etait|etaient|s'est|se sont|n'a|n'ont|n'est|fut|furent|eut|eurent)(?:-(?:t-)?(?:il|elle|on|ils|elles))?(?: (?:pas|deja|aussi|ete|bien|ainsi|egalement|tous|[a-z]+ment))* {_PARTICIPLE}|[a-z]+(?:ait|aient|erent|irent|urent)|fut|furent|avait|etait|vient d[e']|viennent de)\b",
    future=r"\b(?:[a-z]+(?:era|eront|erez|erons|erai|ira|iront|dra|dront|rra|rront|vra|vront|tra|tront)|(?:va|vont|vais|allons) [a-z' ]{0,12}[a-z]+(?:er|ir|re|oir)|aura|auront|sera|seront|ira|iront|fera|feront|pourra|devra|doit|doivent|devrait|devraient|compte|comptent|entend|demain|prochaine?)\b",
    plan=r"\b(?:prevue?s?|attendue?s?|programmee?s?|fixee?s?|doit|doivent|devrait|devraient|devra|devront|prevoit|prevoient|rendez-vous|convoquee?s?|reportee?s? a|repoussee?s? a|se tiendra|aura lieu|va|vont|sur le point|s'apprete|s'appretent|appel(?:le|lent) a|invite|invitent|envisage|envisagent|espere|esperent)\b",
    opening=r"^[\s«»\"]*[A-ZÀ-Ý]?(?:[a-zà-ÿ]*[a-su-zà-ÿ](?:é|ée)|[a-zà-ÿ]+(?:és|ées)|(?i:arrê|vo|por|mon|je|accep|quit|escor|décré|présen|ache|rache|écar|inquié)tée?)(?:[^a-zà-ÿ]|$)|^[\s«»\"]*(?:Mort|Décès|Disparition|Assassinat|Meurtre|Fusillade)\b",
    done=r"(?:[a-zà-ÿ]{2,}(?:é|ée|és|ées)|survenue?s?|parue?s?|tenue?s?|mise?s?|prise?s?|morte?s?|ouverte?s?|connue?s?|\bvue?s?|reçue?s?|rendue?s?|conclue?s?|commise?s?|offerte?s?|élue?s?|saisie?s?|"
    r"réunie?s?|subie?s?|choisie?s?|détruite?s?|produite?s?|conduite?s?|écrite?s?|inscrite?s?|battue?s?|perdue?s?|vendue?s?|"
    r"abattue?s?|intervenue?s?|obtenue?s?|retenue?s?|apparue?s?|disparue?s?|accueillie?s?|éteinte?s?|émise?s?|transmise?s?|"
    r"remise?s?|admise?s?) " + _LED + "$",
    planned=r"(?i)(?:prévue?s?|attendue?s?|programmée?s?|fixée?s?|convoquée?s?|planifiée?s?|appelée?s? à [a-z]+|invitée?s?|espérée?s?) (?:pour |à partir de |dès )*"
    + _LED
    + r"$|\bprochaine?s?,? (?:au|en|le|ce) (?:mois de |mois d')?$",
    passive=r"(?i)(?:(?:^|[^a-zà-ÿ])(?:est|sont|n'est|soit|soient|sera|seront|serait|seraient|être)(?: [a-zà-ÿ]+)? |\b(?:le|la|les|un|une|des|du|au|aux|ce|cet|cette|ces|son|sa|ses|leur|leurs|de|à|en|chaque|notre|votre|plusieurs|quelques|certaine?s|nombreux|nombreuses|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent|mille|\d+) |\b(?:l’|d’|l'|d'))[a-zà-ÿ]+ "
    + _LED
    + "$",
    of_noun=r"[a-zà-ÿ]{3,} (?:de|du|de ce) $",
    starting=r"\b(?:partir|compter) (?:de|du|de ce) $",
    wake=r"[»”\"] ?, (?:[sm]e |s'|s’)?[a-zà-ÿ]+ (?:ce )?$|\b[Aa]près (?:une?|la|le|l'|l’|des|les|son|sa) [^.;:!?\n]{3,32}$",
    deferred=r"\bdélibéré (?:au|à) (?:ce |la )?$|\b(?:est|sont|reste|restent) (?:(?:annonc|attend|esp|promi|envisag|programm)[a-zéè]+ )?pour (?:le |la |l['’]|ce |cet |cette )?$|"
    r"\b(?:est|sont) programmée?s? (?:au|à la|à l['’]) ?$",
    toward=r"\b(?:pour les?|aux?) (?:(?:\d\d?(?:er)?,? )+(?:et |ou )?)?$",
    formerly=r"(?i)\b(?:initialement|d'abord|au départ|à l'origine|primitivement|originellement|précédemment) (?:prévue?s?|attendue?s?|programmée?s?|fixée?s?|convoquée?s?|planifiée?s?|annoncée?s?) (?:pour |à partir de |dès )*"
    + _LED
    + "(?:au |à )?$",
    chronology=r"(?i)\b(?:chronologie|rétrospective|rappel des faits|flash-?back|retour en arrière) ?: ?(?:le |en |l['’])?$"
    r"|(?i)\b(?:tout|l['’](?:affaire|histoire|aventure)) (?:commence|débute|démarre|éclate|bascule) (?:en |au mois d(?:e |['’])|à l['’])(?:début |fin |mi-)?$",
    aimed=r"(?:\b[Ee]n vue|\b[Ee]n prévision|\b[Pp]réparatifs|\bla veille|\bl['’]approche) d(?:e |u |es |e l'|e la )[^.;:,!?\n]{2,28} d[eu] $|\bpour (?:(?:la nuit|la soirée|la matinée|la journée|l'après-midi) d[eu] |le |ce )?$",
    changed=r"^(?: (?:matin|soir|après-midi))?(?: [^.;:!?,\n]{0,40})? (?:est|sont) (?:[a-zà-ÿ]+ment )?(?:annul|report|repouss|mainten|suspend|décal|ajourn)[a-zà-ÿ]+",
    timeless=r"(?:organisée?s?|célébrée?s?|disputée?s?|jouée?s?|diffusée?s?|tenue?s?|consacrée?s?|intitulée?s?|située?s?|dédiée?s?|fêtée?s?) "
    + _LED
    + "$",
    not_before=r"(?i)\b(?:pas|guère|rien|aucune?|ne (?:saurait|sauraient)) (?:[^.;:!?,\n]{0,36} )?avant (?:le |la |l['’]|début |mi-)?$",
    sentence_end=r"[.!?;\n]",
    parting=r",| (?:que|qui|dont) | qu'",
)

_PLANS = Plans(
    verbs=frozenset({
        "devoir", "prévoir", "attendre", "programmer", "fixer", "planifier", "convoquer", "compter", "espérer",
        "envisager",
    }),
    near_future=frozenset({"aller"}),
    with_infinitive=frozenset(["devoir", "compter"]),
    modals=frozenset(
        ["apprêter", "chercher", "déterminer", "entendre", "ambitionner", "projeter", "prétendre", "hésiter", "pouvoir", "préparer", "refuser", "risquer",
             "souhaiter", "tenter",
         "vouloir", "désirer", "disposer", "falloir", "aller"]
    ),
    scheduled=frozenset(["achever", "clore", "commencer", "débuter", "démarrer", "dérouler", "finir", "ouvrir", "reprendre", "rouvrir", "réunir", "statuer", "tenir", "terminer", "voter"]),
    dropping=frozenset(["abandonner", "ajourner", "annuler", "avancer", "décaler", "déplacer", "différer", "reporter", "repousser", "suspendre", "retarder",
                       "avorter", "empêcher", "contrarier", "interrompre", "renvoyer", "perturber"]),
    negations=frozenset(["non", "pas", "peu"]),
)  # fmt: skip
_CALLS = Calls(
    verbs=frozenset({
        "appeler", "inviter", "promettre", "décider", "convoquer", "exhorter", "menacer", "envisager", "prévoir",
        "proposer", "accepter", "jurer", "ordonner", "demander", "exiger", "souhaiter", "engager", "sommer",
        "conseiller", "recommander", "autoriser", "convier", "prier", "presser", "enjoindre", "implorer", "convenir",
        "supplier", "inciter", "encourager",
    }),
    dative=frozenset(["promettre", "demander", "ordonner", "conseiller", "enjoindre", "proposer", "recommander"]),
    summoning=frozenset(["convoquer", "convier", "inviter"]),
    phrases={
        "donner": frozenset(["rendez-vous"]), "fixer": frozenset(["rendez-vous"]), "prendre": frozenset(["rendez-vous", "date"]),
    },
    appointing=frozenset(
        ["ajourner", "annoncer", "avancer", "confirmer", "convoquer", "décaler", "décider", "décréter", "différer", "fixer", "officialiser",
         "ordonner", "planifier", "prévoir", "programmer", "promettre", "prolonger", "renvoyer", "reporter", "repousser", "assigner",
         "citer", "demander", "réclamer", "dévoiler"]
    ),
    aims=frozenset(["à", "au", "aux", "pour"]),
    ending=frozenset(
        ["accorder", "ajourner", "annuler", "appeler", "arrêter", "autoriser", "avoir", "confiner", "demander", "disposer", "donner", "engager",
         "étendre", "exiger", "fermer", "fixer", "geler", "interdire", "laisser", "maintenir", "mettre", "obtenir", "placer",
         "programmer", "prolonger", "promettre", "reconduire", "renouveler", "reporter", "repousser", "rouvrir", "suspendre", "vouloir",
         "décréter", "imposer", "instaurer", "déclarer", "annoncer", "prévoir", "décider", "condamner", "bloquer", "hospitaliser",
         "exclure", "écarter", "consigner", "garder", "réserver", "louer", "cesser", "interrompre", "radier"]
    ),
)  # fmt: skip
_PROSPECTS = Prospects(
    awaiting=frozenset(["attendre", "craindre", "redouter", "souhaiter", "vouloir", "espérer", "falloir", "éviter", "empêcher", "veiller",
                        "exiger", "demander", "désirer", "prier", "tenir", "parier"]),
    preparing=frozenset(["déplacer", "décaler", "délocaliser", "ajourner", "renforcer", "mobiliser", "déployer", "entraîner", "sélectionner", "boucler",
         "aménager", "peaufiner", "répéter", "baliser", "réquisitionner", "accréditer", "préparer", "interdire", "autoriser", "annuler", "reporter",
         "anticiper", "sécuriser", "déprogrammer", "redouter", "finaliser"]),
    boding=frozenset(["annoncer"]),
    foreseeing=frozenset(["prévoir", "anticiper", "prédire", "pronostiquer", "redouter", "craindre", "espérer", "attendre"]),
    states=frozenset(["être", "avoir", "vouloir", "pouvoir", "devoir", "regretter", "souhaiter"]),
    adjectives=frozenset(
        ["prêt", "disposé", "déterminé", "résolu", "censé", "supposé", "tenu", "apte", "applicable", "exigible", "payable", "effectif",
         "disponible", "opérationnel"]
    ),
    nouns=frozenset(
        ["droit", "possibilité", "intention", "projet", "promesse", "autorisation", "obligation", "espoir", "ambition", "volonté"]
    ),
)  # fmt: skip
_REPORTS = Reports(
    reporting=frozenset(
        ["affirmer", "annoncer", "apprendre", "communiquer", "confirmer", "déclarer", "indiquer", "préciser", "rapporter", "révéler", "signaler"]
    ),
    saying=frozenset(
        ["relaxer", "acquitter", "débouter", "inculper", "écrouer", "censurer", "invalider", "innocenter", "disculper", "limoger", "gracier",
         "acter", "admettre", "alléguer", "approuver", "attribuer", "agacer", "attrister", "énerver", "exclamer", "excuser", "interroger", "confesser",
             "concéder", "contredire", "décrier", "désapprouver", "désavouer", "divulguer", "emporter", "encenser", "évoquer", "fulminer", "imputer", "incriminer",
             "insinuer", "invoquer", "maugréer", "narrer", "objecter", "plaindre", "pronostiquer", "récuser", "réprouver", "requérir", "ressasser", "rejeter",
             "stigmatiser", "suggérer", "targuer", "vanter", "vitupérer", "vociférer", "questionner", "soupçonner", "spéculer", "apprendre", "glisser", "lâcher",
             "fanfaronner", "rassurer", "tancer", "accuser", "affirmer", "ajouter", "alerter", "analyser", "annoncer", "assurer", "avertir", "avouer", "commenter",
             "communiquer",
         "conclure", "condamner", "confier", "confirmer", "constater", "critiquer", "déclarer", "dénoncer", "déplorer", "détailler", "dire",
         "écrire", "estimer", "expliquer", "exprimer", "fustiger", "féliciter", "indiquer", "informer", "insister", "juger", "justifier",
         "lancer", "marteler", "mentionner", "noter", "observer", "plaider", "préciser", "préconiser", "publier", "raconter", "rappeler",
         "rapporter", "reconnaître", "regretter", "relater", "relever", "répondre", "répéter", "résumer", "révéler", "réaffirmer", "réagir",
         "répliquer", "saluer", "alarmer", "arguer", "argumenter", "blâmer", "clamer", "décrire", "émouvoir", "épingler", "étonner", "étriller",
         "indigner", "inquiéter", "insurger", "ironiser", "moquer", "nuancer", "offusquer", "pester", "pointer", "prévenir",
         "proclamer", "prôner", "railler", "réjouir", "renchérir", "reprocher", "rétorquer", "tacler", "tempérer", "temporiser",
         "tempêter", "tonner", "vilipender", "réclamer", "exiger", "revendiquer", "contester", "nier", "signaler", "souligner", "témoigner", "titrer",
              "chiffrer", "évaluer", "tweeter", "twitter", "démentir", "réfuter"]
    ),
    phrases={
        "faire": frozenset(["état", "savoir", "part", "valoir"]), "mettre": frozenset(["garde"]), "tirer": frozenset(["sonnette"]),
        "prendre": frozenset(["acte"]), "monter": frozenset(["créneau"]), "donner": frozenset(["raison"]), "rendre": frozenset(["hommage"]), "hausser": frozenset(["ton"]), "enfoncer": frozenset(["clou"]), "claquer": frozenset(["porte"]),
        "ouvrir": frozenset(["feu"]), "jeter": frozenset(["éponge", "pavé"]), "taper": frozenset(["poing"]), "présenter": frozenset(["excuse"]), "apporter": frozenset(["soutien"]),
        "voler": frozenset(["secours"]), "crier": frozenset(["scandale", "victoire"]), "jouer": frozenset(["apaisement"]),
    },
    tolls=frozenset(
        ["alourdir", "atteindre", "bondir", "chuter", "culminer", "dénombrer", "dépasser", "élever", "grimper",
         "reculer", "recenser", "totaliser"]
    ),
    counts=frozenset(["nombre", "euro", "dollar", "yuan", "yen", "pétrole", "once", "bitcoin", "taux", "rendement", "ftse", "wti", "eurostoxx",
         "mortalité", "bilan", "bilans", "décompte", "bourse", "cac", "indice", "dow", "nasdaq", "nikkei", "dax", "baril", "brent"]),
    looking_back=frozenset(["remonter", "dater", "souvenir"]),
    just_done=frozenset(["venir"]),
)  # fmt: skip
_HAPPENINGS = Happenings(
    verbs=frozenset(
        ["ébranler", "secouer", "frapper", "ravager", "détruire", "dévaster", "endommager", "inonder", "submerger", "faucher", "heurter", "éclater",
             "trembler", "foudroyer", "ensevelir", "engloutir", "embraser", "électrocuter", "dévorer", "calciner", "décimer", "piéger", "enlever", "kidnapper",
             "abattre", "agresser", "attaquer", "mort", "décédé", "arrêter", "assassiner", "blesser", "braquer", "cambrioler", "chavirer", "décéder",
         "dérailler", "disparaître", "écraser", "effondrer", "égorger", "exploser", "incendier", "intoxiquer", "interpeller",
         "mourir", "noyer", "percuter", "périr", "poignarder", "renverser", "succomber", "survenir", "suicider", "tuer",
         "battre", "vaincre", "dominer", "terrasser", "incliner", "remporter", "triompher", "étriller", "humilier", "surclasser",
         "violer", "emboutir", "dérober", "défoncer", "tabasser", "basculer", "déraper"]
    ),
    nouns=frozenset(
        ["incendiaire", "casseur", "pillard", "ravisseur", "braqueur", "kamikaze", "meurtrier", "assassin", "émeutier", "forcené",
         "accident", "affrontement", "agression", "altercation", "arrestation", "assassinat", "attaque", "attentat", "avalanche", "bombardement",
         "braquage", "cambriolage", "carambolage", "catastrophe", "chavirement", "collision", "crash", "crue", "cyclone", "débordement", "décès",
         "défaite", "déraillement", "disparition", "drame", "éboulement", "échec", "effondrement", "émeute", "enlèvement", "éruption", "évasion",
         "explosion", "frappe", "fuite", "fusillade", "glissement", "heurt", "incendie", "incident", "inondation", "interpellation", "massacre",
         "meurtre", "mort", "mutinerie", "naufrage", "noyade", "nul", "orage", "ouragan", "panne", "pluie", "prise", "propos", "putsch", "raid",
         "rixe", "saccage", "séisme", "suicide", "succès", "tempête", "tremblement", "tragédie", "triomphe", "tsunami", "tuerie", "vandalisme",
         "victoire", "viol", "violence", "vol", "révélation", "déclaration", "démission", "agresseur", "coup", "vainqueur",
         "lauréat", "gagnant", "perdant", "rescapé", "survivant", "sinistré", "naufragé", "buteur", "assaillant", "tireur", "revers",
         "contre-performance", "dérapage", "saccage", "victime", "sabotage", "mitraillage", "lynchage", "noyé", "tué", "disparu", "blessé", "intempérie",
              "averse", "grêle", "bourrasque",
         "rafale", "bagarre", "échauffourée", "chute", "bavure", "détonation", "déflagration", "secousse", "qualification", "élimination",
         "sacre", "tir", "pillage", "cyberattaque", "piratage", "intrusion", "casse", "lynchage", "limogeage", "remaniement", "aveu", "overdose", "malaise"]
    ),
    documents=frozenset(
        ["arrêté", "décret", "loi", "ordonnance", "circulaire", "arrêt", "jugement", "lettre", "courrier", "délibération", "accord", "protocole",
         "directive", "message", "note", "mail", "télégramme", "dépêche", "bulle", "édit", "sénatus-consulte"]
    ),
    stretches=frozenset(["tombée", "jour", "journée", "nuit", "matin", "matinée", "midi", "après-midi", "soir", "soirée", "week-end"]),
)  # fmt: skip
_FORMS = Forms(
    with_be=frozenset(
        ["accourir", "advenir", "aller", "apparaître", "arriver", "décéder", "demeurer", "descendre", "devenir", "disparaître",
         "échoir", "éclore", "entrer", "intervenir", "monter", "mourir", "naître", "paraître", "parvenir", "partir", "passer",
         "provenir", "réapparaître", "redescendre", "redevenir", "remonter", "renaître", "rentrer", "reparaître", "repartir",
         "repasser", "ressortir", "ressusciter", "rester", "retomber", "retourner", "revenir", "sortir", "survenir",
         "tomber", "venir"]
    ),
    one_form=re.compile(
        r"^(?!.*(?:part|sort|serv|sent|ment|dorm|ouvr|ouffr|offr|fu|cueill|saill|vêt|quér|cour|mour|ten|ven|bouill|faill)ir$).*ir$"
    ),
    timeless=frozenset(
        ["organiser", "célébrer", "disputer", "jouer", "diffuser", "tenir", "consacrer", "intituler", "situer", "dédier", "fêter", "inviter",
         "appeler", "opposer", "proposer"]
    ),
    results=re.compile(
        r"^(?:vainqueure?s?|auteure?s?|victimes?|lauréate?s?|faute|champion(?:ne)?s?|gagnante?s?|perdante?s?|finalistes?|héros|héroïnes?|muet(?:te)?s?|absente?s?|sorti.*|"
        r"décevante?s?|(?:facile|large|brillante?|petite?)s?|.{3,}eu(?:r|rs|se|ses)|.{2,}(?:é|i|u|is|us|it|ert|ort|eint|aint|ait)(?:e|s|es)?|.+ointe?s?|premi(?:er|ère)s?|seconde?s?|démissionnaires?|.{3,}ième)$"
    ),
    expected=re.compile(
        r"^(?:opposé|privé|absent|suspendu|forfait|invité|convié|attendu|prévu|programmé|aligné|engagé|favori|titulaire|assuré|prochain|"
        r"candidat|retenu|pressenti|espéré|souhaité|annoncé)"
    ),
)  # fmt: skip
LEXICON = ClauseLexicon(
    plans=_PLANS, calls=_CALLS, prospects=_PROSPECTS, reports=_REPORTS, happenings=_HAPPENINGS, forms=_FORMS
)
