"""How a petition comes in: all ways end in the same petition, each with its own proof of who filed it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cases.domain.rules import Channel
from kernel.domain.text import Text


class Arrival(StrEnum):
    """The way a petition came in."""

    PORTAL = "PORTAL"  # written and signed here
    VUCEM = "VUCEM"  # written and signed at the digital window, which sends it
    EMAIL = "EMAIL"  # received by e-mail, captured by intake
    PAPER = "PAPER"  # handed in on paper, captured by intake


class ProofKind(StrEnum):
    """What shows who filed a petition (LFPA art. 15; LFEA art. 7, 16)."""

    SIGNATURE = "SIGNATURE"  # an e.firma over the text that stands for the petition
    SCAN = "SCAN"  # the signed writing as a scan, and who captured it


# The channel of the law that each way is: this portal is a digital window too.
CHANNELS: Final[Mapping[Arrival, Channel]] = MappingProxyType(
    {
        Arrival.PORTAL: Channel.VUCEM,
        Arrival.VUCEM: Channel.VUCEM,
        Arrival.EMAIL: Channel.EMAIL,
        Arrival.PAPER: Channel.WINDOW,
    }
)
PROOFS: Final[Mapping[Arrival, ProofKind]] = MappingProxyType(
    {
        Arrival.PORTAL: ProofKind.SIGNATURE,
        Arrival.VUCEM: ProofKind.SIGNATURE,
        Arrival.EMAIL: ProofKind.SCAN,
        Arrival.PAPER: ProofKind.SCAN,
    }
)
CAPTURED: Final = frozenset(way for way, proof in PROOFS.items() if proof is ProofKind.SCAN)
ARRIVAL_WORDS: Final[Mapping[Arrival, Text]] = MappingProxyType(
    {
        Arrival.PORTAL: Text("por este portal", "through this portal"),
        Arrival.VUCEM: Text("por VUCEM", "through VUCEM"),
        Arrival.EMAIL: Text("por correo electrónico", "by e-mail"),
        Arrival.PAPER: Text("en papel", "on paper"),
    }
)
