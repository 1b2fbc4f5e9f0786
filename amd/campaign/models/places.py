"""Regions, organisations and library services: dated facts, never deleted."""

from django.db import models
from django.db.models.functions import Lower


class RegionQuerySet(models.QuerySet["Region"]):
    def current(self) -> "RegionQuerySet":
        """The seven NHS England regions of today, by name."""
        return self.filter(scheme=Region.Scheme.NHSE_2019)


class Region(models.Model):
    class Scheme(models.TextChoices):
        NHSE_2019 = "nhse_2019", "NHS England region"
        HEE_LKS_2016 = "hee_lks_2016", "Health Education England library region"

    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    scheme = models.CharField(max_length=20, choices=Scheme, default=Scheme.NHSE_2019)
    ods_code = models.CharField("ODS code", max_length=5, blank=True)
    ons_code = models.CharField("ONS code", max_length=9, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    successors = models.ManyToManyField("self", symmetrical=False, blank=True)
    mailbox = models.EmailField(
        "role mailbox",
        blank=True,
        help_text="A shared address of the region, never a person's own",
    )

    objects = RegionQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "name"]

    def __str__(self) -> str:
        return self.name


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def active(self) -> "OrganisationQuerySet":
        return self.filter(is_active=True)

    def named(self, text: str) -> "OrganisationQuerySet":
        """The active ones with this name or ODS code, in any case: at most one a region."""
        text = " ".join(text.split())
        if not text:
            return self.none()
        by_name = models.Q(name__iexact=text) | models.Q(ods_code__iexact=text)
        return self.active().filter(by_name).select_related("region")


class Organisation(models.Model):
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=60, blank=True)
    ods_code = models.CharField(
        "ODS code", max_length=5, null=True, blank=True, unique=True
    )
    organisation_type = models.ForeignKey(
        "campaign.Term",
        models.PROTECT,
        null=True,
        blank=True,
        limit_choices_to={"scheme": "organisation_type"},
        related_name="+",
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="organisations")
    is_active = models.BooleanField(default=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "region",
                condition=models.Q(is_active=True),
                name="one_active_organisation_a_name_and_region",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        # An empty code is no code: two bodies outside the NHS may both have none.
        self.ods_code = (self.ods_code or "").strip().upper() or None
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed on as given


class LibraryService(models.Model):
    name = models.CharField(max_length=120)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="library_services"
    )
    serves = models.ManyToManyField(Organisation, blank=True, related_name="served_by")
    email = models.EmailField(
        "role mailbox", blank=True, help_text="Never a person's own address"
    )
    website = models.URLField(blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
