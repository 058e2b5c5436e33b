"""`.zip` and `.gz` of any format: members are read in memory, within bounds, and nothing is ever written to disk."""

from __future__ import annotations

import gzip
import stat
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator
from pathlib import PurePosixPath

from timeline.articles.find import SIDECARS, beside_page, convertible, no_article_name
from timeline.articles.formats.encoding import Undecodable, decode
from timeline.articles.metadata.fields import Metadata
from timeline.articles.metadata.frontmatter import read_yaml
from timeline.articles.source import (
    SINGLE_LIMIT,
    Reader,
    ReadOptions,
    Skipped,
    SourceFile,
    UndatedArticle,
    from_bytes,
    guarded,
)
from timeline.i18n.messages import file_problem, message
from timeline.model import Problem

_MEMBERS = 20_000
"""The most files of an archive; the message tells a person to unpack it, and a folder has no such limit."""
_EXPANDED = 256 * 1024 * 1024
"""The most bytes that one archive may expand to."""
_MEMBER = 64 * 1024 * 1024
_HEAD = 4096
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)

Choose = Callable[[str, bytes], Reader | None]


class ArchiveReader:
    """Opens archives and passes their members to the readers that `choose` finds for them.

    Archives within archives are left out.
    """

    name = "archive"

    def __init__(self, choose: Choose) -> None:
        self._choose = choose

    def can_read(self, path: str, head: bytes) -> bool:
        """By the suffix."""
        return path.lower().endswith((".zip", ".gz"))

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
        """The articles of every member, in order of their names."""
        inside = self._zip(source) if source.suffix == ".zip" else self._gzip(source)
        for member in inside:
            if isinstance(member, SourceFile):
                yield from self._member(member, options)
            else:
                yield member

    def _member(self, member: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
        with member.open() as file:
            head = file.read(_HEAD)
        reader = self._choose(member.path, head)
        if reader is None and (problem := convertible(member.path)):
            yield problem
            return
        if reader is None or isinstance(reader, ArchiveReader):
            yield Skipped(
                member.path, message("articles.skipped.inner_archive" if reader else "articles.skipped.format")
            )
            return
        yield from guarded(reader, member, options)

    def _gzip(self, source: SourceFile) -> Iterator[SourceFile | Problem | Skipped]:
        path = source.path[: -len(".gz")]
        try:
            with source.open() as file, gzip.open(file) as opened:
                data = opened.read(_MEMBER + 1)
        except _DAMAGED as error:
            yield file_problem(source.path, "articles.zip.damaged", why=str(error))
            return
        if len(data) > _MEMBER:
            yield file_problem(source.path, "articles.zip.expands", size=_MEMBER // 1024 // 1024)
            return
        yield from_bytes(data, path, source.stated)

    def _zip(self, source: SourceFile) -> Iterator[SourceFile | Problem | Skipped]:
        try:
            with source.open() as file, zipfile.ZipFile(file) as archive:
                yield from _members(archive, source)
        except _DAMAGED as error:
            yield file_problem(source.path, "articles.zip.damaged", why=str(error)[:120])


def _members(archive: zipfile.ZipFile, source: SourceFile) -> Iterator[SourceFile | Problem | Skipped]:
    infos = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
    if len(infos) > _MEMBERS:
        yield file_problem(source.path, "articles.zip.files", most=_MEMBERS)
        return
    names = {info.filename: info for info in infos}
    left = _EXPANDED
    for info in infos:
        path = f"{source.path}/{info.filename}"
        why = _refused(info) or (
            message("articles.skipped.page_folder") if _in_saved_page(info.filename, names) else ""
        )
        if why or PurePosixPath(info.filename).suffix.lower() in SIDECARS:
            if why:
                yield Skipped(path, why)
            continue
        data = _content(archive, info, path, min(_MEMBER, left))
        if isinstance(data, Problem):
            yield data
            continue
        left -= len(data)
        stated = _sidecar(archive, names, info.filename, path)
        yield stated if isinstance(stated, Problem) else from_bytes(data, path, stated.over(source.stated))


def _in_saved_page(name: str, names: Collection[str]) -> bool:
    parts = name.split("/")
    return any(beside_page("/".join(parts[: depth + 1]), names) for depth in range(len(parts) - 1))


def _refused(info: zipfile.ZipInfo) -> str:
    """Why a member is left out, or ""."""
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return message("articles.skipped.leads_out")
    if stat.S_ISLNK(info.external_attr >> 16):
        return message("articles.skipped.link")
    if any(part.startswith((".", "__MACOSX")) for part in path.parts):
        return message("articles.skipped.hidden")
    return no_article_name(path.name)


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, limit: int) -> bytes | Problem:
    if info.flag_bits & 1:
        return file_problem(path, "articles.zip.encrypted")
    try:
        with archive.open(info) as member:
            data = member.read(limit + 1)
    except _DAMAGED as error:
        return file_problem(path, "articles.zip.member", why=str(error)[:120])
    if len(data) > limit:
        return file_problem(path, "articles.zip.all")
    return data


def _sidecar(archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], name: str, path: str) -> Metadata | Problem:
    for suffix in SIDECARS:
        beside = str(PurePosixPath(name).with_suffix(suffix))
        if beside in names:
            shown = path[: -len(name)] + beside
            data = _content(archive, names[beside], shown, SINGLE_LIMIT)
            text = data if isinstance(data, Problem) else decode(data)
            if isinstance(text, Undecodable):
                return Problem(shown, text.line, text.column, text.reason)
            return text if isinstance(text, Problem) else read_yaml(text, shown)
    return Metadata()
