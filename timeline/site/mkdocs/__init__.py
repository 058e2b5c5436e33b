"""The MkDocs plugin `timeline`: it reads the timelines' YAML files and hands their pages to MkDocs, ready made."""

from timeline.site.mkdocs.adapter import TimelinePlugin

__all__ = ["TimelinePlugin"]
