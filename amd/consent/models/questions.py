"""The question: one person, one text, frozen as it was when they were asked."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from amd.consent.words import Person, SignedWords
from amd.records.models import Record, Role

from .answers import ConsentRecord

ANSWER_WITHIN = timedelta(days=30)


def new_key() -> int:
    return secrets.randbelow(2**31)


def last_day() -> datetime:
    return timezone.now() + ANSWER_WITHIN


class SignOffQuerySet(models.QuerySet["SignOff"]):
    def open(self) -> "SignOffQuerySet":
        """Those that may still be answered."""
        return self.filter(
            answer="", replaced_at=None, expires_at__gt=timezone.now()
        ).exclude(email="")

    def newest(self, record: Record, person: str) -> "SignOff | None":
        found = self.filter(record_id=record.pk, person=person)
        return found.order_by("-pk").first()


class SignOff(models.Model):
    """Asked once; answered at most once, and that answer is never changed.

    A change of mind is a ConsentRecord of its own. The words are emptied with the
    record's; digest and dates stay.
    """

    class Answer(models.TextChoices):
        APPROVED = "approved", "Approved"
        CHANGES = "changes", "Asked for a change"
        REFUSED = "refused", "Said no"

    record = models.ForeignKey(Record, models.PROTECT, related_name="sign_offs")
    person = models.CharField(max_length=20, choices=Person)
    digest = models.CharField(max_length=64)
    texts = models.JSONField(default=dict)
    photo_digest = models.CharField(max_length=64, blank=True)
    email = models.EmailField("their email address", blank=True)
    wording = models.ForeignKey("campaign.ConsentWording", models.PROTECT)
    asked_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )
    asked_as = models.CharField(max_length=20, choices=Role)
    # In the link: another number voids it.
    key = models.PositiveIntegerField(default=new_key, editable=False)
    asked_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=last_day)
    replaced_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=20, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    comment = models.TextField(blank=True, max_length=2000)
    consent = models.OneToOneField(
        ConsentRecord, models.PROTECT, null=True, blank=True, related_name="sign_off"
    )

    objects = SignOffQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at=None)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                name="sign_off_answered_with_a_date",
            ),
            models.UniqueConstraint(
                fields=["record", "person"],
                condition=models.Q(answer="", replaced_at=None),
                name="one_open_sign_off_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"Sign-off of {self.get_person_display().lower()}"

    @property
    def is_expired(self) -> bool:
        return not self.answer and self.expires_at <= timezone.now()

    @property
    def is_open(self) -> bool:
        return not (self.answer or self.replaced_at or self.is_expired)

    def covers(self, words: SignedWords | None) -> bool:
        """Whether these are the words and the picture that were asked about."""
        return words is not None and words.digest() == self.digest


def close_open(record: Record, person: str) -> int:
    """A newer question, or a withdrawal, takes the place of one without an answer."""
    waiting = SignOff.objects.filter(
        record_id=record.pk, person=person, answer="", replaced_at=None
    )
    return waiting.update(replaced_at=timezone.now())


def erase_questions(record: Record, person: str = "") -> None:
    """Empty words, address and comment; who was asked when, and the answer, stay."""
    rows = SignOff.objects.filter(record_id=record.pk)
    if person:
        rows = rows.filter(person=person)
    rows.filter(answer="", replaced_at=None).update(replaced_at=timezone.now())
    empty: dict[str, Any] = {
        "texts": {},
        "email": "",
        "comment": "",
        "photo_digest": "",
    }
    rows.update(**empty)


class Reminder(models.Model):
    """One mail before an answer ends, or when it is due to be asked again."""

    class Kind(models.TextChoices):
        REVIEW = "review", "Asked again after two years"
        SIXTY = "sixty", "60 days before it ends"
        FOURTEEN = "fourteen", "14 days before it ends"

    consent = models.ForeignKey(ConsentRecord, models.PROTECT, related_name="reminders")
    kind = models.CharField(max_length=20, choices=Kind)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["consent", "kind"], name="one_reminder_a_consent_and_kind"
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
