"""Parts of the world that are neither towns nor countries, and sites that the news names without their town.

Each has the position of its centre, to a tenth of a degree. Continents, their parts and oceans are left out, because a
point would put them into the country at their centre. Written for this project.
"""

from __future__ import annotations

_REGIONS = """
Antilles 17 -65; Balkans 43 21; Caucase 42.5 45; Proche-Orient 33 36; région des Grands Lacs -2.5 30;
Afrique des Grands Lacs -2.5 30; Corne de l'Afrique 8 46;
Sumatra -0.6 101.3; Java -7.3 110; Bornéo 1 114; Sulawesi -2 120.5; Crète 35.2 24.9; Baléares 39.6 2.9;
Canaries 28.3 -15.7; îles Canaries 28.3 -15.7; Açores 38 -27; Madère 32.8 -17; Majorque 39.6 2.9; Hokkaido 43.2 142.8;
Honshu 36.5 138.5; Tasmanie -42 146.6; Malouines -51.7 -59; îles Malouines -51.7 -59; Svalbard 78.5 17;
Spitzberg 78.5 17; Sakhaline 50.5 143; Mindanao 7.5 125; Guyane 4 -53; Guyane française 4 -53; Île d'Yeu 46.7 -2.3;
Belle-Île 47.3 -3.2; Noirmoutier 47 -2.3; Oléron 45.9 -1.3; île d'Oléron 45.9 -1.3; Ré 46.2 -1.4; île de Ré 46.2 -1.4;
Porquerolles 43 6.2; Alpes 46 8.5; Pyrénées 42.7 1; Massif central 45.2 3; Cévennes 44.2 3.7; Himalaya 28.5 84;
Andes -20 -68; mont Blanc 45.8 6.9; mont Ventoux 44.2 5.3; col du Tourmalet 42.9 0.1; Tourmalet 42.9 0.1;
col du Galibier 45.1 6.4; Galibier 45.1 6.4; Alpe d'Huez 45.1 6.1; L'Alpe d'Huez 45.1 6.1; Luz-Ardiden 42.9 -0.1;
Planche des Belles Filles 47.8 6.8; La Planche des Belles Filles 47.8 6.8; Plateau de Beille 42.7 1.7;
plateau de Beille 42.7 1.7; Hautacam 43 0; Peyragudes 42.8 0.4; Isola 2000 44.2 7.2; Avoriaz 46.2 6.8;
Chamonix 45.9 6.9; Vielha 42.7 0.8; Escaldes-Engordany 42.5 1.5; Ordino-Arcalis 42.6 1.5; Le Lioran 45.1 2.8;
Utah Beach 49.4 -1.2; Omaha Beach 49.4 -0.9;
Gold Beach 49.3 -0.6; Juno Beach 49.3 -0.4; Sword Beach 49.3 -0.3; Le Mont-Saint-Michel 48.6 -1.5;
Mont-Saint-Michel 48.6 -1.5; Lascaux 45.1 1.2; grotte Chauvet 44.4 4.4; Méditerranée 36 16; mer Méditerranée 36 16;
mer Noire 43.3 34.5; mer Rouge 20 38.5; mer Baltique 57.5 19; Baltique 57.5 19; mer du Nord 56 3; mer Égée 38.5 25;
mer Caspienne 42 50.5; mer d'Azov 46 36.5; mer de Chine méridionale 13 114;
golfe Persique 27 51; golfe de Guinée 2 3;
golfe d'Aden 12 47; canal de Suez 30.5 32.3; détroit d'Ormuz 26.5 56.3; détroit de Gibraltar 36 -5.5;
détroit de Taïwan 24.5 119.5; Bosphore 41.1 29.1; lac Tchad 13 14.3; lac Léman 46.5 6.6; lac Victoria -1 33;
lac Tanganyika -6.2 29.5; Sibérie 60 100; Oural 58 59; Silicon Valley 37.4 -122.1; Patagonie -45 -69; Amazonie -4 -62;
Sahara 23 10; Sinaï 29.5 33.8; Golan 33 35.8; plateau du Golan 33 35.8; Toscane 43.4 11; Lombardie 45.6 9.8;
Vénétie 45.6 11.9; Piémont 45 7.9; Ligurie 44.3 8.6; Calabre 39 16.5; Émilie-Romagne 44.5 11; Andalousie 37.5 -4.7;
Galice 42.8 -8; Navarre 42.7 -1.6; Silésie 51 17; Saxe 51 13.4; Basse-Saxe 52.8 9.1; Rhénanie 50.5 7;
Bade-Wurtemberg 48.5 9; Brandebourg 52.4 13.1; Thuringe 50.9 11; Tyrol 47.2 11.4; Valais 46.2 7.6; Frise 53.1 5.8;
Zélande 51.5 3.8; Jutland 56 9.2; Laponie 67.9 25; Carélie 63.6 32.7; Dalmatie 43.5 16.5; Transylvanie 46.5 24.5;
Bucovine 48 25.7; Galicie 49.8 24; Thrace 41.3 26; Anatolie 39 35; Cornouailles 50.4 -4.9; Ulster 54.6 -6.7;
Yorkshire 54 -1.3; Daghestan 42.9 47.1; Ingouchie 43.2 44.9; Tatarstan 55.4 50.9; Gagaouzie 46.2 28.7;
Xinjiang 41.5 85; Sinkiang 41.5 85; Ouïghouristan 41.5 85; Mongolie-Intérieure 44 114; Mandchourie 46 126;
Pendjab 31 74; Kerala 10.4 76.4; Gujarat 22.7 71.6; Bengale 24 89; Bengale-Occidental 23 88; Baloutchistan 28.5 65.5;
Tamil Nadu 11 78.4; État de Rakhine 20 93.6; Rakhine 20 93.6; Arakan 20 93.6; Aceh 4.4 97; Bougainville -6.2 155.3;
Tigré 13.8 38.8; Tigray 13.8 38.8; Amhara 11.5 38; Oromia 8 39; Kivu -2.5 28.3; Nord-Kivu -0.8 29; Sud-Kivu -3 28.2;
Ituri 1.8 30; Katanga -9 26; Kasaï -5 21; Casamance 12.8 -15; Kabylie 36.6 4.8; Rif 35 -4; Cyrénaïque 28 22.5;
Tripolitaine 31 13.5; Azawad 19 0; Puntland 8.5 49; Somaliland 9.7 46; Cabo Delgado -12.3 39.3; Biafra 5.5 7.5;
Rojava 36.7 40.5; Zanzibar -6.1 39.3; Kurdistan irakien 36.4 44.4; Chiapas 16.5 -92.5; Esequibo 6 -59
"""
REGIONS = {
    name: (float(latitude), float(longitude))
    for name, latitude, longitude in (region.strip().rsplit(" ", 2) for region in _REGIONS.split(";"))
}
"""Latitude and longitude by name. A name that begins with a common noun has its capital form, too."""
REGIONS |= {name[0].upper() + name[1:]: at for name, at in REGIONS.items()}

RENAMED = {
    "Cherbourg-en-Cotentin": "Cherbourg", "Évry-Courcouronnes": "Évry", "Guantánamo": "Guantanamo",
    "Saint-Ouen-sur-Seine": "Saint-Ouen", "Annecy-le-Vieux": "Annecy",
}  # fmt: skip
"""Towns under a new or a fuller name than the table's."""
