"""What the interface says, in the reader's language: texts, explanations and dates.

One TOML file a language, in this folder: adding a file adds a language. Each room has a section of its own;
`[calendar]` holds what `readable` needs. No other module has a word of French or English that a reader sees.
"""

from timeline.i18n.readable import readable
from timeline.i18n.texts import explain, languages, say, texts

__all__ = ["explain", "languages", "readable", "say", "texts"]
