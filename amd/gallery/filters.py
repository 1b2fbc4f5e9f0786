"""What a visitor asked of the gallery, read from the address, whatever stands there."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict

from amd.campaign.models import Region
from amd.publishing.facet_values import NATIONAL, YES
from amd.publishing.models import (
    Featured,
    IndexedTerm,
    Publication,
    PublicationQuerySet,
)
from amd.publishing.search import MAX_QUERY_CHARACTERS, Asked, read_query

# In the address: (kind of publication, label, one, several).
KINDS = {
    "endorsements": ("endorsement", "Endorsements", "endorsement", "endorsements"),
    "case-studies": (
        "casestudy",
        "Impact case studies",
        "impact case study",
        "impact case studies",
    ),
}
# By the name of the parameter, in the order of the page and of every address.
FACETS = {
    "kind": "Kind",
    "region": "Region",
    "year": "Year",
    "phase": "Campaign phase",
    "impact": "Impact",
    "service": "Service used",
    "staff": "Staff group",
    "organisation": "Type of organisation",
    "featured": "Featured",
    "figure": "Has a figure",
}
YES_OR_NO = ("featured", "figure")
NEWEST, RELEVANCE = "newest", "relevance"
YEAR = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)
CODE = re.compile(r"[A-Za-z0-9_-]{1,60}", re.ASCII)


@dataclass(frozen=True)
class Filters:
    """Unknown values are left out: an old or mistyped address is an ordinary page.

    A code of a list that nothing public has is kept, and finds nothing.
    """

    words: str
    regions: tuple[tuple[str, str], ...]
    chosen: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""

    @classmethod
    def read(cls, query: QueryDict, regions: Iterable[Region]) -> "Filters":
        known = tuple((region.slug, region.name) for region in regions)
        known += ((NATIONAL, "National"),)
        words = " ".join(_printable(query.get("words", "")).split())
        given = {name: query.get(name, "") for name in FACETS}
        sort = query.get("sort", "")
        return cls(
            words=words[:MAX_QUERY_CHARACTERS].strip(),
            regions=known,
            chosen={n: v for n, v in given.items() if _may_be(n, v, dict(known))},
            sort=sort if sort in (NEWEST, RELEVANCE) else "",
        )

    @property
    def kind(self) -> str:
        return self.chosen.get("kind", "")

    @property
    def region(self) -> str:
        return self.chosen.get("region", "")

    @cached_property
    def asked(self) -> Asked | None:
        """The words as the index knows them; None where nothing was typed."""
        return read_query(self.words) if self.words else None

    @property
    def is_by_relevance(self) -> bool:
        return bool(self.words) and self.sort != NEWEST

    @property
    def stored(self) -> dict[str, str]:
        """What was chosen, as the index has it."""
        kind = {"kind": KINDS[self.kind][0]} if self.kind else {}
        return {**self.chosen, **kind}

    def found(self) -> PublicationQuerySet:
        """Those live, as a query: for the feeds, the API and the table."""
        found = Publication.objects.live()
        if self.asked:
            found = found.saying(self.asked)
        for name, value in self.stored.items():
            found = _narrowed(found, name, value)
        return found

    @property
    def is_empty(self) -> bool:
        return not (self.chosen or self.words)

    @property
    def address(self) -> str:
        """Such as words=…&kind=…& to put before a page number, or nothing."""
        return _address({"words": self.words, **self.chosen, "sort": self._said_sort})

    def address_without(self, name: str) -> str:
        """The same with one choice fewer."""
        kept = {n: value for n, value in self.chosen.items() if n != name}
        words = "" if name == "words" else self.words
        sort = self._said_sort if words else ""
        return _address({"words": words, **kept, "sort": sort})

    @property
    def _said_sort(self) -> str:
        """Said only where it changes anything."""
        return NEWEST if self.words and self.sort == NEWEST else ""

    def summary(self, count: int, labels: Mapping[str, str] | None = None) -> str:
        """Such as: 3 impact case studies with “sepsis”, South West, 2026.

        `labels` are the names of what was chosen, where they are known.
        """
        one, several = KINDS[self.kind][2:] if self.kind else ("result", "results")
        said = f"{count:,} {one if count == 1 else several}"
        if self.words:
            said += f" with “{self.words}”"
        known = {"region": dict(self.regions).get(self.region, ""), **(labels or {})}
        for name, value in self.chosen.items():
            if name != "kind":
                said += f", {known.get(name) or _spoken(name, value)}"
        return said


def _may_be(name: str, value: str, regions: Mapping[str, str]) -> bool:
    if name == "kind":
        return value in KINDS
    if name == "region":
        return value in regions
    if name == "year":
        return bool(YEAR.fullmatch(value))
    if name in YES_OR_NO:
        return value == YES
    return bool(CODE.fullmatch(value))


def _narrowed(found: PublicationQuerySet, name: str, value: str) -> PublicationQuerySet:
    if name == "kind":
        return found.filter(kind=value)
    if name == "region":
        known = {"region": None} if value == NATIONAL else {"region__slug": value}
        return found.filter(**known)
    if name == "year":
        return found.filter(published_at__year=int(value))
    if name == "featured":
        return found.filter(record_id__in=Featured.objects.values("record_id"))
    if name == "figure":
        return found.exclude(figures=[])
    terms = IndexedTerm.objects.filter(facet=name, value=value)
    return found.filter(pk__in=terms.values("publication_id"))


def _address(asked: Mapping[str, str]) -> str:
    given = {name: value for name, value in asked.items() if value}
    return f"{urlencode(given)}&" if given else ""


def _spoken(name: str, value: str) -> str:
    if name in YES_OR_NO:
        return FACETS[name].lower()
    words = re.sub("[-_]+", " ", value)
    return f"phase {words}" if name == "phase" else words


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
