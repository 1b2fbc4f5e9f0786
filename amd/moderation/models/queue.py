"""What the queue keeps of a record, so that ten thousand are told apart in one query."""

from typing import ClassVar

from django.db import models

from amd.records.models import Record


class QueueEntry(models.Model):
    """Where the sign-off of a whole record stands, and since when the record waits.

    It holds while the record has this version and nothing was asked or answered since;
    else it is worked out anew. Nobody writes it but `amd.moderation.queue_entries`.
    """

    class Stage(models.TextChoices):
        """Of all people together: the one who keeps the others waiting counts."""

        AGREED = "agreed", "Everybody agreed"
        WAITING = "waiting", "Asked, no answer yet"
        TO_ASK = "to_ask", "Somebody is to be asked"
        UNHAPPY = "unhappy", "A change or a no"

    record = models.OneToOneField(
        Record, models.PROTECT, primary_key=True, related_name="queued"
    )
    version = models.PositiveIntegerField()
    # The newest rows there were; 0 for none.
    question = models.PositiveBigIntegerField()
    answer = models.PositiveBigIntegerField()
    stage = models.CharField(max_length=20, choices=Stage)
    waiting_since = models.DateTimeField(null=True)
    # When a link or an agreement ends, and with it this stage.
    until = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["QueueEntry"]] = models.Manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.get_stage_display()
