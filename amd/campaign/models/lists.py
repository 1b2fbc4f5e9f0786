"""Controlled lists, reasons and consent wordings: rows that national leads correct."""

from django.db import models
from django.utils import timezone


class TermQuerySet(models.QuerySet["Term"]):
    def of(self, scheme: str) -> "TermQuerySet":
        return self.filter(scheme=scheme, is_active=True)


class Term(models.Model):
    """One entry of a controlled list, with where it comes from."""

    class Scheme(models.TextChoices):
        IMPACT_CATEGORY = "impact_category", "Impact category"
        SERVICE_USED = "service_used", "Service or resource used"
        INFORMATION_USE = "information_use", "How the information was used"
        STAFF_GROUP = "staff_group", "Staff group"
        ORGANISATION_TYPE = "organisation_type", "Organisation type"

    scheme = models.CharField(max_length=30, choices=Scheme)
    code = models.SlugField(max_length=60)
    label = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)
    version = models.CharField(max_length=20, default="1")
    source = models.CharField(max_length=300, blank=True)
    is_verified = models.BooleanField(
        default=False, help_text="The wording was checked against its source"
    )
    is_active = models.BooleanField(default=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "position", "label"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "code"], name="one_term_a_scheme_and_code"
            )
        ]

    def __str__(self) -> str:
        return self.label


class Reason(models.Model):
    """Why a record was sent back, declined or taken down, in words its author reads."""

    class Move(models.TextChoices):
        SEND_BACK = "send_back", "Send back"
        DECLINE = "decline", "Decline"
        TAKE_DOWN = "take_down", "Take down"

    move = models.CharField(max_length=20, choices=Move)
    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=80)
    text = models.TextField(max_length=500)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["move", "title"]

    def __str__(self) -> str:
        return self.title


class ConsentWordingQuerySet(models.QuerySet["ConsentWording"]):
    def current(self, person: str) -> "ConsentWording":
        """The wording in force for this kind of person; DoesNotExist before set-up."""
        return self.filter(person=person).latest("version")


class ConsentWording(models.Model):
    """Exactly what people were told when they were asked; a new text is a new row."""

    # A database may keep the sentences in another order than the boxes.
    ORDER = ("website", "name", "title", "photo", "social", "internal", "contact")

    class Person(models.TextChoices):
        CHAMPION = "champion", "Champion"
        CONTRIBUTOR = "contributor", "Contributor of a case study"
        QUOTED = "quoted", "Person quoted in a case study"

    person = models.CharField(max_length=20, choices=Person)
    version = models.PositiveSmallIntegerField()
    introduction = models.TextField()
    uses = models.JSONField(
        help_text="For each use: the sentence that stands beside its box"
    )
    terms = models.TextField(help_text="Who relies on it, how long, how to withdraw")
    in_force_from = models.DateTimeField(default=timezone.now)

    objects = ConsentWordingQuerySet.as_manager()

    class Meta:
        ordering = ["person", "-version"]
        get_latest_by = "version"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "version"], name="one_wording_a_person_and_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_person_display()}, version {self.version}"

    @property
    def sentences(self) -> list[str]:
        """What stands beside each box, from top to bottom."""
        return [self.uses[use] for use in self.ORDER if self.uses.get(use)]
