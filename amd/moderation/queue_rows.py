"""One line of the queue: what, who, how long, signed off, warned of, claimed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from amd.records.models import Kind, Record, Status
from amd.web.watched import Sign

from .ages import Band, days_waited, in_words
from .asking import standings_of
from .checks.queue import open_warnings
from .queue_filters import APART
from .told import in_queue

# As much of a champion's words as tells them from the next one's.
WORDS_OF_QUOTE = 14
LONGEST_TITLE = 120


@dataclass(frozen=True)
class Row:
    """What a lead reads of one record before she opens it."""

    url: str
    kind: str
    reference: str
    title: str
    who: str
    organisation: str
    region: str
    age: str
    band: str
    band_label: str
    status: str
    sign_off: SafeString | str
    warnings: int
    claimed: str
    is_mine: bool
    suspected: str


def rows_of(marked: QuerySet[Any], keys: Sequence[int], user: Any) -> list[Row]:
    """These of `marked`, in this order. Three queries for all, and that of the checks."""
    found = _in_full(marked).in_bulk(keys)
    records = [found[key] for key in keys if key in found]
    standings, warnings = standings_of(records), open_warnings(records)
    return [
        Row(
            url=reverse("admin:records_record_review", args=[record.pk]),
            kind=record.get_kind_display(),
            reference=record.shown_reference,
            title=title_of(record),
            who=_who(record),
            organisation=record.organisation_name,
            region=str(record.region or "National leads"),
            age=age_of(record),
            band=record.band or "",
            band_label=Band(record.band).label if record.band else "",
            status="" if record.band else record.get_status_display(),
            sign_off=in_queue(standings.get(record.pk, [])),
            warnings=warnings.get(record.pk, 0),
            claimed=_claimed(record, user),
            is_mine=record.held_by == user.pk,
            suspected=Sign(record.why).label if record.apart == APART else "",
        )
        for record in records
    ]


def _in_full(marked: QuerySet[Any]) -> QuerySet[Any]:
    """With all that a row shows."""
    return marked.select_related(
        "region", "endorsement__photo", "casestudy__picture"
    ).annotate(
        held_by=F("held__user"),
        held_name=F("held__user__name"),
        held_until=F("held__until"),
        why=F("suspected__why"),
    )


def title_of(record: Record) -> str:
    """The headline, or how the champion's words begin."""
    if record.status == Status.WITHDRAWN:
        return "Erased"
    story = record.story
    if record.kind == Kind.CASE_STUDY:
        return str(story.headline) or "No headline yet"
    begun = Truncator(story.card_words).words(WORDS_OF_QUOTE, truncate=" …")
    return f"“{Truncator(begun).chars(LONGEST_TITLE)}”" if begun else "No words yet"


def age_of(record: Any) -> str:
    """Such as "6 days"; "" for what does not wait."""
    since = record.waiting_since
    return in_words(days_waited(since)) if since else ""


def _who(record: Record) -> str:
    """The champion, or the librarian who wrote the case study."""
    is_study = record.kind == Kind.CASE_STUDY
    name: str = record.author_name if is_study else record.story.name
    return name


def _claimed(record: Any, user: Any) -> str:
    """Such as "You, until 14:05"; "" where nobody has."""
    if record.held_by is None:
        return ""
    who = "You" if record.held_by == user.pk else record.held_name or "Somebody"
    return f"{who}, until {timezone.localtime(record.held_until):%H:%M}"
