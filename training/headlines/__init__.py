"""Fits the models that choose, gate and lead the headlines."""
