"""A frozen copy with less in it: for uses that stand apart from its words."""

from collections.abc import Iterable
from copy import copy
from datetime import date

from amd.cards import alt_text
from amd.consent.models import Use

from .cards import card_in_words, credited, terms_until
from .models import Publication

OF_THE_PHOTO = {"focal", "photo_alt", "photo_credit"}


def without(
    shown: Publication, lost: Iterable[str], *, ends_on: date | None = None
) -> Publication:
    """An unsaved copy of this one that no longer has these uses, nor their photo.

    Its words stay as they were approved, so name and title cannot be lost here. It may
    last longer, where its people agreed again.
    """
    again = copy(shown)
    again.pk = None
    again._state.adding = True
    if ends_on:
        again.ends_on = ends_on
        again.card = {**shown.card, "terms": terms_until(ends_on)}
    again.uses = sorted(set(shown.uses) - set(lost))
    if Use.PHOTO not in again.uses:
        again.photo = None
        again.card = {k: v for k, v in again.card.items() if k not in OF_THE_PHOTO}
        again.card["credit"] = credited()
        again.alt_text = alt_text(card_in_words(again))
    again.content_digest = again.digest_of_content()
    return again
