"""What a national lead does to an account: invite, set role and regions, close, open."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.contrib.auth.tokens import default_token_generator
from django.db import models, transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from amd.campaign import roles
from amd.campaign.models import Region, User
from amd.mail import words
from amd.mail.outbox import queue

ROLES = tuple(roles.PERMISSIONS)


def staff() -> models.QuerySet[User]:
    """Everybody with an account, with role and regions; three queries."""
    people = User.objects.filter(is_staff=True).order_by("-is_active", "name", "email")
    return people.prefetch_related("groups", "regions")


def managed_by(lead: User) -> models.QuerySet[User]:
    """Whom this lead may change: never themselves, never a superuser."""
    return staff().filter(is_superuser=False).exclude(pk=lead.pk)


def role_of(person: User) -> str:
    if person.is_superuser:
        return "Superuser"
    names = {group.name for group in person.groups.all()}
    return next((role for role in ROLES if role in names), "No role")


def password_link(person: User) -> str:
    """Works once and for three days: until a password is chosen or somebody signs in."""
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    return settings.SITE_ADDRESS + reverse("staff:choose_password", args=[uid, token])


@transaction.atomic
def invite(
    *, name: str, email: str, role: str, regions: Iterable[Region], by: User
) -> User:
    """A new account without a password, and the mail with the link to choose one.

    Raises IntegrityError where the address has an account.
    """
    person = User.objects.create_user(email, name=name, is_staff=True)
    _give(person, role, regions)
    _log(by, person, ADDITION, f"Invited as {role}.")
    _send_invitation(person, by)
    return person


@transaction.atomic
def invite_again(person: User, *, by: User) -> None:
    """Another link for somebody who lost the first or let it run out."""
    _log(by, person, CHANGE, "Invited again.")
    _send_invitation(person, by)


@transaction.atomic
def set_role(person: User, *, role: str, regions: Iterable[Region], by: User) -> None:
    _give(person, role, regions)
    names = ", ".join(region.name for region in person.regions.all()) or "none"
    _log(by, person, CHANGE, f"Role: {role}. Regions: {names}.")


@transaction.atomic
def close(person: User, *, by: User) -> None:
    """The account opens nothing any more, from its next request on.

    Its password goes too, so that no session and no link of before comes to life again
    when the account is opened.
    """
    closed = User.objects.filter(pk=person.pk, is_active=True).update(
        is_active=False, password=make_password(None)
    )
    if closed:
        _log(by, person, CHANGE, "Closed the account.")


@transaction.atomic
def open_again(person: User, *, by: User) -> None:
    """The account is open; its owner chooses a new password with a link by mail."""
    if User.objects.filter(pk=person.pk, is_active=False).update(is_active=True):
        person.refresh_from_db()
        _log(by, person, CHANGE, "Opened the account.")
        link = password_link(person)
        mail = words.account_opened(name=person.name, link=link, opened_by=by.name)
        queue(person.email, mail)


def send_link_to(email: str) -> None:
    """To an open account with this address; to nobody, without a word, otherwise."""
    person = User.objects.filter(
        email=email.lower(), is_active=True, is_staff=True
    ).first()
    if person is not None:
        link = password_link(person)
        queue(person.email, words.password_reset(name=person.name, link=link))


def _send_invitation(person: User, by: User) -> None:
    link = password_link(person)
    mail = words.invitation(name=person.name, link=link, invited_by=by.name)
    queue(person.email, mail)


def _give(person: User, role: str, regions: Iterable[Region]) -> None:
    person.groups.set([Group.objects.get(name=role)])
    person.regions.set(regions if role == roles.REGIONAL_LEAD else [])


def _log(by: User, person: User, flag: int, message: str) -> None:
    LogEntry.objects.log_actions(by.pk, [person], flag, message)
