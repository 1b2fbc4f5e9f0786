"""What a lead asked the queue for: from the address, each value a known one."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from django.db.models import Case, Count, F, FilteredRelation, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.http import urlencode

from amd.records.models import Kind, Status

from .ages import Band, with_ages
from .models import QueueEntry

ALL = "all"
NO_REGION = "none"
# Each is another condition, of which no database takes any number.
LONGEST_WORDS = 100
SLUG = re.compile(r"[-\w]{1,60}", re.ASCII)

STATUSES = [(each.value, each.label) for each in Status if each != Status.DRAFT]
CLAIMS = [("mine", "Me"), ("others", "Somebody else"), ("nobody", "Nobody")]
BANDS = list(reversed(Band.choices))
STAGES = QueueEntry.Stage.choices
# What looks like spam is in no list of what waits, but in one of its own.
APART, NOT_APART = "apart", "with the others"

# What may be asked for → the column of `marked` that answers it.
COLUMNS = {
    "status": "status",
    "band": "band",
    "kind": "kind",
    "region": "region_key",
    "sign_off": "stage",
    "claim": "claim",
    "spam": "apart",
}


@dataclass(frozen=True)
class Filters:
    """Empty is everything, but for the status: the queue opens on what waits."""

    status: str = ""
    band: str = ""
    kind: str = ""
    region: str = ""
    sign_off: str = ""
    claim: str = ""
    spam: str = ""
    words: str = ""
    order: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Self:
        """What is no choice was not asked for."""
        words = " ".join(asked.get("q", "").replace("\x00", "").split())
        region = asked.get("region", "")
        return cls(
            status=_known(asked, "status", [*STATUSES, (ALL, "")]),
            band=_known(asked, "band", BANDS),
            kind=_known(asked, "kind", Kind.choices),
            region=region if SLUG.fullmatch(region) else "",
            sign_off=_known(asked, "sign_off", STAGES),
            claim=_known(asked, "claim", CLAIMS),
            spam=_known(asked, "spam", [(APART, "")]),
            words=words[:LONGEST_WORDS],
            order=_known(asked, "order", [("newest", "")]),
        )

    @property
    def shown_status(self) -> str:
        """Whoever searches looks everywhere."""
        return self.status or (ALL if self.words else Status.SUBMITTED.value)

    def chosen(self, name: str) -> str:
        """The value asked for; "" where any will do."""
        if name == "status":
            return "" if self.shown_status == ALL else self.shown_status
        if name == "spam":
            return self.spam or ("" if self.words else NOT_APART)
        value: str = getattr(self, name)
        return value

    @property
    def narrows(self) -> bool:
        """Whether anything is left out that the queue opens on."""
        return self != Filters(order=self.order)

    def asked(self, **changes: Any) -> dict[str, str]:
        """What the address says, with these changes."""
        values = {**asdict(self), **changes}
        values["q"] = values.pop("words")
        return {name: value for name, value in values.items() if value}

    def address(self, **changes: Any) -> str:
        """The queue with these changes, on its first page."""
        return "?" + urlencode(self.asked(**changes))

    @property
    def page_address(self) -> str:
        """What the number of a page is written behind."""
        return "?" + urlencode({**self.asked(), "page": ""})

    @property
    def beside_words(self) -> dict[str, str]:
        """What stays as it is when other words are searched for."""
        return self.asked(words="")

    @property
    def oldest_first(self) -> str:
        return self.address(order="")

    @property
    def newest_first(self) -> str:
        return self.address(order="newest")

    def narrow(self, records: QuerySet[Any]) -> QuerySet[Any]:
        """Those of `marked` that answer to all of it."""
        return records.filter(
            **{
                column: self.chosen(name)
                for name, column in COLUMNS.items()
                if self.chosen(name)
            }
        )

    def in_order(self, records: QuerySet[Any]) -> QuerySet[Any]:
        """The longest wait first; what does not wait comes last."""
        since = F("waiting_since")
        if self.order == "newest":
            return records.order_by(since.desc(nulls_last=True), "-submitted_at", "-pk")
        return records.order_by(since.asc(nulls_last=True), "submitted_at", "pk")


def marked(records: QuerySet[Any], user: Any) -> QuerySet[Any]:
    """The same records with what they are told apart by: a query for the review times.

    Their entries are kept up before. `held` is the claim in force, of which there is one a record at most.
    """
    in_force = Q(claims__ended_at=None, claims__until__gt=timezone.now())
    return with_ages(records, since=F("queued__waiting_since")).annotate(
        held=FilteredRelation("claims", condition=in_force),
        region_key=Coalesce("region__slug", Value(NO_REGION)),
        stage=F("queued__stage"),
        claim=Case(
            When(held__user=None, then=Value("nobody")),
            When(held__user=user.pk, then=Value("mine")),
            default=Value("others"),
        ),
        apart=Case(
            When(
                status=Status.SUBMITTED,
                suspected__isnull=False,
                suspected__cleared_at=None,
                then=Value(APART),
            ),
            default=Value(NOT_APART),
        ),
    )


def counted(records: QuerySet[Any]) -> list[dict[str, Any]]:
    """How many of `marked` are alike in every column. One query."""
    alike = records.order_by().values(*COLUMNS.values(), "region__name")
    return list(alike.annotate(count=Count("pk")))


def _known(asked: Mapping[str, str], name: str, choices: list[tuple[str, str]]) -> str:
    value = asked.get(name, "")
    return value if value in dict(choices) else ""
