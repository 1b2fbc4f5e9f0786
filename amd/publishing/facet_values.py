"""What a live copy may be found under: each facet's name, value and label."""

from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from .models import Publication

Value = tuple[str, str, str]

# The map of everything that is live.
ALL = ("", "", "")
NATIONAL = "national"
YES = "yes"
FEATURED = ("featured", YES, "Featured")
FIGURE = ("figure", YES, "Has a figure")
# In addresses and in the index, by the name of the list.
FACET_OF = {
    "phase": "phase",
    "impact_category": "impact",
    "service_used": "service",
    "staff_group": "staff",
    "organisation_type": "organisation",
}


def values_of(publication: "Publication", *, is_featured: bool) -> list[Value]:
    """No query where the region was fetched."""
    region = publication.region
    year = str(timezone.localtime(publication.published_at).year)
    values = [
        ALL,
        ("kind", publication.kind, publication.get_kind_display()),
        ("region", region.slug, region.name)
        if region
        else ("region", NATIONAL, "National"),
        ("year", year, year),
        *terms_of(publication),
    ]
    if publication.figures:
        values.append(FIGURE)
    if is_featured:
        values.append(FEATURED)
    return values


def terms_of(publication: "Publication") -> list[Value]:
    """The terms of the lists that the gallery sorts by, each once."""
    terms = {
        (FACET_OF[scheme], code): label
        for scheme, found in publication.facets.items()
        if scheme in FACET_OF
        for code, label in found
    }
    return [(facet, code, label) for (facet, code), label in terms.items()]
