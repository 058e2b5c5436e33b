"""Broken files, as people make them: each says where, what, and what would be right.

`▸` stands right before each place that must be told, and is taken out. An indented case goes into the first event of a
file, after its title; `cure` is what the message of the first place must name.
"""

from __future__ import annotations

import pytest

from timeline.calendar import parse_edtf
from timeline.document import parse
from timeline.model import Date, Severity

HEAD = "title: Essai\nevents:\n"
EVENT = HEAD + "- id: a1\n  date: 2022-12-19\n  title: Un\n"


def understand(text: str) -> Date | None:
    """A reader of dates that is too kind: it must not be asked about what is certainly wrong."""
    return parse_edtf("2022-12-20") if "2022" in text and "décembre" in text else None


SYNTAX = [
    # quotes and colons
    ("title: Grève ▸: le bilan\n", 'title: "Grève : le bilan"'),
    ("  text: Grève ▸: le bilan\n", 'text: "Grève : le bilan"'),
    ("  text: Il a dit▸: non\n", 'text: "Il a dit: non"'),
    ("  notes: à 20 h ▸: rien\n", 'notes: "à 20 h : rien"'),
    (HEAD + "- title: Il dit ▸: oui\n  date: 2022\n- title: Elle dit ▸: non\n  date: 2021\n", 'title: "Il dit : oui"'),
    (HEAD + "- date: 2022\n  title: Un ▸: deux : trois\n", 'title: "Un : deux : trois"'),
    ('  text: Il dit "non" ▸: voilà\n', "text: 'Il dit \"non\" : voilà'"),
    ("  sources:\n  - article: x\n    quote: Le maire ▸: « non »\n", 'quote: "Le maire : « non »"'),
    ("title▸:Grève\nevents:\n", "title: Grève"),
    ("  text▸:Grève\n", "text: Grève"),
    ("  people▸:[A]\n  status: asserted\n", "people: [A]"),
    ("  text: ▸'l'été'\n", 'text: "l\'été"'),
    ("  text: ▸'l'été'\n  status: asserted\n", 'text: "l\'été"'),
    ("  text: ▸'aujourd'hui, rien'\n", 'text: "aujourd\'hui, rien"'),
    ('  text: ▸"Il dit "non" hier"\n', "'Il dit \"non\" hier'"),
    ('  text: ▸"non", dit-il\n', "text: '\"non\", dit-il'"),
    ('  text: ▸"Un\n  status: asserted\n', "jamais refermé"),
    ("  text: ▸'Un\n", "jamais refermé"),
    (HEAD + '- title: ▸"Un\n  date: 2022\n- title: Deux\n  date: 2022\n', "jamais refermé"),
    # the quote that closes it for YAML stands in a sound line, of which nothing is told
    (
        HEAD + '- title: ▸"Un\n  date: 2022\n- title: "Deux : 3"\n  date: 2022\n- title: "Q"\n  date: 2022\n',
        "jamais refermé",
    ),
    (HEAD + "- title: ▸'Un\n  date: 2022\n- title: 'Deux : 3'\n  date: 2022\n", "jamais refermé"),
    (HEAD + "- title: ▸'Un\n  date: 2022\n- title: L'été\n  date: 2022\n", "jamais refermé"),
    (HEAD + '- title: ▸"Un\n  date: 2022\n- title: Il dit "non"\n  date: 2022\n', "jamais refermé"),
    (HEAD + '- title: "Un\n    deux"\n  date: 2022\n- title: ▸"Trois" quatre\n  date: 2022\n', "'\"Trois\" quatre'"),
    (HEAD + '- title: "Un"\n  date: 2022\n- title: ▸"Trois" quatre\n  date: 2022\n', "'\"Trois\" quatre'"),
    ('  text: "C:▸\\dossier"\n', "\\d"),
    ('  text: "▸\\été"\n', "guillemets simples"),
    # characters that begin no text
    ("  text: ▸@maire\n", '"@maire"'),
    ("  text: ▸`code`\n", '"`code`"'),
    ("  text: ▸%x\n", '"%x"'),
    ("  text: ▸? x\n", '"? x"'),
    ("  text: ▸?\n", '"?"'),
    ("  text: ▸-\n", '"-"'),
    ("  text: ▸*x\n", "*x"),
    ("  text: ▸* x\n", '"* x"'),
    ("  text: ▸& x\n", '"& x"'),
    ("  text: ▸&x\n", "guillemets"),
    ("  text: ▸!x y\n", "guillemets"),
    ("  text: ▸!! y\n", '"!! y"'),
    ("  people: [▸@a, b]\n", '"@a"'),
    ("  people: ▸!!set [a]\n", "guillemets"),
    ("▸%foo\ntitle: x\n", '"%foo"'),
    ("title: ▸*x\n", "*x"),
    ("  text: ▸]\n", "]"),
    ("  text: ▸}\n", "}"),
    ("  text: ▸, un\n", ","),
    # brackets
    ("  people: ▸[A, B\n  status: asserted\n", "ajoutez « ] »"),
    ("  people: ▸[A, B\n", "ajoutez « ] »"),
    ("  people: ▸[\n", "ajoutez « ] »"),
    ("  image: ▸{src: a.jpg, alt: x\n", "ajoutez « } »"),
    ("  people: [A, B]▸]\n", "effacez"),
    ("  people: [A,▸, B]\n", "effacez"),
    ("  people: [▸, B]\n", "effacez"),
    ("  people: [A, B] ▸C\n", "guillemets"),
    ("  people: [▸[A}]\n", "]"),
    ("  text: [Vidéo] ▸Le maire\n", "guillemets"),
    (HEAD + "- {id: a, date: 2022, title: Grève ▸: bilan}\n", "guillemets"),
    (HEAD + "- {id: a, date: 2022, title: Un, ▸deux}\n", "guillemets"),
    (HEAD + "- {id: a date▸: 2022, title: x}\n", "virgule"),
    # alignment
    ("   ▸status: asserted\n", "après 2 espaces"),
    (" ▸status: asserted\n", "après 2 espaces"),
    ("    ▸status: asserted\n", "après 2 espaces"),
    (EVENT + "▸status: asserted\n", "deux espaces"),
    (EVENT + "▸people: [A]\n", "deux espaces"),
    # an event pasted at the end without its dash: told once, whatever its first key
    (EVENT + "▸date: 2023\ntitle: Deux\npeople: [A]\n", "« - date: 2023 »"),
    (EVENT + "▸title: Deux\ndate: 2023\n", "« - title: Deux »"),
    # a text of several lines that stands under its own key
    ("  text: |\n  ▸Un texte.\n", "4 espaces"),
    ("  notes: >-  # à revoir\n  ▸Un texte.\n  Deux.\n", "4 espaces"),
    (HEAD.replace("events", "description: |\n▸Un texte.\nevents") + "- date: 2022\n  title: Un\n", "2 espaces"),
    # what no one sees
    ("  status: ▸planned\u200b\n", "U+200B"),
    ("  confirmed: ▸\u200etrue\n", "U+200E"),
    ("  ▸pe\u00adople: [A]\n", "U+00AD"),
    ("  was: [▸2022\u2060]\n", "U+2060"),
    (HEAD + "- date: ▸2022-12-19\u200b\n  title: Un\n", "U+200B"),
    (EVENT + " ▸- id: b\n   date: 2022\n   title: x\n", "autres tirets"),
    (HEAD + " - id: a\n   date: 2022\n   title: Un\n▸- id: b\n", "autres tirets"),
    (HEAD + "  - id: a\n    date: 2022\n    title: x\n  ▸-id: b\n    date: 2022\n", "- id: b"),
    # one item out of line among many: told once, at that item
    (HEAD + "  ▸- date: 2021\n    title: Un\n" + 3 * "- date: 2022\n  title: x\n", "autres tirets"),
    (HEAD + "▸-id: a\n  date: 2021\n  title: Un\n" + 3 * "- date: 2022\n  title: x\n", "- id: a"),
    (HEAD + "▸-date: 2021\n  title: Un\n", "- date: 2021"),
    ("  people:\n  - A\n  ▸B\n", "deux-points"),
    ("  people:\n  - ▸A\n   - B\n", "alignez"),
    ("  people:\n    - A\n  ▸- B\n", "autres tirets"),
    # a key put between a list's key and its items
    ("  sources:\n  tags:\n    - a\n  ▸- article: x\n", "« sources: »"),
    ("  sources:\n  tags: [a]\n  ▸- article: x\n    quote: y\n", "« sources: »"),
    (
        HEAD + "- sources:\n  text: |\n    Un.\n\n    # deux\n  ▸- article: x\n  date: 2022\n  title: Un\n",
        "« sources: »",
    ),
    (HEAD + "  - people:\n    # qui ?\n    date: 2022\n    ▸- Un\n    title: Un\n", "« people: »"),
    ("  people:\n  text: a\n  status: planned\n  ▸- A\n", "« people: »"),
    ("  people: ▸- A\n", "- A"),
    ("  text: a\n    ▸b: c\n", "après 2 espaces"),
    ("  text: a\n     ▸suite: fin\n", "après 2 espaces"),
    ("▸\tstatus: asserted\n", "espaces"),
    (HEAD + "- id: a\n▸\tdate: 2022\n", "espaces"),
    ("  ▸\tstatus: asserted\n", "espaces"),
    ("  people:\n▸\t- A\n", "espaces"),
    ("  sources:\n  - article: a\n   ▸quote: b\n", "espaces"),
    ("  ▸un texte sans clé\n", "deux-points"),
    (HEAD + "- id: a\n  ▸date 2022\n  title: x\n", "deux-points"),
    (HEAD + "- ▸id a\n  date: 2022\n  title: x\n", "deux-points"),
    ("▸un titre\nevents:\n", "deux-points"),
    # texts of several lines
    ("  text: | ▸foo\n", "ligne suivante"),
    ("  text: > ▸foo\n    bar\n", "ligne suivante"),
    ("  text: |\n  ▸mal aligné\n", "4 espaces"),
    # invisible things
    ("  text:▸\u00a0x\n", "espace ordinaire"),
    ("  text:▸\u202fx\n", "espace ordinaire"),
    (EVENT + "▸\u00a0 text: x\n", "espace ordinaire"),
    ("  text▸\u00a0: x\n", "espace ordinaire"),
    ("  ▸\u00a0text: x\n", "espace ordinaire"),
    ("  -▸\u00a0x\n", "espace ordinaire"),
    ("title▸\u00a0: Essai\nevents:\n", "espace ordinaire"),
    ("  text: a▸\u2028 b\n", "U+2028"),
    ("  text: a▸\u2028 b\n  status: asserted\n", "U+2028"),
    ("  text: a▸\x85 b\n", "U+0085"),
    ("  people:\n  - A▸\u2029B\n  - C\n", "U+2029"),
    ("title: a▸\x07b\n", "U+0007"),
    ("title: a▸\x00b\n", "U+0000"),
    ("title: a▸\ufeffb\n", "U+FEFF"),
    ("  text: fin▸\x1a\n", "U+001A"),
    # other than one timeline
    ("▸<<<<<<< HEAD\ntitle: a\n▸=======\n▸title: b\n▸>>>>>>> autre\nevents:\n", "conflit"),
    ("▸<<<<<<< HEAD\ntitle: a\n▸||||||| 1a2b3c\n▸title: c\n▸=======\n▸title: b\n▸>>>>>>> x\nevents:\n", "|||||||"),
    (HEAD + "▸<<<<<<< HEAD\n- id: a\n  date: 2022\n  title: x\n▸=======\n▸>>>>>>> autre\n", "conflit"),
    ("title: x\n▸---\ntitle: y\n", "effacez"),
    ("▸- a\n- b\n", "title:"),
    ("▸juste un texte\n", "title:"),
    ("▸", "title:"),
    ("▸# rien\n", "title:"),
    ("▸\n\n", "title:"),
    # references
    ("title: x\nx-a: &a [▸*b]\n", "*b"),
    ("  ? ▸[a]\n  : b\n", "guillemets"),
    ("  ▸<<: {a: b}\n", "toutes lettres"),
    ("[[[[[[[[[[[[[[[[[▸[[[[[[[[[", "crochets"),
]

