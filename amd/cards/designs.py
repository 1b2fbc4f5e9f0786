"""The designs there are, by name. A third one is another piece of data beside these."""

from amd.cards.layout import Design
from amd.cards.social import SOCIAL_CARD
from amd.cards.vignette import VIGNETTE

DESIGNS: dict[str, Design] = {each.name: each for each in (SOCIAL_CARD, VIGNETTE)}

__all__ = ["DESIGNS", "SOCIAL_CARD", "VIGNETTE"]
