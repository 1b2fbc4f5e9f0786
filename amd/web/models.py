"""What a page needs to remember of its visitors: how often, and nothing else."""

from django.db import models


class ThrottleQuerySet(models.QuerySet["Throttle"]):
    def spent(self, now_us: int) -> "ThrottleQuerySet":
        """Rows that no longer hold anybody back; the nightly work deletes them."""
        return self.filter(ends_us__lte=now_us)


class Throttle(models.Model):
    """How often one address or one account has done one thing in the time that runs."""

    key = models.CharField(max_length=64, unique=True)
    calls = models.PositiveIntegerField()
    ends_us = models.BigIntegerField(db_index=True)

    objects = ThrottleQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key[:8]
