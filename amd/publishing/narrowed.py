"""A frozen copy with less in it: for uses that stand apart from its words."""

from collections.abc import Iterable
from copy import copy

from amd.cards import alt_text
from amd.consent.models import Use

from .cards import card_in_words
from .models import Publication


def without(shown: Publication, lost: Iterable[str]) -> Publication:
    """An unsaved copy of this one that no longer has these uses, nor their photo.

    Its words stay as they were approved, so name and title cannot be lost here.
    """
    again = copy(shown)
    again.pk = None
    again._state.adding = True
    again.uses = sorted(set(shown.uses) - set(lost))
    if Use.PHOTO not in again.uses:
        again.photo = None
        again.card = {k: v for k, v in shown.card.items() if k != "focal"}
        again.alt_text = alt_text(card_in_words(again))
    again.content_digest = again.digest_of_content()
    return again
