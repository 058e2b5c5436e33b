"""JSON-LD of a page (schema.org): the nodes that are the article itself, not its teasers, comments or videos."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html

_LIMIT = 1_000_000
_OTHERS = frozenset([
    "itemListElement", "hasPart", "isPartOf", "liveBlogUpdate", "comment", "video", "mentions", "relatedLink",
    "citation", "about", "review",
])  # fmt: skip
_ARTICLES = frozenset([
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting", "Article", "Report", "SocialMediaPosting", "TechArticle",
])  # fmt: skip
_PAGES = ("WebPage", "ItemPage")


def linked_data(tree: lxml_html.HtmlElement) -> list[Any]:
    """Every readable JSON-LD document of the page; broken ones are repaired where that is safe, else left out.

    Returns:
        The documents, in the order of the page.
    """
    documents = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            loaded = _load(script.text or "")
            if loaded is not None:
                documents.append(loaded)
    return documents


def _load(text: str) -> Any:
    if len(text) > _LIMIT:
        return None
    plain = (
        re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", "", text)
        .strip()
        .rstrip(";")
    )
    for attempt in (plain, re.sub(r",\s*([}\]])", r"\1", plain)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def articles_of(documents: list[Any]) -> list[dict[str, Any]]:
    """The nodes that describe the article, most specific kind first; those of the page where there is no article."""
    nodes = [node for document in documents for node in _nodes(document, 0)]
    found = [node for node in nodes if _kinds(node) & _ARTICLES]
    named = {str(node["@id"]): node for node in nodes if node.get("@id") and len(node) > 1}
    return [_looked_up(node, named) for node in found or [node for node in nodes if _kinds(node) & set(_PAGES)]]


def _looked_up(node: dict[str, Any], named: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The node, with each `@id` reference replaced by the node that it names."""
    return {key: _pointed(value, named) if key in ("publisher", "author") else value for key, value in node.items()}


def _pointed(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_pointed(each, named) for each in value[:20]]
    if isinstance(value, dict) and "name" not in value and "@id" in value:
        return {key: each for key, each in named.get(str(value["@id"]), {}).items() if key != "@id"}
    return value


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 8:
        return
    if isinstance(value, list):
        for each in value[:200]:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, each in value.items():
            if key not in _OTHERS and isinstance(each, dict | list):
                yield from _nodes(each, depth + 1)


def _kinds(node: dict[str, Any]) -> set[str]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {each.rsplit("/", 1)[-1] for each in kinds if isinstance(each, str)}


def is_page(node: dict[str, Any]) -> bool:
    """Whether a node describes a page and no article."""
    return not _kinds(node) & _ARTICLES


def string(value: Any) -> str:
    """The words of a JSON-LD value: a string, the `name` of a thing, or the first of several; "" for anything else.

    Returns:
        The words, trimmed.
    """
    if isinstance(value, str):
        return " ".join(html.unescape(value).split())
    if isinstance(value, dict):
        return string(value.get("name") or value.get("@id") or value.get("@value") or "")
    if isinstance(value, list):
        return ", ".join(words for each in value[:20] if (words := string(each)))
    return ""


def text_of_node(node: dict[str, Any]) -> str:
    """The whole text where the node carries it (`articleBody`), its markup taken out.

    Returns:
        The paragraphs, separated by empty lines; "" where the node has no text.
    """
    body = node.get("articleBody")
    if not isinstance(body, str):
        return ""
    plain = html.unescape(re.sub(r"<[^<>]{0,500}>", " ", body))
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n|\r?\n", plain)]
    return "\n\n".join(part for part in paragraphs if part)
