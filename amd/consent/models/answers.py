"""The answer: what a person agreed to, for which exact words, told by whom and how."""

from datetime import timedelta
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from amd.consent.words import Person, SignedWords
from amd.records.models import AppendOnlyQuerySet, Record

# Review after two years, end after five: practice varies between two and five.
REVIEW_AFTER = timedelta(days=2 * 365)
END_AFTER = timedelta(days=5 * 365)


class Use(models.TextChoices):
    """What a person can agree to, each asked on its own and un-ticked."""

    WEBSITE = "website", "Website and national collection"
    NAME = "name", "Name"
    TITLE = "title", "Job title and organisation"
    PHOTO = "photo", "Photo"
    SOCIAL = "social", "Social media"
    INTERNAL = "internal", "Internal use"
    CONTACT = "contact", "Contact again"


class Method(models.TextChoices):
    WEB_FORM = "web_form", "Web form"
    CONFIRMED = "confirmed", "Web form, email address confirmed"
    SIGN_OFF = "sign_off", "Their own sign-off"
    LETTER = "letter", "Letter"
    EMAIL = "email", "Email"
    SPOKEN = "spoken", "Spoken word"


VOUCHED = (Method.LETTER, Method.EMAIL, Method.SPOKEN)
# Given through a link that went to their own address.
OWN = (Method.SIGN_OFF, Method.CONFIRMED)


class ConsentRecordQuerySet(AppendOnlyQuerySet):
    def newest(self, record: Record, words: SignedWords) -> "ConsentRecord | None":
        """The newest answer of this person for exactly these words."""
        return (
            self.filter(record=record, person=words.person, digest=words.digest())
            .order_by("-pk")
            .first()
        )


class ConsentRecord(models.Model):
    """Append-only: a change of mind is a new row, a withdrawal one without uses."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="consents")
    person = models.CharField(max_length=20, choices=Person)
    digest = models.CharField(max_length=64)
    uses = models.JSONField(default=list)
    wording = models.ForeignKey("campaign.ConsentWording", models.PROTECT)
    method = models.CharField(max_length=20, choices=Method)
    how = models.CharField(
        max_length=300, blank=True, help_text="How it was checked, and where it is kept"
    )
    told_on = models.DateField(
        null=True, blank=True, help_text="When they told a lead, where one vouches"
    )
    evidence = models.ForeignKey(
        "pictures.Picture",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="A photo of the paper",
    )
    vouched_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(default=timezone.now)
    review_on = models.DateField()
    ends_on = models.DateField()

    objects = ConsentRecordQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.get_person_display()}, {self.given_at:%d %B %Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise ValidationError("An answer is never changed: a new one is written")
        # What was said years ago and is written down today does not last longer for it.
        said_on = self.told_on or timezone.localdate(self.given_at)
        self.review_on = self.review_on or said_on + REVIEW_AFTER
        self.ends_on = self.ends_on or said_on + END_AFTER
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ValidationError("An answer is never deleted")

    def allows(self, use: str) -> bool:
        return use in self.uses

    @property
    def is_own_word(self) -> bool:
        """Whether it counts as the person's own answer when others speak for them.

        A contributor writes and sends their own story. A name typed into a web form
        is not yet a champion's: its address is confirmed, or a lead checks with them.
        """
        if self.person == Person.CONTRIBUTOR or self.method in OWN:
            return True
        return self.method in VOUCHED and self.vouched_by_id is not None


def erase_details(record: Record, person: str = "") -> None:
    """Empty how answers were checked, with the papers; digest, uses and dates stay.

    Of one person where told so, else of everybody.
    """
    rows: models.QuerySet[ConsentRecord] = models.QuerySet(ConsentRecord)
    rows = rows.filter(record=record)
    if person:
        rows = rows.filter(person=person)
    papers = [row.evidence for row in rows.exclude(evidence=None)]
    rows.update(how="", evidence=None)
    for paper in papers:
        if paper:
            paper.erase()
