"""A feed as Atom (RFC 4287), with its next page (RFC 5005) and tombstones (RFC 6721)."""

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.html import format_html, format_html_join

from amd.publishing.addresses import absolute
from amd.publishing.items import Item
from amd.publishing.models import Retired

from .schemas import FIGURES, WORDS

if TYPE_CHECKING:
    from .feeds import Feed

TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
LANGUAGE = "en-GB"


def words_as_html(item: Item) -> str:
    """Headings and paragraphs, each line its own; empty where they are not shared."""
    return format_html_join(
        "\n",
        "<h2>{}</h2>\n{}",
        (
            (
                section.heading,
                format_html_join(
                    "\n",
                    "<p>{}</p>",
                    ((line,) for line in section.text.splitlines() if line.strip()),
                ),
            )
            for section in item.sections
        ),
    )


def rights_of(item: Item) -> str:
    return f"{item.terms} {FIGURES}"


class AtomFeed(Atom1Feed):
    @classmethod
    def of(cls, feed: "Feed") -> Self:
        atom = cls(
            title=feed.title,
            link=feed.gallery_address,
            description="",
            language=LANGUAGE,
            author_name=settings.SITE_NAME,
            author_link=absolute("/"),
            feed_url=feed.address,
            feed_copyright=f"{WORDS} {FIGURES}",
            next_address=feed.next_address,
            tombstones=feed.tombstones,
        )
        for entry in feed.entries:
            item = entry.item
            html = words_as_html(item) or format_html("<p>{}</p>", entry.summary)
            atom.add_item(
                title=entry.title,
                link=item.url,
                description=entry.summary,
                html=html,
                unique_id=item.id,
                author_name=item.organisation or None,
                pubdate=item.published_at,
                updateddate=item.published_at,
                categories=[
                    choice.label for terms in item.facets.values() for choice in terms
                ],
                item_copyright=rights_of(item),
            )
        return atom

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": TOMBSTONES}

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        following = self.feed["next_address"]
        if following:
            handler.addQuickElement("link", "", {"rel": "next", "href": following})
        for each in self.feed["tombstones"]:
            when = rfc3339_date(each.withdrawn_at)
            handler.startElement("at:deleted-entry", {"ref": each.id, "when": when})
            handler.addQuickElement("at:comment", Retired(each.reason).label)
            handler.endElement("at:deleted-entry")

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["html"], {"type": "html"})
