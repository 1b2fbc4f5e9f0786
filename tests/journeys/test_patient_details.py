"""What may tell who a patient is: seen, changed or answered for, and read by a lead."""

import re

import pytest
from playwright.sync_api import expect

from amd.moderation.models import WarningPassed
from amd.records.models import Status
from casestudies.models import CaseStudy
from tests.factories import make_lead
from tests.journeys.axe import (
    assert_none,
    assert_summary_leads_to_inputs,
    problems_of,
)
from tests.journeys.steps import let_in, press_tab_to
from tests.journeys.telling import (
    FULL,
    PATIENTS,
    PHONE,
    QUICK,
    agree,
    begin,
    box,
    check_and_send,
    expect_at,
    fill,
    make_lists,
    save,
    send,
    tell,
)

TITLE = "Could this tell who a patient is?"
NAMED = "Mrs Specimen asked which of the three pumps on offer is the safest one."
WITHOUT = "A matron asked which of the three pumps on offer is the safest one."
# The check digit is right, which is all that the site can know of it.
NUMBER = "The note of 943 476 5919 said which of the three pumps was in use."
REASON = "Mrs Specimen is the matron, and has agreed to be named"


@pytest.fixture(autouse=True)
def organisation():
    return make_lists()


def stopped(page, words=NAMED):
    """A quick story whose first answer holds these words."""
    begin(page, "Start a quick story")
    tell(page, QUICK[:1])
    expect_at(page, QUICK[1].heading)
    fill(page, QUICK[1])
    box(page, "You asked").fill(words)
    save(page)
    expect_at(page, TITLE)


def keep_them(page):
    return page.get_by_role("button", name="This does not identify anyone")


def test_words_are_changed_and_nothing_is_asked_again(either_page):
    page = either_page
    stopped(page)
    expect(page.locator("mark")).to_have_text("Mrs Specimen")

    page.get_by_role("button", name="Go back and change it").click()
    expect(box(page, "You asked")).to_have_value(NAMED)
    box(page, "You asked").fill(WITHOUT)
    save(page)

    tell(page, QUICK[2:])
    check_and_send(page)
    assert CaseStudy.objects.get().challenge == WITHOUT
    assert not WarningPassed.objects.exists()


def test_words_stay_with_a_reason_that_the_lead_reads(
    either_page, another_browser, organisation, base_url
):
    page = either_page
    stopped(page)
    page.get_by_label("Why does it not identify anyone?").fill(REASON)
    keep_them(page).click()

    tell(page, QUICK[2:])
    check_and_send(page)
    desk = another_browser()
    let_in(desk.context, make_lead(organisation.region), base_url)
    desk.goto("/admin/")
    desk.get_by_role("link", name="Review the oldest").click()
    expect(desk.locator("main")).to_contain_text(REASON)
    # She judges for herself: what its author says passes nothing.
    expect(
        desk.get_by_label(re.compile("“Mrs Specimen” looks like"))
    ).not_to_be_checked()


def test_two_clicks_are_one_answer_and_the_way_back_asks_nothing(either_page):
    page = either_page
    stopped(page)
    page.get_by_label("Why does it not identify anyone?").fill(REASON)

    keep_them(page).dblclick()

    expect_at(page, QUICK[2].heading)
    assert WarningPassed.objects.count() == 1
    page.get_by_role("link", name="Back", exact=True).click()
    expect(box(page, "You asked")).to_have_value(NAMED)
    save(page)
    expect_at(page, QUICK[2].heading)


def test_a_number_of_a_patient_is_only_taken_out(either_page):
    page = either_page
    stopped(page, NUMBER)
    expect(keep_them(page)).to_have_count(0)

    # Whoever goes round it by the address is stopped before it is sent.
    page.goto(page.url.replace("/story/patient-details/", "/patients/"))
    tell(page, QUICK[2:])
    expect_at(page, "Check your answers")
    agree(page)
    send(page)
    expect(page.locator(".nhsuk-error-summary")).to_contain_text(
        "Look at what may tell who a patient is on the page “Your quick story”"
    )
    assert CaseStudy.objects.get().status == Status.DRAFT
    page.get_by_role("region", name="Before you can send it").get_by_role(
        "link", name="Your quick story"
    ).click()
    page.get_by_role("button", name="Go back and change it").click()
    box(page, "You asked").fill(WITHOUT)
    page.get_by_role("button", name="Save and go back to your answers").click()
    check_and_send(page)


def test_what_a_second_tab_writes_is_not_answered_for_unread(page):
    stopped(page)
    other = page.context.new_page()
    other.goto(page.url.replace("patient-details/", ""))
    box(other, "We did").fill("I searched for Mr Dummy, who asked about the pumps.")
    save(other)
    expect_at(other, TITLE)

    page.get_by_label("Why does it not identify anyone?").fill(REASON)
    keep_them(page).click()

    # One of the two was read: the other is shown.
    expect_at(page, TITLE)
    expect(page.locator("mark")).to_have_text(["Mr Dummy"])


def test_by_keyboard_alone_the_words_are_answered_for(page):
    stopped(page)

    press_tab_to(page, "Why does it not identify anyone?")
    page.keyboard.type(REASON)
    press_tab_to(page, "This does not identify anyone")
    page.keyboard.press("Enter")

    expect_at(page, QUICK[2].heading)


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, PHONE])
def test_the_interruption_is_for_everybody_with_and_without_errors(
    another_browser, viewport
):
    page = another_browser(viewport=viewport)
    stopped(page, f"{NUMBER} {NAMED}")
    problems = problems_of(page)

    keep_them(page).click()

    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    assert_summary_leads_to_inputs(page)
    assert_none(problems + problems_of(page))


def test_a_full_story_stops_at_the_page_it_stands_on(page):
    begin(page)
    tell(page, FULL[:3])
    expect_at(page, FULL[3].heading)
    box(page, "What happened").fill("Mr Dummy chose the pump with the fewest errors.")
    save(page)

    expect_at(page, TITLE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What happened")
    page.get_by_role("button", name="Go back and change it").click()
    expect_at(page, FULL[3].heading)
    fill(page, FULL[3])
    save(page)
    expect_at(page, FULL[4].heading)


def test_the_way_back_leads_through_no_page_that_the_browser_cannot_show(page):
    begin(page, "Start a quick story")
    tell(page, QUICK[:1])
    expect_at(page, QUICK[1].heading)
    # Two pages that answered with errors lie on the way.
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Enter what you were asked")
    fill(page, QUICK[1])
    box(page, "You asked").fill(NAMED)
    save(page)
    keep_them(page).click()
    expect(page.get_by_role("alert")).to_contain_text("Enter why")
    page.get_by_label("Why does it not identify anyone?").fill(REASON)
    keep_them(page).click()
    expect_at(page, PATIENTS.heading)

    # What was looked at and answered for leads on; the words are before it.
    for _ in range(3):
        page.go_back()

    expect(box(page, "You asked")).to_have_value(NAMED)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_what_was_refused_stands_there_when_the_page_is_fetched_again(page):
    begin(page, "Start a quick story")
    tell(page, QUICK[:1])
    box(page, "You asked").fill("pump " * 151)
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("150 words or less")

    page.reload()

    expect(box(page, "You asked")).to_have_value(re.compile("^pump pump"))
    expect(page.locator(".amd-journey__unsaved")).to_be_visible()
