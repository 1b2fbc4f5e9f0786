"""An endorsement from /endorse/ waits until its address is confirmed by link.

What proves the address is a link that was mailed to it and to no other. The private
link is given out only afterwards.
"""

import logging
from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.crypto import salted_hmac

from amd.consent.models import ConsentRecord, Method, erase_details
from amd.consent.words import Person
from amd.mail import words as mails
from amd.mail.outbox import erase as erase_mail
from amd.mail.outbox import queue
from amd.moderation import moves
from amd.moderation.answers import record_answer
from amd.moderation.by_link import WrongLink, note
from amd.moderation.links import my_address, site_address
from amd.moderation.step import raise_version
from amd.records.errors import AlreadyDecided, MoveNotAllowed
from amd.records.links import seal, unseal
from amd.records.models import Role, Status
from amd.web.throttle import allow

from .champions import Champion
from .models import Endorsement

logger = logging.getLogger(__name__)

CONFIRM = "confirm"
WAITING = "check-email"
KEPT = timedelta(days=28)
# To one address, whoever asks for it: nobody's mailbox is filled through our form.
MAILS, MAIL_SECONDS = 10, 3600
WITH_ITS_AUTHOR = (Status.DRAFT, Status.SENT_BACK)
NOTHING_WAITS = "Not changed: there is nothing here that waits to be confirmed."


class VoidLink(Exception):
    """A link of ours, to an address that the endorsement does not have any more."""

    def __init__(self, endorsement: Endorsement) -> None:
        super().__init__(f"{endorsement.shown_reference} has another address")
        self.endorsement = endorsement


def confirmation_link(endorsement: Endorsement) -> str:
    key = _number_of(endorsement.author_email)
    return seal(endorsement.reference, key, CONFIRM)


def confirmation_address(endorsement: Endorsement) -> str:
    link = confirmation_link(endorsement)
    return site_address(reverse("endorsements:confirm", args=[link]))


def waiting_link(endorsement: Endorsement) -> str:
    """For whoever sent the form: it can change the address, and confirm nothing."""
    return seal(endorsement.reference, 1, WAITING)


def is_confirmation(link: str) -> bool:
    """Whether it is one of these links at all."""
    return unseal(link, CONFIRM)[0] != ""


def confirmed_by(link: str) -> Endorsement:
    """The endorsement whose address this link proves. Raises WrongLink or VoidLink."""
    endorsement, key = _read(link, CONFIRM)
    if key != _number_of(endorsement.author_email):
        note("void-link", CONFIRM)
        raise VoidLink(endorsement)
    return endorsement


def sent_by(link: str) -> Endorsement:
    """The endorsement that whoever holds this link has sent. Raises WrongLink."""
    return _read(link, WAITING)[0]


def waiting_answer(endorsement: Endorsement) -> ConsentRecord | None:
    """What was ticked for these words and is not confirmed yet, if it waits for that."""
    if endorsement.status not in WITH_ITS_AUTHOR or not endorsement.author_email:
        return None
    answer = ConsentRecord.objects.newest(endorsement, endorsement.words()[0])
    return answer if answer and answer.method == Method.WEB_FORM else None


def has_doubtful_address(endorsement: Endorsement) -> bool:
    """Whether the last form was sent with an address that nobody has confirmed since."""
    sent = ConsentRecord.objects.filter(
        record_id=endorsement.pk,
        person=Person.CHAMPION,
        method__in=(Method.WEB_FORM, Method.CONFIRMED),
    )
    newest = sent.order_by("-pk").first()
    return newest is not None and newest.method == Method.WEB_FORM


def confirmed_from(endorsement: Endorsement) -> str:
    """What a lead reads beside the answer: hers to judge whether it is their address."""
    return f"Confirmed from {endorsement.author_email}"


