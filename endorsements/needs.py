"""What an endorsement still needs before it can be sent or published."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import extracts, limits

if TYPE_CHECKING:
    from .models import Endorsement

REQUIRED = {
    "quote": "the endorsement",
    "name": "the champion's name",
    "title": "the champion's job title",
    "organisation_name": "the champion's organisation",
}


def problems_of(endorsement: "Endorsement") -> list[str]:
    """One sentence for each, without a full stop. One query where there is a photo."""
    return [
        *(
            f"Enter {what}"
            for name, what in REQUIRED.items()
            if not getattr(endorsement, name)
        ),
        *about_length(endorsement.quote, endorsement.extract),
        *extracts.problems_of(endorsement.extract, endorsement.quote),
        *_about_photo(endorsement),
    ]


def about_length(quote: str, extract: str) -> Iterator[str]:
    """By how much the words for the card are too long, or that they must be chosen."""
    over = len(extract) - limits.EXTRACT
    if over > 0:
        yield (
            f"Shorten the words for the card to {limits.EXTRACT} characters or fewer: "
            f"this is {over:,} too many"
        )
    over = len(quote) - limits.EXTRACT
    if over > 0 and not extract:
        yield (
            f"Choose words for the card, {limits.EXTRACT} characters or fewer: "
            f"the whole endorsement is {over:,} too many"
        )


def _about_photo(endorsement: "Endorsement") -> Iterator[str]:
    if endorsement.photo and not endorsement.photo.alt_text:
        yield "Describe the photo for people who cannot see it"
