"""A librarian sends a case study, with JavaScript and without, and sends it again."""

import re

import pytest
from playwright.sync_api import expect

from amd.campaign.models import Term
from amd.moderation import moves
from amd.moderation.links import my_link
from amd.records.models import Status
from casestudies.models import CaseStudy
from tests.amd.pictures.files import drawn, saved
from tests.factories import make_national_lead, make_organisation, make_wordings
from tests.journeys.axe import (
    assert_accessible,
    assert_scripts_ran,
    assert_summary_leads_to_inputs,
)

HEADLINE = "Ward equipment chosen on evidence saves a trust £120,000 a year"
ANSWERS = {
    "Your full name": "Ali Sample",
    "Your job title": "Clinical Librarian",
    "Your email address": "ali@example.nhs.uk",
    "Knowledge and library service": "Sampleshire Knowledge and Library Service",
    "Organisation": "Sampleshire NHS Trust",
    "Headline": HEADLINE,
    "The challenge": "The group could not tell which pump was safest.",
    "The library's role": "The clinical librarian searched and appraised.",
    "What happened": "The group chose the pump with the fewest errors.",
    "The difference it made": "Every ward now orders the same pump.",
    "The story in brief": "The group asked, the library searched, the group chose.",
}


@pytest.fixture(autouse=True)
def organisation():
    make_wordings()
    for scheme, code, label in (
        (Term.Scheme.IMPACT_CATEGORY, "money", "Saved money"),
        (Term.Scheme.SERVICE_USED, "search", "Evidence search"),
    ):
        Term.objects.create(scheme=scheme, code=code, label=label)
    return make_organisation(name="Sampleshire NHS Trust")


def fill(page, **changed):
    for label, words in {**ANSWERS, **changed}.items():
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_label("Saved money").check()


def fill_quote(page):
    page.get_by_label("Quote (optional)").fill("It changed what we do.")
    page.get_by_label("By name, with job title and organisation").check()
    page.get_by_label("Their full name").fill("Sam Sample")
    page.get_by_label("Their job title").fill("Head of Procurement")


def choose_picture(page):
    # The NHS script gives the input's own id to its button.
    page.locator("input[type=file][name=picture]").set_input_files(
        {
            "name": "ward.jpg",
            "mimeType": "image/jpeg",
            "buffer": saved(drawn((900, 700))),
        }
    )


def agree(page):
    page.get_by_label("I agree to website and national collection").check()
    page.get_by_label("I agree to social media").check()
    page.get_by_label("No patient can be identified").check()


def send(page):
    page.get_by_role("button", name=re.compile("^Send your case study")).click()


def expect_sent(page):
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Thank you: your impact case study is with us"
    )
    expect(page.locator("main")).to_contain_text(
        CaseStudy.objects.get().shown_reference
    )


def test_vignette_is_drawn_while_the_librarian_types_and_then_sent(page, organisation):
    page.goto("/case-studies/submit/")
    assert_scripts_ran(page)
    assert_accessible(page)
    expect(page.get_by_role("button", name="Preview your vignette")).to_be_hidden()

    fill(page)
    canvas = page.get_by_role(
        "img", name="Your vignette, with the words typed in the form"
    )
    expect(canvas).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text("Preview updated")
    before = canvas.evaluate("canvas => canvas.toDataURL()")
    fill_quote(page)
    page.wait_for_function(
        "before => document.querySelector('canvas').toDataURL() !== before", arg=before
    )
    choose_picture(page)
    page.get_by_label("Describe the picture").fill("A pump at a ward desk")
    page.get_by_label("Name me under “Working with”").check()
    agree(page)
    assert_accessible(page)
    send(page)

    expect_sent(page)
    story = CaseStudy.objects.get()
    assert (story.status, story.organisation) == (Status.SUBMITTED, organisation)
    assert (story.quoted_name, story.picture.alt_text) == (
        "Sam Sample",
        "A pump at a ward desk",
    )


def test_words_too_many_are_counted_on_the_page_as_in_the_answer(page):
    page.goto("/case-studies/submit/")
    fill(page, **{"The story in brief": "a two-page " * 61})
    agree(page)
    expect(
        page.locator(".nhsuk-character-count__status", has_text="too many")
    ).to_have_text("You have 12 words too many")
    send(page)

    expect(page.locator(".nhsuk-error-summary__list")).to_have_text(
        "The story in brief must be 110 words or less (this is 12 too many)"
    )


def test_mistakes_are_named_and_lead_to_their_questions(page):
    page.goto("/case-studies/submit/")
    page.get_by_label("Headline").fill(HEADLINE)
    choose_picture(page)
    page.get_by_label("Figure (optional)").fill("£120,000")
    page.get_by_label("Quote (optional)").fill("It changed what we do.")
    send(page)

    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: Send an impact case study"))
    assert_accessible(page)
    assert_summary_leads_to_inputs(page)
    expect(page.get_by_label("Headline")).to_have_value(HEADLINE)
    expect(page.get_by_role("img", name="The photo that is kept")).to_be_visible()


def test_two_clicks_send_one_case_study(page):
    page.goto("/case-studies/submit/")
    fill(page)
    agree(page)

    page.get_by_role("button", name="Send your case study").dblclick()

    expect_sent(page)


def test_without_scripts_a_button_shows_the_vignette_and_the_picture_is_kept(
    page_without_scripts,
):
    page = page_without_scripts
    page.goto("/case-studies/submit/")
    fill(page)
    choose_picture(page)
    page.get_by_role("button", name="Preview your vignette").click()

    vignette = page.locator("#card-preview-still img")
    expect(vignette).to_be_in_viewport()
    expect(vignette).to_have_attribute("alt", re.compile("the library searched"))
    assert vignette.evaluate("image => image.naturalHeight") == 1350
    assert CaseStudy.objects.count() == 0
    page.get_by_label("Describe the picture").fill("A pump at a ward desk")
    agree(page)
    send(page)
    expect_sent(page)
    assert CaseStudy.objects.get().picture.alt_text == "A pump at a ward desk"


def test_sent_back_it_is_changed_and_sent_again(page):
    test_two_clicks_send_one_case_study(page)
    story = CaseStudy.objects.get()
    moves.send_back(
        story,
        by=make_national_lead(),
        seen_version=story.version,
        note="Who measured the saving?",
    )

    page.goto(f"/my/{my_link(story)}/")
    page.get_by_role("button", name="Make the changes and send it again").click()
    expect(page.locator("main")).to_contain_text("Who measured the saving?")
    expect(page.get_by_role("img", name=re.compile("^Your vignette"))).to_be_visible()
    assert_accessible(page)
    page.get_by_label("The difference it made").fill("The trust measured the saving.")
    page.get_by_label("No patient can be identified").check()
    send(page)

    expect_sent(page)
    assert CaseStudy.objects.get().impact == "The trust measured the saving."
