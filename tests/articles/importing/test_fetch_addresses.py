"""Which addresses are public, and redirects that lead to none."""

from __future__ import annotations

import pytest

from timeline.articles.importing.fetch import RefusedError, _is_public, _moved_to


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("192.0.0.8", False),
        ("192.0.0.9", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b:1::7f00:1", False),
        ("::ffff:127.0.0.1", False),
        ("::127.0.0.1", False),
        ("::8.8.8.8", False),
        ("192.88.99.1", False),
        ("2002:7f00:1::", False),
        ("2001:0:4136:e378::1", False),
        ("fec0::1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("fe80::1%eth0", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert _is_public(address) is public


def test_a_redirect_to_no_address_is_refused() -> None:
    assert _moved_to("https://a.example/b/", "c") == "https://a.example/b/c"
    with pytest.raises(RefusedError, match="no address"):
        _moved_to("https://a.example/", "http://[::1")
