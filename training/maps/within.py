"""Places that GeoNames does not list as towns: those within a town, and a few more. Written for this project."""

from __future__ import annotations

COUNTRIES = {
    "Etats-Unis": "États-Unis", "USA": "États-Unis", "Egypte": "Égypte", "Ethiopie": "Éthiopie",
    "Emirats arabes unis": "Émirats arabes unis", "Bélarus": "Biélorussie", "Grande-Bretagne": "Royaume-Uni",
    "RDC": "Congo-Kinshasa", "République démocratique du Congo": "Congo-Kinshasa", "Congo": "Congo-Brazzaville",
    "Centrafrique": "République centrafricaine", "Burkina": "Burkina Faso", "Bosnie": "Bosnie-Herzégovine",
    "Macédoine": "Macédoine du Nord", "République tchèque": "Tchéquie", "Vietnam": "Viêt Nam", "Vatican": "Italie",
    "Trinité-et-Tobago": "Trinité-et-Tobago", "Taiwan": "Taïwan", "Île Maurice": "Maurice", "Corée": "Corée du Sud",
}  # fmt: skip
"""Names of countries that the press uses besides the official ones."""

COUNTRIES |= {
    "République du Congo": "Congo-Brazzaville", "République gabonaise": "Gabon", "République française": "France",
    "République fédérale d'Allemagne": "Allemagne", "République populaire de Chine": "Chine",
    "République islamique d'Iran": "Iran", "République arabe d'Égypte": "Égypte", "République d'Irlande": "Irlande",
    "République arabe syrienne": "Syrie", "République de Corée": "Corée du Sud", "République de Chypre": "Chypre",
    "République populaire démocratique de Corée": "Corée du Nord", "République d'Irak": "Irak",
    "République arabe sahraouie démocratique": "Sahara occidental", "République de Turquie": "Turquie",
    "République italienne": "Italie", "République hellénique": "Grèce", "République portugaise": "Portugal",
    "République slovaque": "Slovaquie", "République de Moldavie": "Moldavie", "République de Serbie": "Serbie",
    "République de Guinée": "Guinée", "République du Mali": "Mali", "République du Niger": "Niger",
    "République du Burundi": "Burundi", "République rwandaise": "Rwanda", "République du Rwanda": "Rwanda",
    "République du Sénégal": "Sénégal", "République du Bénin": "Bénin", "République du Tchad": "Tchad",
    "République togolaise": "Togo", "République du Cameroun": "Cameroun", "République tunisienne": "Tunisie",
    "République algérienne": "Algérie", "République de Côte d'Ivoire": "Côte d'Ivoire",
    "République islamique de Mauritanie": "Mauritanie", "République de Madagascar": "Madagascar",
    "République d'Haïti": "Haïti", "République de Djibouti": "Djibouti", "République de Cuba": "Cuba",
    "République du Yémen": "Yémen", "République socialiste du Viêt Nam": "Viêt Nam",
    "République bolivarienne du Venezuela": "Venezuela", "République islamique d'Afghanistan": "Afghanistan",
    "République islamique du Pakistan": "Pakistan", "République de l'Inde": "Inde", "République libanaise": "Liban",
    "Fédération de Russie": "Russie", "Confédération suisse": "Suisse", "Royaume de Belgique": "Belgique",
    "Royaume d'Espagne": "Espagne", "Royaume du Maroc": "Maroc", "Royaume des Pays-Bas": "Pays-Bas",
    "Royaume d'Arabie saoudite": "Arabie saoudite", "Royaume de Thaïlande": "Thaïlande", "Royaume de Suède": "Suède",
    "Royaume du Danemark": "Danemark", "Royaume de Norvège": "Norvège", "État d'Israël": "Israël",
    "Etat d'Israël": "Israël", "Union indienne": "Inde", "États-Unis d'Amérique": "États-Unis",
    "Etats-Unis d'Amérique": "États-Unis", "Principauté de Monaco": "Monaco", "Principauté d'Andorre": "Andorre",
    "Grand-Duché de Luxembourg": "Luxembourg", "grand-duché de Luxembourg": "Luxembourg",
}  # fmt: skip
"""Official names, as French articles write them."""