KEYS = [
    ("  ▸peple: [A]\n", "people"),
    ("  ▸poeple: [A]\n", "people"),
    ("  ▸personnes: [A]\n", "people"),
    ("  ▸People: [A]\n", "people"),
    ("  ▸titel: x\n", "title"),
    ("  ▸titre: x\n", "title"),
    ("  ▸dates: 2022\n", "date"),
    ("  ▸Date: 2022\n", "date"),
    ("  ▸jour: 2022\n", "date"),
    ("  ▸lieu: [A]\n", "places"),
    ("  ▸lieux: [A]\n", "places"),
    ("  ▸place: [A]\n", "places"),
    ("  ▸statut: planned\n", "status"),
    ("  ▸satus: planned\n", "status"),
    ("  ▸tag: [A]\n", "tags"),
    ("  ▸étiquettes: [A]\n", "tags"),
    ("  ▸photo: {src: a.jpg, alt: x}\n", "image"),
    ("  ▸liens: []\n", "links"),
    ("  ▸note: x\n", "notes"),
    ("  ▸source: []\n", "sources"),
    ("  ▸hiden: true\n", "hidden"),
    ("  ▸caché: true\n", "hidden"),
    ("  ▸confirmé: oui\n", "confirmed"),
    ("  ▸vérifié: oui\n", "confirmed"),
    ("  ▸importence: 2\n", "importance"),
    ("  ▸texte: x\n", "text"),
    ("  ▸ordre: 2\n", "order"),
    ("  ▸zzz: x\n", "x-"),
    ("  ▸couleur: bleu\n", "x-"),
    ("  ▸title: Deux\n", "une seule"),
    ("  ▸date: 2021\n", "une seule"),
    ("  people: [A]\n  ▸people: [B]\n", "une seule"),
    ("  sources:\n  - ▸id: x\n    article: y\n", "article"),
    ("  sources:\n  - article: x\n    ▸citation: y\n", "quote"),
    ("  sources:\n  - article: x\n    ▸qoute: y\n", "quote"),
    ("  sources:\n  - article: x\n    ▸lien: https://y.fr\n", "url"),
    ("  sources:\n  - article: x\n    ▸zzz: y\n", "quote"),
    ("  sources:\n  - article: x\n    ▸article: y\n", "une seule"),
    ("  image: {src: a.jpg, alt: b, ▸legende: c}\n", "caption"),
    ("  links:\n  - url: https://a.fr\n    ▸titre: x\n", "title"),
    ("▸titre: x\ntitle: y\n", "title"),
    ("title: x\n▸langue: fr\n", "language"),
    ("title: x\n▸evenements: []\n", "events"),
    ("title: x\n▸event: []\n", "events"),
    ("title: x\n▸TITLE: y\n", "title"),
    ("title: x\n▸article: seeds\n", "articles"),
    ("title: x\n▸fuseau: Europe/Paris\n", "zone"),
    ("title: x\n▸longueur: short\n", "length"),
    ("title: x\n▸title: y\n", "une seule"),
    ("title: x\nabout:\n  ▸mots: [a]\n", "words"),
    ("title: x\nabout:\n  ▸zzz: [a]\n", "words"),
]

