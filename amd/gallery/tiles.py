"""One published record as a tile: what templates/_tile.html is given."""

from dataclasses import dataclass

from amd.cards import FORMATS
from amd.publishing.addresses import publication_card_url
from amd.publishing.models import Publication
from amd.publishing.page import heading_of
from amd.publishing.search import Asked

from .marking import excerpt, marked

THUMB = FORMATS["thumb"]


@dataclass(frozen=True)
class Tile:
    url: str
    image_url: str
    image_alt: str
    kicker: str
    title: str
    meta: str
    is_sample: bool
    excerpt: str = ""
    image_width: int = THUMB.width_px
    image_height: int = THUMB.height_px


def tile_of(publication: Publication, asked: Asked | None = None) -> Tile:
    """No query where the region was fetched; the picture is not drawn yet.

    With what was asked for marked, and some of the text round it.
    """
    region = publication.region.name if publication.region else "National"
    title = heading_of(publication)
    meta = publication.byline or publication.organisation_name
    texts = (text for _, text in publication.sections)
    return Tile(
        url=publication.get_absolute_url(),
        image_url=publication_card_url(publication, THUMB.name, "webp"),
        image_alt=_words_on_picture(publication.card),
        kicker=f"{publication.get_kind_display()} · {region}",
        title=marked(title, asked) if asked else title,
        meta=marked(meta, asked) if asked else meta,
        is_sample=publication.is_sample,
        excerpt=excerpt(texts, asked) if asked else "",
    )


def _words_on_picture(card: dict[str, str]) -> str:
    """What the tile does not say beside it: the figure and the quotation."""
    figure = ", ".join(filter(None, (card.get("figure"), card.get("figure_basis"))))
    quote = f"“{card['quote']}”" if card.get("quote") else ""
    return ". ".join(filter(None, (figure, quote)))
