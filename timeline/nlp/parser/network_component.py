"""What spaCy components that carry a network have in common: they take it, save it and load it."""

from __future__ import annotations

from typing import Self

from spacy.vocab import Vocab

from timeline.nlp.parser.network import Network


class NetworkComponent:
    """A component that reads Docs one by one with its `network`."""

    network: Network

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def fill(self, network: Network) -> None:
        """Takes a trained network."""
        self.network = network

    def to_bytes(self, **_: object) -> bytes:
        """The network."""
        return self.network.to_bytes()

    def from_bytes(self, data: bytes, **_: object) -> Self:
        """What `to_bytes` gave."""
        self.fill(Network.from_bytes(data))
        return self
