"""What the desk wrote about a record, emptied with its words."""

from django.db import models

from amd.records.models import Record

from .models import (
    Claim,
    ColleagueQuestion,
    CriterionMark,
    DecidedWords,
    FieldComment,
    QueueEntry,
    TextPrint,
    WarningPassed,
)


def forget_desk(record: Record) -> None:
    """Comments, questions to colleagues, reasons and earlier words, for whoever withdraws.

    Any of them may quote the person. That there was a claim or a question stays.
    """
    for beside in (DecidedWords, FieldComment):
        models.QuerySet(beside).filter(decision__record_id=record.pk).delete()
    for model in (CriterionMark, WarningPassed, TextPrint, QueueEntry):
        models.QuerySet(model).filter(record_id=record.pk).delete()
    Claim.objects.filter(record_id=record.pk).update(reason="")
    asked = ColleagueQuestion.objects.filter(record_id=record.pk)
    asked.update(email="", question="", answer="", key=models.F("key") + 1)
