"""How many records each choice of a filter would show, beside what else was asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amd.publishing.facet_values import ALL, YES
from amd.publishing.matching import hits
from amd.publishing.models import FacetMap
from amd.publishing.places import Places

from .filters import FACETS, KINDS, YES_OR_NO, Filters

Maps = dict[tuple[str, str], tuple[str, Places]]
FIRST = ("kind", "region")
EVERYTHING = {
    "kind": "Everything",
    "region": "All regions",
    "year": "All years",
    "phase": "All phases",
    "impact": "All kinds of impact",
    "service": "All services",
    "staff": "All staff groups",
    "organisation": "All types",
}


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    is_chosen: bool

    @property
    def shown(self) -> str:
        """Such as: Midlands (1,204)."""
        return f"{self.label} ({self.count:,})"


@dataclass(frozen=True)
class Facet:
    """One list to choose from, by the name of its parameter."""

    name: str
    label: str
    choices: list[Choice]


@dataclass(frozen=True)
class Tick:
    """A box to tick: only those that have it."""

    name: str
    value: str
    shown: str
    is_chosen: bool


@dataclass(frozen=True)
class Facets:
    """One query for all of it, and one for the words if there are any.

    `total` is what the filters find and `places` where it is. A facet is `used` if
    anything public has a value of it.
    """

    choices: dict[str, list[Choice]]
    total: int
    places: Places
    used: frozenset[str]

    @classmethod
    def of(cls, filters: Filters) -> "Facets":
        maps: Maps = {
            (facet, value): (label, Places(places))
            for facet, value, label, places in FacetMap.objects.values_list(
                "facet", "value", "label", "places"
            )
        }
        live = maps.pop(ALL[:2], ("", Places()))[1]
        if filters.asked:
            live &= hits(filters.asked)
        chosen = {
            name: maps.get((name, value), ("", Places()))[1]
            for name, value in filters.stored.items()
        }
        choices = {
            name: _choices(name, filters, maps, _all_of(live, chosen, but=name))
            for name in FACETS
        }
        places = _all_of(live, chosen)
        used = frozenset({facet for facet, _ in maps} | set(chosen))
        return cls(choices, len(places), places, used)

    @property
    def kinds(self) -> list[Choice]:
        return self.choices["kind"]

    @property
    def regions(self) -> list[Choice]:
        return self.choices["region"]

    @property
    def first(self) -> list[Facet]:
        """Those that every visitor sees."""
        return [self._facet(name) for name in FIRST]

    @property
    def more(self) -> list[Facet]:
        """The other lists, as far as anything is in them."""
        others = [n for n in FACETS if n not in (*FIRST, *YES_OR_NO)]
        return [self._facet(name) for name in others if name in self.used]

    @property
    def ticks(self) -> list[Tick]:
        return [
            Tick(name, choice.value, choice.shown, choice.is_chosen)
            for name in YES_OR_NO
            for choice in self.choices[name]
            if choice.value and name in self.used
        ]

    @property
    def is_more_chosen(self) -> bool:
        return any(name not in FIRST for name in self.labels)

    def _facet(self, name: str) -> Facet:
        return Facet(name, FACETS[name], self.choices[name])

    @property
    def labels(self) -> dict[str, str]:
        """The name of each thing chosen."""
        return {
            name: choice.label
            for name, choices in self.choices.items()
            for choice in choices
            if choice.is_chosen and choice.value
        }


def _all_of(live: Places, chosen: Mapping[str, Places], but: str = "") -> Places:
    for name, places in chosen.items():
        if name != but:
            live &= places
    return live


def _choices(name: str, filters: Filters, maps: Maps, among: Places) -> list[Choice]:
    """All first, then those that would show something, and what is chosen."""
    asked = filters.chosen.get(name, "")
    everything = Choice("", EVERYTHING.get(name, "All"), len(among), not asked)
    found = []
    for value, label in _known(name, filters, maps):
        stored = KINDS[value][0] if name == "kind" else value
        places = maps.get((name, stored), ("", Places()))[1]
        choice = Choice(value, label, len(among & places), value == asked)
        if choice.count or choice.is_chosen or name in (*FIRST, *YES_OR_NO):
            found.append(choice)
    return [everything, *found]


def _known(name: str, filters: Filters, maps: Maps) -> Iterable[tuple[str, str]]:
    """(value, label): as the lists have them, else newest year or first letter first."""
    if name == "kind":
        return [(value, names[1]) for value, names in KINDS.items()]
    if name == "region":
        return filters.regions
    if name in YES_OR_NO:
        return [(YES, FACETS[name])]
    known = {
        value: label for (facet, value), (label, _) in maps.items() if facet == name
    }
    asked = filters.chosen.get(name)
    if asked:
        known.setdefault(asked, asked)
    if name == "year":
        return sorted(known.items(), reverse=True)
    if name == "phase":
        return sorted(known.items())
    return sorted(known.items(), key=lambda each: each[1].casefold())
