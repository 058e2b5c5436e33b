"""`python -m training.maps FOLDER`: FOLDER is the npm package `world-atlas` 2, unpacked."""

from __future__ import annotations

import sys
from pathlib import Path

from training.maps import coasts, homonyms, places

DATA = Path(__file__).parents[2] / "timeline" / "site" / "maps" / "data"

atlas = Path(sys.argv[1]) / "countries-50m.json"
(DATA / "coasts.json.gz").write_bytes(coasts.build(atlas))
(DATA / "places.tsv.gz").write_bytes(places.build(atlas))
(DATA / "homonyms.tsv.gz").write_bytes(homonyms.build(places.towns(atlas)))
(DATA / "countries.txt").write_text(places.countries(atlas), encoding="utf-8")
