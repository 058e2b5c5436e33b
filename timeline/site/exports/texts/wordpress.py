"""The timeline as the blocks of WordPress' editor: paste it into its code view."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from timeline.model import Status
from timeline.site.exports.texts.sections import sections
from timeline.site.parts.cards import Card
from timeline.site.render.rendered import Written


def wordpress(written: Written) -> str:
    """Headings of years (or centuries), and a list of events in each, as HTML between the comments that mark blocks.

    Args:
        written: A timeline with its events as HTML.

    Returns:
        HTML, for the code view of a page in WordPress.
    """
    parts = list(sections(written.cards, written.shared.words))
    made = written.each_of("wordpress", parts, lambda at: "\n\n".join(_blocks(*parts[at], written)))
    return "\n\n".join(made) + "\n"


def _html(text: str) -> str:
    """A text as HTML; a bracket, which may begin one of WordPress' shortcodes ("[video]"), as its number."""
    return str(escape(text)).replace("[", "&#91;")


def _blocks(heading: str, cards: list[Card], written: Written) -> Iterator[str]:
    yield f'<!-- wp:heading -->\n<h2 class="wp-block-heading">{escape(heading)}</h2>\n<!-- /wp:heading -->'
    items = "\n".join(
        f"<!-- wp:list-item -->\n<li>{_item(card, written)}</li>\n<!-- /wp:list-item -->" for card in cards
    )
    yield f'<!-- wp:list -->\n<ul class="wp-block-list">{items}</ul>\n<!-- /wp:list -->'


def _item(card: Card, written: Written) -> str:
    words = written.shared.words
    line = f"<strong>{_html(card.when)}</strong>{words('colon')}{_html(card.entry.title)}"
    if card.status is not Status.ASSERTED:
        line += f" <em>({escape(words(f'status.{card.status.value}'))})</em>"
    links = dict.fromkeys((view.cited.title, view.cited.url, view.cited.publisher) for view in card.sources)
    cited = [
        (f'<a href="{escape(url)}">{_html(title)}</a>' if url else _html(title))
        + (f", {_html(publisher)}" if publisher else "")
        for title, url, publisher in links
    ]
    return f"{line} ({' ; '.join(cited)})" if cited else line
