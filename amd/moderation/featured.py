"""Escalation: a case study that meets all five criteria is featured while it does."""

from amd.publishing import live
from amd.records.models import Record

from .models import Criterion, CriterionMark


def escalated(record: Record) -> list[str]:
    """What keeps it from being escalated, as sentences. One query."""
    if not record.story.has_criteria:
        return ["Only a case study is escalated: it has criteria to meet."]
    met = set(
        CriterionMark.objects.filter(
            record_id=record.pk, mark=CriterionMark.Mark.MET
        ).values_list("criterion", flat=True)
    )
    return [
        f"Criterion {each.value} is not marked as met: {each.label}."
        for each in Criterion
        if each not in met
    ]


def featured_still(record: Record) -> bool:
    """Whether these words, too, meet what it was escalated for. Up to two queries."""
    return not live.is_featured(record) or not escalated(record)
