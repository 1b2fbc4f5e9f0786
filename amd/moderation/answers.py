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


@transaction.atomic
def record_answer(
    record: Record,
    *,
    words: SignedWords | ConsentRecord,
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

    `words` are what it is about, or an earlier answer to the same words. The version
    rises so that a lead who decides on the older state is told. A record that is only
    now being written has nobody to tell. The live copy follows the answer. Raises
    MoveNotAllowed where the record is withdrawn: it stays empty.
    """
    if record.status == Status.WITHDRAWN:
        raise MoveNotAllowed(
            f"{record.shown_reference} is withdrawn",
            sentence="Not kept: it is withdrawn.",
        )
    if seen_version is not None:
        raise_version(record, seen_version=seen_version)
    about = words.digest if isinstance(words, ConsentRecord) else words.digest()
    answer = ConsentRecord.objects.create(
        record_id=record.pk,
        person=words.person,
        digest=about,
        uses=sorted(uses),
        wording=wording or ConsentWording.objects.current(words.person),
        method=Method(method),
        how=how,
        told_on=told_on,
        evidence=evidence,
        vouched_by=by if isinstance(by, User) else None,
    )
    record.story.note_answer(answer)
    narrowing.follow(record, answer, by=by)
    return answer
