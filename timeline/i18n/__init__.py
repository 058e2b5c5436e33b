"""The texts of the interface in the reader's language: messages, explanations and dates.

This folder has one TOML file for each language: adding a file adds a language. Each room has its own section;
`[calendar]` holds what `readable` needs. No other module contains French or English text that a reader sees.
"""

from timeline.i18n.readable import readable
from timeline.i18n.texts import explain, languages, say, texts
from timeline.i18n.typography import printed, typeset

__all__ = ["explain", "languages", "printed", "readable", "say", "texts", "typeset"]
