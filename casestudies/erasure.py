"""Emptying a case study: all of it, or the part of the person quoted."""

from typing import TYPE_CHECKING, Any

from amd.publishing.logos import SLOTS
from amd.publishing.photos import erase_published

from .signed import QUOTED, STORY, WHERE_GIVEN

if TYPE_CHECKING:
    from .models import CaseStudy

CONTACTS = ("author_name", "author_email", "contributor_title")


def erase_all(story: "CaseStudy") -> None:
    """Every word, contact and picture; reference, region and dates stay."""
    erase_published(story, but=story.picture)
    empty: dict[str, Any] = dict.fromkeys(
        (*STORY, *WHERE_GIVEN, *CONTACTS, "figure_confirmed_by"), ""
    )
    empty |= {"organisation": None, "working_with_me": False, **dict.fromkeys(SLOTS)}
    story.impact_categories.clear()
    story.services_used.clear()
    story.staff_groups.clear()
    _empty(story, empty, with_picture=True)


def erase_quoted_person(story: "CaseStudy") -> None:
    """Quote, name, title, organisation, and a picture that shows them."""
    erase_published(story, but=story.picture)
    empty: dict[str, Any] = dict.fromkeys((*QUOTED, "attribution"), "")
    _empty(story, empty, with_picture=story.picture_shows_person)


def _empty(story: "CaseStudy", empty: dict[str, Any], *, with_picture: bool) -> None:
    pictures = [story.unsaved_picture]
    empty |= {"unsaved": {}, "unsaved_picture": None}
    if with_picture:
        pictures.append(story.picture)
        empty |= {"picture": None, "picture_shows_person": False}
    for name, value in empty.items():
        setattr(story, name, value)
    story.save(update_fields=list(empty))
    for picture in filter(None, pictures):
        picture.erase()
