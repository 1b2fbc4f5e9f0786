"""A feed as JSON (jsonfeed.org, version 1.1); what it has no word for under _open_data."""

from typing import TYPE_CHECKING, Any

from django.conf import settings

from amd.publishing.addresses import absolute

from .answers import terms_address
from .atom import LANGUAGE, words_as_html
from .schemas import terms

if TYPE_CHECKING:
    from .feeds import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: "Feed") -> dict[str, Any]:
    answer: dict[str, Any] = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.gallery_address,
        "feed_url": feed.address,
        "language": LANGUAGE,
        "authors": [{"name": settings.SITE_NAME, "url": absolute("/")}],
        "items": [_item(entry) for entry in feed.entries],
        "_open_data": {
            "about": terms_address(),
            "terms": terms().model_dump(),
            "withdrawn": [each.model_dump(mode="json") for each in feed.tombstones],
        },
    }
    if feed.next_address:
        answer["next_url"] = feed.next_address
    return answer


def _item(entry: "Entry") -> dict[str, Any]:
    item = entry.item
    answer: dict[str, Any] = {
        "id": item.id,
        "url": item.url,
        "title": entry.title,
        "summary": entry.summary,
        "date_published": item.published_at.isoformat(),
        "tags": [choice.label for terms in item.facets.values() for choice in terms],
        "language": LANGUAGE,
        "_open_data": item.model_dump(mode="json", exclude={"sections", "image"}),
    }
    if item.may_be_shared:
        answer["content_html"] = words_as_html(item)
    else:
        answer["content_text"] = entry.summary
    if item.organisation:
        answer["authors"] = [{"name": item.organisation}]
    if item.image:
        answer["image"] = item.image.url
    return answer
