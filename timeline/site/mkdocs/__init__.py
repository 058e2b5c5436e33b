"""The MkDocs plugin `timeline`: it reads the timelines' YAML files and passes their finished pages to MkDocs."""

from timeline.site.mkdocs.adapter import TimelinePlugin

__all__ = ["TimelinePlugin"]
