"""The shapes of the API's questions and answers, which openapi.json describes."""

from pydantic import BaseModel, Field

from amd.publishing.items import Item

from .answers import terms_address
from .withdrawn import Tombstone

WORDS = (
    "Words and pictures: © the person quoted. Share them unchanged until the day given, "
    "and stop when they are withdrawn."
)
FIGURES = "Figures and facets: Open Government Licence v3.0."
OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
MOST = 100
USUAL = 25


class Terms(BaseModel):
    """What you may do with the answer."""

    words: str
    figures: str
    figures_licence: str
    address: str = Field(description="A page that explains these terms")


def terms() -> Terms:
    return Terms(
        words=WORDS, figures=FIGURES, figures_licence=OGL, address=terms_address()
    )


class Asked(BaseModel):
    """What may be asked of the gallery; a value that it does not know is left out.

    `/api/v1/facets/` has the codes.
    """

    words: str = Field(
        "", description="Words to look for; in quotation marks, one after the other"
    )
    kind: str = Field("", description="`endorsements` or `case-studies`")
    region: str = Field("", description="A region's code, or `national`")
    year: str = Field("", description="Of publication, such as `2026`")
    phase: str = Field("", description="The number of a phase of the campaign")
    impact: str = Field("", description="The code of an impact category")
    service: str = Field("", description="The code of a service used")
    staff: str = Field("", description="The code of a staff group")
    organisation: str = Field("", description="The code of a type of organisation")
    featured: str = Field("", description="`yes`: only what is featured")
    figure: str = Field("", description="`yes`: only what has a figure")


class Place(BaseModel):
    """Where in the list."""

    cursor: str = Field("", description="From `next` of the answer before")
    limit: int = Field(USUAL, ge=1, le=MOST, description="How many at most")


class Publications(BaseModel):
    """Newest first."""

    address: str = Field(description="This view, with what was understood of it")
    next: str | None = Field(
        description="The address of the next page, if there is one"
    )
    items: list[Item]
    terms: Terms


class OnePublication(BaseModel):
    item: Item
    terms: Terms


class FacetChoice(BaseModel, from_attributes=True):
    value: str = Field(description="What to ask for; empty for all")
    label: str
    count: int = Field(description="How many would be found with it")
    is_chosen: bool


class FacetAnswer(BaseModel):
    address: str = Field(description="This view, with what was understood of it")
    total: int = Field(description="How many publications this view has")
    facets: dict[str, list[FacetChoice]] = Field(description="By name of the parameter")
    terms: Terms


class Withdrawn(BaseModel):
    """What was taken down last comes first."""

    next: str | None = Field(
        description="The address of the next page, if there is one"
    )
    items: list[Tombstone]
    terms: Terms


class Problem(BaseModel):
    """What is wrong and what to do, in a sentence."""

    detail: str
    terms: Terms


class Gone(BaseModel):
    """It was public once. Delete what you have of it."""

    detail: str
    item: Tombstone
    terms: Terms
