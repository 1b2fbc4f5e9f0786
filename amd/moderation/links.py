"""Absolute addresses that mails carry."""

from django.conf import settings
from django.urls import reverse

from amd.consent.models import SignOff
from amd.records.links import make_link, seal, unseal
from amd.records.models import Record

from .models import ColleagueQuestion

MY = "my"
SIGN_OFF = "sign-off"
COLLEAGUE = "colleague"


def my_link(record: Record) -> str:
    """The secret part of the author's private address."""
    return make_link(record, MY)


def my_address(record: Record) -> str:
    return site_address(reverse("moderation:my", args=[my_link(record)]))


def sign_off_link(sign_off: SignOff) -> str:
    """The secret part of the address at which one person answers for one text."""
    return seal(str(sign_off.pk), sign_off.key, SIGN_OFF)


def sign_off_address(sign_off: SignOff) -> str:
    return site_address(reverse("moderation:sign_off", args=[sign_off_link(sign_off)]))


def read_sign_off(link: str) -> SignOff | None:
    """The question that this link opens, whatever became of it. One query."""
    name, key = unseal(link, SIGN_OFF)
    if not name:
        return None
    found = SignOff.objects.select_related("record__region", "wording", "consent")
    return found.filter(pk=int(name), key=key).first()


def colleague_link(question: ColleagueQuestion) -> str:
    """The secret part of the address at which a colleague answers one question."""
    return seal(str(question.pk), question.key, COLLEAGUE)


def colleague_address(question: ColleagueQuestion) -> str:
    link = colleague_link(question)
    return site_address(reverse("moderation:colleague", args=[link]))


def read_colleague(link: str) -> ColleagueQuestion | None:
    """The question that this link opens, unless it was taken back. One query."""
    name, key = unseal(link, COLLEAGUE)
    if not name:
        return None
    found = ColleagueQuestion.objects.select_related("record__region", "asked_by")
    return found.filter(pk=int(name), key=key).first()


def review_address(record: Record) -> str:
    """Where staff decide; it asks them to sign in."""
    return site_address(reverse("admin:records_record_review", args=[record.pk]))


def site_address(path: str) -> str:
    return f"{settings.SITE_ADDRESS}{path}"
