"""A lead on a phone asks a champion to sign off, and asks again after an edit."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from amd.mail.models import Outbox
from amd.publishing.models import Publication
from amd.records.models import Record, Status
from tests.amd.pictures.files import saved
from tests.factories import (
    make_endorsement,
    make_lead,
    make_organisation,
    make_region,
    make_wordings,
    publish_case_study,
)
from tests.journeys.axe import assert_accessible
from tests.journeys.steps import let_in, press_tab_to, sign_in

ADDRESS = "champion@example.nhs.uk"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
QUOTED = {
    "quote": "It changed what we do.",
    "attribution": "named",
    "quoted_name": "Sam Sample",
    "quoted_title": "Matron",
}


@pytest.fixture(autouse=True)
def north(transactional_db):
    make_wordings()
    return make_region(name="North", slug="north")


@pytest.fixture
def lead(north):
    return make_lead(north, name="Nora North")


@pytest.fixture
def desk(page, lead, base_url):
    let_in(page.context, lead, base_url)
    return page


def open_review(page, record):
    page.goto(f"/admin/records/record/{record.pk}/review/")


def expect_said(page, sentence):
    expect(page.locator(".messagelist")).to_contain_text(sentence)


def sign_off_of(page, who):
    return page.get_by_role("region", name=f"{who}: sign-off")


def record_an_endorsement(page):
    page.get_by_role("link", name="Record an endorsement").click()
    page.get_by_label(re.compile("^Endorsement")).fill("Our librarians save hours.")
    page.get_by_label("Champion's full name").fill("Dr Sample Person")
    page.get_by_label("Champion's job title").fill("Medical Director")
    page.get_by_label("Champion's organisation").fill("Sampleshire NHS Trust")
    page.get_by_label("Champion's email address").fill(ADDRESS)
    page.get_by_label("Personally").check()
    page.get_by_role("button", name="Save", exact=True).click()


def approve(page):
    """The champion follows the link in the mail that came last."""
    mail = Outbox.objects.filter(subject__startswith="Please check").first()
    page.goto(re.search(r"http://[^/]+(/sign-off/\S+)", mail.body)[1])
    page.get_by_label("Approve", exact=True).check()
    for use in ("website", "name", "title"):
        page.get_by_label(re.compile(f"^I agree to .*{use}")).check()
    page.get_by_role("button", name="Send my answer").click()
    expect(page.get_by_role("button", name="Send my answer")).to_have_count(0)


def test_on_a_phone_she_records_asks_publishes_edits_and_asks_again(
    another_browser, lead, north
):
    make_organisation(name="Sampleshire NHS Trust", region=north)
    page = another_browser(**PHONE)
    sign_in(page, lead)

    record_an_endorsement(page)
    box = sign_off_of(page, "Champion")
    expect(box.get_by_text("Not asked", exact=True)).to_be_visible()
    expect(box.get_by_label("Their email address")).to_have_value(ADDRESS)
    box.get_by_role("button", name="Ask them to sign off").click()
    expect_said(page, f"Sent to {ADDRESS}")
    expect(box).to_contain_text("No answer yet.")
    assert Outbox.objects.filter(address=ADDRESS).count() == 1

    champion = another_browser(**PHONE)
    approve(champion)
    page.reload()
    expect(box.get_by_text("Agreed", exact=True)).to_be_visible()
    page.get_by_role("button", name="Publish and next").click()
    expect_said(page, "Published: Endorsement")

    record = Record.objects.get()
    open_review(page, record)
    page.get_by_role("link", name="Edit the words").click()
    page.get_by_label(re.compile("^Endorsement")).fill(
        "Our librarians save many hours."
    )
    page.get_by_role("button", name="Save", exact=True).click()
    expect_said(page, "Sign-off no longer covers this text")
    page.get_by_role("link", name="Ask them again").click()
    expect(box.locator("ins")).to_have_text("added: many , end of added ")
    assert_accessible(page)
    box.get_by_role("button", name="Ask again").click()

    expect_said(page, f"Sent to {ADDRESS}")
    expect(box.get_by_text("Asked, no answer yet")).to_be_visible()
    old = Publication.objects.live().get()
    assert old.card["quote"] == "Our librarians save hours."
    approve(champion)
    page.reload()
    expect(box.get_by_text("Agreed", exact=True)).to_be_visible()
    page.get_by_role("button", name="Publish and next").click()
    expect_said(page, "Published: Endorsement")
    live = Publication.objects.live().get()
    assert live.card["quote"] == "Our librarians save many hours."
    open_review(page, record)
    told = page.locator(".amd-review__timeline").inner_text()
    assert told.count("Champion: approved") == 2
    assert_accessible(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["viewport"]["width"]


def test_with_the_keyboard_alone_she_asks_and_sends_the_link_again(desk, north):
    record = make_endorsement(region=north)
    open_review(desk, record)

    press_tab_to(desk, "Their email address")
    desk.keyboard.type(ADDRESS)
    press_tab_to(desk, "Ask them to sign off")
    desk.keyboard.press("Enter")
    expect_said(desk, f"Sent to {ADDRESS}")
    press_tab_to(desk, "Send the same link again")
    desk.keyboard.press("Enter")

    expect_said(desk, f"Sent again to {ADDRESS}")


def test_she_keeps_the_photo_of_a_letter_and_sees_it_again(
    either_page, lead, north, letter
):
    page = either_page
    record = make_endorsement(region=north)
    sign_in(page, lead)
    open_review(page, record)

    page.get_by_text("Write down what they told you").click()
    page.get_by_label("I have checked these exact words with them").check()
    for use in ("Website and national collection", "Name", "Job title"):
        page.get_by_role("checkbox", name=use).check()
    page.get_by_label("How they told you").select_option("Letter")
    page.get_by_label("Photo of the paper").set_input_files(letter)
    page.get_by_role("button", name="Keep this answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter when they told you")
    page.get_by_label("When they told you").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Keep this answer").click()

    expect(sign_off_of(page, "Champion")).to_contain_text("vouched for by Nora North")
    photo = page.get_by_role("link", name="Photo of the paper")
    assert page.request.get(photo.get_attribute("href")).status == 200


def test_she_takes_the_person_quoted_out_of_a_case_study(desk, north):
    story = publish_case_study(region=north, **QUOTED)
    open_review(desk, story)

    desk.get_by_role("link", name="Remove the person quoted").click()
    expect(desk.locator("#content")).to_contain_text(
        "The person quoted: we have no email address"
    )
    assert_accessible(desk)
    desk.get_by_label("I understand that this cannot be undone").check()
    desk.get_by_role("button", name="Remove the person quoted").click()

    expect_said(desk, "Removed the person quoted")
    expect(desk.locator("#content")).not_to_contain_text("Sam Sample")
    assert Record.objects.get().status == Status.SUBMITTED
    assert not Publication.objects.live().exists()


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.jpg"
    path.write_bytes(saved())
    return path
