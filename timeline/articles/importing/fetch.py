"""A polite and careful fetcher.

Robots.txt, one request at a time with a pause, bounded size and time, no private addresses.

Only `add` uses it. A name is resolved once, and the connection goes to the address that was checked, so that a name
that resolves to another address in between (DNS rebinding) has no effect.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpcore

from timeline.articles.metadata.addresses import is_web
from timeline.i18n.messages import message

USER_AGENT = "timeline-articles/1 (reads the articles that a person names, one by one)"
LIMIT = 8 * 1024 * 1024
_ROBOTS_LIMIT = 512 * 1024
_REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)


class RefusedError(Exception):
    """Why a page was not fetched: a sentence for the person who asked for it."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its last address, its media type in small letters, the charset that the server names or "", its bytes."""

    url: str
    media_type: str
    charset: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Manners:
    """The limits of a fetch: `allow_private` permits addresses of the own network; times are in seconds."""

    allow_private: bool = False
    timeout: float = 10.0
    deadline: float = 30.0
    pause: float = 1.0
    limit: int = LIMIT
    sleep: Callable[[float], None] = time.sleep


class _TimedStream(httpcore.NetworkStream):
    """A connection that ends with the time for the whole page, however slowly a site sends its bytes.

    A timeout alone is for one piece: headers, chunk extensions or `100 Continue` that trickle would never reach it.
    """

    def __init__(self, inner: httpcore.NetworkStream, until: float) -> None:
        self._inner = inner
        self._until = until

    def _left(self, timeout: float | None) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise RefusedError(message("articles.fetch.long"))
        return left if timeout is None else min(timeout, left)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As httpcore's own, while there is time."""
        return self._inner.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """As httpcore's own, while there is time."""
        self._inner.write(buffer, self._left(timeout))

    def close(self) -> None:
        """Closes the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """As httpcore's own, while there is time."""
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, self._left(timeout)), self._until)

    def get_extra_info(self, info: str) -> Any:
        """Properties of the underlying connection that httpcore asks for."""
        return self._inner.get_extra_info(info)


