"""A librarian tells a case study: whole or quick, by keyboard, on a phone, sent back."""

import re

import pytest
from playwright.sync_api import expect

from amd.moderation import moves
from amd.moderation.links import my_link
from amd.records.models import Status
from casestudies.models import CaseStudy
from tests.factories import make_national_lead
from tests.journeys.axe import (
    assert_none,
    assert_scripts_ran,
    assert_summary_leads_to_inputs,
    problems_of,
)
from tests.journeys.steps import press_tab_to
from tests.journeys.telling import (
    AGREED,
    FULL,
    HEADLINE,
    IMPACT,
    PATIENTS,
    PHONE,
    QUICK,
    QUOTE,
    agree,
    begin,
    box,
    check_and_send,
    expect_at,
    expect_sent,
    make_lists,
    save,
    send,
    tell,
)


@pytest.fixture(autouse=True)
def organisation():
    return make_lists()


@pytest.mark.parametrize(
    "opened_on",
    [{}, {"viewport": PHONE, "has_touch": True, "java_script_enabled": False}],
    ids=["a desk", "a phone without scripts"],
)
def test_a_full_case_study_from_the_start_page_to_the_receipt(
    another_browser, opened_on, organisation
):
    page = another_browser(**opened_on)
    begin(page)
    tell(page, FULL)

    expect_at(page, "Check your answers")
    for told in FULL:
        for words in told.typed.values():
            expect(page.locator("main")).to_contain_text(words)
    page.get_by_label("Name me under “Working with”").check()
    page.get_by_label("I agree to photo", exact=True).check()
    check_and_send(page)

    story = CaseStudy.objects.get()
    assert (story.status, story.organisation) == (Status.SUBMITTED, organisation)
    assert story.problems() == []
    assert (story.figure_period, story.impact_when) == (
        "April 2025 to March 2026",
        "now",
    )
    assert (story.quoted_name, story.picture.alt_text) == (
        "Sam Sample",
        "A pump at a ward desk",
    )


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, PHONE])
def test_every_page_on_the_way_is_for_everybody_with_and_without_errors(
    another_browser, viewport
):
    page, problems = another_browser(viewport=viewport), []

    def look(page, told):
        problems.extend(problems_of(page))
        for label, words in told.wrong.items():
            box(page, label).fill(words)
        save(page)
        expect(page.locator(".nhsuk-error-summary")).to_be_focused()
        expect(page).to_have_title(re.compile("^Error: "))
        problems.extend(problems_of(page))
        assert_summary_leads_to_inputs(page)

    begin(page)
    tell(page, FULL, first=look)
    expect_at(page, "Check your answers")
    problems.extend(problems_of(page))
    send(page)
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    problems.extend(problems_of(page))
    agree(page)
    send(page)
    expect_sent(page)
    problems.extend(problems_of(page))
    page.get_by_role("link", name="See where it stands").click()
    expect_at(page, "Your impact case study")
    problems.extend(problems_of(page))

    assert_none(problems)


def test_a_quick_story_grows_with_nothing_typed_again(either_page):
    page = either_page
    begin(page, "Start a quick story")
    tell(page, QUICK)
    expect_at(page, "Check your answers")

    page.get_by_role("button", name="Make it a full case study").click()
    # What was never asked comes first; what was answered stands in its boxes.
    expect_at(page, "What happened")
    box(page, "What happened").fill("The group chose the pump with the fewest errors.")
    save(page)
    expect(box(page, "The difference it made")).to_have_value(
        QUICK[1].typed["The impact"]
    )
    page.get_by_label("It has already happened").check()
    save(page)
    tell(page, FULL[5:9])
    for label, words in HEADLINE.typed.items():
        expect(box(page, label)).to_have_value(words)
    save(page)
    check_and_send(page)

    story = CaseStudy.objects.get()
    assert (story.status, story.is_quick) == ("submitted", False)
    assert story.challenge == QUICK[1].typed["You asked"]
    assert story.library_role == QUICK[1].typed["We did"]


