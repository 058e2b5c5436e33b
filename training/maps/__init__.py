"""What the site's maps are drawn from. `python -m training.maps WORLD_ATLAS` writes `timeline/site/maps/data`."""
