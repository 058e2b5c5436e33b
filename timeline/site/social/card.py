"""A social card: the title, what is below it, and the density of events, as a PNG."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from timeline.site.parts.density import HEIGHT, Strip, strip

WIDTH, TALL = 1200, 630
_EDGE = 72
_PAPER, _INK, _SOFT, _ACCENT = "#fbfaf7", "#1d1d1b", "#5c5a55", "#b3261e"
_SIZES = (84, 72, 60, 50, 42)  # of the title: the largest in which it has three lines
_MOST_LINES = 3
_BARS = 150  # height of the density
_SMALL = 30
_WIDEST = 40  # of a bar


def picture(title: str, subtitle: str, site_name: str = "", dated: Sequence[tuple[int, str]] = ()) -> bytes:
    """Draws a card of 1200 by 630 pixels.

    Args:
        title: What the card is of; cut with an ellipsis where it is longer than three lines.
        subtitle: One line below it: how many events, when.
        site_name: Stands at the top.
        dated: Events as `density.strip` takes them.

    Returns:
        The PNG, the same bytes for the same arguments.
    """
    image = Image.new("RGB", (WIDTH, TALL), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 12), fill=_ACCENT)
    draw.text((_EDGE, 56), _one_line(site_name, _font("DejaVuSans", _SMALL)), _SOFT, _font("DejaVuSans", _SMALL))
    size, lines = _set(title)
    y = 118
    for line in lines:
        draw.text((_EDGE, y), line, _INK, _font("DejaVuSerif-Bold", size))
        y += round(size * 1.18)
    draw.text((_EDGE, y + 14), _one_line(subtitle, _font("DejaVuSans", _SMALL)), _SOFT, _font("DejaVuSans", _SMALL))
    if drawn := strip(dated):
        _density(draw, drawn)
    buffer = io.BytesIO()
    image.quantize(32).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    data = (files("timeline.site.social") / "fonts" / f"{name}.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def _set(title: str) -> tuple[int, list[str]]:
    """The size of the title's letters, and its lines."""
    for size in _SIZES:
        lines = _lines(title, _font("DejaVuSerif-Bold", size))
        if len(lines) <= _MOST_LINES:
            return size, lines
    last = _one_line(" ".join(lines[_MOST_LINES - 1 :]), _font("DejaVuSerif-Bold", size))
    return size, [*lines[: _MOST_LINES - 1], last]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= WIDTH - 2 * _EDGE:
            lines[-1] = longer
        else:
            lines.append(_one_line(word, font))
    return lines


def _one_line(text: str, font: ImageFont.FreeTypeFont) -> str:
    """As much of the text as a line holds."""
    text = " ".join(text.split())[:300]
    if font.getlength(text) <= WIDTH - 2 * _EDGE:
        return text
    while text and font.getlength(f"{text}…") > WIDTH - 2 * _EDGE:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _density(draw: ImageDraw.ImageDraw, drawn: Strip) -> None:
    base, wide = TALL - 48, (WIDTH - 2 * _EDGE) / drawn.slots
    draw.line((_EDGE, base, WIDTH - _EDGE, base), fill=_SOFT, width=2)
    for bar in drawn.bars:
        left = _EDGE + bar.slot * wide
        right = max(left + 1, left + min(_WIDEST, wide * 0.8))
        draw.rectangle((round(left), base - bar.height * _BARS / HEIGHT, round(right), base), fill=_ACCENT)
