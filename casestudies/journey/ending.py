"""Drafts that nobody goes on with: one reminder, and at their end nothing is left.

Acts of the night. A site that slept for weeks deletes nothing that it has not announced:
every draft is kept for a week after its reminder.
"""

import logging
from datetime import date, timedelta

from django.db import models, transaction
from django.utils import timezone

from amd.mail import words as mails
from amd.mail.outbox import erase as erase_mail
from amd.moderation import tell
from amd.moderation.forgetting import forget_desk
from amd.moderation.step import already_decided, raise_version
from amd.records.errors import AlreadyDecided
from amd.records.models import Status
from casestudies.models import CaseStudy

logger = logging.getLogger(__name__)

REMINDED = timedelta(days=7)
OVER = (Status.PUBLISHED, Status.DECLINED)


def remind_of_end(today: date, really: bool) -> int:
    """One mail for each draft that ends in a week or less; how many are due, or went."""
    due = _drafts().filter(
        draft_ends_on__lte=today + REMINDED, draft_reminded_at__isnull=True
    )
    if not really:
        return due.count()
    return sum(_remind(story, today) for story in due)


def forget_drafts(today: date, really: bool) -> int:
    """Erase what ended yesterday or before; how many there are, or were erased."""
    over = _drafts().filter(draft_ends_on__lt=today, draft_reminded_at__isnull=False)
    if not really:
        return over.count()
    return sum(_forget(story, today) for story in over)


def forget_unsaved(today: date, really: bool) -> int:
    """Empty what was typed and never saved in what does not come back to its author."""
    gone = CaseStudy.objects.filter(status__in=OVER).exclude(unsaved={})
    return gone.update(unsaved={}, unsaved_picture=None) if really else gone.count()


def _drafts() -> models.QuerySet[CaseStudy]:
    return CaseStudy.objects.filter(status=Status.DRAFT).order_by("pk")


@transaction.atomic
def _remind(story: CaseStudy, today: date) -> bool:
    ends_on = max(story.draft_ends_on or today, today + REMINDED)
    as_read = CaseStudy.objects.filter(
        pk=story.pk,
        status=Status.DRAFT,
        draft_ends_on=story.draft_ends_on,
        draft_reminded_at__isnull=True,
    )
    if not as_read.update(draft_ends_on=ends_on, draft_reminded_at=timezone.now()):
        # Its author has just gone on, or another worker was first.
        return False
    until = f"{ends_on.day} {ends_on:%B %Y}"
    tell.author(story, mails.draft_ending, with_link=True, until=until)
    return True


def _forget(story: CaseStudy, today: date) -> bool:
    try:
        with transaction.atomic():
            # Whoever saves a page or sends it at this moment waits, or is waited for.
            raise_version(story, seen_version=story.version, came_from=Status.DRAFT)
            now = CaseStudy.objects.get(pk=story.pk)
            if now.draft_ends_on is None or now.draft_ends_on >= today:
                raise already_decided(now)
            now.erase()
            now.draft_ends_on = None
            now.save(update_fields=["draft_ends_on"])
            forget_desk(now)
            erase_mail(now.reference)
    except AlreadyDecided:
        logger.info("%s was saved just now", story.shown_reference)
        return False
    return True
