"""What a drawn file says about itself: title, alt text, credit and terms, no more."""

from amd.cards.alt import alt_text, short_alt_text
from amd.cards.content import Card


def about(card: Card) -> dict[str, str]:
    """By the keys that `encode` knows; what is empty is left out."""
    found = {
        "title": short_alt_text(card),
        "alt_text": alt_text(card),
        "credit": card.content.credit,
        "terms": card.content.terms,
    }
    return {key: value for key, value in found.items() if value}