_PREFECTURES = """
Ain: Bourg-en-Bresse; Aisne: Laon; Allier: Moulins; Alpes-de-Haute-Provence: Digne-les-Bains; Hautes-Alpes: Gap;
Alpes-Maritimes: Nice; Ardèche: Privas; Ardennes: Charleville-Mézières; Ariège: Foix; Aube: Troyes; Aude: Carcassonne;
Aveyron: Rodez; Bouches-du-Rhône: Marseille; Calvados: Caen; Cantal: Aurillac; Charente: Angoulême;
Charente-Maritime: La Rochelle; Cher: Bourges; Corrèze: Tulle; Corse-du-Sud: Ajaccio; Haute-Corse: Bastia;
Côte-d'Or: Dijon; Côtes-d'Armor: Saint-Brieuc; Creuse: Guéret; Dordogne: Périgueux; Doubs: Besançon; Drôme: Valence;
Eure: Évreux; Eure-et-Loir: Chartres; Finistère: Quimper; Gard: Nîmes; Haute-Garonne: Toulouse; Gers: Auch;
Gironde: Bordeaux; Hérault: Montpellier; Ille-et-Vilaine: Rennes; Indre: Châteauroux; Indre-et-Loire: Tours;
Isère: Grenoble; Jura: Lons-le-Saunier; Landes: Mont-de-Marsan; Loir-et-Cher: Blois; Haute-Loire: Le Puy-en-Velay;
Loire-Atlantique: Nantes; Loiret: Orléans; Lot: Cahors; Lot-et-Garonne: Agen; Lozère: Mende; Maine-et-Loire: Angers;
Marne: Châlons-en-Champagne; Haute-Marne: Chaumont; Mayenne: Laval; Meurthe-et-Moselle: Nancy; Meuse: Bar-le-Duc;
Morbihan: Vannes; Moselle: Metz; Nièvre: Nevers; Oise: Beauvais; Orne: Alençon; Pas-de-Calais: Arras;
Puy-de-Dôme: Clermont-Ferrand; Pyrénées-Atlantiques: Pau; Hautes-Pyrénées: Tarbes; Pyrénées-Orientales: Perpignan;
Bas-Rhin: Strasbourg; Haut-Rhin: Colmar; Haute-Saône: Vesoul; Saône-et-Loire: Mâcon; Sarthe: Le Mans; Savoie: Chambéry;
Haute-Savoie: Annecy; Seine-Maritime: Rouen; Seine-et-Marne: Melun; Yvelines: Versailles; Deux-Sèvres: Niort;
Somme: Amiens; Tarn: Albi; Tarn-et-Garonne: Montauban; Var: Toulon; Vaucluse: Avignon; Vendée: La Roche-sur-Yon;
Vienne: Poitiers; Haute-Vienne: Limoges; Vosges: Épinal; Yonne: Auxerre; Territoire de Belfort: Belfort;
Essonne: Évry; Hauts-de-Seine: Nanterre; Seine-Saint-Denis: Bobigny; Val-de-Marne: Créteil; Val-d'Oise: Cergy;
Auvergne-Rhône-Alpes: Lyon; Rhône-Alpes: Lyon; Bourgogne-Franche-Comté: Dijon; Bourgogne: Dijon; Bretagne: Rennes;
Franche-Comté: Besançon; Centre-Val de Loire: Orléans; Corse: Corte; Grand Est: Strasbourg; Alsace: Strasbourg;
Lorraine: Metz; Champagne-Ardenne: Châlons-en-Champagne; Hauts-de-France: Lille; Nord-Pas-de-Calais: Lille;
Picardie: Amiens; Île-de-France: Paris; Ile-de-France: Paris; Normandie: Caen; Nouvelle-Aquitaine: Bordeaux;
Aquitaine: Bordeaux; Limousin: Limoges; Poitou-Charentes: Poitiers; Occitanie: Toulouse; Midi-Pyrénées: Toulouse;
Languedoc-Roussillon: Montpellier; Pays de la Loire: Nantes; Provence-Alpes-Côte d'Azur: Marseille; Paca: Marseille;
Côte d'Azur: Nice; Auvergne: Clermont-Ferrand; Béarn: Pau; Pays basque: Bayonne; Périgord: Périgueux
"""
WITHIN = dict(pair.strip().split(": ", 1) for pair in _PREFECTURES.split(";")) | {
    "Élysée": "Paris", "Elysée": "Paris", "Matignon": "Paris", "Quai d'Orsay": "Paris", "Palais-Bourbon": "Paris",
    "Bataclan": "Paris", "tour Eiffel": "Paris", "Champs-Élysées": "Paris", "Louvre": "Paris", "Vel d'Hiv": "Paris",
    "place de la République": "Paris", "Assemblée nationale": "Paris", "Sénat": "Paris", "Notre-Dame": "Paris",
    "Stade de France": "Saint-Denis", "Maison-Blanche": "Washington", "Maison Blanche": "Washington",
    "Capitole": "Washington", "Pentagone": "Washington", "Kremlin": "Moscou", "place Rouge": "Moscou",
    "place Tahrir": "Le Caire", "Wall Street": "New York", "Manhattan": "New York", "Brooklyn": "New York",
    "Louhansk": "Luhansk", "Angleterre": "Londres", "Écosse": "Édimbourg", "Ecosse": "Édimbourg",
    "Pays de Galles": "Cardiff", "Irlande du Nord": "Belfast", "Catalogne": "Barcelone", "Bavière": "Munich",
    "Bakhmout": "Bakhmut", "Marioupol": "Mariupol",
}  # fmt: skip
"""Places with the position of their town or chief town; that of a department is its prefecture."""
del WITHIN["Vienne"]  # the capital of Austria is meant more often

