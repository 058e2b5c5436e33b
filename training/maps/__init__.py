"""The data of the site's maps. `python -m training.maps WORLD_ATLAS` writes `timeline/site/maps/data`."""
