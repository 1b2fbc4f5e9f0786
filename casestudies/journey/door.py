"""What opens the journey: an address for one story, then its private link and pages."""

import uuid

from django.core import signing
from django.http import Http404, HttpRequest

from amd.moderation.by_link import WrongLink, record_of
from amd.web.throttle import allow, client_address
from casestudies.models import CaseStudy

from .pages import BY_SLUG, Page

# A story is ten pages, and a course of librarians may share one address.
SAVINGS, SAVING_SECONDS = 600, 600
# Told as somebody types, at every pause; it costs a few queries.
TELLINGS, TELLING_SECONDS = 600, 60
# Whoever comes back to a first page within a day went back to it; a bookmark is older.
SAME_SECONDS = 86_400
_signer = signing.TimestampSigner(salt="casestudies.journey.first")


def key_in(request: HttpRequest) -> uuid.UUID | None:
    """The key of the story that this address was made for, if it is of today."""
    try:
        signed = request.GET.get("form", "")
        return uuid.UUID(_signer.unsign(signed, max_age=SAME_SECONDS))
    except signing.BadSignature:
        return None


def address_with_key(request: HttpRequest) -> str:
    """The same address for one more story.

    The key stands in it because a browser that goes back may ask for the page again: a
    key made with the page would then begin a second draft.
    """
    asked = request.GET.copy()
    asked["form"] = _signer.sign(uuid.uuid4().hex)
    return f"{request.path}?{asked.urlencode()}"


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
