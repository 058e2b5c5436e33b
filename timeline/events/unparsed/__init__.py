"""Events of a text in a language that no parser reads: its dated sentences, by forms and capitals."""

from timeline.events.unparsed.extract import extract

__all__ = ["extract"]
