"""What articles and YAML may hold and pages must survive: nothing of it becomes markup, a script, or a foreign
address.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.site.sample import BAKHMUT_CARD, entry
from timeline import site
from timeline.model import ArticleCard, Entry, Image, Link, Source, Span, Timeline
from timeline.site.base.cache import RenderCache
from timeline.site.parts.sanitise import clean

SCRIPTS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<!--<script>alert(1)</script>-->",
    "]]><script>alert(1)</script>",
    "<iframe src=//evil.example></iframe>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<form action=//evil.example><input name=q></form>",
    "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    "{{ 7 * 7 }}{% for x in y %}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\u2028alert(1)\u2029",
    "<a href=javascript:alert(1)>x</a>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "![x](javascript:alert(1))",
    "<b style=position:fixed>x</b>",
    "`</code><script>alert(1)</script>`",
)
ODD = (
    "a\x00b",
    "\x1b[31mrouge\x1b[0m",
    "abc\u202eecila",
    "\u2066isolé",
    "\u200f\u200eabc",
    "\ufeffBOM",
    "x" * 10_000,
    "é\u0301" * 500,
    "z" + "\u0335\u0336\u0337" * 200,
    "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "ligne\nautre\r\nligne\ttab",
    "   ",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "＜script＞",
    "../../etc/passwd",
    "..\\..\\windows",
    "con",
    "index",
    "%2e%2e%2f",
    "#fragment?query=1&x=2",
)
URLS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    "/local",
    'https://example.org/"><script>alert(1)</script>',
    "https://example.org/\x00",
    "http://[::1",
    "blob:https://example.org/1",
    "ftp://example.org/",
)
HOSTILE = (*SCRIPTS, *ODD)
assert len(HOSTILE) + len(URLS) >= 60


RUNNING = ("style", "srcdoc", "autofocus")


class Elements(HTMLParser):
    """The elements of a document, with what could run or lead away."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.loaded: list[str] = []
        self.scripts: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [
            name for name, _ in attrs if name.startswith("on") or name in ("style", "srcdoc", "autofocus")
        ]
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href")]
        if tag not in ("a", "form"):
            self.loaded += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag == "script":
            self.scripts.append(dict(attrs))


def everywhere(text: str) -> Timeline:
    """A timeline that has `text` wherever an article or a person could put it."""
    source = Source("a" + text, f"avant {text} après", text, "2022-12-19", text, Span(6, 6 + len(text)), text, text)
    known = datetime.date(2022, 12, 20)
    return Timeline(
        title=text,
        slug=text,
        path=text,
        description=text,
        entries=(
            entry(
                text,
                "2022-12-19",
                text,
                text=text,
                people=(text,),
                places=(text,),
                tags=(text,),
                sources=(source,),
                links=(Link(text, text),),
                image=Image(text, text, text),
                basis=text,
                first_known=known,
                line=3,
            ),
            entry("plain", "2022-12-20", "Un autre", sources=(source,), was=(text,), first_known=known),
        ),
        articles=(ArticleCard("a" + text, text, known, text, text, text, text, text),),
    )


def elements(document: str | bytes) -> Elements:
    found = Elements()
    found.feed(str(document))
    return found


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(text: str) -> None:
    timeline = everywhere(text)
    change = site.Correction(1, "changed", text, text, "person", text, text, text)
    options = site.SiteOptions(
        site_name="Le fil",
        edit_url="https://example.org/{path}#L{line}",
        full_articles=True,
        changes={timeline.slug: (change,)},
        redirects={timeline.slug: {text + "x": "plain"}},
        margin={timeline.slug: (site.ReviewRow(text, text, 3),)},
    )
    for path, content in site.render([timeline], options).items():
        assert all(part not in ("", "..", ".") for part in path.split("/")), path
        assert "\\" not in path
        if path.endswith(".html"):
            check(elements(content), path)


def check(found: Elements, path: str) -> None:
    assert not {"iframe", "meta-refresh", "math", "style", "object", "embed", "textarea"} & set(found.tags), path
    assert found.handlers == [], path
    for script in found.scripts:
        assert script.get("type") == "application/ld+json" or (script.get("src") or "").endswith("assets/timeline.js")
    assert all(urlsplit(address).netloc == "" for address in found.loaded), "nothing is loaded from elsewhere"
    for address in found.addresses:
        assert not address.lower().lstrip().startswith(("javascript", "data", "vbscript", "//", "file")), address


@pytest.mark.parametrize("url", URLS)
def test_a_hostile_address_is_no_link(url: str) -> None:
    bad = Entry("a1", "", "Titre", links=(Link(url, "lien"),), sources=(Source(url=url, title="source", quote="q"),))
    card = replace(BAKHMUT_CARD, url=url)
    timeline = Timeline("T", "t", "t.yaml", entries=(bad,), articles=(card,))
    for path, content in site.render([timeline]).items():
        if path.endswith(".html"):
            found = elements(content)
            assert not [a for a in found.addresses if a.strip() == url.strip() or "script" in a.lower()], path
            assert ">lien</a>" not in str(content)


def test_markdown_of_people_makes_no_raw_html() -> None:
    text = "**gras** <b onclick=x>b</b> [ok](https://example.org) [non](javascript:x) ![img](https://example.org/x.png)"
    timeline = Timeline("T", "t", "t.yaml", entries=(Entry("a1", "", "Titre", text=text),))
    document = str(site.render([timeline])["t/index.html"])
    assert "<strong>gras</strong>" in document
    assert '<a href="https://example.org">ok</a>' in document
    assert "<b onclick" not in document
    assert "<img" not in document


def test_names_that_fold_to_the_same_file_have_each_their_own() -> None:
    entries = tuple(
        Entry(f"a{n}", "", "T", people=(name,)) for n, name in enumerate(["Hélène", "Helene", "HÉLÈNE", "日本"])
    )
    made = site.render([Timeline("T", "t", "t.yaml", entries=entries)])
    people = [path for path in made if path.startswith("t/people/") and not path.endswith("index.html")]
    assert len(people) == 4
    assert len({path.lower() for path in people}) == 4


@given(st.text(), st.text().map("https://example.org/{}".format))
def test_the_card_of_an_article_that_is_clean_stays_as_it_is(text: str, url: str) -> None:
    card = ArticleCard("a", text, datetime.date(2020, 3, 2), url=url, publisher=text, author=text, text=text, page=text)
    once = clean(Timeline("T", "t", "t.yaml", articles=(card,)), RenderCache())
    assert clean(once, RenderCache()) == once