VALUES = [
    ("title: ▸[a, b]\n", "title: a"),
    (HEAD + "- date: 2022\n  title: ▸null\n", 'title: "null"'),
    (HEAD + "- date: 2022\n  title: ▸~\n", 'title: "~"'),
    (HEAD + "- date: ▸null\n  title: Un\n", "date: inconnue"),
    (HEAD + "- ▸date: 2022\n  title:\n", "title: …"),
    ("title: ▸{a: b}\n", "guillemets"),
    ("  people: ▸Poutine, Zelensky\n", "[Poutine, Zelensky]"),
    ("  tags: ▸grève, transports\n", "[grève, transports]"),
    ("  people: ▸{a: b}\n", "[un, deux]"),
    ("  people: [▸[a]]\n", "guillemets"),
    ("  people:\n  - A\n  - ▸article: x\n    quote: y\n", "« sources: »"),
    ("  sources:\n  tags:\n  - A\n  - ▸url: http://a.b/\n", "« sources: »"),
    ("  people:\n  - ▸a: b\n", "guillemets"),
    ("  people:\n  - A\n  -▸\n  - B\n", "effacez"),
    ("  ongoing: ▸peut-être\n", "ongoing: true"),
    ("  hidden: ▸2\n", "hidden: true"),
    ("  confirmed: ▸Marie\n", "confirmed: true"),
    ("  hidden: ▸[true]\n", "hidden: true"),
    ("  importance: ▸9\n", "importance: 3"),
    ("  importance: ▸haute\n", "importance: 3"),
    ("  importance: ▸0\n", "importance: 3"),
    ("  order: ▸premier\n", "order: 2"),
    ("  order: ▸1.5\n", "order: 2"),
    ("  status: ▸prévu\n", "planned"),
    ("  status: ▸démenti\n", "denied"),
    ("  status: ▸plan\n", "planned"),
    ("  status: ▸Asserted\n", "asserted"),
    ("  status: ▸xyz\n", "conditional"),
    ("  image: ▸photo.jpg\n", "src: photo.jpg"),
    ("  image: ▸{src: a.jpg}\n", "alt:"),
    ("  image: ▸{alt: un pont}\n", "src:"),
    ("  image: {src: ▸http://x.fr/y.jpg, alt: x}\n", "photos/pont.jpg"),
    ("  image: {src: ▸/etc/passwd, alt: x}\n", "photos/pont.jpg"),
    ("  image: {src: ▸../../secret.jpg, alt: x}\n", "photos/pont.jpg"),
    ("  links: [▸foo]\n", "https://"),
    ("  links: [▸'javascript:alert(1)']\n", "https://"),
    ("  links: [▸{title: x}]\n", "url:"),
    ("  links:\n  - url: ▸www.lemonde.fr\n", "https://"),
    ("  sources: [▸abc]\n", "- article: abc"),
    ("  sources: ▸abc\n", "- article:"),
    ("  sources: [▸https://a.fr/b]\n", "- url: https://a.fr/b"),
    ("  sources: ▸https://a.fr/b\n", "- url:"),
    ("  sources:\n    ▸article: abc\n", "- article:"),
    ("  sources:\n  - ▸quote: x\n", "article:"),
    ("  sources:\n  - article: x\n  - ▸date: 2021\n    title: Deux\n", "tout à gauche"),
    ("  sources:\n  - url: ▸lemonde.fr/a\n", "https://"),
    ("title: x\nlanguage: ▸français\n", "« fr »"),
    ("title: x\nlength: ▸court\n", "short"),
    ("title: x\nlength: ▸3\n", "normal"),
    ("title: x\nzone: ▸Paris\n", "Europe/Paris"),
    ("title: x\nzone: ▸Europe/Pariss\n", "Europe/Paris"),
    ("title: x\nslug: ▸Été 2022 !\n", "Été-2022"),
    ("title: x\nabout: ▸grève\n", "about: {"),
    ("title: x\nabout:\n  period: ▸hier\n", "année"),
    ("title: x\nevents: ▸oui\n", "- date:"),
    ("title: x\nevents:\n  ▸id: a\n  date: 2022\n", "- date:"),
    (HEAD + "- ▸juste du texte\n", "title:"),
    (HEAD + "-▸\n- date: 2022\n  title: Un\n", "derrière ce tiret"),
    ("▸events:\n", "title:"),
    (HEAD + "- ▸date: 2022\n", "title:"),
    (HEAD + "- ▸title: x\n", "date:"),
    (HEAD + "- ▸▸id: a\n", "date:"),
    (HEAD + "- ▸date: 2022\n  title:\n", "title:"),
    (HEAD + "- id: a\n  date: 2022\n  title: x\n- id: ▸a\n  date: 2022\n  title: y\n", "ligne 3"),
    (HEAD + "- id: ▸été 1\n  date: 2022\n  title: x\n", "été-1"),
    (HEAD + "- id: ▸'#1'\n  date: 2022\n  title: x\n", "1"),
    (HEAD + "- id: ▸[a]\n  date: 2022\n  title: x\n", "id: a"),
]

