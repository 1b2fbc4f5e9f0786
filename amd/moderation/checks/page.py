"""What the review page shows of the checks: to put right, to judge, and judged."""

from typing import Any

from amd.campaign.models import User
from amd.records.models import Move, Record

from .forms import PassForm
from .passing import Judged, judged
from .patient_details import CODE as PATIENT
from .run import found_in_words

OF_PICTURE = {
    "picture_alt": "Description of the picture",
    "picture_credit": "Picture credit",
}


def checks_context(
    record: Record, user: User, form: PassForm | None = None
) -> dict[str, Any]:
    """{"checks": …} for admin/records/record/_checks.html; a refused form comes in."""
    found = judged(record, found_in_words(record.story))
    warnings = [each for each in found if _waits(each)]
    blocks = [each for each in found if each.finding.is_block]
    may_judge = record.may(Move.PUBLISH)
    form = form or PassForm(warnings=warnings, initial={"version": record.version})
    ticked = form["findings"].value() or []
    return {
        "checks": {
            "blocks": [_shown(record, each) for each in blocks],
            "warnings": [
                {**_shown(record, each), "is_ticked": each.finding.key in ticked}
                for each in warnings
            ],
            "passed": [_shown(record, each) for each in found if not each.is_open],
            "form": form if may_judge and warnings else None,
            "names_a_patient": any(b.finding.code == PATIENT for b in blocks),
            "is_empty": not found,
            "may_judge": may_judge,
            "version": record.version,
        }
    }


def warnings_of(record: Record, user: User) -> list[Judged]:
    """Those that wait for somebody's judgement, as the review page lists them."""
    return [
        each for each in judged(record, found_in_words(record.story)) if _waits(each)
    ]


def _waits(each: Judged) -> bool:
    return each.is_open and not each.finding.is_block


def _shown(record: Record, each: Judged) -> dict[str, Any]:
    finding = each.finding
    shown = {
        "key": finding.key,
        "sentence": finding.sentence,
        "where": where(record, finding.field),
        "around": finding.around,
        "passed": each.passed,
        "by_author": each.by_author,
    }
    if each.passed:
        shown["passed_by"] = each.passed.user or each.passed.get_role_display()
    return shown


def where(record: Record, field: str) -> str:
    """The name of the question it stands in, as the author reads it."""
    story = record.story
    names = {**story.questions(), **OF_PICTURE}
    if field in names or not field:
        return str(names.get(field, ""))
    label = str(story._meta.get_field(field).verbose_name)
    return label[:1].upper() + label[1:]