def ask_to_confirm(endorsement: Endorsement) -> None:
    """Queue the mail with the link; not where this address was sent many of them."""
    address = endorsement.author_email
    if not allow(CONFIRM, address.lower(), MAILS, MAIL_SECONDS):
        return
    mail = mails.confirm_address(
        kind=endorsement.get_kind_display().lower(),
        reference=endorsement.shown_reference,
        link=confirmation_address(endorsement),
    )
    queue(address, mail, region=endorsement.region, reference=endorsement.reference)


def own_page(endorsement: Endorsement) -> str:
    """What opens for whoever reads its mailbox: to confirm it, or where it stands."""
    is_waiting = waiting_answer(endorsement) is not None
    return (confirmation_address if is_waiting else my_address)(endorsement)


@transaction.atomic
def ask_at(endorsement: Endorsement, address: str) -> None:
    """Ask again, at another address where the first was wrong; its link is then void.

    Raises MoveNotAllowed where nothing waits, AlreadyDecided where that has just changed.
    """
    if waiting_answer(endorsement) is None:
        raise MoveNotAllowed(
            f"{endorsement.shown_reference} does not wait to be confirmed",
            sentence=NOTHING_WAITS,
        )
    if address != endorsement.author_email:
        seen = endorsement.version
        raise_version(
            endorsement, seen_version=seen, author_email=address, version=seen + 1
        )
        endorsement.author_email = address
    ask_to_confirm(endorsement)


@transaction.atomic
def confirm(endorsement: Endorsement, *, seen_version: int) -> None:
    """Keep the answer as their own word, and send it to the leads.

    Raises MoveNotAllowed, AlreadyDecided or NotReady, and changes nothing.
    """
    answer = waiting_answer(endorsement)
    if answer is None:
        raise MoveNotAllowed(
            f"{endorsement.shown_reference} does not wait to be confirmed",
            sentence=NOTHING_WAITS,
        )
    moves.submit(endorsement, by=Role.AUTHOR, seen_version=seen_version)
    give_champion(endorsement)
    record_answer(
        endorsement,
        words=endorsement.words()[0],
        uses=answer.uses,
        method=Method.CONFIRMED,
        by=Role.AUTHOR,
        how=confirmed_from(endorsement),
        wording=answer.wording,
    )


def give_champion(endorsement: Endorsement) -> None:
    """Link the champion of this name and address, else a new one.

    Another of the same name may be somebody else: a lead says whether it is.
    """
    if endorsement.champion:
        return
    there = Champion.objects.filter(region=endorsement.region)
    known = list(there.called(endorsement.name))
    same = [each for each in known if each.has_address(endorsement.author_email)]
    if known and not same:
        return
    endorsement.champion = same[0] if same else Champion.of(endorsement)
    endorsement.save(update_fields=["champion"])


def forget_unconfirmed(today: date, really: bool) -> int:
    """Erase what nobody confirmed within 28 days; how many there are, or were erased."""
    last = datetime.combine(today - KEPT, time.min, tzinfo=UTC)
    old = Endorsement.objects.filter(status=Status.DRAFT, created_at__lt=last)
    old = old.exclude(author_email="", quote="").order_by("pk")
    if not really:
        return old.count()
    return sum(_forget(endorsement) for endorsement in old)


def _forget(endorsement: Endorsement) -> bool:
    try:
        with transaction.atomic():
            raise_version(endorsement, seen_version=endorsement.version)
            endorsement.erase()
            erase_details(endorsement, Person.CHAMPION)
            erase_mail(endorsement.reference)
    except AlreadyDecided:
        logger.info("%s was confirmed just now", endorsement.shown_reference)
        return False
    return True


def _read(link: str, purpose: str) -> tuple[Endorsement, int]:
    reference, key = unseal(link, purpose)
    found = Endorsement.objects.filter(reference=reference) if reference else None
    endorsement = found.select_related("champion").first() if found else None
    if endorsement is None:
        note("wrong-link", purpose)
        raise WrongLink
    return endorsement, key


def _number_of(address: str) -> int:
    """Stands for an address in its link, and gives nothing of it away."""
    digest = salted_hmac("endorsements.confirming", address.lower(), algorithm="sha256")
    return int(digest.hexdigest()[:8], 16)