DATES = [
    ("12:30", "2022-12-20T12:30"),
    ("20h30", "2022-12-20T20:30"),
    ("20/12/2022", "2022-12-20"),
    ("20-12-2022", "2022-12-20"),
    ("20.12.22", "2022-12-20"),
    ("2022/12/20", "2022-12-20"),
    ("2022 12 20", "2022-12-20"),
    ("20221220", "2022-12-20"),
    ("2022-1-5", "2022-01-05"),
    ("12/2022", "2022-12"),
    ("2022/12", "2022-12"),
    ("2022-13-01", "2022-01-13"),
    ("2022-13", "13"),
    ("2022-00-10", "2022"),
    ("2022-02-31", "2022-02-28"),
    ("2024-02-30", "2024-02-29"),
    ("2022-12-00", "« 2022-12 »"),
    ("31/02/2022", "2022-02-28"),
    ("31 février 2022", "2022-02-28"),
    ("le 31 avril 2022 à 14 h", "2022-04-30"),
    ("2022-13", "« 2022 »"),
    ("2012-15", "2012/2015"),
    ("3 mai 22", "2022-05-03"),
    ("mai 68", "1968-05"),
    ("31 novembre 2022", "2022-11-30"),
    ("32 décembre 2022", "2022-12-31"),
    ("32/13/2022", "13"),
    ("2022-12-20/2022-12-19", "2022-12-19/2022-12-20"),
    ("2022/2021", "2021/2022"),
    ("2022-12-20 / 2022-12-21", "2022-12-20/2022-12-21"),
    ("2022-12-19 - 2022-12-20", "2022-12-19/2022-12-20"),
    ("2022-12-19..2022-12-21", "2022-12-19/2022-12-21"),
    ("du 2022-12-19 au 2022-12-21", "2022-12-19/2022-12-21"),
    ("2022-12-20 12:30", "2022-12-20T12:30"),
    ("2022-12-20 à 12h30", "2022-12-20T12:30"),
    ("2022-W51", "2022-12-19/2022-12-25"),
    ("2022-XX", "« 2022 »"),
    ("2022-03-XX", "« 2022-03 »"),
    ("dec 2022", "2022-12"),
    ("lundi", "année"),
    ("hier", "année"),
    ("mars", "année"),
    ("no", "année"),
    ("20 décembre", "année"),
    ("n'importe quoi", "année"),
    ("Y2022", "2022-12-20"),
    ("en 2022 ou après", "2022-12-20"),
    ("[2020]", "date: 2020"),
    ('""', "inconnue"),
    ("«  »", "inconnue"),
    ("“2022-12-20”", "« 2022-12-20 »"),
    ("« 2022-12 »", "« 2022-12 »"),
    ("2022-12-20,", "« 2022-12-20 »"),
    ("April 2, 2024", "2024-04-02"),
    ("Apr 31st 2024", "2024-04-30"),
    ("2022-12-20T25:00", "« 2022-12-20 »"),
    ("2022-12-20T12:75", "12:75"),
    ("-52", "52 av. J.-C."),
    ("52 avant Jésus-Christ", "-0051"),
    ("1 avant J-C", "0000"),
    ("{a: b}", "guillemets"),
]
CASES = [
    *SYNTAX,
    *KEYS,
    *VALUES,
    *((HEAD + f"- title: x\n  date: ▸{date}\n", cure) for date, cure in DATES),
    ("  sources:\n  - article: x\n    date: ▸20/12/2022\n", "2022-12-20"),
    ("  was: ▸[12:30]\n", "2022-12-20T12:30"),
]


