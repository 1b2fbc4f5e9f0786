"""Forty contents, plainly fictional, from four words to the longest, in 20 scripts.

Every engine that sets our words is tried with the same forty: pictures, pages, slides.
"""

from amd.cards import SOCIAL_CARD, VIGNETTE, Card
from tests.amd.cards.forty_quotes import QUOTES
from tests.amd.cards.forty_stories import STORIES

_THEMES = ("blue", "night", "light")

FORTY: tuple[tuple[str, Card], ...] = tuple(
    (name, Card(design, _THEMES[at % len(_THEMES)], content))
    for at, (name, design, content) in enumerate(
        [(name, SOCIAL_CARD, content) for name, content in QUOTES.items()]
        + [(name, VIGNETTE, content) for name, content in STORIES.items()]
    )
)
"""Names and cards, the themes in turn."""

CARDS: dict[str, Card] = dict(FORTY)
