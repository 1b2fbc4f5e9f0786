"""Each page of a case study while it is written: alive with scripts, whole without."""

import re
import time

import pytest
from playwright.sync_api import expect

from amd.moderation.links import my_link
from casestudies.journey.pages import PAGES, YOU, pages_of
from casestudies.journey.workings import WorkingForm
from casestudies.models import CaseStudy
from tests.factories import make_case_study, make_wordings
from tests.journeys.axe import (
    assert_none,
    assert_scripts_ran,
    assert_summary_leads_to_inputs,
    problems_of,
)

PATIENCE_SECONDS = 15
SUM = "2 hours × 12 people × 46 weeks = 1,104 hours"


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def story():
    story = make_case_study(author_email="ali@example.nhs.uk")
    CaseStudy.objects.filter(pk=story.pk).update(
        status="draft", impact="", headline="", brief=""
    )
    return CaseStudy.objects.get()


def address(story, slug):
    return f"/my/{my_link(story)}/write/{slug}/"


def wait_until_kept():
    """What goes with a page that is left may come after the next is asked for."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not CaseStudy.objects.get().unsaved:
        assert time.monotonic() < deadline, "what was typed did not come"
        time.sleep(0.05)


def work_out(page, hours="2", people="12", weeks="46"):
    page.get_by_text("Work out the hours that were saved").click()
    page.get_by_label("Hours that one person saves each week").fill(hours)
    page.get_by_label("How many people").fill(people)
    page.get_by_label("For how many weeks").fill(weeks)


def test_every_page_is_for_everybody_where_some_are_answered(page, story):
    problems = []
    for slug in [each.slug for each in PAGES if each != YOU] + ["check"]:
        page.goto(address(story, slug))
        problems += problems_of(page)

    assert_none(problems)


def test_start_and_first_page_are_for_everybody(page):
    problems = []
    for path in ("/case-studies/submit/", "/case-studies/submit/begin/"):
        page.goto(path)
        for details in page.locator("details").all():
            details.evaluate("each => each.open = true")
        problems += problems_of(page)
    page.get_by_role("button", name="Save and continue").click()
    assert_summary_leads_to_inputs(page)

    assert_none(problems + problems_of(page))


def test_the_vignette_draws_itself_as_one_types(page, story):
    page.goto(address(story, "figures"))
    assert_scripts_ran(page)
    canvas = page.get_by_role("img", name="Your vignette, with the words typed")
    expect(canvas).to_be_visible()
    before = canvas.evaluate("each => each.toDataURL()")

    page.get_by_label("Figure (optional)").fill("£120,000")

    page.wait_for_function(
        "before => document.querySelector('canvas').toDataURL() !== before", arg=before
    )
    assert_none(problems_of(page))


def test_what_is_answered_is_told_as_one_types(page, story):
    page.goto(address(story, "impact"))
    assert_scripts_ran(page)
    said = page.get_by_role("region", name="What is answered so far")
    expect(said).to_contain_text("Say what changed, and for whom")

    page.get_by_label("The difference it made").fill("one two three four five six")
    expect(said).to_contain_text("6 words are very few")
    page.get_by_label("The difference it made").fill("one two three four five six 7 8")

    expect(said).not_to_contain_text("Say what changed, and for whom")


def test_the_sum_shows_its_working_as_one_types(page, story):
    page.goto(address(story, "figures"))
    assert_scripts_ran(page)

    work_out(page)

    expect(page.get_by_text(SUM)).to_be_visible()
    expect(page.get_by_label("Figure (optional)")).to_have_value("")


def test_no_sum_is_shown_of_numbers_that_are_refused(page, story):
    page.goto(address(story, "figures"))
    assert_scripts_ran(page)
    work_out(page)
    sum_ = page.locator("[data-working-sum]")
    expect(sum_).not_to_be_empty()

    page.get_by_label("Hours that one person saves each week").fill("61")

    expect(sum_).to_be_empty()


@pytest.mark.parametrize(
    "typed",
    [("1", "1", "1"), ("1.5", "5", "33"), ("0.29", "3", "1"), ("59.99", "9999", "104")],
)
def test_the_sum_is_the_same_with_and_without_a_script(page, story, typed):
    hours, people, weeks = typed
    reckoned = WorkingForm({"hours": hours, "people": people, "weeks": weeks})
    assert reckoned.is_valid()
    page.goto(address(story, "figures"))
    assert_scripts_ran(page)

    work_out(page, *typed)

    sentence = reckoned.working().sentence
    expect(page.get_by_text(sentence, exact=True)).to_be_visible()


def test_the_sum_becomes_the_figure_with_or_without_scripts(either_page, story):
    page = either_page
    page.goto(address(story, "figures"))
    page.get_by_label("Over what time?").fill("a year")
    work_out(page)

    page.get_by_role("button", name="Use it as the figure").click()

    expect(page.get_by_text(SUM)).to_be_visible()
    expect(page.get_by_label("Figure (optional)")).to_have_value("1,104 hours")
    expect(page.get_by_label("Over what time?")).to_have_value("a year")
    page.get_by_label("Estimated by the library user").check()
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Words of somebody")
    assert CaseStudy.objects.get().figure == "1,104 hours"


def test_enter_in_a_box_saves_the_page_and_works_nothing_out(page, story):
    page.goto(address(story, "figures"))
    page.get_by_label("Figure (optional)").fill("£120,000")
    page.get_by_label("What the figure is").fill("saved a year")
    page.get_by_label("Measured").check()

    page.get_by_label("What the figure is").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Words of somebody")
    assert CaseStudy.objects.get().figure == "£120,000"


def test_without_scripts_each_page_shows_the_vignette_as_it_is_saved(
    page_without_scripts, story
):
    page = page_without_scripts
    CaseStudy.objects.update(brief="The ward asked and the library found.")

    page.goto(address(story, "quote"))

    picture = page.get_by_role("img", name=re.compile("The ward asked and the library"))
    expect(picture).to_be_visible()
    assert picture.evaluate("each => each.naturalWidth") == 1080


def test_a_page_is_filled_in_and_saved_with_the_keyboard_alone(page, story):
    page.goto(address(story, "outcome"))
    page.get_by_label("What happened").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("The group chose the pump with the fewest errors and said so.")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("The difference")
    assert CaseStudy.objects.get().outcome.endswith("and said so.")


def test_every_page_of_a_story_has_a_way_back(page, story):
    """Back from each page is the one before it."""
    slugs = [each.slug for each in pages_of(story)]
    page.goto(address(story, slugs[-1]))

    for slug in reversed(slugs[:-1]):
        page.get_by_role("link", name="Back", exact=True).click()
        expect(page).to_have_url(re.compile(f"/write/{slug}/$"))


def test_going_back_loses_no_word_that_was_typed(page, story):
    page.goto(address(story, "impact"))
    assert_scripts_ran(page)
    page.get_by_label("The difference it made").fill("Typed, and never saved")

    page.get_by_role("link", name="Back", exact=True).click()
    wait_until_kept()
    page.get_by_role("button", name="Save and continue").click()

    expect(page.get_by_label("The difference it made")).to_have_value(
        "Typed, and never saved"
    )
    expect(page.get_by_text("You typed this earlier")).to_be_visible()
    assert_none(problems_of(page))


def test_what_was_typed_here_is_there_on_another_device(page, another_browser, story):
    page.goto(address(story, "impact"))
    assert_scripts_ran(page)
    with page.expect_response(re.compile("/answered/")):
        page.get_by_label("The difference it made").fill("Typed in the morning")

    other = another_browser(java_script_enabled=False)
    other.goto(address(story, "impact"))

    expect(other.get_by_label("The difference it made")).to_have_value(
        "Typed in the morning"
    )


def test_a_sum_of_nothing_is_for_everybody(page, story):
    page.goto(address(story, "figures"))
    page.get_by_text("Work out the hours that were saved").click()
    page.get_by_role("button", name="Work it out").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()

    assert_none(problems_of(page))
    assert_summary_leads_to_inputs(page)
