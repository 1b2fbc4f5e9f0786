"""One record, of either kind: its status and version, and every decision about it."""

import uuid
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from amd.campaign.scoping import RegionScopedQuerySet

from . import reference


class Status(models.TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Waiting for review"
    SENT_BACK = "sent_back", "Sent back for more work"
    ACCEPTED = "accepted", "Accepted"
    PUBLISHED = "published", "Published"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Move(models.TextChoices):
    SUBMIT = "submit", "Sent for review"
    SEND_BACK = "send_back", "Sent back"
    EDIT = "edit", "Edited"
    ACCEPT = "accept", "Accepted"
    ESCALATE = "escalate", "Escalated"
    LIFT = "lift", "Escalation lifted"
    PUBLISH = "publish", "Published"
    DECLINE = "decline", "Declined"
    REOPEN = "reopen", "Reopened"
    REVISE = "revise", "Revised"
    TAKE_DOWN = "take_down", "Taken down"
    REMOVE_QUOTED_PERSON = "remove_quoted_person", "Quoted person removed"
    WITHDRAW = "withdraw", "Withdrawn"


class Role(models.TextChoices):
    """Who acted, in words that outlive the erasure of a name."""

    AUTHOR = "author", "Author"
    QUOTED_PERSON = "quoted_person", "Quoted person"
    LEAD = "lead", "Library lead"
    NIGHTLY = "nightly", "Nightly run"
    SET_UP = "set_up", "Set-up"


_S = Status
_UNCHANGED: dict[Status, Status] = {status: status for status in Status}
_BY_LEAD = (_S.SUBMITTED, _S.ACCEPTED)

# Move → {status it may start from: status it leads to}. "Live" is asked beside it.
ALLOWED_MOVES: dict[Move, dict[Status, Status]] = {
    Move.SUBMIT: dict.fromkeys((_S.DRAFT, _S.SENT_BACK), _S.SUBMITTED),
    Move.SEND_BACK: dict.fromkeys(_BY_LEAD, _S.SENT_BACK),
    Move.EDIT: {
        _S.DRAFT: _S.DRAFT,
        _S.SENT_BACK: _S.SENT_BACK,
        _S.SUBMITTED: _S.SUBMITTED,
        _S.ACCEPTED: _S.SUBMITTED,
    },
    Move.ACCEPT: {_S.SUBMITTED: _S.ACCEPTED},
    Move.ESCALATE: {
        _S.SUBMITTED: _S.ACCEPTED,
        _S.ACCEPTED: _S.ACCEPTED,
        _S.PUBLISHED: _S.PUBLISHED,
    },
    Move.LIFT: {status: status for status in (_S.SUBMITTED, _S.ACCEPTED, _S.PUBLISHED)},
    Move.PUBLISH: dict.fromkeys(_BY_LEAD, _S.PUBLISHED),
    Move.DECLINE: dict.fromkeys((_S.SUBMITTED, _S.SENT_BACK, _S.ACCEPTED), _S.DECLINED),
    Move.REOPEN: {_S.DECLINED: _S.SUBMITTED},
    Move.REVISE: {_S.PUBLISHED: _S.SUBMITTED},
    Move.TAKE_DOWN: _UNCHANGED | {_S.PUBLISHED: _S.ACCEPTED},
    Move.REMOVE_QUOTED_PERSON: _UNCHANGED
    | {_S.ACCEPTED: _S.SUBMITTED, _S.PUBLISHED: _S.SUBMITTED},
    Move.WITHDRAW: {
        status: _S.WITHDRAWN
        for status in Status
        if status not in (_S.DRAFT, _S.WITHDRAWN)
    },
}


class Kind(models.TextChoices):
    """The value is the accessor of the child row."""

    ENDORSEMENT = "endorsement", "Endorsement"
    CASE_STUDY = "casestudy", "Impact case study"


class RecordQuerySet(RegionScopedQuerySet):
    def visible_to(self, user: Any) -> "RecordQuerySet":
        """The user's regions' records; drafts belong to their authors alone."""
        return super().visible_to(user).exclude(status=Status.DRAFT)

    def waiting(self) -> "RecordQuerySet":
        """What a lead has to decide, oldest first."""
        return self.filter(status__in=_BY_LEAD).order_by("submitted_at", "pk")


class Record(models.Model):
    """The working copy that both kinds share; the public one is a Publication."""

    reference = models.CharField(
        max_length=reference.LENGTH,
        unique=True,
        editable=False,
        default=reference.new_reference,
    )
    kind = models.CharField(max_length=20, choices=Kind, editable=False)
    region = models.ForeignKey(
        "campaign.Region", models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "campaign.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    organisation_name = models.CharField(
        "organisation", max_length=120, blank=True, help_text="As displayed on that day"
    )
    status = models.CharField(
        max_length=20, choices=Status, default=Status.DRAFT, editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    author_name = models.CharField("your name", max_length=80, blank=True)
    author_email = models.EmailField("email address", blank=True)
    link_key = models.PositiveIntegerField(default=1, editable=False)
    # One form, one record: the second of two clicks finds the first one's row.
    form_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    is_sample = models.BooleanField(default=False, editable=False)
    recorded_by = models.ForeignKey(
        "campaign.User",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(null=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        permissions = [("decide_record", "Can see, edit and decide records")]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="record_status_known"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=Kind.values), name="record_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.shown_reference}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A reference drawn twice, which happens among thousands, is drawn again."""
        taken = Record.objects.filter(reference=self.reference)
        while self._state.adding and taken.exclude(pk=self.pk).exists():
            self.reference = reference.new_reference()
            taken = Record.objects.filter(reference=self.reference)
        super().save(*args, **kwargs)

    @property
    def shown_reference(self) -> str:
        return reference.shown(self.reference)

    @property
    def address_reference(self) -> str:
        return reference.in_address(self.reference)

    @property
    def story(self) -> Any:
        """The child row, which keeps the promises of moderation.story.Story. One query."""
        return self if type(self) is not Record else getattr(self, self.kind)

    @property
    def is_forgotten(self) -> bool:
        """A draft that was not sent in time, and of which nothing is left."""
        return self.status == Status.DRAFT and not self.author_email

    def may(self, move: Move) -> bool:
        return Status(self.status) in ALLOWED_MOVES[move]


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise ValidationError("These rows are never changed")

    def delete(self) -> NoReturn:
        raise ValidationError("These rows are never deleted")


class Decision(models.Model):
    """One move: who, when, from, to and why; written once, kept for ever.

    The words of a note may be erased with the record's other words; the row stays.
    """

    record = models.ForeignKey(Record, models.PROTECT, related_name="decisions")
    move = models.CharField(max_length=30, choices=Move)
    from_status = models.CharField(max_length=20, choices=Status)
    to_status = models.CharField(max_length=20, choices=Status)
    version = models.PositiveIntegerField(help_text="The version that came of it")
    role = models.CharField(max_length=20, choices=Role)
    user = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )
    reason = models.ForeignKey(
        "campaign.Reason", models.PROTECT, null=True, related_name="+"
    )
    note = models.TextField(blank=True, max_length=4000)
    made_at = models.DateTimeField(default=timezone.now)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["record", "version"], name="one_decision_a_record_and_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_move_display()}, version {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise ValidationError("A decision is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ValidationError("A decision is never deleted")

    @classmethod
    def erase_notes(cls, record: Record) -> None:
        """Empty the notes of a withdrawn record; who, when, from and to stay."""
        models.QuerySet(cls).filter(record=record).update(note="")
