"""In how many texts a stem stands; numbers are no stems."""

from __future__ import annotations

from training.document_frequencies import document_frequencies


def test_a_text_counts_once_for_each_stem() -> None:
    found = document_frequencies(["Des ministres et un ministre.", "Le ministre en 2022."])
    assert found["ministr"] == 2
    assert found["de"] == 1
    assert "2022" not in found
