"""What people do with the mail that asks them to confirm their address."""

from django.urls import reverse

from amd.moderation.links import my_link
from amd.records.models import Record
from endorsements.confirming import (
    confirmation_link,
    waiting_link,
)
from tests.endorsements.answers import (
    answers,
    confirm_address,
)
from tests.moments import days_ago


def check_address(endorsement):
    return reverse("endorsements:check_email", args=[waiting_link(endorsement)])


def sent_address(endorsement):
    return reverse("moderation:sent", args=[my_link(endorsement)])


def press(client, endorsement, **overrides):
    data = {"version": endorsement.version, **overrides}
    return client.post(confirm_address(endorsement), data)


def again_address(endorsement, link=None):
    return reverse("endorsements:again", args=[link or confirmation_link(endorsement)])


def change(client, endorsement, *, link=None, **overrides):
    data = answers(version=str(endorsement.version), **overrides)
    return client.post(again_address(endorsement, link), data)


def long_ago(endorsement):
    Record.objects.filter(pk=endorsement.pk).update(created_at=days_ago(30))
