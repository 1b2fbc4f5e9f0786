"""What open data says of one publication: API, feeds, CSV and packs alike."""

import re
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, Field

from amd.cards import FORMATS

from .addresses import absolute, id_of, publication_card_url
from .cards import CREDIT, terms_until
from .facet_values import NATIONAL
from .models import Publication, PublicationQuerySet
from .page import SHOWN_FACETS, heading_of

KINDS = {"endorsement": "endorsements", "casestudy": "case-studies"}
LANDSCAPE = FORMATS["landscape"]
NOT_READ = ("search_text", "consent", "published_by", "photo", "record")
ON_THE_PAGE = "Read it on its page. It is not offered to be shared elsewhere."
# Nothing of this may stand in XML, and no reader needs it.
NOT_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Choice(BaseModel):
    code: str
    label: str


class Section(BaseModel):
    heading: str
    text: str


class Figure(BaseModel):
    figure: str = Field(description="Such as £500,000 or 120 hours")
    basis: str = Field(description="What it is and how it is known")


class Image(BaseModel):
    url: str
    width: int
    height: int
    alt: str = Field(description="Every word of the picture")


class Item(BaseModel):
    """One published record, exactly as it was approved.

    Where the person did not agree to sharing elsewhere (`may_be_shared` is false), its
    words, names and picture are left out; they stand on its page.
    """

    id: str = Field(description="Its name for ever; the short address of its page")
    reference: str = Field(description="Such as 7F3K-2Q")
    kind: str = Field(description="`endorsements` or `case-studies`, as in the filter")
    url: str = Field(description="The address of its page")
    published_at: datetime = Field(
        description="When this copy was published; a newer copy replaces an older one"
    )
    as_at: date = Field(description="The day on which names and job titles were right")
    use_until: date = Field(description="Stop using it after this day")
    may_be_shared: bool
    terms: str = Field(description="What you may do with the words and the picture")
    is_sample: bool = Field(description="Made up, to show what the website does")
    region: Choice = Field(description="Its code is the filter's value")
    facets: dict[str, list[Choice]] = Field(description="By the name of the list")
    figures: list[Figure]
    title: str | None = Field(description="The person's name, or the headline")
    byline: str | None
    organisation: str | None
    sections: list[Section] = Field(description="The words, in reading order")
    image: Image | None


def rows_of(publications: PublicationQuerySet) -> PublicationQuerySet:
    """What an item is made of, in one query, without what is long and not told."""
    return publications.select_related("region").defer(*NOT_READ)


def item_of(publication: Publication) -> Item:
    """No query for one of rows_of(); nothing is drawn."""
    return Item(
        id=id_of(publication),
        reference=publication.shown_reference,
        kind=KINDS[publication.kind],
        url=absolute(publication.get_absolute_url()),
        published_at=publication.published_at,
        as_at=publication.as_at,
        use_until=publication.ends_on,
        may_be_shared=publication.allows_social,
        is_sample=publication.is_sample,
        region=_region(publication),
        facets=_facets(publication),
        figures=[
            Figure(figure=clean(figure), basis=clean(basis))
            for figure, basis in publication.figures
        ],
        **(_shared(publication) if publication.allows_social else _NOT_SHARED),
    )


def heading(item: Item, publication: Publication) -> str:
    """What a list calls it, where its own title is not to be shared."""
    return item.title or f"{publication.get_kind_display()} {item.reference}"


def clean(text: str) -> str:
    """Without control characters.

    >>> clean("a\\x0bb")
    'ab'
    """
    return NOT_TEXT.sub("", text)


def _shared(publication: Publication) -> dict[str, Any]:
    return {
        "terms": f"{CREDIT}. {terms_until(publication.ends_on)}",
        "title": clean(heading_of(publication)),
        "byline": clean(publication.byline),
        "organisation": clean(publication.organisation_name),
        "sections": [
            Section(heading=clean(heading), text=clean(text))
            for heading, text in publication.sections
        ],
        "image": Image(
            url=absolute(publication_card_url(publication, LANDSCAPE.name, "png")),
            width=LANDSCAPE.width_px,
            height=LANDSCAPE.height_px,
            alt=clean(publication.alt_text),
        ),
    }


_NOT_SHARED: dict[str, Any] = {
    "terms": f"{CREDIT}. {ON_THE_PAGE}",
    "title": None,
    "byline": None,
    "organisation": None,
    "sections": [],
    "image": None,
}


def _region(publication: Publication) -> Choice:
    region = publication.region
    if region is None:
        return Choice(code=NATIONAL, label="National")
    return Choice(code=region.slug, label=region.name)


def _facets(publication: Publication) -> dict[str, list[Choice]]:
    """Only the lists that the page names too."""
    return {
        scheme: [Choice(code=code, label=clean(label)) for code, label in terms]
        for scheme, terms in publication.facets.items()
        if scheme in SHOWN_FACETS
    }
