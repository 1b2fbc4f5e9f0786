"""The night's mail to each lead: what came, what is due, what ends; an act of the night.

One mail a lead and day, and none with nothing in it. A line names a record by its kind,
reference and organisation; never a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.urls import reverse

from amd.campaign.models import User
from amd.mail import words
from amd.mail.outbox import queue
from amd.publishing.models import Publication
from amd.records.models import Record, Status

from .ages import Band, days_between, in_words, start_of, with_ages
from .links import site_address
from .models import DigestSent, ReviewTimes
from .suspected import without_apart

ENDING = timedelta(days=60)
# A longer list is read in the queue.
MOST_LINES = 10


@dataclass(frozen=True)
class Digest:
    """What one lead is told: of each part its lines."""

    since: date
    new: list[str] = field(default_factory=list)
    due_soon: list[str] = field(default_factory=list)
    overdue: list[str] = field(default_factory=list)
    ending: list[str] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)

    @property
    def counts(self) -> str:
        """Such as "2 new, 1 overdue"; "" where there is nothing to say."""
        counted = (
            (self.overdue, "overdue"),
            (self.due_soon, "due soon"),
            (self.new, "new"),
            (self.ending, "consent ending"),
            (self.regions, "region overdue"),
        )
        return ", ".join(
            _regions(lines) if lines is self.regions else f"{len(lines)} {what}"
            for lines, what in counted
            if lines
        )


def send_digests(today: date, really: bool) -> int:
    """One mail to each lead who has something to do and has none from today; how many."""
    times = ReviewTimes.current()
    had_one = set(
        DigestSent.objects.filter(day=today).values_list("user_id", flat=True)
    )
    count = 0
    for lead in leads():
        if lead.pk in had_one:
            continue
        digest = digest_for(lead, today, times=times)
        if digest.counts and (not really or _send(lead, digest, today)):
            count += 1
    return count


def leads() -> list[User]:
    """Everybody who decides, by their role: whoever runs the site is not one for that."""
    staff = User.objects.filter(is_active=True, is_staff=True, is_superuser=False)
    return [
        user
        for user in staff.prefetch_related("regions")
        if user.has_perm("records.decide_record")
    ]


def digest_for(lead: User, today: date, *, times: ReviewTimes | None = None) -> Digest:
    """National leads read of what has no region, and a line of each region overdue."""
    waiting = with_ages(
        without_apart(Record.objects.visible_to(lead).filter(status=Status.SUBMITTED)),
        times=times,
        today=today,
    ).order_by("waiting_since", "pk")
    own = _own(lead)
    before = DigestSent.objects.filter(user=lead, day__lt=today).last()
    digest = Digest(since=before.day if before else today - timedelta(days=1))
    for record in waiting.filter(own):
        part = _part_of(record, digest, today)
        if part is not None:
            age = in_words(days_between(record.waiting_since, today))
            part.append(f"{_named(record)}, {age}")
    digest.ending.extend(_ending(lead, today))
    if lead.sees_all_regions:
        late = waiting.exclude(own).filter(band=Band.OVERDUE, region__isnull=False)
        digest.regions.extend(_overdue_by_region(late, today))
    return digest


def _own(lead: User, region: str = "region") -> Q:
    own = Q(**{f"{region}__in": [each.pk for each in lead.regions.all()]})
    return own | Q(**{f"{region}__isnull": True}) if lead.sees_all_regions else own


def _part_of(record: Any, digest: Digest, today: date) -> list[str] | None:
    """Of what came today tomorrow's digest tells, so that nothing is new twice."""
    if record.band == Band.OVERDUE:
        return digest.overdue
    if record.band == Band.DUE_SOON:
        return digest.due_soon
    is_new = start_of(digest.since) <= record.waiting_since < start_of(today)
    return digest.new if is_new else None


def _named(row: Record | Publication) -> str:
    organisation = " ".join(row.organisation_name.split())
    named = f"- {row.get_kind_display()} {row.shown_reference}"
    return f"{named}, {organisation}" if organisation else named


def _ending(lead: User, today: date) -> Iterable[str]:
    live = Publication.objects.live().filter(
        _own(lead, "record__region"), ends_on__range=(today, today + ENDING)
    )
    for publication in live.order_by("ends_on", "pk"):
        until = f"{publication.ends_on.day} {publication.ends_on:%B %Y}"
        yield f"{_named(publication)}, until {until}"


def _overdue_by_region(late: QuerySet[Any], today: date) -> Iterable[str]:
    rows = late.order_by("region__name", "region_id", "waiting_since").values_list(
        "region_id", "region__name", "waiting_since"
    )
    for _, of_one in groupby(rows, key=lambda row: row[0]):
        found: list[tuple[int, str, datetime]] = list(of_one)
        _, name, oldest = found[0]
        age = in_words(days_between(oldest, today))
        yield f"- {name}: {len(found)}, the oldest {age}"


def _regions(lines: list[str]) -> str:
    return f"{len(lines)} region{'s' if len(lines) > 1 else ''} overdue"


def _send(lead: User, digest: Digest, today: date) -> bool:
    regions = list(lead.regions.all())
    is_of_one = len(regions) == 1 and not lead.sees_all_regions
    mail = words.digest(
        name=lead.name,
        counts=digest.counts,
        since=f"{digest.since.day} {digest.since:%B}",
        overdue=_lines(digest.overdue),
        due_soon=_lines(digest.due_soon),
        new=_lines(digest.new),
        ending=_lines(digest.ending),
        regions=_lines(digest.regions),
        queue=site_address(reverse("admin:records_record_changelist")),
    )
    try:
        with transaction.atomic():
            DigestSent.objects.create(user=lead, day=today)
            queue(lead.email, mail, region=regions[0] if is_of_one else None)
    except IntegrityError:
        # Another worker's run has just written it.
        return False
    return True


def _lines(lines: list[str]) -> str:
    more = len(lines) - MOST_LINES
    rest = [f"- and {more} more"] if more > 0 else []
    return "\n".join([*lines[:MOST_LINES], *rest])
