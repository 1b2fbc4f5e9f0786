"""How many records each choice of a filter would show, beside what else was asked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from amd.records.models import Kind, Status

from .models import QueueEntry
from .queue_filters import (
    ALL,
    APART,
    BANDS,
    CLAIMS,
    COLUMNS,
    NO_REGION,
    STAGES,
    STATUSES,
    Filters,
)

Group = Mapping[str, Any]
# Where what is accepted and agreed to by everybody is listed.
READY = Filters(
    status=Status.ACCEPTED.value, sign_off=QueueEntry.Stage.AGREED.value
).address()
TITLES = {
    "status": "Status",
    "band": "Age",
    "kind": "Kind",
    "region": "Region",
    "sign_off": "Sign-off",
    "claim": "Claimed by",
}


@dataclass(frozen=True)
class Choice:
    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    name: str
    title: str
    choices: list[Choice]


@dataclass(frozen=True)
class Facets:
    """All of it from one query's groups; `total` is what the filters find."""

    filters: Filters
    groups: Sequence[Group]

    @property
    def total(self) -> int:
        return sum(group["count"] for group in self._beside())

    @cached_property
    def all(self) -> list[Facet]:
        """A choice between one thing and itself is none."""
        return [each for each in map(self._facet, TITLES) if len(each.choices) > 1]

    @property
    def bands(self) -> list[Choice]:
        """The overdue first; those there are."""
        found = self._facet("band").choices[1:]
        return [each for each in found if each.count]

    @property
    def accepted(self) -> int:
        """Good, and not public yet; whatever was asked for."""
        return sum(g["count"] for g in self.groups if g["status"] == Status.ACCEPTED)

    @property
    def apart(self) -> int:
        """What looks like spam; whatever was asked for."""
        return sum(g["count"] for g in self.groups if g["apart"] == APART)

    @property
    def apart_url(self) -> str:
        return Filters(spam=APART).address()

    @property
    def chosen(self) -> list[str]:
        """What was asked for, in words."""
        return [
            choice.label
            for facet in self.all
            for choice in facet.choices[1:]
            if choice.is_chosen
        ]

    @property
    def signed_off(self) -> int:
        """Those of them that everybody agreed to."""
        return sum(
            g["count"]
            for g in self.groups
            if g["status"] == Status.ACCEPTED and g["stage"] == QueueEntry.Stage.AGREED
        )

    def _facet(self, name: str) -> Facet:
        column, every = COLUMNS[name], ALL if name == "status" else ""
        counts: Counter[Any] = Counter()
        for group in self._beside(name):
            counts[group[column]] += group["count"]
        choices = [self._choice(name, every, "All", counts.total())]
        choices += [
            self._choice(name, value, label, counts[value])
            for value, label in self._values(name)
        ]
        return Facet(name, TITLES[name], choices)

    def _beside(self, name: str = "") -> list[Group]:
        """What all filters find, but for this one."""
        wanted = {
            column: self.filters.chosen(each)
            for each, column in COLUMNS.items()
            if each != name and self.filters.chosen(each)
        }
        return [
            group
            for group in self.groups
            if all(group[column] == value for column, value in wanted.items())
        ]

    def _choice(self, name: str, value: str, label: str, count: int) -> Choice:
        chosen = self.filters.chosen(name)
        return Choice(
            label,
            count,
            self.filters.address(**{name: value}),
            chosen == ("" if value == ALL else value),
        )

    def _values(self, name: str) -> Iterable[tuple[str, str]]:
        if name == "region":
            return self._regions()
        return {
            "status": STATUSES,
            "band": BANDS,
            "kind": Kind.choices,
            "sign_off": STAGES,
            "claim": CLAIMS,
        }[name]

    def _regions(self) -> Iterable[tuple[str, str]]:
        """Those of the records there are, by name; none where all are of one."""
        names = {
            g["region_key"]: g["region__name"] or "National leads" for g in self.groups
        }
        if len(names) < 2 and not self.filters.region:
            return []
        return sorted(names.items(), key=lambda row: (row[0] == NO_REGION, row[1]))
