"""What stands beside a decision: who has claimed a record, the words, the warnings."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from amd.records.models import Decision, Record, Role


class Claim(models.Model):
    """A lead at work on a record; whoever else decides it meanwhile is refused.

    One open claim a record; the ended ones tell who took it over, and why.
    """

    record = models.ForeignKey(Record, models.PROTECT, related_name="claims")
    user = models.ForeignKey("campaign.User", models.CASCADE, related_name="+")
    began_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    taken_from = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField("why it was taken over", max_length=300, blank=True)

    objects: ClassVar[models.Manager["Claim"]] = models.Manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["record"],
                condition=Q(ended_at=None),
                name="one_open_claim_a_record",
            )
        ]

    def __str__(self) -> str:
        return f"Claim until {self.until:%H:%M}"


class FieldComment(models.Model):
    """What a lead asks to change in one answer, read by the author beside it."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="comments")
    field = models.SlugField(max_length=40)
    text = models.TextField(max_length=1000)

    objects: ClassVar[models.Manager["FieldComment"]] = models.Manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "field"], name="one_comment_a_decision_and_field"
            )
        ]

    def __str__(self) -> str:
        return self.field


class DecidedWords(models.Model):
    """The words as a lead had them before her at a decision, to compare the next ones."""

    decision = models.OneToOneField(
        Decision, models.PROTECT, primary_key=True, related_name="words"
    )
    texts = models.JSONField(help_text="For each person: the words they answer for")
    photo_digest = models.CharField(max_length=64, blank=True)

    objects: ClassVar[models.Manager["DecidedWords"]] = models.Manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Words at decision {self.pk}"


class WarningPassed(models.Model):
    """A warning that somebody read and judged, with their reason.

    An author's reason is shown to the lead, who passes it again or does not.
    """

    record = models.ForeignKey(Record, models.PROTECT, related_name="warnings_passed")
    # SHA-256 of the check's code and of what it found: other words, another warning.
    finding = models.CharField(max_length=64)
    code = models.SlugField(max_length=40)
    reason = models.CharField(max_length=500)
    role = models.CharField(max_length=20, choices=Role)
    user = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )
    passed_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager["WarningPassed"]] = models.Manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["record", "finding", "role"],
                name="one_pass_a_record_finding_and_role",
            )
        ]

    def __str__(self) -> str:
        return self.code


class TextPrint(models.Model):
    """One of a record's sampled word sequences as a number, to find near-duplicates."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="prints")
    value = models.BigIntegerField()

    objects: ClassVar[models.Manager["TextPrint"]] = models.Manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["value", "record"], name="one_print_a_value_and_record"
            )
        ]

    def __str__(self) -> str:
        return str(self.value)
