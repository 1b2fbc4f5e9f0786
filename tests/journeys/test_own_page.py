"""The author's page in every state, on a desk and on a phone, and its receipt."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.moderation import moves
from amd.moderation.links import my_link
from amd.records.models import Record, Role, Status
from tests.amd.moderation.asked import (
    approved,
    ask,
    edit,
    make_quoting_study,
    now,
    publish,
)
from tests.factories import make_case_study, make_lead, make_wordings
from tests.journeys.axe import assert_none, problems_of

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


def decide(move, record, by, **how):
    story = now(record)
    move(story, by=by, seen_version=story.version, **how)


def begun(story, lead):
    Record.objects.filter(pk=story.pk).update(status=Status.DRAFT)
    ends_on = timezone.localdate() + timedelta(days=28)
    type(story).objects.filter(pk=story.pk).update(draft_ends_on=ends_on)


def sent(story, lead):
    """Behind five that were decided, so that there is a middle time."""
    for _ in range(5):
        other = make_case_study(region=story.region, by=Role.AUTHOR)
        decide(moves.accept, other, lead)
    ask(story, by=Role.AUTHOR)


def sent_back(story, lead):
    comments = {"impact": "How much time?", "figure": "Is there a saving?"}
    decide(moves.send_back, story, lead, note="Nearly there.", comments=comments)


def sent_again(story, lead):
    sent_back(story, lead)
    edit(story, by=Role.AUTHOR, impact="Two hours a week.")
    decide(moves.submit, story, Role.AUTHOR)


def accepted(story, lead):
    decide(moves.accept, story, lead, note="Thank you for it.")


def published(story, lead):
    approved(story)
    publish(story)


def changed_since(story, lead):
    published(story, lead)
    edit(story, by=lead, headline="Half a page changes what a ward orders")


def being_changed(story, lead):
    published(story, lead)
    edit(story, by=Role.AUTHOR, headline="Half a page changes what a ward orders")


def declined(story, lead):
    decide(moves.decline, story, lead, note="It is not about a library.")


def withdrawn(story, lead):
    decide(moves.withdraw, story, Role.AUTHOR)


STATES = (
    begun,
    sent,
    sent_back,
    sent_again,
    accepted,
    published,
    changed_since,
    being_changed,
    declined,
    withdrawn,
)


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_every_state_of_ones_own_page_is_for_everybody(
    another_browser, north, viewport
):
    page, lead, problems = another_browser(viewport=viewport), make_lead(north), []

    for come_to in STATES:
        story = make_quoting_study(region=north, by=Role.AUTHOR)
        come_to(story, lead)
        assert page.goto(f"/my/{my_link(story)}/").status == 200
        for more in page.locator("details").all():
            more.locator("summary").click()
        problems += problems_of(page)
    before = make_quoting_study(region=north, by=Role.AUTHOR)
    published(before, lead)
    page.goto(f"/my/{my_link(before)}/change/")
    problems += problems_of(page)
    receipt = make_quoting_study(region=north, by=Role.AUTHOR)
    page.goto(f"/my/{my_link(receipt)}/sent/")
    problems += problems_of(page)

    assert_none(problems)


def test_a_comment_leads_into_the_box_it_is_about(page, north):
    story = make_quoting_study(region=north, by=Role.AUTHOR)
    sent_back(story, make_lead(north))

    page.goto(f"/my/{my_link(story)}/")
    page.get_by_role("link", name="The difference it made").click()
    box = page.locator("#id_impact")
    box.fill("Nurses spend two hours less a week on alarms.")
    page.get_by_role("button", name="Save and go back to your answers").click()

    page.get_by_role("heading", name="Change your case study").wait_for()
    assert now(story).impact == "Nurses spend two hours less a week on alarms."