def test_there_are_two_hundred() -> None:
    assert len(CASES) >= 200


def _placed(case: str) -> tuple[str, list[tuple[int, int]]]:
    """The file, and the lines and columns of its marks."""
    text = EVENT + case if case.startswith((" ", "▸ ", "▸\t")) else case
    places = []
    while "▸" in text:
        before, _, after = text.partition("▸")
        places.append((before.count("\n") + 1, len(before) - before.rfind("\n")))
        text = before + after
    return text, places


@pytest.mark.parametrize(("case", "cure"), CASES, ids=[case[-40:] for case, _ in CASES])
def test_tells_where_and_the_cure(case: str, cure: str) -> None:
    text, places = _placed(case)
    parsed = parse(text, understand=understand, language="fr")
    assert parsed.document is None
    assert [(problem.line, problem.column) for problem in parsed.problems] == places, [*map(str, parsed.problems)]
    assert cure in parsed.problems[0].message
    assert all(problem.severity is Severity.ERROR for problem in parsed.problems)
    english = parse(text, understand=understand, language="en").problems
    assert [(problem.line, problem.column) for problem in english] == places
    assert {problem.message for problem in english}.isdisjoint(problem.message for problem in parsed.problems)


@pytest.mark.parametrize(("case", "cure"), CASES[::4], ids=[case[-40:] for case, _ in CASES[::4]])
def test_line_breaks_and_a_byte_order_mark_move_nothing(case: str, cure: str) -> None:
    text, places = _placed(case)
    parsed = parse("\ufeff" + text.replace("\n", "\r\n"), understand=understand, language="fr")
    assert [(problem.line, problem.column) for problem in parsed.problems] == places, cure