class _CheckedBackend(httpcore.NetworkBackend):
    """Connects to public addresses only, and to the one that was checked, until the time for the page is over."""

    def __init__(self, allow_private: bool, until: float) -> None:
        self._allow_private = allow_private
        self._until = until
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """As httpcore's own, after the check."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise RefusedError(message("articles.fetch.no_host", host=host)) from error
        addresses = [str(each[4][0]) for each in found]
        if not self._allow_private and any(not _is_public(address) for address in addresses):
            raise RefusedError(message("articles.fetch.private", host=host))
        for address in dict.fromkeys(
            addresses[:-1]
        ):  # a network without IPv6 still reaches the host by its next address
            try:
                return self._timed(self._inner.connect_tcp(address, port, timeout, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._timed(self._inner.connect_tcp(addresses[-1], port, timeout, local_address, socket_options))

    def _timed(self, stream: httpcore.NetworkStream) -> httpcore.NetworkStream:
        return _TimedStream(stream, self._until)


_NEVER = tuple(
    map(
        ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "fec0::/10")
    )
)
"""Protocol assignments, relays of 6to4, IPv4 written as IPv6 and NAT64 (any IPv4 address), the own site."""


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    mapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    if any(ip in network for network in _NEVER if network.version == ip.version):
        return False
    return ip.is_global and not ip.is_multicast and (mapped is None or _is_public(str(mapped)))


@dataclass(slots=True)
class Fetcher:
    """Fetches pages one after the other.

    Remembers each host's robots.txt, and pauses between two requests to one host.
    """

    manners: Manners = field(default_factory=Manners)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _visited: set[str] = field(default_factory=set)

    def get(self, url: str) -> Fetched:
        """The page at `url`, after redirects. Raises RefusedError with the reason where it may not or cannot be had."""
        until = time.monotonic() + self.manners.deadline
        backend = _CheckedBackend(self.manners.allow_private, until)
        with httpcore.ConnectionPool(network_backend=backend, retries=0) as pool:
            for _ in range(_REDIRECTS + 1):
                if not is_web(url):
                    raise RefusedError(message("articles.fetch.scheme"))
                if not self._allowed(pool, url, until):
                    raise RefusedError(message("articles.fetch.robots"))
                status, headers, data = self._request(pool, url, self.manners.limit, until)
                if status not in _MOVED or "location" not in headers:
                    return _fetched(url, status, headers, data)
                url = _moved_to(url, headers["location"])
        raise RefusedError(message("articles.fetch.redirects", most=_REDIRECTS))

    def _allowed(self, pool: httpcore.ConnectionPool, url: str, until: float) -> bool:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(pool, origin, until)
        return self._robots[origin].can_fetch(USER_AGENT, url)

    def _read_robots(self, pool: httpcore.ConnectionPool, origin: str, until: float) -> RobotFileParser:
        """RFC 9309: no file (4xx) allows all; a server in trouble (5xx) allows nothing."""
        rules = RobotFileParser()
        status, headers, data = self._request(pool, f"{origin}/robots.txt", _ROBOTS_LIMIT, until)
        if status in _MOVED and "location" in headers:
            location = _moved_to(origin, headers["location"])
            status, _, data = (
                self._request(pool, location, _ROBOTS_LIMIT, until) if is_web(location) else (404, {}, b"")
            )
        if 200 <= status < 300:
            rules.parse(data.decode("utf-8", errors="replace").splitlines())
        else:
            rules.parse(["User-agent: *", "Disallow: /" if status >= 500 else "Disallow:"])
        return rules

    def _request(
        self, pool: httpcore.ConnectionPool, url: str, limit: int, until: float
    ) -> tuple[int, dict[str, str], bytes]:
        host = urlsplit(url).netloc
        if host in self._visited:
            self.manners.sleep(self.manners.pause)
        self._visited.add(host)
        wait = self.manners.timeout
        asked: dict[str | bytes, str | bytes] = {
            "Host": _ascii_host(url),
            "User-Agent": USER_AGENT,
            "Accept-Encoding": "identity",
            "Accept": "text/html,*/*;q=0.5",
        }
        try:
            with pool.stream(
                "GET", _ascii(url), headers=asked,
                extensions={"timeout": {"connect": wait, "read": wait, "write": wait, "pool": wait}},
            ) as response:  # fmt: skip
                headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                data = _bounded(response.iter_stream(), limit, until)
        except httpcore.TimeoutException as error:
            raise RefusedError(message("articles.fetch.silent", seconds=f"{wait:g}")) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise RefusedError(
                message("articles.fetch.unreached", why=str(error)[:120] or type(error).__name__)
            ) from error
        return response.status, headers, _inflated(data, headers.get("content-encoding", ""), limit)


def _moved_to(url: str, location: str) -> str:
    """The target of a redirect. Raises RefusedError where it is not an address."""
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise RefusedError(message("articles.fetch.redirect_wrong")) from error


def _bounded(pieces: Iterable[bytes], limit: int, until: float) -> bytes:
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > limit:
            raise RefusedError(message("articles.fetch.large", size=limit // 1024))
        if time.monotonic() > until:
            raise RefusedError(message("articles.fetch.long"))
    return bytes(data)


def _inflated(data: bytes, coding: str, limit: int) -> bytes:
    """The content of an answer that was compressed although that was not asked for."""
    if coding.strip().lower() in ("", "identity"):
        return data
    if coding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
        raise RefusedError(message("articles.fetch.coding", coding=coding[:20]))
    try:
        plain = zlib.decompressobj(wbits=47).decompress(data, limit + 1)
    except zlib.error as error:
        raise RefusedError(message("articles.fetch.damaged")) from error
    if len(plain) > limit:
        raise RefusedError(message("articles.fetch.expands", size=limit // 1024))
    return plain


def _ascii(url: str) -> str:
    """The address as it is sent: international host names in Punycode, other signs percent-encoded."""
    parts = urlsplit(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    return f"{parts.scheme}://{_ascii_host(url)}{path}{query}"


def _ascii_host(url: str) -> str:
    parts = urlsplit(url)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (UnicodeError, ValueError) as error:
        raise RefusedError(message("articles.fetch.no_address")) from error
    return (f"[{host}]" if ":" in host else host) + port


def _fetched(url: str, status: int, headers: dict[str, str], data: bytes) -> Fetched:
    if status in (401, 402, 403):
        raise RefusedError(message("articles.fetch.refused", status=status))
    if status in (404, 410):
        raise RefusedError(message("articles.fetch.gone", status=status))
    if status != 200:
        raise RefusedError(message("articles.fetch.status", status=status))
    media_type, _, rest = headers.get("content-type", "").partition(";")
    charset = rest.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    return Fetched(url, media_type.strip().lower(), charset, data)
