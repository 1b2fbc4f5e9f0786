"""A checked, re-encoded, private picture."""

from django.db import models
from django.utils import timezone


class Picture(models.Model):
    """One upload that passed: its own encoding at most 2400 px, and two derivatives.

    Not claimed: on a form that was not sent yet; swept after a day.
    """

    original = models.FileField(upload_to="pictures/", blank=True)
    medium = models.FileField(upload_to="pictures/", blank=True)
    small = models.FileField(upload_to="pictures/", blank=True)
    digest = models.CharField(max_length=64, blank=True)
    width_px = models.PositiveIntegerField(default=0)
    height_px = models.PositiveIntegerField(default=0)
    alt_text = models.CharField("description of the picture", max_length=250, blank=True)
    credit = models.CharField("picture credit", max_length=120, blank=True)
    focal_x = models.FloatField(default=0.5)
    focal_y = models.FloatField(default=0.35)
    uploaded_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(claimed_at=None)
                | ~models.Q(alt_text="")
                | models.Q(erased_at__isnull=False),
                name="claimed_picture_has_alt_text",
            )
        ]

    def __str__(self) -> str:
        return f"Picture {self.pk}"
