"""A champion offers an endorsement, with JavaScript and without, and sends it again."""

import re

import pytest
from playwright.sync_api import expect

from amd.moderation import moves
from amd.moderation.links import my_link
from endorsements.models import Endorsement
from tests.amd.pictures.files import drawn, saved
from tests.factories import make_national_lead, make_organisation, make_wordings
from tests.journeys.axe import (
    assert_accessible,
    assert_scripts_ran,
    assert_summary_leads_to_inputs,
)
from tests.journeys.steps import link_in_last_mail, press_tab_to

QUOTE = "When a decision has to be right, I ask our librarians first."


@pytest.fixture(autouse=True)
def organisation():
    make_wordings()
    return make_organisation(name="Sampleshire NHS Trust")


def photo():
    return {
        "name": "photo.jpg",
        "mimeType": "image/jpeg",
        "buffer": saved(drawn((900, 900))),
    }


def choose_photo(page):
    # The NHS script gives the input's own id to its button.
    page.locator("input[type=file][name=photo]").set_input_files(photo())


def say_who(page):
    page.get_by_label("Full name", exact=True).fill("Dr Sample Person")
    page.get_by_label("Job title", exact=True).fill("Medical Director")
    page.get_by_label("Organisation", exact=True).fill("Sampleshire NHS Trust")
    page.get_by_label("Personally").check()
    page.get_by_label("Email address", exact=True).fill("champion@example.org")


def agree(page, *uses):
    for use in uses:
        page.get_by_label(re.compile(f"I agree to {use}")).check()


def send(page):
    page.get_by_role("button", name=re.compile("^Send your endorsement")).click()


