"""Who asked for their private links again."""

from typing import ClassVar

from django.db import models
from django.utils import timezone


class LinksAsked(models.Model):
    """Somebody asked for the private links of an address, whether or not it has any.

    The worker answers and deletes the row: the page itself looks nothing up, so that
    nobody learns from it, or from the time it takes, who has written to us.
    """

    address = models.EmailField()
    asked_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager["LinksAsked"]] = models.Manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"Links asked for {self.pk}"