def test_an_alias_bomb_is_refused() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    for name, before in zip("bcdefghi", "abcdefgh", strict=True):
        bomb += f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]\n"
    (problem,) = parse(bomb, understand=understand).problems
    assert problem.line == 5
    assert "refused" in problem.message


def test_a_huge_file_is_refused_unread() -> None:
    (problem,) = parse("x" * 64_000_001, understand=understand).problems
    assert "several timelines" in problem.message


@pytest.mark.parametrize(
    "field", ["title: {}", "people: [A, {}]", "image: {{src: {}, alt: x}}", "was: [{}]", "status: {}"]
)
def test_a_text_without_end_is_refused_in_a_short_message(field: str) -> None:
    """No page could show it, and many stages would take their time over it."""
    event = "- date: 2022\n  x-a: b\n  " + ("" if field.startswith("title") else "title: Un\n  ")
    text = HEAD + event + field.format("a" * 1_000_001) + "\n"
    problems = parse(text, understand=understand).problems
    assert {problem.line for problem in problems} == {5 if field.startswith("title") else 6}
    assert "1000001" in problems[-1].message
    assert all(len(problem.message) < 300 for problem in problems)
    shorter = parse(text.replace("aa", "a", 1), understand=understand).problems
    assert not any("1000000" in problem.message for problem in shorter)


