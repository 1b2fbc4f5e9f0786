"""After each step at the review desk the focus is where the next begins."""

import pytest
from playwright.sync_api import expect

from amd.records.models import Record, Status
from tests.factories import (
    make_case_study,
    make_endorsement,
    make_lead,
    make_region,
    make_wordings,
)
from tests.journeys.steps import press_tab_to, sign_in
from tests.journeys.test_lead import open_review


@pytest.fixture
def north(transactional_db):
    make_wordings()
    return make_region(name="North", slug="north")


@pytest.fixture
def desk(either_page, north):
    sign_in(either_page, make_lead(north, name="Nora North"))
    return either_page


def press(page, button):
    page.get_by_role("button", name=button, exact=True).press("Enter")


def expect_begins_at(page, heading):
    began = page.get_by_role("heading", level=1)
    expect(began).to_have_text(heading)
    expect(began).to_be_focused()


def expect_begins_at_problem(page, sentence):
    problem = page.get_by_role("alert")
    expect(problem).to_contain_text(sentence)
    expect(problem).to_be_focused()


def test_publish_leads_to_the_next_heading_which_says_what_was_done(desk, north):
    record = make_endorsement(region=north, agreed=True)
    following = make_endorsement(region=north)
    open_review(desk, record)

    press(desk, "Publish and next")

    expect_begins_at(desk, f"Review: {following}")
    expect(desk.get_by_role("heading", level=1)).to_have_accessible_description(
        f"Published: {record}."
    )
    # On from there, not from the top of the page.
    press_tab_to(desk, "Checks")


def test_what_is_missing_is_where_she_reads_on(desk, north):
    story = make_case_study(region=north, agreed=True, met=())
    open_review(desk, story)

    press(desk, "Publish and next")

    expect_begins_at_problem(desk, "Criterion 1 is not marked as met")


def test_every_step_of_sending_back_begins_at_its_heading(desk, north):
    story = make_case_study(region=north)
    following = make_endorsement(region=north)
    heading = f"Send back: {story}"
    open_review(desk, story)

    press(desk, "Send back")
    expect_begins_at(desk, heading)
    press(desk, "See the mail")
    expect_begins_at_problem(desk, "Choose a reason, write a note, or comment")
    desk.get_by_label("What to change in: Headline").fill("Begin with the result.")
    press(desk, "See the mail")
    expect_begins_at(desk, heading)
    expect(desk.locator(".amd-letter")).to_contain_text("Begin with the result.")
    press(desk, "Go back")
    expect(desk.get_by_label("What to change in: Headline")).to_have_value(
        "Begin with the result."
    )
    press(desk, "See the mail")
    press(desk, "Send it")

    expect_begins_at(desk, f"Review: {following}")
    assert Record.objects.get(pk=story.pk).status == Status.SENT_BACK


def test_when_nothing_waits_it_is_the_queue(desk, north):
    open_review(desk, make_endorsement(region=north))

    press(desk, "Accept")

    expect(desk.locator("#content-start")).to_be_focused()
    expect(desk.locator(".messagelist")).to_contain_text("Accepted: Endorsement")
