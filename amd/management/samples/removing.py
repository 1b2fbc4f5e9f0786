"""Take every sample out again, and nothing else.

Decisions and answers are append-only for everyone; samples are the one exception, and
this is the one place. Rows go in the order in which they point at each other; files go
when the transaction has committed.
"""

from functools import partial

from django.db import models, transaction

from amd.campaign.models import User
from amd.consent.models import ConsentRecord, Reminder, SignOff
from amd.mail.models import Outbox
from amd.moderation.models import (
    Claim,
    ColleagueQuestion,
    CriterionMark,
    DecidedWords,
    FieldComment,
    QueueEntry,
    Suspected,
    TextPrint,
    WarningPassed,
)
from amd.pictures.models import Picture
from amd.publishing import files, indexing
from amd.publishing.models import (
    CardUse,
    CaseStudyOfTheWeek,
    Download,
    DownloadCount,
    Featured,
    FrontRow,
    Publication,
)
from amd.publishing.packs.retiring import forget_packs
from amd.records.models import Decision, Record
from casestudies.models import CaseStudy
from endorsements.models import Endorsement

from .champions import remove_champions
from .logos import remove_logos
from .places import remove_organisations
from .staff import STAFF

# In the order in which they point at each other.
OF_A_RECORD: tuple[type[models.Model], ...] = (
    Publication,
    Download,
    DownloadCount,
    CardUse,
    Featured,
    FrontRow,
    CaseStudyOfTheWeek,
    CriterionMark,
    WarningPassed,
    TextPrint,
    QueueEntry,
    Suspected,
    Claim,
    ColleagueQuestion,
    Decision,
    SignOff,
    ConsentRecord,
)


@transaction.atomic
def remove_samples() -> dict[str, int]:
    """What was removed of each thing."""
    references = _references()
    pictures = _pictures()
    models.QuerySet(Outbox).filter(reference__in=references).delete()
    models.QuerySet(Reminder).filter(consent__record__is_sample=True).delete()
    for beside in (DecidedWords, FieldComment):
        models.QuerySet(beside).filter(decision__record__is_sample=True).delete()
    forget_packs(Record.objects.filter(is_sample=True))
    for model in OF_A_RECORD:
        models.QuerySet(model).filter(record__is_sample=True).delete()
    counts = {
        "endorsements": _delete(Endorsement),
        "champions": remove_champions(),
        "case studies": _delete(CaseStudy),
        "organisations": remove_organisations(),
        "staff": _remove_staff(),
    }
    remove_logos()
    for picture in pictures:
        picture.delete_files_on_commit()
        picture.delete()
    for reference in references:
        transaction.on_commit(partial(files.remove, reference), robust=True)
    indexing.rebuild()
    return counts


def _references() -> list[str]:
    samples = Record.objects.filter(is_sample=True)
    return list(samples.values_list("reference", flat=True))


def _pictures() -> list[Picture]:
    """Those of samples and of their approved copies, each once."""
    keys: set[int | None] = set()
    for rows, column in (
        (Endorsement.objects.filter(is_sample=True), "photo"),
        (CaseStudy.objects.filter(is_sample=True), "picture"),
        (Publication.objects.filter(record__is_sample=True), "photo"),
        (ConsentRecord.objects.filter(record__is_sample=True), "evidence"),
    ):
        keys.update(rows.values_list(column, flat=True))
    return list(Picture.objects.filter(pk__in=keys - {None}))


def _delete(model: type[Record]) -> int:
    samples = model.objects.filter(is_sample=True)
    count = samples.count()
    samples.delete()
    return count


def _remove_staff() -> int:
    accounts = User.objects.filter(email__in=[row[0] for row in STAFF])
    count = accounts.count()
    accounts.delete()
    return count