POINTS = {
    "La Réunion": (-21.12, 55.53), "Réunion": (-21.12, 55.53),
    "Nord": (50.45, 3.22), "Manche": (49.08, -1.33), "Loire": (45.73, 4.23), "Rhône": (45.87, 4.64),
    "Crimée": (45.3, 34.4), "Donbass": (48.0, 38.3), "Transnistrie": (46.85, 29.6), "Tchétchénie": (43.4, 45.7),
    "Haut-Karabakh": (39.8, 46.75), "Ossétie du Sud": (42.35, 44.05), "Abkhazie": (43.0, 41.0),
    "Cisjordanie": (31.95, 35.25), "bande de Gaza": (31.42, 34.37), "Kurdistan": (36.4, 44.4), "Darfour": (13.5, 24.0),
    "Cachemire": (34.1, 75.0), "Tibet": (31.0, 89.0), "Groenland": (72.0, -40.0), "Flandre": (51.0, 4.0),
    "Wallonie": (50.4, 4.9), "Palestine": (31.9, 35.2), "Québec": (46.81, -71.21), "Tchernobyl": (51.39, 30.1),
    "Guantanamo": (19.9, -75.15), "Californie": (36.7, -119.7), "Texas": (31.0, -99.0), "Floride": (28.0, -81.7),
    "Alaska": (64.0, -152.0), "Hawaï": (20.8, -156.3), "Ontario": (50.0, -86.0), "Sicile": (37.6, 14.15),
    "Sardaigne": (40.1, 9.0), "Lampedusa": (35.5, 12.6), "Lesbos": (39.2, 26.3), "Mont Blanc": (45.83, 6.86),
    "Everest": (27.99, 86.93), "Bali": (-8.4, 115.1), "Fukushima": (37.75, 140.47), "Kosovo": (42.6, 20.9),
    "Oregon": (44.0, -120.5), "Virginie": (37.5, -78.7), "Caroline du Nord": (35.5, -79.4),
    "Caroline du Sud": (33.9, -80.9), "Alabama": (32.8, -86.8), "Arizona": (34.3, -111.7), "Arkansas": (34.8, -92.4),
    "Colorado": (39.0, -105.5), "Connecticut": (41.6, -72.7), "Delaware": (39.0, -75.5), "Idaho": (44.4, -114.6),
    "Illinois": (40.0, -89.2), "Indiana": (39.9, -86.3), "Iowa": (42.0, -93.5), "Kansas": (38.5, -98.4),
    "Kentucky": (37.5, -85.3), "Louisiane": (31.0, -92.0), "Maine": (45.4, -69.2), "Maryland": (39.0, -76.8),
    "Massachusetts": (42.3, -71.8), "Michigan": (44.3, -85.4), "Minnesota": (46.3, -94.3),
    "Mississippi": (32.7, -89.7), "Missouri": (38.4, -92.5), "Montana": (47.0, -109.6), "Nebraska": (41.5, -99.8),
    "Nevada": (39.3, -116.6), "New Jersey": (40.2, -74.7), "Nouveau-Mexique": (34.4, -106.1), "Ohio": (40.3, -82.8),
    "Oklahoma": (35.6, -97.5), "Pennsylvanie": (40.9, -77.8), "Tennessee": (35.8, -86.3), "Utah": (39.3, -111.7),
    "Vermont": (44.1, -72.7), "Wisconsin": (44.6, -89.7), "Wyoming": (43.0, -107.5), "Dakota du Nord": (47.5, -100.5),
    "Dakota du Sud": (44.4, -100.2), "New Hampshire": (43.7, -71.6), "Rhode Island": (41.7, -71.6),
    "Virginie-Occidentale": (38.6, -80.6), "Alberta": (55.0, -115.0), "Manitoba": (55.0, -97.0),
    "Saskatchewan": (54.0, -106.0),
}  # fmt: skip
"""Latitude and longitude of regions and places without such a town."""
