"""How the packaged French pipeline is made: `python -m training CORPORA`."""
