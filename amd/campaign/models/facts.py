"""The campaign's own facts: phases, events, outcomes, resources, messages, supporters."""

from django.db import models
from django.urls import reverse

CODE_HELP = "A short name that stays when the words are corrected"


class Phase(models.Model):
    number = models.PositiveSmallIntegerField(unique=True)
    name = models.CharField(max_length=80)
    started_on = models.DateField(null=True, blank=True)
    start_text = models.CharField(max_length=60, help_text='As published: "early 2018"')
    end_text = models.CharField(max_length=60, blank=True)
    aims = models.TextField()
    audience = models.TextField(blank=True)
    is_current = models.BooleanField(default=False)
    source = models.URLField(blank=True)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name


class Event(models.Model):
    code = models.SlugField(max_length=60, unique=True, help_text=CODE_HELP)
    name = models.CharField(max_length=120, unique=True)
    date_text = models.CharField(max_length=60, help_text='As published: "2018, Keele"')
    year = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=80, blank=True)
    phase = models.ForeignKey(Phase, models.PROTECT, null=True, blank=True)
    summary = models.TextField()
    facts = models.JSONField(default=list, blank=True, help_text="A list of sentences")
    source = models.URLField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["year", "position"]

    def __str__(self) -> str:
        return self.name


class Outcome(models.Model):
    class Progress(models.TextChoices):
        ACHIEVED = "achieved", "Achieved"
        UNDERWAY = "underway", "Under way"
        POTENTIAL = "potential", "Potential"

    code = models.SlugField(max_length=60, unique=True, help_text=CODE_HELP)
    title = models.CharField(max_length=200, unique=True)
    progress = models.CharField(max_length=20, choices=Progress)
    partner = models.CharField(max_length=120, blank=True)
    phase = models.ForeignKey(Phase, models.PROTECT, null=True, blank=True)
    source = models.URLField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["progress", "position"]

    def __str__(self) -> str:
        return self.title


class Resource(models.Model):
    """Something to use: on another website, or a file that this one makes."""

    class OwnFile(models.TextChoices):
        SOCIAL_CARD = "social_card", "Blank social card (PowerPoint)"
        VIGNETTE = "vignette", "Blank vignette (PowerPoint)"
        GUIDE = "guide", "Guide to good cards (PDF)"

    title = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=60)
    description = models.TextField()
    audience = models.CharField(max_length=120)
    url = models.URLField(blank=True, help_text="Where it is, if on another website")
    own_file = models.CharField(
        "our own file",
        max_length=20,
        choices=OwnFile,
        blank=True,
        help_text="What this website makes itself, and people download here",
    )
    accessible_version = models.TextField(
        blank=True,
        help_text="How someone who cannot use the file or page gets the same",
    )
    reviewed_on = models.DateField("last reviewed", null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("gallery:resource", args=[self.slug])


class KeyMessage(models.Model):
    code = models.SlugField(max_length=60, unique=True, help_text=CODE_HELP)
    text = models.CharField(max_length=300, unique=True)
    source = models.URLField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class Supporter(models.Model):
    """A real person who supported the campaign in public; public facts, no quote."""

    code = models.SlugField(max_length=60, unique=True, help_text=CODE_HELP)
    name = models.CharField(max_length=80, unique=True)
    affiliation = models.CharField(max_length=160, help_text="As published at the time")
    year = models.PositiveSmallIntegerField()
    source = models.URLField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class PublicVersion(models.Model):
    """One counter row, raised with every change of what the public sees."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def now(cls) -> int:
        """One query; 0 before anything was loaded."""
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 0

    @classmethod
    def raise_by_one(cls) -> None:
        if not cls.objects.filter(pk=1).update(number=models.F("number") + 1):
            cls.objects.get_or_create(pk=1, defaults={"number": 1})