def type_by_keyboard(page, told):
    """Every box and tick of the page in the order in which Tab comes to them."""
    for label, words in told.typed.items():
        press_tab_to(page, label)
        page.keyboard.insert_text(words)
    for label in told.chosen:
        press_tab_to(page, label)
        page.keyboard.press("Space")
    press_tab_to(page, "Save and continue")
    page.keyboard.press("Enter")


# The order of their boxes, which is the order of Tab.
BY_KEYBOARD = (*FULL[:4], IMPACT, None, QUOTE, None, PATIENTS, HEADLINE)


def test_with_the_keyboard_alone_a_full_case_study_is_sent(either_page):
    page = either_page
    page.goto("/case-studies/submit/")
    press_tab_to(page, "Start a full case study")
    page.keyboard.press("Enter")

    for told in BY_KEYBOARD:
        if told is None:
            # Nothing to say: the page is passed over.
            page.wait_for_url(re.compile("/(figures|picture)/$"))
            press_tab_to(page, "Save and continue")
            page.keyboard.press("Enter")
            continue
        expect_at(page, told.heading)
        type_by_keyboard(page, told)
    expect_at(page, "Check your answers")
    for words in AGREED:
        press_tab_to(page, words)
        page.keyboard.press("Space")
    press_tab_to(page, "Send your case study")
    page.keyboard.press("Enter")

    expect_sent(page)
    assert CaseStudy.objects.get().quoted_name == "Sam Sample"


def test_a_quick_story_is_changed_from_the_check_and_sent(either_page):
    page = either_page
    begin(page, "Start a quick story")
    tell(page, QUICK)

    page.get_by_role("link", name="Change Headline").click()
    expect(box(page, "Headline")).to_be_visible()
    box(page, "Headline").fill("Half a page changes what a ward orders")
    page.get_by_role("button", name="Save and go back to your answers").click()

    expect_at(page, "Check your answers")
    expect(page.locator("main")).to_contain_text("Half a page changes")
    check_and_send(page)

    story = CaseStudy.objects.get()
    assert (story.status, story.is_quick, story.outcome) == ("submitted", True, "")


def test_words_too_many_are_counted_on_the_page_as_in_the_answer(page):
    begin(page, "Start a quick story")
    tell(page, QUICK[:3])
    assert_scripts_ran(page)
    box(page, "Headline").fill("Evidence chooses the pump")
    box(page, "The story in brief").fill("a two-page " * 61)
    expect(
        page.locator(".nhsuk-character-count__status", has_text="too many")
    ).to_have_text("You have 12 words too many")
    save(page)

    expect(page.locator(".nhsuk-error-summary__list")).to_have_text(
        "The story in brief must be 110 words or less (this is 12 too many)"
    )


def test_sent_back_a_quick_story_grows_to_answer_and_is_sent_again(either_page):
    page = either_page
    begin(page, "Start a quick story")
    tell(page, QUICK)
    check_and_send(page)
    story = CaseStudy.objects.get()
    moves.send_back(
        story,
        by=make_national_lead(),
        seen_version=story.version,
        note="Who measured the saving?",
        comments={"outcome": "What did the group decide?"},
    )

    page.goto(f"/my/{my_link(story)}/")
    page.get_by_role("button", name="Make the changes and send it again").click()
    expect(page.locator("main")).to_contain_text("Who measured the saving?")
    page.get_by_role("button", name="Make it a full case study").click()
    expect_at(page, "What happened")
    expect(page.locator("main")).to_contain_text("What did the group decide?")
    box(page, "What happened").fill("They chose the pump that the trust had measured.")
    page.get_by_role("button", name="Save and come back later").click()
    page.get_by_role("button", name="Make the changes and send it again").click()
    expect(page.get_by_text("Changed since")).to_be_visible()
    # Asked again: they are other words than those that were agreed to.
    page.get_by_label("No patient can be identified").check()
    agree(page)
    send(page)

    expect_sent(page)
    story.refresh_from_db()
    assert (story.status, story.is_quick) == (Status.SUBMITTED, False)
