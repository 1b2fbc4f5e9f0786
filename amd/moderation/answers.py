"""Writing down what a person answered, by themselves or vouched for by a lead."""

from collections.abc import Iterable

from django.db import transaction

from amd.campaign.models import ConsentWording, User
from amd.consent.models import ConsentRecord, Method
from amd.consent.words import SignedWords
from amd.records.errors import MoveNotAllowed
from amd.records.models import Record, Role, Status

from . import narrowing
from .step import raise_version


@transaction.atomic
def record_answer(
    record: Record,
    *,
    words: SignedWords,
    uses: Iterable[str],
    method: str,
    by: User | Role,
    how: str = "",
    seen_version: int | None = None,
) -> ConsentRecord:
    """Keep the answer with the wording in force; raises the record's version if seen.

    The version rises so that a lead who decides on the older state is told. A record
    that is only now being written has nobody to tell. A live copy that shows more than
    this answer agrees to is narrowed or taken down. Raises MoveNotAllowed where the
    record is withdrawn: it stays empty.
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
        person=words.person,
        digest=words.digest(),
        uses=sorted(uses),
        wording=ConsentWording.objects.current(words.person),
        method=Method(method),
        how=how,
        vouched_by=by if isinstance(by, User) else None,
    )
    if seen_version is not None:
        narrowing.follow(record, answer, by=by)
    return answer
