"""Somebody signs off their words on a phone, takes a part back, and then all of it."""

import re

import pytest
from playwright.sync_api import expect

from amd.consent.models import ConsentRecord, Use
from amd.moderation import sign_off
from amd.publishing.models import Publication
from amd.records.models import Record
from tests.amd.moderation.asked import (
    address_of,
    ask,
    contributor_agrees,
    edit,
    live,
    make_quoting_study,
    now,
    publish,
)
from tests.factories import (
    make_endorsement,
    make_picture,
    make_wordings,
    mark_as_met,
)
from tests.journeys.axe import assert_accessible, assert_summary_leads_to_inputs
from tests.journeys.steps import link_in_last_mail, press_tab_to

QUOTE = "When a decision has to be right, I ask our librarians first."


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture(params=["with scripts", "without scripts"])
def phone(request, another_browser):
    return another_browser(
        viewport={"width": 390, "height": 844},
        is_mobile=True,
        has_touch=True,
        java_script_enabled=request.param == "with scripts",
    )


@pytest.fixture
def question(north):
    return ask(
        make_endorsement(
            region=north,
            quote=QUOTE,
            name="Dr Robin Sample",
            photo=make_picture(alt_text="Dr Robin Sample at a desk"),
        )
    )


def h1(page, words):
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def send(page):
    page.get_by_role("button", name="Send my answer").click()


def approve(page, *uses):
    page.get_by_label("Approve", exact=True).check()
    for use in uses:
        page.get_by_label(f"I agree to {use}", exact=True).check()
    send(page)


def assert_seen(page):
    """Accessible where axe can run, and never wider than a phone."""
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_champion_on_a_phone_approves_narrows_and_withdraws(phone, question):
    phone.goto(link_in_last_mail())
    h1(phone, "Please check your words")
    expect(phone.get_by_text(f"“{QUOTE}”").first).to_be_visible()
    card = phone.locator(".amd-asked__card img")
    assert card.evaluate("image => image.complete && image.naturalWidth") == 1200
    expect(phone.get_by_label("I agree to name")).to_be_hidden()
    assert_seen(phone)

    approve(phone, *(use.label.lower() for use in Use))
    h1(phone, "What you agreed to")
    assert_seen(phone)
    publish(question.record)
    first = live(question.record)
    assert first.photo

    phone.reload()
    expect(phone.locator("main")).to_contain_text("They are public now")
    phone.get_by_role("button", name="Change it, or agree again").click()
    expect(phone.locator("main")).to_contain_text("off every card at once")
    assert_seen(phone)
    phone.get_by_label("I agree to photo").uncheck()
    phone.get_by_role("button", name="Save what I agree to").click()
    expect(phone.get_by_role("status")).to_contain_text("Saved.")
    assert live(question.record).photo is None

    public = live(question.record).get_absolute_url()
    phone.get_by_role("button", name="Withdraw everything").click()
    h1(phone, "Withdraw your endorsement")
    assert live(question.record)
    assert_seen(phone)
    phone.get_by_role("button", name="Withdraw my endorsement for good").click()
    h1(phone, "Withdrawn")
    assert phone.goto(public).status == 410
    assert phone.goto(address_of(question)).status == 200
    h1(phone, "Withdrawn")


def test_with_the_keyboard_alone_words_are_approved(either_page, question):
    page = either_page
    page.goto(address_of(question))

    press_tab_to(page, "Approve")
    page.keyboard.press("Space")
    for use in ("website", "name", "job title"):
        press_tab_to(page, f"I agree to {use}")
        page.keyboard.press("Space")
    press_tab_to(page, "Send my answer")
    page.keyboard.press("Enter")

    h1(page, "What you agreed to")
    assert ConsentRecord.objects.get().uses == ["name", "title", "website"]


