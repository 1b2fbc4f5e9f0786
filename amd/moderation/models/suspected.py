"""What looks like spam, and waits apart from the queue."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from amd.records.models import Record, Status
from amd.web.watched import Sign


class SuspectedQuerySet(models.QuerySet["Suspected"]):
    def apart(self) -> "SuspectedQuerySet":
        """Of records that would wait for a decision now, and that nobody has let in."""
        return self.filter(cleared_at=None, record__status=Status.SUBMITTED)


class Suspected(models.Model):
    """A record whose form looked as if a program had sent it. Its author is not told.

    It waits apart from the queue until a lead says that it is no spam, or decides
    anything else about it but to decline it.
    """

    record = models.OneToOneField(
        Record, models.PROTECT, primary_key=True, related_name="suspected"
    )
    why = models.CharField(max_length=20, choices=Sign)
    noticed_at = models.DateTimeField(default=timezone.now)
    cleared_at = models.DateTimeField(null=True, blank=True)
    cleared_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = SuspectedQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(why__in=Sign.values), name="suspected_why_known"
            )
        ]

    def __str__(self) -> str:
        return self.get_why_display()
