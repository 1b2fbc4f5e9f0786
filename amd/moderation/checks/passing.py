"""Passing a warning: somebody read it, judged it and says why; a lead can take it back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import transaction

from amd.campaign.models import User
from amd.moderation.claims import refuse_if_claimed
from amd.moderation.models import WarningPassed
from amd.moderation.step import check_allowed, hold
from amd.records.errors import NotReady
from amd.records.models import Move, Record, Role

from .findings import Finding

# An author's reason is read by the lead, who passes the warning herself or does not.
COUNTS = (Role.LEAD, Role.SET_UP)


@dataclass(frozen=True)
class Judged:
    """A finding, who passed it and what the author says about it."""

    finding: Finding
    passed: WarningPassed | None = None
    by_author: WarningPassed | None = None

    @property
    def waits(self) -> bool:
        """A warning that nobody has judged yet; a block is not for judging."""
        return self.passed is None and not self.finding.is_block


def judged(record: Record, findings: Iterable[Finding]) -> list[Judged]:
    """Each finding with its passes. One query, none where nothing was found."""
    found = list(findings)
    if not found:
        return []
    keys = [finding.key for finding in found]
    rows = WarningPassed.objects.filter(record_id=record.pk, finding__in=keys)
    passes = {
        (row.finding, row.role in COUNTS): row for row in rows.select_related("user")
    }
    return [
        Judged(each, passes.get((each.key, True)), passes.get((each.key, False)))
        for each in found
    ]


def is_passed(record: Record, keys: Collection[str]) -> bool:
    """Whether each of these is passed at this moment. One query, none without keys."""
    if not keys:
        return True
    rows = WarningPassed.objects.filter(record_id=record.pk, role__in=COUNTS)
    return set(keys) <= set(rows.values_list("finding", flat=True))


@transaction.atomic
def pass_warnings(
    record: Record,
    findings: Iterable[Finding],
    *,
    by: User | Role,
    reason: str,
    seen_version: int | None = None,
) -> int:
    """Keep the reason for each of these warnings of the words as they were seen.

    A block is never passed: it is left out of the number that is returned. Raises
    AlreadyDecided, MoveNotAllowed or ClaimedByAnother for a lead, NotReady without a
    reason, and keeps nothing then.
    """
    if not reason.strip():
        raise NotReady(f"{record.shown_reference}: no reason", missing=[SAY_WHY])
    if isinstance(by, User):
        _may_judge(record, by, seen_version)
    role = by if isinstance(by, Role) else Role.LEAD
    warnings = [each for each in findings if not each.is_block]
    for each in warnings:
        WarningPassed.objects.update_or_create(
            record_id=record.pk,
            finding=each.key,
            role=role,
            defaults={
                "code": each.code,
                "reason": reason.strip(),
                "user": by if isinstance(by, User) else None,
            },
        )
    return len(warnings)


@transaction.atomic
def take_back(record: Record, key: str, *, by: User, seen_version: int) -> bool:
    """The warning is open again; False where nobody had passed it."""
    _may_judge(record, by, seen_version)
    rows = WarningPassed.objects.filter(record_id=record.pk, finding=key)
    return bool(rows.filter(role__in=COUNTS).delete()[0])


def _may_judge(record: Record, by: User, seen_version: int | None) -> None:
    check_allowed(record, Move.PUBLISH, Role.LEAD)
    refuse_if_claimed(record, by=by)
    if seen_version is not None:
        hold(record, seen_version=seen_version)


SAY_WHY = "Say why these warnings do not matter here."
