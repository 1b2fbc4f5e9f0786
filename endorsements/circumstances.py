"""How an endorsement was given: the columns beside its words."""

from django.db import models

from . import limits


class Circumstances(models.Model):
    """Source, day and capacity; a transcript is the champion's words as well."""

    class Source(models.TextChoices):
        WRITTEN = "written", "Written"
        INTERVIEW = "interview", "Interview, on video or audio"
        EVENT = "event", "At an event"
        LETTER = "letter", "Letter"
        SOCIAL_POST = "social_post", "Social media post"

    class Capacity(models.TextChoices):
        PERSONALLY = "personally", "Personally"
        FOR_ORGANISATION = "for_organisation", "For their organisation"

    source = models.CharField(max_length=20, choices=Source, default=Source.WRITTEN)
    source_url = models.URLField(
        "address of the interview or post", blank=True, max_length=300
    )
    transcript = models.TextField(
        "transcript of the interview", blank=True, max_length=limits.TRANSCRIPT
    )
    given_on = models.DateField("given on", null=True, blank=True)
    event = models.ForeignKey(
        "campaign.Event", models.PROTECT, null=True, blank=True, related_name="+"
    )
    phase = models.ForeignKey(
        "campaign.Phase",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="campaign phase",
    )
    capacity = models.CharField(
        "speaks", max_length=20, choices=Capacity, default=Capacity.PERSONALLY
    )
    cut_note = models.CharField(
        "what was cut or changed",
        max_length=300,
        blank=True,
        help_text="From what they wrote or said, to what stands here",
    )

    class Meta:
        abstract = True
