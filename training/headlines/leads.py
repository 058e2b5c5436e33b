"""Fits whether a line is better behind its likeliest topic, from what readers preferred: `judgements/leads.tsv`.

Readers saw a line alone and behind the topic that `training.headlines.topics` found likeliest, not knowing which of
both the product had printed, and said which they would rather print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.events.headline.leading.signs import lead_signs
from timeline.model import Span
from training import boosting
from training.headlines.choice import FOLDS
from training.headlines.judgements.lead_marks import WORTH, Preference
from training.headlines.judgements.topic_marks import Rows

ROUNDS = 150
SETTINGS: Mapping[str, Any] = {"objective": "cross_entropy", "min_data_in_leaf": 20, "feature_fraction": 0.3}
CUTS = (0.4, 0.5, 0.6, 0.7)
Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Leads:
    """Lines behind their topics: the names of the features, their values, what each line is worth, and its fold."""

    names: tuple[str, ...]
    values: Values
    worth: Values
    folds: Values


def examples(some: Sequence[Preference], rows: Rows, chances: Values) -> Leads:
    """The lines of the preferences whose topics the product still offers.

    Args:
        some: The preferences.
        rows: All topics of the marked lines.
        chances: The probability of each topic, by models that have not seen its month.
    """
    places: dict[tuple[str, Span], dict[str, int]] = {}
    for place, (topic, line) in enumerate(zip(rows.topics, rows.lines, strict=True)):
        places.setdefault(rows.keys[line], {})[topic] = place
    signs, worth, folds = [], [], []
    for one in some:
        own = places.get(one.key, {})
        if one.topic not in own:
            continue
        place, all_places = own[one.topic], list(own.values())
        beside = lead_signs([float(chances[each]) for each in all_places], all_places.index(place))
        signs.append(rows.signs[place] | beside)
        worth.append(WORTH[one.mark])
        folds.append(rows.folds[rows.lines[place]])
    names = tuple(sorted(signs[0]))
    values = np.array([[one[name] for name in names] for one in signs], dtype=np.float32)
    return Leads(names, values, np.array(worth), np.array(folds))


def report(leads: Leads) -> Iterator[str]:
    """What readers prefer of the lines that stand behind a topic from each least probability, and of the others.

    Yields:
        Lines to print.
    """
    chances = np.zeros(len(leads.worth))
    for fold in range(FOLDS):
        aside = leads.folds == fold
        model = boosting.fit(leads.values[~aside], leads.worth[~aside], ROUNDS, **SETTINGS)
        chances[aside] = model.predict(leads.values[aside])
    better, worse = leads.worth == 1, leads.worth == 0
    yield f"{len(leads.worth)} lines: {better.mean():.3f} better behind the topic, {worse.mean():.3f} alone"
    yield "from     behind it   better so   worse so   right of all"
    for cut in CUTS:
        behind = chances >= cut
        right = (better & behind) | (worse & ~behind) | ~(better | worse)
        shares = (behind.mean(), better[behind].mean(), worse[behind].mean(), right.mean())
        yield f"{cut:.2f}" + "".join(f"{share:12.3f}" for share in shares)


def packed(leads: Leads) -> bytes:
    """The model of all lines as the package stores it."""
    return boosting.packed(boosting.fit(leads.values, leads.worth, ROUNDS, **SETTINGS), leads.names)
