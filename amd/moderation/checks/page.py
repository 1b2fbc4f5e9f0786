"""What the review page shows of the checks: to put right, to judge, and judged."""

from collections.abc import Sequence
from typing import Any

from amd.campaign.models import User
from amd.records.models import Move, Record

from .findings import drawing
from .forms import PassForm
from .passing import Judged, judged
from .patient_details import CODE as PATIENT
from .run import found_about

OF_PICTURE = {
    "picture": "Picture",
    "picture_alt": "Description of the picture",
    "picture_credit": "Picture credit",
}


def checks_context(
    record: Record,
    user: User,
    form: PassForm | None = None,
    *,
    found: Sequence[Judged] | None = None,
    problems: Sequence[str] = (),
) -> dict[str, Any]:
    """{"checks": …} for admin/records/record/_checks.html.

    A refused form comes in, what was found where that is known already, and what is
    wrong with the drawn card.
    """
    if found is None:
        found = judged(record, found_about(record, by=user))
    found = [*(Judged(drawing(problem)) for problem in problems), *found]
    warnings = [each for each in found if each.waits]
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
            "passed": [
                _shown(record, each)
                for each in found
                if each.passed and not each.finding.is_block
            ],
            "form": form if may_judge and warnings else None,
            "names_a_patient": any(b.finding.code == PATIENT for b in blocks),
            "is_empty": not found,
            "may_judge": may_judge,
            "version": record.version,
        }
    }


def _shown(record: Record, each: Judged) -> dict[str, Any]:
    finding = each.finding
    shown: dict[str, Any] = {
        "key": finding.key,
        "sentence": finding.sentence,
        "where": where(record, finding.field),
        "around": finding.around,
        "url": finding.url,
        "passed": each.passed,
        "by_author": each.by_author,
    }
    if each.passed:
        shown["passed_by"] = each.passed.user or each.passed.get_role_display()
    return shown


def where(record: Record, field: str) -> str:
    """The name of the question it stands in, as the author reads it."""
    story = record.story
    names = {**OF_PICTURE, **story.questions()}
    if field in names or not field:
        return str(names.get(field, ""))
    label = str(story._meta.get_field(field).verbose_name)
    return label[:1].upper() + label[1:]
