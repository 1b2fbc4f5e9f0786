"""What a record offers the public: plain values, made by its own app, frozen here."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amd.pictures.models import Picture

    from .logos import PartnerLogo

# The heading of the section that holds a quotation; the page sets it as one.
IN_THEIR_WORDS = "In their words"
# Of one that holds two lines: the words of a link, and its address.
WHERE_IT_WAS_SAID = "Where it was said"


@dataclass(frozen=True)
class PublicCopy:
    """The words and picture that a set of uses permits, before they are frozen.

    `sections` are (heading, text) in reading order; `card` is the design's name and
    its content by field name, the photo and the partners' logos apart; `facets` maps a scheme to
    (code, label) pairs; `figures` are (figure, basis) as shown.
    """

    title: str
    byline: str
    sections: tuple[tuple[str, str], ...]
    design: str
    card: dict[str, str]
    photo: "Picture | None" = None
    logos: "tuple[PartnerLogo, ...]" = ()
    alt_text: str = ""
    facets: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    figures: tuple[tuple[str, str], ...] = ()
    search_text: str = ""
