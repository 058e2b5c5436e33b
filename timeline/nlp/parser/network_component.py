"""The base of the spaCy components that contain a network: they set it, save it and load it."""

from __future__ import annotations

from typing import Self

from spacy.vocab import Vocab

from timeline.nlp.parser.network import Network


class NetworkComponent:
    """A component that processes Docs one by one with its `network`."""

    network: Network

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def fill(self, network: Network) -> None:
        """Set the trained network."""
        self.network = network

    def to_bytes(self, **_: object) -> bytes:
        """The network as bytes."""
        return self.network.to_bytes()

    def from_bytes(self, data: bytes, **_: object) -> Self:
        """Load the output of `to_bytes`."""
        self.fill(Network.from_bytes(data))
        return self
