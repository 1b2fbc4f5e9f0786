"""Where a card was used, noted by staff; and each use that has to come down again."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, Count, OuterRef, Q, Subquery, Value, When
from django.utils import timezone

from amd.campaign.models import User
from amd.consent.models import Use
from amd.records.models import Record

if TYPE_CHECKING:
    from .models import Publication

# What of a person a card shows; each can be taken back on its own.
SHOWN = (Use.NAME, Use.TITLE, Use.PHOTO)


class CardUseQuerySet(models.QuerySet["CardUse"]):
    def not_down(self) -> "CardUseQuerySet":
        """Where, as far as we know, the words can still be seen."""
        open_or_newer = Q(takedown__done_at=None) | Q(
            takedown__outcome=Takedown.Outcome.REPLACED
        )
        return self.filter(open_or_newer)

    def for_lists(self) -> "CardUseQuerySet":
        """With who noted it and what became of it: no query a use."""
        return self.select_related("noted_by", "takedown__owner", "takedown__done_by")


class CardUse(models.Model):
    """One place where somebody's words were shown, noted by staff."""

    class Where(models.TextChoices):
        X = "x", "X"
        BLUESKY = "bluesky", "Bluesky"
        MASTODON = "mastodon", "Mastodon"
        LINKEDIN = "linkedin", "LinkedIn"
        FACEBOOK = "facebook", "Facebook"
        INSTAGRAM = "instagram", "Instagram"
        THREADS = "threads", "Threads"
        BRIEFING = "briefing", "Briefing"
        BOARD_PAPER = "board_paper", "Board paper"
        TALK = "talk", "Talk"
        INTRANET = "intranet", "Intranet"
        PRINT = "print", "Print"

    record = models.ForeignKey(Record, models.PROTECT, related_name="card_uses")
    where = models.CharField(max_length=20, choices=Where)
    address = models.URLField("web address", blank=True, max_length=300)
    account = models.CharField(
        max_length=120, blank=True, help_text="Account, meeting or publication"
    )
    used_on = models.DateField(default=timezone.localdate)
    noted_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )
    showed = models.JSONField(
        default=list, help_text="What of the person the card showed on that day"
    )

    objects = CardUseQuerySet.as_manager()

    class Meta:
        ordering = ["-used_on", "-pk"]
        default_permissions = ("add", "view")

    def __str__(self) -> str:
        return f"{self.get_where_display()}, {self.used_on:%-d %B %Y}"

    @property
    def line(self) -> str:
        """Where and when, as it is listed for people."""
        where = " ".join(filter(None, (self.account, self.address)))
        return f"{self}: {where}" if where else str(self)

    @property
    def needs(self) -> Use:
        """What its person has to agree to for it."""
        return Use.INTERNAL if self.where in INSIDE else Use.SOCIAL

    @property
    def has_to_come_down(self) -> bool:
        """Asked for, and nobody has said yet what became of it."""
        takedown = self.takedown_or_none
        return takedown is not None and takedown.done_at is None

    @property
    def takedown_or_none(self) -> "Takedown | None":
        return getattr(self, "takedown", None)

    def is_covered_by(self, live: "Publication | None") -> bool:
        """Whether what is public now allows it and shows as much as it showed."""
        return live is not None and {self.needs, *self.showed} <= set(live.uses)

    def forget(self) -> None:
        """Leave out what may name somebody: where in the world it was stays."""
        self.address = self.account = ""
        self.save(update_fields=["address", "account"])


# The NHS's own paper, rooms and pages; everything else is a social network.
INSIDE = {
    CardUse.Where.BRIEFING,
    CardUse.Where.BOARD_PAPER,
    CardUse.Where.TALK,
    CardUse.Where.INTRANET,
    CardUse.Where.PRINT,
}


def last_used_on(record: str) -> Subquery:
    """The day of the newest use, for each row that names its record in this column."""
    uses = CardUse.objects.filter(record_id=OuterRef(record)).order_by("-used_on")
    return Subquery(uses.values("used_on")[:1])


class TakedownQuerySet(models.QuerySet["Takedown"]):
    def open(self) -> "TakedownQuerySet":
        return self.filter(done_at=None)

    def done(self) -> "TakedownQuerySet":
        """The newest first."""
        return self.exclude(done_at=None).order_by("-done_at", "-pk")

    def mine_first(self, user: User) -> "TakedownQuerySet":
        """Those of this person, then those of nobody, then of others; each the oldest first."""
        order = Case(
            When(owner=user, then=Value(0)),
            When(owner__is_active=True, then=Value(2)),
            default=Value(1),
        )
        return self.order_by(order, "asked_at", "pk")

    def counts_for(self, user: User) -> dict[str, int]:
        """How many there are; how many of them are this person's, and nobody's."""
        return self.aggregate(
            count=Count("pk"),
            mine=Count("pk", filter=Q(owner=user)),
            nobodys=Count("pk", filter=~Q(owner__is_active=True)),
        )

    def for_lists(self) -> "TakedownQuerySet":
        """With the rows that a list shows beside each: no query a takedown."""
        return self.select_related("use__record__region", "owner", "done_by")


class Takedown(models.Model):
    """A use that has to come down: who sees to it, and what became of it."""

    class Why(models.TextChoices):
        WITHDRAWN = "withdrawn", "The words were withdrawn"
        NARROWED = "narrowed", "Less is agreed than before"
        ENDED = "ended", "What was agreed has ended"
        TAKEN_DOWN = "taken_down", "The page was taken down"

    class Outcome(models.TextChoices):
        DOWN = "down", "Taken down"
        REPLACED = "replaced", "Replaced by the newer card"
        REMAINS = "remains", "Cannot be taken down"

    use = models.OneToOneField(CardUse, models.CASCADE, related_name="takedown")
    why = models.CharField(max_length=20, choices=Why)
    owner = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)

    objects = TakedownQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None, outcome="")
                | (Q(done_at__isnull=False) & ~Q(outcome="")),
                name="takedown_done_with_an_outcome",
            )
        ]
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=Q(done_at=None),
                name="takedowns_to_do",
            )
        ]

    def __str__(self) -> str:
        return f"Take down: {self.use}"

    @property
    def told(self) -> str:
        """What became of it, in a sentence for anybody; it names nobody."""
        if not self.done_at:
            return "To come down"
        day = timezone.localdate(self.done_at)
        if self.outcome == self.Outcome.REMAINS:
            return f"Cannot be taken down: it is printed or over ({day:%-d %B %Y})"
        return f"{self.Outcome(self.outcome).label} on {day:%-d %B %Y}"

    @property
    def seen_to_by(self) -> User | None:
        """Who sees to it, unless their account is closed."""
        return self.owner if self.owner and self.owner.is_active else None

    @property
    def outcomes(self) -> list[Any]:
        """What may become of it: a newer card only takes the place of a narrower one."""
        only_down = self.why != self.Why.NARROWED
        return [
            each
            for each in self.Outcome
            if not (only_down and each == self.Outcome.REPLACED)
        ]
