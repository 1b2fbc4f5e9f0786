"""The outbox: each mail is a row, written with the change that it tells of."""

import secrets

from django.conf import settings
from django.core.mail.message import sanitize_address
from django.db import models
from django.utils import timezone

from amd.campaign.scoping import RegionScopedQuerySet


def new_message_id() -> str:
    """Fixed for each row, so that a mail sent twice is recognised as one.

    The sender's domain, not this machine's name, stands in it.
    """
    sender = sanitize_address(settings.DEFAULT_FROM_EMAIL, "utf-8")
    domain = sender.rpartition("@")[2].rstrip(">")
    return f"<{secrets.token_hex(16)}@{domain}>"


class OutboxQuerySet(RegionScopedQuerySet):
    see_permission = "mail.view_outbox"

    def due(self) -> "OutboxQuerySet":
        """What should be sent now, the longest waiting first."""
        waiting = self.filter(sent_at=None, next_try_at__lte=timezone.now())
        return waiting.exclude(address="").order_by("next_try_at", "pk")

    def unsent(self) -> "OutboxQuerySet":
        """What nobody has got yet, whether it is still tried or was given up."""
        return self.filter(sent_at=None).exclude(address="")

    def newest_first(self) -> "OutboxQuerySet":
        return self.order_by("-created_at", "-pk")


class Outbox(models.Model):
    """One mail to one person; its body is emptied once it is sent."""

    region = models.ForeignKey(
        "campaign.Region", models.PROTECT, null=True, blank=True, related_name="+"
    )
    reference = models.CharField(max_length=20, blank=True, db_index=True)
    address = models.EmailField("recipient", blank=True)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    message_id = models.CharField(max_length=200, unique=True, default=new_message_id)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # While a worker sends the row: when another may take it over. None: no more tries.
    next_try_at = models.DateTimeField(null=True, blank=True, default=timezone.now)
    last_error = models.CharField(max_length=100, blank=True)
    # The last mail about what was withdrawn: the address goes with the sending.
    is_last = models.BooleanField(default=False)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        verbose_name = "mail"
        verbose_name_plural = "mails"
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at=None),
                name="outbox_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"Mail {self.pk}"

    @property
    def state(self) -> str:
        if self.sent_at:
            return "Sent"
        if not self.address:
            return "Given up" if self.last_error else "Emptied before it was sent"
        if self.next_try_at is None:
            return "Given up"
        return "Trying again" if self.last_error else "Waiting"
