"""Writing down what a person answered, by themselves or vouched for by a lead."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from amd.campaign.models import ConsentWording, User
from amd.consent.models import ConsentRecord, Method
from amd.consent.words import SignedWords
from amd.pictures.models import Picture
from amd.records.errors import MoveNotAllowed
from amd.records.models import Record, Role, Status

from . import narrowing
from .step import raise_version


def record_answer(
    record: Record,
    *,
    words: SignedWords,
    uses: Iterable[str],
    method: str,
    by: User | Role,
    how: str = "",
    told_on: date | None = None,
    evidence: Picture | None = None,
    wording: ConsentWording | None = None,
    seen_version: int | None = None,
) -> ConsentRecord:
    """Keep the answer to these words, as `keep_answer` does."""
    return keep_answer(
        record,
        person=words.person,
        digest=words.digest(),
        uses=uses,
        method=method,
        by=by,
        how=how,
        told_on=told_on,
        evidence=evidence,
        wording=wording,
        seen_version=seen_version,
    )


@transaction.atomic
def keep_answer(
    record: Record,
    *,
    person: str,
    digest: str,
    uses: Iterable[str],
    method: str,
    by: User | Role,
    how: str = "",
    told_on: date | None = None,
    evidence: Picture | None = None,
    wording: ConsentWording | None = None,
    seen_version: int | None = None,
) -> ConsentRecord:
    """Keep it with the wording shown, else the one in force; raises the version if seen.

    The version rises so that a lead who decides on the older state is told. A record
    that is only now being written has nobody to tell. The live copy follows the answer.
    Raises MoveNotAllowed where the record is withdrawn: it stays empty.
    """
    if record.status == Status.WITHDRAWN:
        raise MoveNotAllowed(
            f"{record.shown_reference} is withdrawn",
            sentence="Not kept: it is withdrawn.",
        )
    if seen_version is not None:
        raise_version(record, seen_version=seen_version)
    answer = ConsentRecord.objects.create(
        record_id=record.pk,
        person=person,
        digest=digest,
        uses=sorted(uses),
        wording=wording or ConsentWording.objects.current(person),
        method=Method(method),
        how=how,
        told_on=told_on,
        evidence=evidence,
        vouched_by=by if isinstance(by, User) else None,
    )
    record.story.note_answer(answer)
    narrowing.follow(record, answer, by=by)
    return answer
