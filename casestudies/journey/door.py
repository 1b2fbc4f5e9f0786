"""What a private link of the journey opens: a story, and one of its pages."""

from django.http import Http404

from amd.moderation.by_link import WrongLink, record_of
from casestudies.models import CaseStudy

from .pages import BY_SLUG, Page


def story_of(link: str) -> CaseStudy:
    """Raises WrongLink: it is no case study's."""
    record = record_of(link)
    if not isinstance(record, CaseStudy):
        raise WrongLink
    return record


def page_named(slug: str) -> Page:
    """Raises Http404."""
    page = BY_SLUG.get(slug)
    if page is None:
        raise Http404("The journey has no such page")
    return page
