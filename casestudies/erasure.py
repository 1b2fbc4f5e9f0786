"""Emptying a case study: all of it, or the part of the person quoted."""

from typing import TYPE_CHECKING, Any

from amd.pictures.models import Picture
from amd.publishing.models import Publication

from .signed import QUOTED, STORY

if TYPE_CHECKING:
    from .models import CaseStudy

CONTACTS = ("author_name", "author_email", "contributor_title")


def erase_all(story: "CaseStudy") -> None:
    """Every word, contact and picture; reference, region and dates stay."""
    _erase_earlier_pictures(story)
    empty: dict[str, Any] = dict.fromkeys((*STORY, *CONTACTS), "")
    empty |= {"organisation": None, "working_with_me": False}
    story.impact_categories.clear()
    story.services_used.clear()
    _empty(story, empty, with_picture=True)


def erase_quoted_person(story: "CaseStudy") -> None:
    """Quote, name, title, organisation, and a picture that shows them."""
    _erase_earlier_pictures(story)
    empty: dict[str, Any] = dict.fromkeys((*QUOTED, "attribution"), "")
    _empty(story, empty, with_picture=story.picture_shows_person)


def _empty(story: "CaseStudy", empty: dict[str, Any], *, with_picture: bool) -> None:
    picture = story.picture if with_picture else None
    if with_picture:
        empty |= {"picture": None, "picture_shows_person": False}
    for name, value in empty.items():
        setattr(story, name, value)
    story.save(update_fields=list(empty))
    if picture:
        picture.erase()


def let_go(picture: Picture) -> None:
    """Erase a picture that was replaced, unless an approved copy shows it."""
    if not Publication.objects.filter(photo=picture).exists():
        picture.erase()


def _erase_earlier_pictures(story: "CaseStudy") -> None:
    """Those of approved copies that have been replaced since; one may show the person."""
    earlier = Picture.objects.filter(
        pk__in=Publication.objects.filter(record=story.pk).values("photo")
    )
    for picture in earlier.exclude(pk=story.picture_id):
        picture.erase()