@pytest.mark.parametrize(("count", "found"), [(10_000, []), (10_001, [(5, 11)])])
def test_a_list_without_end_is_refused(count: int, found: list[tuple[int, int]]) -> None:
    """Each name has a page: 100,000 names of one event took 3 GB."""
    people = ", ".join(f"P{number}" for number in range(count))
    problems = parse(f"{HEAD}- date: 2022\n  title: Un\n  people: [{people}]\n", understand=understand).problems
    assert [(problem.line, problem.column) for problem in problems] == found
    assert all("10001, at most 10000" in problem.message for problem in problems)


def test_everything_is_told_at_once() -> None:
    text = (
        HEAD + "- date: 2022-02-31\n  titel: x\n- date: 2022\n  title: Grève : bilan\n- date: 20/12/2022\n  title: y\n"
    )
    lines = [problem.line for problem in parse(text, understand=understand).problems]
    assert lines == [3, 4, 6, 7]


def test_a_date_that_contradicts_its_source_is_a_warning() -> None:
    text = EVENT + "  sources:\n  - article: a\n    date: 2022-12-25\n"
    parsed = parse(text, understand=understand)
    assert parsed.document is not None
    (problem,) = parsed.problems
    assert (problem.line, problem.column, problem.severity) == (4, 9, Severity.WARNING)
