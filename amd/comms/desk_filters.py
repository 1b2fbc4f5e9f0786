"""What comms asked of the desk, read from the address or from a form, whatever stands there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone

from amd.campaign.models import Region
from amd.publishing.facet_values import NATIONAL, YES
from amd.publishing.models import (
    FacetMap,
    IndexedTerm,
    Publication,
    PublicationQuerySet,
)
from amd.publishing.search import MAX_QUERY_CHARACTERS, fold
from amd.publishing.uses import Use

UNUSED_FOR = timedelta(days=183)
ENDS_WITHIN = timedelta(days=92)
# In the order of the page and of every address: (name, its label, its first choice).
LISTS = {
    "kind": ("Kind", "Everything"),
    "region": ("Region", "All regions"),
    "phase": ("Campaign phase", "All phases"),
}
TICKS = {
    "social": "Social media agreed",
    "figure": "Has a figure",
    "photo": "Has a photo",
    "unused": "Not used for 6 months",
    "ending": "Ends within 3 months",
}
KINDS = (("endorsement", "Endorsements"), ("casestudy", "Impact case studies"))
Narrowing = Callable[[PublicationQuerySet, date], PublicationQuerySet]
NARROWINGS: dict[str, Narrowing] = {
    "social": lambda found, today: found.allowing(Use.SOCIAL),
    "figure": lambda found, today: found.exclude(figures=[]),
    "photo": lambda found, today: found.exclude(photo=None),
    "unused": lambda found, today: found.not_used_since(today - UNUSED_FOR),
    "ending": lambda found, today: found.filter(ends_on__lte=today + ENDS_WITHIN),
}


@dataclass(frozen=True)
class Choice:
    value: str
    shown: str
    is_chosen: bool


@dataclass(frozen=True)
class Narrower:
    """One list to choose from, by the name of its parameter."""

    name: str
    label: str
    choices: list[Choice]


@dataclass(frozen=True)
class Filters:
    """Unknown values are left out: an old or mistyped address is an ordinary page."""

    words: str
    known: Mapping[str, Mapping[str, str]]
    chosen: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, query: QueryDict) -> "Filters":
        """Two queries: what may be chosen."""
        regions = {region.slug: region.name for region in Region.objects.current()}
        phases = FacetMap.objects.filter(facet="phase").order_by("value")
        known = {
            "kind": dict(KINDS),
            "region": {**regions, NATIONAL: "National"},
            "phase": dict(phases.values_list("value", "label")),
            **{name: {YES: label} for name, label in TICKS.items()},
        }
        given = {name: query.get(name, "") for name in known}
        words = "".join(c if c.isprintable() else " " for c in query.get("words", ""))
        return cls(
            words=" ".join(words.split())[:MAX_QUERY_CHARACTERS].strip(),
            known=known,
            chosen={n: v for n, v in given.items() if v in known[n]},
        )

    def found(self) -> PublicationQuerySet:
        """Those live, the newest first; a reference finds its record and no other."""
        live = Publication.objects.live()
        named = live.with_reference(self.words)
        if self.words and named.exists():
            found = named
        else:
            found = live.matching(fold(self.words).split())
        today = timezone.localdate()
        for name, value in self.chosen.items():
            found = _narrowed(found, name, value, today)
        return found.newest_first()

    @property
    def lists(self) -> list[Narrower]:
        return [self._list(name) for name in LISTS if self.known[name]]

    @property
    def ticks(self) -> list[tuple[str, str, bool]]:
        """(name, label, whether it is chosen)."""
        return [(name, label, name in self.chosen) for name, label in TICKS.items()]

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.chosen)

    @property
    def given(self) -> dict[str, str]:
        """What to send along, so that the same is found again."""
        return {**({"words": self.words} if self.words else {}), **self.chosen}

    @property
    def address(self) -> str:
        """Such as words=…&kind=…& to put before a page number, or nothing."""
        return f"{urlencode(self.given)}&" if self.given else ""

    def summary(self, count: int) -> str:
        """Such as: 3 published with “sepsis”, Midlands, has a figure."""
        said = f"{count:,} published"
        if self.words:
            said += f" with “{self.words}”"
        for name, value in self.chosen.items():
            label = self.known[name][value]
            said += f", {label.lower() if name in (*TICKS, 'kind') else label}"
        return said

    def _list(self, name: str) -> Narrower:
        label, everything = LISTS[name]
        asked = self.chosen.get(name, "")
        choices = [("", everything), *self.known[name].items()]
        return Narrower(name, label, [Choice(v, n, v == asked) for v, n in choices])


def _narrowed(
    found: PublicationQuerySet, name: str, value: str, today: date
) -> PublicationQuerySet:
    if name in NARROWINGS:
        return NARROWINGS[name](found, today)
    if name == "kind":
        return found.filter(kind=value)
    if name == "region":
        is_national = value == NATIONAL
        return found.filter(
            **{"region": None} if is_national else {"region__slug": value}
        )
    terms = IndexedTerm.objects.filter(facet=name, value=value)
    return found.filter(pk__in=terms.values("publication_id"))