def expect_kept(page):
    """Until the address is confirmed."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")


def confirm(page, link=None):
    """By the mailed link; opening it sends nothing."""
    expect_kept(page)
    page.goto(link or link_in_last_mail())
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Confirm your endorsement"
    )
    page.get_by_role("button", name="Confirm and send").click()


def expect_sent(page):
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Thank you: your endorsement is with us"
    )
    expect(page.locator("main")).to_contain_text(
        Endorsement.objects.get().shown_reference
    )


def test_card_is_drawn_while_the_champion_types_and_then_sent(page, organisation):
    page.goto("/endorse/")
    assert_scripts_ran(page)
    assert_accessible(page)
    expect(page.get_by_role("button", name="Preview your card")).to_be_hidden()

    page.get_by_label("Your endorsement").fill(QUOTE)
    expect(page.get_by_role("status").first).to_have_text("Preview updated")
    canvas = page.get_by_role("img", name="Your card, with the words typed in the form")
    expect(canvas).to_be_visible()
    before = canvas.evaluate("canvas => canvas.toDataURL()")
    say_who(page)
    choose_photo(page)
    page.wait_for_function(
        "before => document.querySelector('canvas').toDataURL() !== before", arg=before
    )
    page.get_by_label("Description of the photo").fill("A red square")
    agree(page, "website", "name", "job title", "photo")
    assert_accessible(page)
    send(page)

    expect_kept(page)
    assert_accessible(page)
    page.goto(link_in_last_mail())
    expect(
        page.get_by_role("img", name=re.compile("I ask our librarians"))
    ).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Confirm and send").click()
    expect_sent(page)
    assert_accessible(page)
    endorsement = Endorsement.objects.get()
    assert endorsement.organisation == organisation
    assert endorsement.photo.alt_text == "A red square"


def test_with_the_keyboard_alone_an_endorsement_is_sent(either_page, organisation):
    page = either_page
    page.goto("/endorse/")

    for label, words in {
        "Your endorsement": QUOTE,
        "Full name": "Dr Sample Person",
        "Job title": "Medical Director",
        "Organisation": organisation.name,
    }.items():
        press_tab_to(page, label)
        page.keyboard.type(words)
    press_tab_to(page, "Personally")
    page.keyboard.press("Space")
    press_tab_to(page, "Email address")
    page.keyboard.type("champion@example.org")
    for use in ("website", "name", "job title"):
        press_tab_to(page, f"I agree to {use}")
        page.keyboard.press("Space")
    press_tab_to(page, "Send your endorsement")
    page.keyboard.press("Enter")
    expect_kept(page)
    page.goto(link_in_last_mail())
    press_tab_to(page, "Confirm and send")
    page.keyboard.press("Enter")

    expect_sent(page)


def test_what_does_not_fit_is_said_while_typing(page):
    page.goto("/endorse/")

    page.get_by_label("Your endorsement").fill("q" * 263)

    expect(page.get_by_role("status").first).to_have_text(
        "Choose words for the card, 240 characters or fewer: "
        "the whole endorsement is 23 too many"
    )


def test_two_clicks_send_one_endorsement(page):
    page.goto("/endorse/")
    page.get_by_label("Your endorsement").fill(QUOTE)
    say_who(page)
    agree(page, "website", "name", "job title")

    page.get_by_role("button", name="Send your endorsement").dblclick()
    confirm(page)

    expect_sent(page)


def test_mistakes_are_named_and_lead_to_their_questions(page):
    page.goto("/endorse/")
    page.get_by_label("Your endorsement").fill(QUOTE)
    choose_photo(page)
    send(page)

    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: Offer your endorsement"))
    assert_accessible(page)
    assert_summary_leads_to_inputs(page)
    expect(page.get_by_label("Your endorsement")).to_have_value(QUOTE)
    expect(page.get_by_role("img", name="The photo that is kept")).to_be_visible()


def test_without_scripts_a_button_shows_the_card_and_the_photo_is_kept(
    page_without_scripts,
):
    page = page_without_scripts
    page.goto("/endorse/")
    page.get_by_label("Your endorsement").fill(QUOTE)
    say_who(page)
    choose_photo(page)
    page.get_by_role("button", name="Preview your card").click()

    card = page.locator("#card-preview-still img")
    expect(card).to_be_in_viewport()
    expect(card).to_have_attribute("alt", re.compile("I ask our librarians first"))
    assert card.evaluate("image => image.naturalWidth") == 1200
    assert Endorsement.objects.count() == 0
    page.get_by_label("Description of the photo").fill("A red square")
    agree(page, "website", "name", "job title", "photo")
    send(page)
    confirm(page)
    expect_sent(page)
    assert Endorsement.objects.get().photo.alt_text == "A red square"


def test_wrong_address_is_corrected_on_the_next_page(page):
    page.goto("/endorse/")
    page.get_by_label("Your endorsement").fill(QUOTE)
    say_who(page)
    page.get_by_label("Email address", exact=True).fill("champion@exmaple.org")
    agree(page, "website", "name", "job title")
    send(page)

    expect(page.locator("main")).to_contain_text("champion@exmaple.org")
    first = link_in_last_mail()
    page.get_by_label("Email address", exact=True).fill("champion@example.org")
    page.get_by_role("button", name="Send the email again").click()
    expect(page.locator("main")).to_contain_text(
        "We have sent another email to champion@example.org"
    )
    page.goto(first)
    expect(page.get_by_role("heading", level=1)).to_have_text("This link is over")
    assert_accessible(page)
    page.go_back()
    confirm(page)
    expect_sent(page)


def test_words_are_changed_before_they_are_confirmed(page):
    page.goto("/endorse/")
    page.get_by_label("Your endorsement").fill(QUOTE)
    say_who(page)
    agree(page, "website", "name", "job title")
    send(page)
    expect_kept(page)

    page.goto(link_in_last_mail())
    page.get_by_role("link", name="Change something first").click()
    expect(page.get_by_label("Your endorsement")).to_have_value(QUOTE)
    page.get_by_label("Your endorsement").fill("I ask our librarians first.")
    send(page)

    expect_sent(page)
    assert Endorsement.objects.get().quote == "I ask our librarians first."


def test_sent_back_it_is_changed_and_sent_again(page):
    test_two_clicks_send_one_endorsement(page)
    endorsement = Endorsement.objects.get()
    moves.send_back(
        endorsement,
        by=make_national_lead(),
        seen_version=endorsement.version,
        note="Please make it shorter.",
    )

    page.goto(f"/my/{my_link(endorsement)}/")
    page.get_by_role("button", name="Make the changes and send it again").click()
    expect(page.locator("main")).to_contain_text("Please make it shorter.")
    assert_accessible(page)
    page.get_by_label("Your endorsement").fill("I ask our librarians first.")
    send(page)

    expect_sent(page)
    assert Endorsement.objects.get().quote == "I ask our librarians first."
