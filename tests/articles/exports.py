"""The six stories in every format that is read, made by the libraries or templates of each field."""

# ruff: noqa: E501 - markup and prose are clearer unbroken

from __future__ import annotations

import csv
import datetime
import gzip
import html
import io
import json
import zipfile
from collections.abc import Callable

from tests.articles.pages import national_daily
from tests.articles.stories import STORIES, Story

Files = dict[str, bytes]


def _url(story: Story) -> str:
    return f"https://www.lecourrier.example/{story.slug}"


def sidecars() -> Files:
    files: Files = {}
    for story in STORIES:
        files[f"{story.slug}.txt"] = story.text.encode()
        fields = (
            f'title: "{story.title}"\ndate: {story.published.isoformat()}\nauthor: {story.author}\nurl: {_url(story)}\n'
        )
        files[f"{story.slug}.yaml"] = fields.encode()
    return files


def markdown() -> Files:
    return {
        f"{story.slug}.md": (
            f'---\ntitle: "{story.title}"\ndate: {story.published:%Y-%m-%d %H:%M}\nauthor: {story.author}\n---\n{story.text}'
        ).encode()
        for story in STORIES
    }


def pages() -> Files:
    return {f"{story.slug}.html": national_daily(story).encode() for story in STORIES}


def _record(story: Story) -> dict[str, object]:
    return {
        "id": story.slug,
        "headline": story.title,
        "publishedAt": story.published.isoformat(),
        "author": {"name": story.author},
        "source": {"name": "Le Courrier"},
        "url": _url(story),
        "content": story.text,
    }


def json_list() -> Files:
    return {"export.json": json.dumps({"status": "ok", "articles": [_record(story) for story in STORIES]}).encode()}


def json_lines() -> Files:
    lines = (json.dumps(_record(story), ensure_ascii=False) for story in STORIES)
    return {"export.jsonl": "\n".join(lines).encode()}


def table() -> Files:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["Titre", "Date de publication", "Auteur", "Lien", "Texte"])
    for story in STORIES:
        writer.writerow([story.title, f"{story.published:%d/%m/%Y %H:%M}", story.author, _url(story), story.text])
    return {"export.csv": out.getvalue().encode("utf-8-sig")}


def _markup(story: Story) -> str:
    return "".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in story.body)


def rss() -> Files:
    items = "".join(
        f"<item><title>{html.escape(story.title)}</title><link>{_url(story)}</link><dc:creator>{story.author}</dc:creator>"
        f"<pubDate>{story.published:%a, %d %b %Y %H:%M:%S %z}</pubDate><description>{html.escape(story.lead)}</description>"
        f"<content:encoded><![CDATA[{_markup(story)}]]></content:encoded></item>"
        for story in STORIES
    )
    feed = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Le Courrier</title><link>https://www.lecourrier.example</link>'
        f"<description>À la une</description><language>fr</language>{items}</channel></rss>"
    )
    return {"une.rss": feed.encode()}


def atom() -> Files:
    entries = "".join(
        f"<entry><id>tag:x,{number}</id><title>{html.escape(story.title)}</title><link href='{_url(story)}'/>"
        f"<author><name>{story.author}</name></author><published>{story.published.isoformat()}</published>"
        f"<updated>{(story.published + datetime.timedelta(days=3)).isoformat()}</updated>"
        f"<content type='html'>{html.escape(_markup(story))}</content></entry>"
        for number, story in enumerate(STORIES)
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr'><title>Le Courrier</title><id>tag:x</id>{entries}</feed>"
    return {"une.xml": feed.encode()}


def warc() -> Files:
    return {"pages.warc.gz": b"".join(gzip.compress(warc_record(story), mtime=0) for story in STORIES)}


def warc_record(story: Story) -> bytes:
    page = national_daily(story).encode()
    answer = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {_url(story)}\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{story.slug}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def newsml_g2() -> Files:
    items = "".join(
        f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:{number}" version="3" xml:lang="fr">
<rightsInfo><copyrightHolder literal="Le Courrier"/></rightsInfo><itemMeta><itemClass qcode="ninat:text"/>
<provider literal="Le Courrier"/><versionCreated>{(story.published + datetime.timedelta(days=1)).isoformat()}</versionCreated>
<firstCreated>{story.published.isoformat()}</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><by>{story.author}</by><headline>{html.escape(story.title)}</headline><language tag="fr"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body>{_markup(story)}</body></html></inlineXML></contentSet></newsItem>"""
        for number, story in enumerate(STORIES)
    )
    message = (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>{items}</itemSet></newsMessage>'
    )
    return {"depeches.xml": message.encode()}


def nitf() -> Files:
    return {
        f"{story.slug}.xml": f"""<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><title>{html.escape(story.title)}</title><docdata>
<date.issue norm="{story.published:%Y%m%dT%H%M%S%z}"/><doc.copyright holder="Le Courrier"/></docdata></head><body><body.head><hedline><hl1>
{html.escape(story.title)}</hl1></hedline><byline>{story.author}</byline></body.head><body.content>{_markup(story)}
<media media-type="image"><media-caption>Une photo</media-caption></media></body.content></body></nitf>""".encode(
            "iso-8859-1", errors="xmlcharrefreplace"
        )
        for story in STORIES
    }


def zipped() -> Files:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**sidecars(), "LISEZMOI.pdf": b"%PDF"}.items():
            archive.writestr(f"presse/{name}", data)
    return {"presse.zip": out.getvalue()}


def gzipped() -> Files:
    return {"export.jsonl.gz": gzip.compress(json_lines()["export.jsonl"], mtime=0)}


FORMATS: tuple[Callable[[], Files], ...] = (
    sidecars, markdown, pages, json_list, json_lines, table, rss, atom, warc, newsml_g2, nitf, zipped, gzipped,
)  # fmt: skip


def expected(story: Story) -> tuple[str, datetime.date, str, str]:
    return story.title, story.published.date(), story.author, story.text
