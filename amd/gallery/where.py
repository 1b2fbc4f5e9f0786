"""Finding one's regional library lead: by organisation, by region on the map or in the list."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from amd.campaign.models import LibraryService, Organisation, Region

MOST_FOUND = 6
MOST_TYPED = 120
MOST_WORDS = 10
MANY = "Several organisations match. Type more of the name, or the ODS code"
NONE = (
    "We know no organisation with this name or code. Choose your region below: its "
    "library lead will know"
)


@dataclass(frozen=True)
class Place:
    """One organisation as it is called today, and who is there for it."""

    name: str
    code: str
    was: str
    region: Region
    services: tuple[LibraryService, ...]


@dataclass(frozen=True)
class Found:
    """What somebody typed, and the organisations of that name or code."""

    typed: str
    places: tuple[Place, ...]
    sentence: str = ""


def look_for(typed: str) -> Found:
    """By ODS code, else by all the words of the name. Three queries at most.

    One that has closed leads to its successor, under the name it had.
    """
    typed = " ".join(typed.replace("\x00", "").split())[:MOST_TYPED]
    if not typed:
        return Found("", ())
    found = list(_known().filter(ods_code__iexact=typed)[:1])
    if not found:
        found = list(_named(typed)[: MOST_FOUND + 1])
    places = tuple(_place(each) for each in found[:MOST_FOUND])
    if not places:
        return Found(typed, (), NONE)
    return Found(typed, places, MANY if len(found) > MOST_FOUND else "")


def _known() -> "QuerySet[Organisation]":
    services = Prefetch(
        "library_services", LibraryService.objects.filter(is_active=True)
    )
    return Organisation.objects.select_related(
        "region", "successor__region"
    ).prefetch_related(services)


def _named(typed: str) -> "QuerySet[Organisation]":
    matches = Q()
    for word in typed.split()[:MOST_WORDS]:
        matches &= Q(name__icontains=word) | Q(short_name__icontains=word)
    return _known().filter(matches).order_by("-is_active", "name", "pk")


def _place(known: Organisation) -> Place:
    now = known.successor or known
    was = known.name if known.successor else ""
    # Those that still run, as _known fetched them.
    services = () if known.successor else tuple(known.library_services.all())
    return Place(now.name, now.ods_code or "", was, now.region, services)
