"""Trains the packaged French pipeline: `python -m training CORPORA`."""
