"""What a visitor asked of the gallery, read from the address, whatever stands there."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from amd.campaign.models import Region
from amd.publishing.models import Publication, PublicationQuerySet
from amd.publishing.search import MAX_QUERY_CHARACTERS, query_words

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
NATIONAL = "national"


@dataclass(frozen=True)
class Filters:
    """Unknown values are left out: an old or mistyped address is an ordinary page."""

    kind: str
    region: str
    words: str
    regions: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, query: QueryDict, regions: Iterable[Region]) -> "Filters":
        known = tuple((region.slug, region.name) for region in regions)
        known += ((NATIONAL, "National"),)
        kind, region = query.get("kind", ""), query.get("region", "")
        words = " ".join(_printable(query.get("words", "")).split())
        return cls(
            kind=kind if kind in KINDS else "",
            region=region if region in dict(known) else "",
            words=words[:MAX_QUERY_CHARACTERS],
            regions=known,
        )

    def with_words(self) -> PublicationQuerySet:
        """Everything live with these words, of any kind and region."""
        return Publication.objects.live().matching(query_words(self.words))

    def found(self) -> PublicationQuerySet:
        found = self.with_words()
        if self.kind:
            found = found.filter(kind=KINDS[self.kind][0])
        if self.region == NATIONAL:
            found = found.filter(region=None)
        elif self.region:
            found = found.filter(region__slug=self.region)
        return found

    @property
    def is_empty(self) -> bool:
        return not (self.kind or self.region or self.words)

    @property
    def address(self) -> str:
        """Such as kind=…&words=…& to put before a page number, or nothing."""
        asked = {"kind": self.kind, "region": self.region, "words": self.words}
        given = {name: value for name, value in asked.items() if value}
        return f"{urlencode(given)}&" if given else ""

    def summary(self, count: int) -> str:
        """Such as: 3 impact case studies with “sepsis”, South West."""
        one, several = KINDS[self.kind][2:] if self.kind else ("result", "results")
        said = f"{count:,} {one if count == 1 else several}"
        if self.words:
            said += f" with “{self.words}”"
        if self.region:
            said += f", {dict(self.regions)[self.region]}"
        return said


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
