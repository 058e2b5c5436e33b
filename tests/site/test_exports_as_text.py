"""TimeML, spreadsheets, feeds and texts for other sites, each read back by a library that is not ours."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import time
import zipfile
from collections.abc import Mapping
from dataclasses import replace

import feedparser
import mwparserfromhell
import pytest
from lxml import etree, html

from tests.site.sample import BAKHMUT, entry, quoted
from timeline.model import Basis, Source, Status, Timeline
from timeline.site import SiteOptions, render

AT = SiteOptions(site_name="Le fil", site_url="https://example.org/fil/")
HOSTILE = (
    "[[lien]]",
    "{{Suppression}}",
    "'''gras'''",
    "a|b",
    "<script>",
    "~~~~",
    "* liste",
    "http://x.org",
    "a=b",
    "=a",
    "[//x.org y]",
    "[mailto:a@b.fr m]",
    "-{a}-",
)
TIMEML_DTD = """
<!ELEMENT TimeML (DOCID, DCT, TITLE?, EXTRAINFO?, TEXT, (MAKEINSTANCE | TLINK | SLINK | ALINK)*)>
<!ELEMENT DOCID (#PCDATA)> <!ELEMENT DCT (TIMEX3)> <!ELEMENT TITLE (#PCDATA)> <!ELEMENT EXTRAINFO (#PCDATA)>
<!ELEMENT TEXT (#PCDATA | EVENT | TIMEX3 | SIGNAL)*> <!ELEMENT EVENT (#PCDATA)> <!ELEMENT SIGNAL (#PCDATA)>
<!ELEMENT MAKEINSTANCE EMPTY> <!ELEMENT TLINK EMPTY> <!ELEMENT SLINK EMPTY> <!ELEMENT ALINK EMPTY>
<!ELEMENT TIMEX3 (#PCDATA)>
<!ATTLIST TIMEX3 tid ID #REQUIRED type (DATE | TIME | DURATION | SET) #REQUIRED value CDATA #REQUIRED
  functionInDocument (CREATION_TIME | EXPIRATION_TIME | MODIFICATION_TIME | PUBLICATION_TIME | RELEASE_TIME
    | RECEPTION_TIME | NONE) #IMPLIED
  mod (BEFORE | AFTER | ON_OR_BEFORE | ON_OR_AFTER | LESS_THAN | MORE_THAN | EQUAL_OR_LESS | EQUAL_OR_MORE
    | START | MID | END | APPROX) #IMPLIED
  beginPoint IDREF #IMPLIED endPoint IDREF #IMPLIED anchorTimeID IDREF #IMPLIED
  temporalFunction (true | false) #IMPLIED quant CDATA #IMPLIED freq CDATA #IMPLIED>
"""
"""TimeML 1.2.1's elements and attributes, in the layout of TempEval-3."""


@pytest.fixture(scope="module")
def made() -> dict[str, str | bytes]:
    return render([BAKHMUT], AT)


def timeml_of(made: Mapping[str, str | bytes], folder: str) -> dict[str, etree._Element]:
    """The documents of the archive, each valid."""
    content = made[f"{folder}/timeml.zip"]
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        documents = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    dtd = etree.DTD(io.StringIO(TIMEML_DTD))
    for name, document in documents.items():
        assert dtd.validate(document), f"{name}: {dtd.error_log.filter_from_errors()}"
    return documents


def test_timeml_marks_the_expression_in_its_sentence(made: dict[str, str | bytes]) -> None:
    (document,) = timeml_of(made, "bakhmut").values()
    assert document.findtext("DOCID") == "000_757b3090b5a09eac"
    assert document.find("DCT/TIMEX3").get("value") == "2022-12-20"
    text = document.find("TEXT")
    sentences = "".join(text.itertext()).splitlines()
    assert "Poutine a rendu visite lundi à son allié biélorusse Alexandre Loukachenko." in sentences
    found = {(timex.text, timex.get("value"), timex.get("type")) for timex in text.iter("TIMEX3")}
    assert ("lundi", "2022-12-19", "DATE") in found


TOLD = {
    "la semaine dernière <b>&": "2022-12-12/2022-12-18",
    "du 12 au 14": "2022-12-12/2022-12-14",
    "avant 2022": "../2022",
    "à 14 h 30": "2022-12-20T14:30",
    "les années 1960": "196X",
    "vers 2022": "2022~",
    "44 av. J.-C.": "-0043",
    "sans date": "",
}


def test_timeml_is_valid_for_any_date_and_text() -> None:
    sources = [quoted(quote, quote, date=date) for quote, date in TOLD.items()]
    entries = tuple(entry(f"e{n}", "2022", "T", sources=(source,)) for n, source in enumerate(sources))
    (document,) = timeml_of(render([replace(BAKHMUT, slug="t", entries=entries)]), "t").values()
    found = {timex.text: timex for timex in document.find("TEXT").iter("TIMEX3")}
    week, stretch = found["la semaine dernière <b>&"], found["du 12 au 14"]
    assert (week.get("type"), week.get("value")) == ("DATE", "2022-W50")
    assert (stretch.get("type"), stretch.get("value")) == ("DURATION", "P3D")
    ends = {timex.get("tid"): timex.get("value") for timex in document.iter("TIMEX3")}
    assert (ends[stretch.get("beginPoint")], ends[stretch.get("endPoint")]) == ("2022-12-12", "2022-12-14")


def test_french_spreadsheets_open_it_by_themselves(made: dict[str, str | bytes]) -> None:
    text = str(made["bakhmut/timeline-excel.csv"])
    assert text.startswith("\ufeff")
    assert not str(made["bakhmut/timeline.csv"]).startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    plain = list(csv.DictReader(io.StringIO(str(made["bakhmut/timeline.csv"]), newline="")))
    worded = {"statut", "en cours", "origine de la date", "vérifié", "sources en désaccord"}
    same = [n for n, heading in enumerate(rows[0]) if heading not in worded]
    assert [[list(row.values())[n] for n in same] for row in rows] == [
        [list(row.values())[n] for n in same] for row in plain
    ]
    assert {row["statut"] for row in rows} >= {"établi", "rapporté", "annoncé"}
    assert {row["vérifié"] for row in rows} == {"oui", ""}
    machine = {*Status, *Basis, "1"}
    assert not [cell for row in rows for heading in worded if (cell := row[heading]) in machine]
    assert rows[1]["titre"] == "Vladimir Poutine rend visite à Alexandre Loukachenko"
    assert rows[1]["début"] == "2022-12-19"
    english = str(render([replace(BAKHMUT, language="en")])["bakhmut/timeline-excel.csv"])
    assert english.startswith("\ufeffid,date (EDTF),begin,end,")


def test_json_feed_says_what_atom_says(made: dict[str, str | bytes]) -> None:
    feed, atom = json.loads(made["bakhmut/feed.json"]), feedparser.parse(str(made["bakhmut/atom.xml"]))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert len(feed["items"]) == len(BAKHMUT.entries)
    assert [item["id"] for item in feed["items"]] == [item.id for item in atom.entries]
    assert [item["url"] for item in feed["items"]] == [item.link for item in atom.entries]
    for item in feed["items"]:
        assert item["title"]
        assert item["content_text"]
        assert datetime.datetime.fromisoformat(item["date_published"]).tzinfo is not None


def test_wikitext_is_read_back_by_a_parser_of_mediawiki(made: dict[str, str | bytes]) -> None:
    code = mwparserfromhell.parse(str(made["bakhmut/timeline.wiki.txt"]))
    headings = [str(heading.title).strip() for heading in code.filter_headings()]
    assert headings == ["2022", "2023", "Date inconnue", "Notes et références"]
    references = [tag for tag in code.filter_tags() if tag.tag == "ref"]
    assert sum(1 for tag in references if not tag.self_closing) == 2, "each source is cited in full once"
    articles = [template for template in code.filter_templates() if template.name.matches("Article")]
    assert {str(one.get("titre").value).strip() for one in articles} == {
        "Poutine admet une situation « très difficile » dans les territoires annexés",
        "Autre journal",
    }
    assert str(articles[0].get("périodique").value).strip() == "AFP"


@pytest.mark.parametrize("title", HOSTILE)
def test_wikitext_takes_no_text_for_markup(title: str) -> None:
    source = Source(quote="q", url="https://example.org/{{a|b}}", title=title)
    shown = Timeline("T", "t", "t.yaml", entries=(entry("a", "2022", title, sources=(source,)),))
    text = str(render([shown])["t/timeline.wiki.txt"])
    code = mwparserfromhell.parse(text)
    assert not code.filter_wikilinks()
    assert not [link for link in code.filter_external_links() if link.brackets]
    assert "<nowiki><nowiki>" not in text
    assert [str(template.name).strip() for template in code.filter_templates()] == ["Article", "Références"]
    assert {str(tag.tag) for tag in code.filter_tags()} <= {"li", "b", "ref", "nowiki", "dd"}
    first = next(line for line in text.splitlines() if line.startswith("* "))
    bare = first.replace("<nowiki>", "").replace("</nowiki>", "")
    assert title in html.fromstring(f"<p>{bare}</p>").text_content()


@pytest.mark.parametrize("unit", ["a", "http", "a.b ", "[", "''"])
def test_a_long_text_is_written_in_time_proportional_to_its_length(unit: str) -> None:
    """A title of 40 kB without a space took nine seconds, one of 100 kB a minute."""
    title = unit * (100_000 // len(unit))
    shown = Timeline("T", "t", "t.yaml", entries=(entry("a", "2022", title, text=title),))
    began = time.process_time()
    render([shown])
    assert time.process_time() - began < 10


def test_wordpress_has_balanced_blocks(made: dict[str, str | bytes]) -> None:
    text = str(made["bakhmut/wordpress.html.txt"])
    stack: list[str] = []
    for closing, name in re.findall(r"<!-- (/?)wp:([a-z-]+) -->", text):
        if closing:
            assert stack.pop() == name
        else:
            stack.append(name)
    assert stack == []
    tree = html.fragment_fromstring(text, create_parent=True)
    assert [heading.text for heading in tree.iter("h2")] == ["2022", "2023", "Date inconnue"]
    assert len(list(tree.iter("li"))) == len(BAKHMUT.entries)
    assert "https://example.org/poutine" in {link.get("href") for link in tree.iter("a")}


@pytest.mark.parametrize(
    "title", ["http://x.org", "FTP://x.org", "[//x.org y]", "mailto:a@b.fr", "[tel:112 appel]", "urn:isbn:1", "a//b"]
)
def test_wikitext_makes_no_link_of_a_title(title: str) -> None:
    shown = Timeline("T", "t", "t.yaml", entries=(entry("a", "2022", title),))
    text = str(render([shown])["t/timeline.wiki.txt"])
    assert not mwparserfromhell.parse(text).filter_external_links()
    assert title in text.replace("<nowiki>", "").replace("</nowiki>", "")


@pytest.mark.parametrize("title", ["[video] du maire", "Le [gallery ids=1] reste", "<!-- wp:html -->", "a & b"])
def test_wordpress_takes_no_text_for_markup(title: str) -> None:
    source = Source(quote="q", url="https://example.org/a", title=title)
    shown = Timeline("T", "t", "t.yaml", entries=(entry("a", "2022", title, sources=(source,)),))
    text = str(render([shown])["t/wordpress.html.txt"])
    assert "[" not in text, "WordPress looks for shortcodes"
    assert text.count("<!-- wp:") == 3
    assert html.fragment_fromstring(text, create_parent=True).text_content().count(title) == 2


def test_a_space_before_a_colon_is_french() -> None:
    english = render([replace(BAKHMUT, language="en")])
    for name in ("index.html", "map.html", "timeline.wiki.txt", "wordpress.html.txt"):
        text = str(english[f"bakhmut/{name}"])
        for said in ("Export :", "</strong> :", "''' :"):
            assert said not in text, name
    assert "Export: <a" in str(english["bakhmut/index.html"])
    assert "Exporter\u00a0: <a" in str(render([BAKHMUT])["bakhmut/index.html"])
