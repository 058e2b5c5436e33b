"""The agencies' XML in its older and rarer forms."""

# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import datetime
from pathlib import Path

from timeline import articles

BODY = "Le pont a été fermé mercredi soir à toute circulation, selon la préfecture. Des fissures y ont été relevées."

NEWSML_1 = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.1:1" "http://www.afp.com/dtd/NewsML_1.1.dtd">
<NewsML Version="1.1"><NewsEnvelope><DateAndTime>20210312T090000+0100</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="fr"><Identification><NewsIdentifier><ProviderId>agence.example</ProviderId><DateId>20210311</DateId>
</NewsIdentifier></Identification><NewsManagement><FirstCreated>20210311T002000+0100</FirstCreated>
<ThisRevisionCreated>20210313T080000+0100</ThisRevisionCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Le pont fermé</HeadLine><ByLine>Par Claire Morvan</ByLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Agence"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>
<ContentItem><DataContent><p>{BODY}</p><p>Un second paragraphe.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""

NITF = f"""<nitf><head><title>Titre de page</title><docdata><date.release norm="20210311T002000+0100"/></docdata></head>
<body><body.head><hedline><hl1>Le pont fermé</hl1><hl2>Un sous-titre</hl2></hedline><dateline><location>NANTES</location>
<story.date norm="20210310"/></dateline></body.head><body.content><block><p>{BODY}</p><hl2>Un intertitre</hl2>
<table><tr><td>1</td></tr></table><p>Une fin.</p></block></body.content></body></nitf>"""


def read(folder: Path, data: str) -> articles.Collected:
    (folder / "a.xml").write_text(data, encoding="utf-8")
    return articles.read(["a.xml"], folder)


def test_newsml_1(tmp_path: Path):
    collected = read(tmp_path, NEWSML_1)
    (article,) = collected.articles
    assert collected.problems == ()
    assert (article.title, article.text) == ("Le pont fermé", f"{BODY}\n\nUn second paragraphe.")
    assert (article.published, article.modified) == (datetime.date(2021, 3, 11), datetime.date(2021, 3, 13))
    assert article.publisher == "Agence"


def test_nitf_with_subheadings_and_a_table(tmp_path: Path):
    (article,) = read(tmp_path, NITF).articles
    assert (article.title, article.published) == ("Le pont fermé", datetime.date(2021, 3, 11))
    assert article.text == f"{BODY}\n\nUn intertitre\n\nUne fin."


def test_a_cancelled_item_is_left_out(tmp_path: Path):
    item = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>"""
    collected = read(tmp_path, item)
    assert collected.articles == ()
    assert [each.reason for each in collected.skipped] == ["cancelled by its agency"]


def test_a_broken_item_names_the_place(tmp_path: Path):
    (problem,) = read(tmp_path, NITF.replace("</hl1>", "")).problems
    assert (problem.line, "broken" in problem.message) == (2, True)
