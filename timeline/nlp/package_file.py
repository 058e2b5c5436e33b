"""A trained pipeline as one small file: its configuration and its components.

The file is a zip archive: `config.json`, `meta.json`, and one member per component, as the component saves itself.
"""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from spacy import util
from spacy.language import Language

_EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(nlp: Language) -> bytes:
    """A pipeline as bytes; equal pipelines give equal bytes."""
    members = {"config.json": json.dumps(_plain(nlp.config), sort_keys=False).encode(), "meta.json": _meta(nlp)}
    for name, component in nlp.components:
        if hasattr(component, "to_bytes"):
            members[f"components/{name}"] = component.to_bytes(exclude=["vocab"])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def unpacked(data: bytes) -> Language:
    """Load a pipeline from the output of `packed`.

    Returns:
        The pipeline, ready to use.

    Raises:
        BadZipFile: The bytes are not a packed pipeline.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    nlp = util.load_model_from_config(json.loads(members["config.json"]), validate=False)
    nlp.meta.update(json.loads(members["meta.json"]))
    for name, component in nlp.components:
        if (stored := members.get(f"components/{name}")) is not None:
            _loadable(component).from_bytes(stored, exclude=["vocab"])
    return nlp


def _loadable(component: Any) -> Any:
    """The component, typed as one that saves and loads itself: spaCy types them all as plain functions."""
    return component


def _plain(config: Any) -> dict[str, Any]:
    """The part of the configuration that building needs: no paths, no training settings."""
    config = config.interpolate()
    return {"nlp": dict(config["nlp"]), "components": dict(config["components"])}


def _meta(nlp: Language) -> bytes:
    kept = {key: nlp.meta[key] for key in ("name", "version", "description", "license", "sources") if key in nlp.meta}
    return json.dumps(kept, ensure_ascii=False).encode("utf-8")
