"""What happened to a record, as the review page lists it."""

import pytest

from amd.moderation import moves
from amd.moderation.timeline import timeline
from amd.records.models import Record, Role, Status
from tests.amd.moderation.asked import edit, now
from tests.factories import make_case_study

pytestmark = pytest.mark.django_db


def save_pages(story, *words):
    for each in words:
        edit(story, by=Role.AUTHOR, impact=each)


def test_pages_saved_one_after_the_other_are_one_line(north, north_lead):
    story = make_case_study(region=north, by=Role.AUTHOR)
    Record.objects.filter(pk=story.pk).update(status=Status.SENT_BACK)
    save_pages(story, "One.", "Two.", "Three.")
    newer = now(story)
    moves.submit(newer, by=Role.AUTHOR, seen_version=newer.version)
    edit(story, by=north_lead.user, impact="Four.")
    edit(story, by=north_lead.user, impact="Five.")

    told = [(event.what, event.by) for event in timeline(now(story))]

    lead = str(north_lead.user)
    assert told == [
        ("Sent for review", "Author"),
        ("Edited", "Author"),
        ("Sent for review", "Author"),
        ("Edited", lead),
        ("Edited", lead),
    ]
