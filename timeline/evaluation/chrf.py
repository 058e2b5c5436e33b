"""chrF (Popović 2015): the overlap of the character n-grams of two texts; suited to headlines, which are short."""

from __future__ import annotations

from collections import Counter

_ORDER = 6
_BETA = 2.0  # recall counts twice as much as precision


def chrf(hypothesis: str, reference: str) -> float:
    """The chrF of two texts: the F of their n-grams of one to six characters, without blanks, ignoring case.

    Returns:
        A number from 0 to 1; 0 where a text is empty.
    """
    one, other = ("".join(text.lower().split()) for text in (hypothesis, reference))
    orders = [counted for size in range(1, _ORDER + 1) if all(counted := (_grams(one, size), _grams(other, size)))]
    if not orders:
        return 0.0
    common = [sum((a & b).values()) for a, b in orders]
    precision = sum(n / sum(a.values()) for n, (a, _) in zip(common, orders, strict=True)) / len(orders)
    recall = sum(n / sum(b.values()) for n, (_, b) in zip(common, orders, strict=True)) / len(orders)
    weighed = _BETA**2 * precision + recall
    return (1 + _BETA**2) * precision * recall / weighed if weighed else 0.0


def _grams(text: str, size: int) -> Counter[str]:
    return Counter(text[start : start + size] for start in range(len(text) - size + 1))
