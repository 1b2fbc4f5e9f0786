"""A champion: the person, apart from what they said on one day."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone

from amd.campaign.models import Term
from amd.campaign.scoping import RegionScopedQuerySet
from amd.consent.models import ConsentRecord

from . import limits
from .names import folded_names, plain_name

if TYPE_CHECKING:
    from .models import Endorsement


class ChampionQuerySet(RegionScopedQuerySet):
    def known(self) -> "ChampionQuerySet":
        """Those whose name was not erased, by name."""
        return self.exclude(name="").order_by("name", "pk")

    def called(self, name: str) -> "ChampionQuerySet":
        """Those whose name, or a variant of it, is this one in plain letters."""
        return self.known().filter(folded__contains=f"\n{plain_name(name)}\n")


class Champion(models.Model):
    """Whom leads speak with, and where that stands; never shown to the public.

    Title and organisation as displayed belong to each endorsement, for they change.
    """

    class Level(models.TextChoices):
        NATIONAL = "national", "National"
        REGIONAL = "regional", "Regional"
        LOCAL = "local", "Local"

    class Status(models.TextChoices):
        PROSPECT = "prospect", "Prospect"
        APPROACHED = "approached", "Approached"
        AGREED = "agreed", "Agreed"
        DECLINED = "declined", "Declined"
        LAPSED = "lapsed", "Lapsed"
        WITHDRAWN = "withdrawn", "Withdrawn"

    name = models.CharField(max_length=limits.NAME, blank=True)
    name_variants = models.TextField(
        blank=True,
        max_length=500,
        help_text="Other ways their name is written, one a line",
    )
    region = models.ForeignKey(
        "campaign.Region", models.PROTECT, null=True, blank=True, related_name="+"
    )
    level = models.CharField(max_length=20, choices=Level, default=Level.LOCAL)
    sector = models.ForeignKey(
        Term,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": Term.Scheme.ORGANISATION_TYPE},
    )
    status = models.CharField(max_length=20, choices=Status, default=Status.PROSPECT)
    email = models.EmailField("email address", blank=True)
    assistant_name = models.CharField(
        "assistant's name", max_length=limits.NAME, blank=True
    )
    assistant_email = models.EmailField("assistant's email address", blank=True)
    approached_by = models.CharField(max_length=limits.NAME, blank=True)
    notes = models.TextField(
        blank=True,
        max_length=2000,
        help_text="Notes could be released on request",
    )
    is_sample = models.BooleanField(default=False, editable=False)
    # What leads look for: each way of writing the name in plain letters, one a line.
    folded = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ChampionQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        # The admin's log keeps these words for ever, so they name nobody.
        return f"Champion {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = folded_names(self.name, self.name_variants)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)

    @classmethod
    def of(cls, endorsement: "Endorsement") -> "Champion":
        """A new one, from what stands in their first endorsement. Saved."""
        organisation = endorsement.organisation
        return cls.objects.create(
            name=endorsement.name,
            region=endorsement.region,
            sector=organisation.organisation_type if organisation else None,
            status=cls.Status.APPROACHED,
            email=endorsement.author_email,
            is_sample=endorsement.is_sample,
        )

    @property
    def shown_name(self) -> str:
        return self.name or "Erased"

    @property
    def is_erased(self) -> bool:
        return not self.name

    def newest_endorsement(self) -> "Endorsement | None":
        """The last that still has its words. One query."""
        whole = self.endorsements.exclude(name="")
        newest: Endorsement | None = whole.order_by("-created_at", "-pk").first()
        return newest

    def described(self) -> str:
        """Name, and job title and organisation as last shown. One query."""
        last = self.newest_endorsement()
        shown = (last.title, last.organisation_name) if last else ()
        return ", ".join(part for part in (self.name, *shown) if part)

    def take(self, endorsement: "Endorsement") -> bool:
        """Link an endorsement that is nobody's yet; whether it was that."""
        nobodys = type(endorsement).objects.filter(pk=endorsement.pk, champion=None)
        if not nobodys.update(champion=self):
            return False
        endorsement.champion = self
        self.note_endorsement(endorsement)
        return True

    def note_endorsement(self, endorsement: "Endorsement") -> None:
        """Whose words are recorded has been approached, and may have agreed to them."""
        status = self.Status
        rows = Champion.objects.filter(pk=self.pk, status=status.PROSPECT)
        if rows.update(status=status.APPROACHED):
            self.status = status.APPROACHED
        answer = ConsentRecord.objects.newest(endorsement, endorsement.words()[0])
        if answer:
            self.note_answer(answer)

    def has_address(self, email: str) -> bool:
        return bool(email) and self.email.lower() == email.lower()

    def note_answer(self, answer: ConsentRecord) -> None:
        """A yes in their own word makes them agreed, a first no declined."""
        if not answer.is_own_word:
            return
        to = self.Status.AGREED if answer.uses else self.Status.DECLINED
        rows = Champion.objects.filter(pk=self.pk, status__in=BEFORE[to])
        if rows.update(status=to):
            self.status = to

    def erase(self) -> None:
        """Nothing of the person is left; that there was one, where and when, stays."""
        empty: dict[str, Any] = dict.fromkeys(PERSONAL, "")
        for name, value in empty.items():
            setattr(self, name, value)
        self.status = self.Status.WITHDRAWN
        self.save(update_fields=[*empty, "status"])


# From where an answer moves them: a later no is about one text alone.
BEFORE: dict[Champion.Status, set[Champion.Status]] = {
    Champion.Status.DECLINED: {Champion.Status.PROSPECT, Champion.Status.APPROACHED},
    Champion.Status.AGREED: {
        Champion.Status.PROSPECT,
        Champion.Status.APPROACHED,
        Champion.Status.DECLINED,
        Champion.Status.LAPSED,
    },
}


PERSONAL = (
    "name",
    "name_variants",
    "email",
    "assistant_name",
    "assistant_email",
    "approached_by",
    "notes",
)
