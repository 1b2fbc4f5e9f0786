"""What a page needs to remember of its visitors: how often, and nothing else."""

from django.db import models


class ThrottleQuerySet(models.QuerySet["Throttle"]):
    def spent(self, now_us: int) -> "ThrottleQuerySet":
        """Rows that no longer hold anybody back; the nightly work deletes them."""
        return self.filter(busy_until_us__lt=now_us)


class Throttle(models.Model):
    """How busy one address or one account has been at one thing."""

    key = models.CharField(max_length=64, unique=True)
    busy_until_us = models.BigIntegerField(db_index=True)

    objects = ThrottleQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key[:8]
