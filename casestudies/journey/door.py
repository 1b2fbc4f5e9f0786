"""What a private link of the journey opens: a story, and one of its pages."""

from django.http import Http404, HttpRequest

from amd.moderation.by_link import WrongLink, record_of
from amd.web.throttle import allow, client_address
from casestudies.models import CaseStudy

from .pages import BY_SLUG, Page

# A story is ten pages, and a course of librarians may share one address.
SAVINGS, SAVING_SECONDS = 600, 600
# Told as somebody types, at every pause; it costs a few queries.
TELLINGS, TELLING_SECONDS = 600, 60


def may_save(request: HttpRequest) -> bool:
    return allow("page", client_address(request), SAVINGS, SAVING_SECONDS)


def may_be_told(request: HttpRequest) -> bool:
    return allow("answered", client_address(request), TELLINGS, TELLING_SECONDS)


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
