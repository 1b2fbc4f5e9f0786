"""Absolute addresses that mails carry."""

from django.conf import settings
from django.urls import reverse

from amd.records.links import make_link
from amd.records.models import Record

MY = "my"


def my_link(record: Record) -> str:
    """The secret part of the author's private address."""
    return make_link(record, MY)


def my_address(record: Record) -> str:
    return site_address(reverse("moderation:my", args=[my_link(record)]))


def site_address(path: str) -> str:
    return f"{settings.SITE_ADDRESS}{path}"
