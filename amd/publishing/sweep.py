"""Clears away drawings of nothing live: what a withdrawal or a release left behind."""

from pathlib import Path

from . import files
from .cards import address_digest
from .models import Publication

NAMED_BY = ("reference", "content_digest", "design", "theme")


def strays() -> list[Path]:
    """The folders of drawings that no live card needs. One query."""
    live = Publication.objects.live().only(*NAMED_BY)
    return files.strays({each.reference: address_digest(each) for each in live})


def sweep_drawings() -> int:
    """How many folders were deleted; what is live is drawn again when asked."""
    found = strays()
    for folder in found:
        files.remove_drawings(folder)
    return len(found)
