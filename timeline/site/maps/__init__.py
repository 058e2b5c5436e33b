"""Maps of a timeline's places, drawn without tiles or any other host.

Coastlines and borders are Natural Earth's (public domain), coordinates GeoNames' (https://www.geonames.org, CC BY 4.0);
`training.maps` writes both from their packages.
"""
