"""Keeps where the sign-off of each record stands, for the queue to filter and count by.

Who agreed to which words is told by digests, which no database can work out; so it is
worked out here, once for each version of a record and each question and answer.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from amd.consent.models import ConsentRecord, SignOff
from amd.records.models import Status

from .ages import start_of
from .asking import Standing, State, standings_of
from .models import QueuedSignOff

Stage = QueuedSignOff.Stage

# A list that any database takes.
AT_ONCE = 500


def keep_up(records: QuerySet[Any]) -> None:
    """Work out the stage of those that have changed since it was kept.

    One query where none has; four for every 500 that have.
    """
    last = 0
    while True:
        changed = list(_changed(records).filter(pk__gt=last)[:AT_ONCE])
        if changed:
            _keep(changed)
            last = changed[-1].pk
        if len(changed) < AT_ONCE:
            return


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
    """Whose kept stage is of another version, or of before a question or an answer."""
    has_ended = Q(queued__until__lte=timezone.now())
    is_as_kept = Q(
        queued__version=F("version"),
        queued__question=F("newest_question"),
        queued__answer=F("newest_answer"),
    )
    return (
        records.exclude(status=Status.WITHDRAWN)
        .annotate(
            newest_question=_newest(SignOff), newest_answer=_newest(ConsentRecord)
        )
        .filter(Q(queued=None) | has_ended | ~is_as_kept)
        .select_related("endorsement__photo", "casestudy__picture")
        .order_by("pk")
    )


def _newest(model: type[Any]) -> Coalesce:
    """The key of the newest row about a record; 0 for none."""
    rows = model.objects.filter(record_id=OuterRef("pk")).order_by("-pk")
    return Coalesce(Subquery(rows.values("pk")[:1]), Value(0))


def _keep(records: Sequence[Any]) -> None:
    found = standings_of(records)
    QueuedSignOff.objects.bulk_create(
        [
            QueuedSignOff(
                record_id=record.pk,
                version=record.version,
                question=record.newest_question,
                answer=record.newest_answer,
                stage=stage_of(found[record.pk]),
                until=min(filter(None, map(_ends, found[record.pk])), default=None),
            )
            for record in records
        ],
        update_conflicts=True,
        unique_fields=["record"],
        update_fields=["version", "question", "answer", "stage", "until"],
    )


def _ends(standing: Standing) -> datetime | None:
    """When time alone changes where this person stands."""
    if standing.state == State.WAITING and standing.question:
        return standing.question.expires_at
    if standing.is_covered and standing.answer:
        return start_of(standing.answer.ends_on + timedelta(days=1))
    return None
