"""A case study through the review desk: asked for more, escalated, published."""

import re

import pytest
from playwright.sync_api import expect

from amd.publishing.models import Featured, Publication
from tests.factories import (
    make_case_study,
    make_lead,
    make_region,
)
from tests.journeys.axe import assert_accessible
from tests.journeys.steps import let_in, link_in_mail, press_tab_to
from tests.journeys.test_lead import expect_said

PHONE = {"width": 390, "height": 800}
ASKED = "By how much, and since when?"
NEW_WORDS = "Nurses spend half an hour less on alarms in every shift."
CRITERIA = (
    "1. What was achieved is clear",
    "2. What the impact was is clear",
    "3. What the library's role was is clear",
    "4. There is detail of a cost or time saving",
    "5. There is a quote from a named library user",
)


@pytest.fixture
def north(transactional_db, settings):
    # Mails can be read on the site, as on any machine where none leaves.
    settings.DEBUG = True
    return make_region(name="North", slug="north")


@pytest.fixture
def study(north):
    """Whole, agreed to and sent; its contributor has a private link."""
    return make_case_study(agreed=True, met=(), region=north)


@pytest.fixture
def desk(another_browser, base_url):
    """Opens the browser of one more member of staff."""

    def opened(person, **settings):
        page = another_browser(**settings)
        let_in(page.context, person, base_url)
        return page

    return opened


def review(page, record):
    page.goto(f"/admin/records/record/{record.pk}/review/")


def mark_all_met(page, count=5):
    for words in CRITERIA[:count]:
        page.get_by_role("group", name=re.compile(re.escape(words))).get_by_label(
            "Met", exact=True
        ).check()


def press(page, button):
    page.get_by_role("button", name=button, exact=True).click()


def test_from_sent_to_asked_for_more_to_escalated_to_published(
    either_page, desk, north, study
):
    author, lead = either_page, desk(make_lead(north))
    lead.goto("/admin/")
    lead.get_by_role("link", name="Review the oldest").click()
    press(lead, "Send back")
    lead.get_by_label("What to change in: The difference it made").fill(ASKED)
    press(lead, "See the mail")
    expect(lead.locator("main")).to_contain_text(f"The difference it made: {ASKED}")
    assert_accessible(lead)
    press(lead, "Send it")
    expect_said(lead, "Sent back: ")

    author.goto(link_in_mail(lead, "Please look at your impact case study", "/my/"))
    expect(author.locator("main")).to_contain_text(ASKED)
    author.get_by_role("button", name="Make the changes and send it again").click()
    expect(author.locator("main")).to_contain_text(ASKED)
    author.get_by_role("link", name="The difference it made", exact=True).click()
    expect(author.locator("main")).to_contain_text(ASKED)
    author.get_by_label("The difference it made", exact=True).fill(NEW_WORDS)
    press(author, "Save and go back to your answers")
    expect(author.get_by_text("Changed since")).to_be_visible()
    author.get_by_label("I agree to website and national collection").check()
    author.get_by_label(re.compile("No patient can be identified")).check()
    author.get_by_role("button", name="Send your case study again").click()
    expect(author.get_by_role("heading", level=1)).to_contain_text("with us")

    review(lead, study)
    since = lead.get_by_role("region", name=re.compile("^Since it was sent back"))
    expect(since).to_contain_text(ASKED)
    expect(since.locator("ins").first).to_contain_text("half an hour")
    expect(since.locator("del").first).to_be_visible()
    assert_accessible(lead)
    mark_all_met(lead, 4)
    press(lead, "Escalate")
    expect(lead.locator("main")).to_contain_text("Criterion 5 is not marked as met")
    mark_all_met(lead)
    press(lead, "Escalate")
    expect_said(lead, "Escalated: ")
    assert Featured.objects.filter(record=study.pk).exists()

    review(lead, study)
    press(lead, "Publish and next")
    expect(lead.locator("main")).to_contain_text("does not say how it is known")
    lead.get_by_label(re.compile("does not say how it is known")).first.check()
    lead.get_by_label("Why").fill("Counted on the ward, says its manager")
    press(lead, "Pass what is ticked")
    expect(lead.get_by_text("“Counted on the ward, says its manager”")).to_be_visible()
    press(lead, "Publish and next")
    expect_said(lead, "Published: ")
    assert Publication.objects.live().get().record_id == study.pk
    author.goto("/gallery/?featured=yes")
    expect(author.locator(".amd-tile")).to_have_count(1)


def test_desk_is_worked_by_keyboard_alone_from_one_decision_to_the_next(
    desk, north, study
):
    following = make_case_study(agreed=True, region=north)
    page = desk(make_lead(north))
    page.goto("/admin/")

    press_tab_to(page, "Review the oldest")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(study.shown_reference)
    press_tab_to(page, "Claim it")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="You are at work on this")).to_be_visible()
    for _ in CRITERIA[:3]:
        press_tab_to(page, "Met")
        page.keyboard.press("Space")
    press_tab_to(page, "Publish and next")
    page.keyboard.press("Enter")

    expect_said(page, "Published: ")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text(following.shown_reference)
    expect(heading).to_be_focused()
    # The tab order begins there, so that nothing of the page is walked again.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#header')") is None


def test_queue_and_review_page_on_a_phone(desk, north, study):
    page = desk(make_lead(north), viewport=PHONE)

    page.goto("/admin/records/record/")
    assert_accessible(page)
    page.get_by_role("link", name=re.compile(study.headline)).click()

    assert_accessible(page)
    for button in ("Accept", "Send back", "Decline"):
        expect(page.get_by_role("button", name=button, exact=True)).to_be_visible()