def test_with_the_keyboard_alone_a_change_is_asked_for(either_page, question):
    page = either_page
    page.goto(address_of(question))

    press_tab_to(page, "Approve")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    press_tab_to(page, "What should be different?")
    page.keyboard.type("Say “my librarian”.")
    press_tab_to(page, "Send my answer")
    page.keyboard.press("Enter")

    h1(page, "You asked for a change")
    expect(page.locator("main")).to_contain_text("Say “my librarian”.")


def test_with_the_keyboard_alone_everything_is_withdrawn(either_page, question):
    page = either_page
    sign_off.approve(question, uses=Use.values)
    page.goto(address_of(question, "withdraw/"))

    press_tab_to(page, "Withdraw my endorsement for good")
    page.keyboard.press("Enter")

    h1(page, "Withdrawn")


def test_two_clicks_give_one_answer(page, question):
    page.goto(address_of(question))
    page.get_by_label("No, thank you").check()

    page.get_by_role("button", name="Send my answer").dblclick()

    h1(page, "You said no")
    assert ConsentRecord.objects.count() == 1


def test_mistakes_are_named_and_lead_to_their_questions(page, question):
    page.goto(address_of(question))
    send(page)
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    assert_accessible(page)
    assert_summary_leads_to_inputs(page)

    for label in ("Approve", "Please change this"):
        page.get_by_label(label, exact=True).check()
        send(page)
        # Not of the page before: there the focus is on the button.
        expect(page.locator(".nhsuk-error-summary")).to_be_focused()
        expect(page).to_have_title(re.compile("^Error: Please check your words"))
        assert_accessible(page)
        assert_summary_leads_to_inputs(page)


def test_less_than_is_needed_is_asked_about_and_nothing_typed_is_lost(page, question):
    page.goto(address_of(question))
    approve(page, "website and national collection")
    h1(page, "Is this what you mean?")
    assert_accessible(page)

    page.get_by_role("button", name="Go back and select more").click()
    expect(page.get_by_label("I agree to website")).to_be_checked()
    approve(page, "name", "job title and organisation")

    h1(page, "What you agreed to")


def test_changed_words_void_the_answer_and_are_asked_again(page, question):
    sign_off.approve(question, uses=Use.values)
    publish(question.record)
    edit(question.record, title="Chief Executive")
    newer = ask(question.record)

    page.goto(address_of(newer))
    expect(page.locator("main")).to_contain_text("Chief Executive")
    approve(page, "website and national collection", "name")
    page.get_by_role("button", name="Keep my answer as it is").click()
    expect(page.locator("main")).to_contain_text("not public yet")
    assert_accessible(page)
    expect(page.locator("main")).to_contain_text("What is public now")


def test_quoted_person_withdraws_and_the_story_goes_on_without_them(
    page, page_without_scripts, north
):
    question = ask(make_quoting_study(region=north, figure=""))
    page.goto(link_in_last_mail())
    expect(page.locator("main")).to_contain_text("It changed what we order.")
    page.get_by_text("Read the whole case study").click()
    expect(page.get_by_text("The ward could not tell")).to_be_visible()
    assert_accessible(page)
    approve(page, "website and national collection", "name")
    publish(question.record)
    public = live(question.record).get_absolute_url()
    visitor = page_without_scripts
    visitor.goto(public)
    expect(visitor.locator("main")).to_contain_text("Mx Robin Sample")

    page.reload()
    page.get_by_role("button", name="Withdraw your words").click()
    assert_accessible(page)
    page.get_by_role("button", name="Withdraw my words for good").click()
    h1(page, "Your words are withdrawn")
    assert_accessible(page)
    assert visitor.goto(public).status == 410

    assert now(question.record).status == "submitted"
    contributor_agrees(question.record)
    # Without their part these are other words: a lead reads them anew.
    mark_as_met(question.record)
    publish(question.record)
    assert visitor.goto(public).status == 200
    expect(visitor.locator("main")).not_to_contain_text("Robin")
    assert Publication.objects.live().count() == Record.objects.count() == 1
