"""Keeps where each record stands in the queue, for the queue to filter and count by.

Who agreed to which words is told by digests, which no database can work out; so it is
worked out here, once for each version of a record and each question and answer.
With it goes since when a record waits, which would be a search for every row.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from amd.consent.models import ConsentRecord, SignOff
from amd.records.models import Record, Status

from .ages import start_of, with_ages
from .asking import Standing, State, standings_of
from .models import QueueEntry

Stage = QueueEntry.Stage

# A list that any database takes.
AT_ONCE = 500
WRITTEN = ["version", "question", "answer", "stage", "waiting_since", "until"]


def keep_up(records: QuerySet[Any]) -> None:
    """Write anew the entries of those that have changed since.

    One query where none has; five more for every 500 that have.
    """
    changed = list(_changed(records))
    for start in range(0, len(changed), AT_ONCE):
        _keep(changed[start : start + AT_ONCE])


def stage_of(standings: Iterable[Standing]) -> Stage:
    """One stage for all of them: what a lead would see to first."""
    states = {each.state for each in standings}
    if states & {State.CHANGES, State.REFUSED}:
        return Stage.UNHAPPY
    wanting = states - {State.AGREED, State.VOUCHED}
    if not wanting:
        return Stage.AGREED
    return Stage.WAITING if wanting == {State.WAITING} else Stage.TO_ASK


def _changed(records: QuerySet[Any]) -> QuerySet[Any]:
    """The keys of those whose entry is of before a move, a question or an answer."""
    has_ended = Q(queued__until__lte=timezone.now())
    is_of_before = ~Q(queued__version=F("version"))
    newer = [
        Q(pk__in=rows.filter(pk__gt=F(f"record__queued__{name}")).values("record_id"))
        for name, rows in (
            ("question", SignOff.objects.all()),
            ("answer", ConsentRecord.objects.all()),
        )
    ]
    kept = records.exclude(status=Status.WITHDRAWN)
    changed = Q(queued=None) | has_ended | is_of_before | newer[0] | newer[1]
    return kept.filter(changed).order_by("pk").values_list("pk", flat=True)


def _newest(model: type[Any]) -> Coalesce:
    """The key of the newest row about a record; 0 for none."""
    rows = model.objects.filter(record_id=OuterRef("pk")).order_by("-pk")
    return Coalesce(Subquery(rows.values("pk")[:1]), Value(0))


def _keep(keys: Sequence[int]) -> None:
    rows = Record.objects.filter(pk__in=keys).exclude(status=Status.WITHDRAWN)
    records = list(
        with_ages(rows)
        .annotate(
            newest_question=_newest(SignOff), newest_answer=_newest(ConsentRecord)
        )
        .select_related("endorsement__photo", "casestudy__picture")
        .order_by("pk")
    )
    found = standings_of(records)
    QueueEntry.objects.bulk_create(
        [
            QueueEntry(
                record_id=record.pk,
                version=record.version,
                question=record.newest_question,
                answer=record.newest_answer,
                waiting_since=record.waiting_since,
                stage=stage_of(found[record.pk]),
                until=min(filter(None, map(_ends, found[record.pk])), default=None),
            )
            for record in records
        ],
        update_conflicts=True,
        unique_fields=["record"],
        update_fields=WRITTEN,
    )


def _ends(standing: Standing) -> datetime | None:
    """When time alone changes where this person stands."""
    if standing.state == State.WAITING and standing.question:
        return standing.question.expires_at
    if standing.is_covered and standing.answer:
        return start_of(standing.answer.ends_on + timedelta(days=1))
    return None
