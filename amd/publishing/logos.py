"""Partner logos: who stands on a card beside the campaign, and on which cards."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from amd.campaign.models import User
from amd.campaign.scoping import RegionScopedQuerySet

MOST = 3
SLOTS = tuple(f"logo_{number}" for number in range(1, MOST + 1))
NEVER_CHANGED = ("name", "picture_id")


class LogoInUse(Exception):
    """Cards were approved with this name and picture: another picture is another row."""


class PartnerLogoQuerySet(RegionScopedQuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the person's own regions, and the national ones, which all may use."""
        own = super().visible_to(user)
        if not isinstance(user, User) or not user.has_perm(self.see_permission):
            return own
        return own | self.filter(region=None)

    def current(self) -> Self:
        return self.filter(is_current=True)


class PartnerLogo(models.Model):
    """A logo that its owner allowed the campaign to show, and the words for it."""

    name = models.CharField(
        max_length=120,
        help_text=(
            "The partner's name as the logo shows it. It is read out to people who "
            "cannot see the card, and cannot be changed once a record uses the logo"
        ),
    )
    picture = models.ForeignKey("pictures.Picture", models.PROTECT, related_name="+")
    permission = models.TextField(
        max_length=1000,
        help_text="Who allowed us to use it, for what, and when. Seen only by leads",
    )
    region = models.ForeignKey(
        "campaign.Region",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    is_current = models.BooleanField(
        "may be used",
        default=True,
        help_text=(
            "Untick it when the permission ends. Cards that are public keep the logo "
            "until their record is published again, and then leave it out"
        ),
    )

    objects = PartnerLogoQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk and self._is_changed() and self.is_used:
            raise LogoInUse(f"{self} is on a card; a new picture is a new logo")
        super().save(*args, **kwargs)

    @property
    def is_used(self) -> bool:
        """Whether any record or approved copy names it. Three queries at most."""
        models_with_logos = WithLogos.__subclasses__()
        return any(
            model._base_manager.filter(shows(self)).exists()
            for model in models_with_logos
        )

    def _is_changed(self) -> bool:
        stored = PartnerLogo.objects.filter(pk=self.pk).values(*NEVER_CHANGED).first()
        return stored is not None and any(
            stored[name] != getattr(self, name) for name in NEVER_CHANGED
        )


class WithLogos(models.Model):
    """A row with a choice of at most three logos, in the order of the card."""

    logo_1 = models.ForeignKey(
        PartnerLogo,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="first partner logo",
    )
    logo_2 = models.ForeignKey(
        PartnerLogo,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="second partner logo",
    )
    logo_3 = models.ForeignKey(
        PartnerLogo,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="third partner logo",
    )

    class Meta:
        abstract = True

    @property
    def logos(self) -> tuple[PartnerLogo, ...]:
        """In their order, with their pictures. One query where there are any."""
        keys = [getattr(self, f"{slot}_id") for slot in SLOTS]
        chosen = [key for key in keys if key]
        if not chosen:
            return ()
        found = PartnerLogo.objects.select_related("picture").in_bulk(chosen)
        return tuple(found[key] for key in chosen)

    @property
    def current_logos(self) -> tuple[PartnerLogo, ...]:
        """Those that the next card may show."""
        return tuple(logo for logo in self.logos if logo.is_current)


def shows(logo: PartnerLogo) -> Q:
    """For a queryset of rows with logos: those that show this one."""
    either = Q()
    for slot in SLOTS:
        either |= Q(**{slot: logo})
    return either


def no_logo_twice(name: str) -> models.CheckConstraint:
    """For the Meta of a model with logos."""
    pairs = (("logo_1", "logo_2"), ("logo_1", "logo_3"), ("logo_2", "logo_3"))
    twice = Q()
    for one, other in pairs:
        twice |= Q(**{one: F(other)})
    return models.CheckConstraint(condition=~twice, name=name)


def in_slots(logos: tuple[PartnerLogo, ...]) -> dict[str, PartnerLogo | None]:
    """Each slot with its logo, the empty ones with none."""
    filled = [*logos, *(None for _ in SLOTS)]
    return dict(zip(SLOTS, filled, strict=False))
