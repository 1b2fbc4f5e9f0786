"""A regional lead at her desk: records, finds, reads, decides, takes back."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from amd.campaign.models import Term
from amd.publishing.addresses import publication_card_url
from amd.publishing.cards import DOWNLOAD_FORMATS
from amd.publishing.models import Publication
from amd.records.models import Record, Status
from tests.factories import (
    make_case_study,
    make_endorsement,
    make_lead,
    make_organisation,
    make_region,
    make_wordings,
    publish_endorsement,
)
from tests.journeys.steps import let_in, press_tab_to, sign_in

QUOTE = "Our librarians answer in a day what used to take us a month."

STORY = {
    "Contributor's full name": "Ali Sample",
    "Knowledge and library service": "Sampleshire Library",
    "Organisation": "Sampleshire NHS Trust",
    "Headline": "A search in an afternoon saves 120 hours a year",
    "The challenge": "The ward could not tell which pump was safest.",
    "The library's role": "The clinical librarian searched and summed up.",
    "What happened": "The group chose the pump with the fewest errors.",
    "The difference it made": "Nurses spend less time on alarms.",
    "The story in brief": "The ward asked, and the library found.",
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
    """Her browser, signed in."""
    let_in(page.context, lead, base_url)
    return page


def open_review(page, record):
    page.goto(f"/admin/records/record/{record.pk}/review/")


def write_down_consent(page):
    page.get_by_label("I have checked these exact words with them").check()
    for use in ("Website and national collection", "Name", "Job title"):
        page.get_by_role("checkbox", name=use).check()
    page.get_by_label("How they told you").select_option("Spoken word")
    page.get_by_label("When they told you").fill(timezone.localdate().isoformat())
    page.get_by_label("Where it is kept").fill("My note, in the shared mailbox")


def decide(page, button, note=""):
    if note:
        page.get_by_label("Note to the author").fill(note)
    page.get_by_role("button", name=button, exact=True).click()


def write_and_send(page, button, note):
    """What is sent back or declined is written on a page of its own, and read first."""
    decide(page, button)
    page.get_by_label("Note to the author").fill(note)
    page.get_by_role("button", name="See the mail").click()
    expect(page.get_by_role("heading", name="The mail that will go")).to_be_visible()
    page.get_by_role("button", name=re.compile(f"^(Send it|{button})$")).click()


def expect_said(page, sentence):
    expect(page.locator(".messagelist")).to_contain_text(sentence)


def expect_heading(page, text):
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def stored(record):
    return Record.objects.get(pk=record.pk)


def test_she_records_an_endorsement_in_a_minute_and_publishes_it(
    either_page, lead, north
):
    page = either_page
    make_organisation(name="Sampleshire NHS Trust", region=north)
    sign_in(page, lead)
    expect(page.get_by_text("Nothing is waiting in your regions.")).to_be_visible()

    page.get_by_role("link", name="Record an endorsement").click()
    page.get_by_label(re.compile("^Endorsement")).fill(QUOTE)
    page.get_by_label("Champion's full name").fill("Dr Sample Person")
    page.get_by_label("Champion's job title").fill("Medical Director")
    page.get_by_label("Champion's organisation").fill("Sampleshire NHS Trust")
    page.get_by_label("Personally").check()
    write_down_consent(page)
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_text("Ready to publish.")).to_be_visible()
    decide(page, "Publish and next")
    expect_said(page, "Published: Endorsement")
    page.goto(Publication.objects.live().get().get_absolute_url())
    expect(page.locator("main")).to_contain_text(QUOTE)


def test_she_records_a_case_study_that_waits_for_another_lead(desk, north):
    make_organisation(name="Sampleshire NHS Trust", region=north)
    saved_money = Term.objects.create(
        scheme=Term.Scheme.IMPACT_CATEGORY, code="money", label="Saved money"
    )
    desk.goto("/admin/")
    desk.get_by_role("link", name="Record a case study").click()
    for label, words in STORY.items():
        desk.get_by_label(label, exact=True).fill(words)
    desk.get_by_label(saved_money.label).check()
    desk.get_by_label("No patient can be identified").check()
    desk.get_by_role("button", name="Save", exact=True).click()

    expect(desk.locator("#content")).to_contain_text(
        "You recorded this case study: another lead publishes it."
    )
    public = desk.frame_locator(".amd-review__frame")
    expect(public.get_by_role("heading", level=1)).to_have_text(STORY["Headline"])


def test_she_finds_a_record_by_reference_champion_and_organisation(desk, north):
    wanted = make_endorsement(
        region=north, name="Ada Sample", organisation_name="Elsewhere NHS Trust"
    )
    make_endorsement(region=north, name="Bob Sample")
    desk.goto("/admin/")
    desk.get_by_role("link", name="Open the queue").click()

    for words in (wanted.shown_reference.lower(), "ada", "elsewhere"):
        desk.locator("#searchbar").fill(words)
        desk.get_by_role("button", name="Search").click()
        expect(desk).to_have_url(re.compile(rf"[?&]q={words}\b"))
        expect(desk.locator("#result_list tbody tr")).to_have_count(1)
    desk.get_by_role("link", name=wanted.shown_reference).click()
    expect_heading(desk, f"Review: {wanted}")


def test_she_reads_the_page_as_the_public_would_with_its_card(desk, north):
    record = make_endorsement(region=north, quote=QUOTE)
    open_review(desk, record)

    public = desk.frame_locator(".amd-review__frame")
    expect(public.get_by_role("heading", level=1)).to_have_text(record.name)
    expect(public.locator("main")).to_contain_text(QUOTE)
    card = public.locator("img.amd-record__image")
    expect(card).to_have_js_property("naturalWidth", 1200)
    for picture in desk.locator(".amd-review__pictures img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).not_to_have_js_property("naturalWidth", 0)
    expect(desk.locator(".amd-review__pictures img")).to_have_count(
        len(DOWNLOAD_FORMATS)
    )


def test_publish_waits_for_consent_and_then_opens_the_next(either_page, lead, north):
    page = either_page
    record = make_endorsement(region=north)
    following = make_endorsement(region=north)
    sign_in(page, lead)
    expect(page.locator(".amd-desk__count")).to_contain_text("2 waiting")
    page.get_by_role("link", name="Review the oldest").click()

    decide(page, "Publish and next", note="Lovely words")
    expect(page.get_by_role("alert")).to_contain_text(
        "The champion has not agreed to these exact words."
    )
    expect(page.get_by_label("Note to the author")).to_have_value("Lovely words")
    page.get_by_text("Write down what they told you").click()
    write_down_consent(page)
    page.get_by_role("button", name="Keep this answer").click()
    expect_said(page, "Kept: what they agreed to, for these exact words.")
    decide(page, "Publish and next")

    expect_said(page, f"Published: {record}.")
    expect_heading(page, f"Review: {following}")


def test_she_accepts_sends_back_and_declines(desk, north):
    first, second, third = (make_endorsement(region=north) for _ in range(3))

    open_review(desk, first)
    decide(desk, "Accept")
    expect_said(desk, f"Accepted: {first}.")
    open_review(desk, second)
    decide(desk, "Send back")
    desk.get_by_role("button", name="See the mail").click()
    expect(desk.get_by_role("alert")).to_contain_text(
        "Choose a reason, write a note, or comment on an answer"
    )
    desk.get_by_role("link", name="Back to the review, send nothing").click()
    write_and_send(desk, "Send back", "Please say what changed.")
    expect_said(desk, f"Sent back: {second}.")
    open_review(desk, third)
    write_and_send(desk, "Decline", "It is about another campaign.")
    expect_said(desk, f"Declined: {third}.")

    assert [stored(each).status for each in (first, second, third)] == [
        Status.ACCEPTED,
        Status.SENT_BACK,
        Status.DECLINED,
    ]
    open_review(desk, third)
    expect(desk.locator(".amd-review__timeline")).to_contain_text("another campaign")
    desk.get_by_role("button", name="Reopen").click()
    expect_said(desk, f"Reopened: {third}.")


def test_she_marks_the_criteria_of_a_case_study_and_publishes_it(desk, north):
    story = make_case_study(region=north, agreed=True, met=())
    open_review(desk, story)

    decide(desk, "Publish and next")
    missing = desk.get_by_role("alert")
    expect(missing).to_contain_text("Criterion 1 is not marked as met")
    for number in (1, 2, 3):
        group = desk.get_by_role("group", name=re.compile(rf"^{number}\. "))
        group.get_by_label("Met", exact=True).check()
    decide(desk, "Publish and next")

    expect_said(desk, f"Published: {story}.")
    desk.goto(Publication.objects.live().get().get_absolute_url())
    expect_heading(desk, story.headline)


def test_she_takes_a_copy_down_and_withdraws_a_record_for_good(
    either_page, lead, north
):
    page = either_page
    record = publish_endorsement(region=north)
    live = Publication.objects.live().get()
    card = publication_card_url(live, "link", "png")
    assert page.goto(card).status == 200
    sign_in(page, lead)

    open_review(page, record)
    page.get_by_text("Take the public copy down").click()
    page.get_by_label("Why").fill("The job title has changed")
    page.get_by_role("button", name="Take down", exact=True).click()
    expect_said(page, f"Taken down: {record}.")
    assert page.goto(live.get_absolute_url()).status == 410

    open_review(page, record)
    page.get_by_role("link", name="Withdraw for good").click()
    expect_heading(page, f"Withdraw for good: {record}")
    page.get_by_role("button", name="Withdraw for good").click()
    expect(page.get_by_role("alert")).to_contain_text("Tick the box")
    page.get_by_label("I understand that this cannot be undone").check()
    page.get_by_role("button", name="Withdraw for good").click()

    expect_said(page, "Withdrawn for good")
    expect(page.locator("#content")).not_to_contain_text(record.name)
    assert page.goto(live.get_absolute_url()).status == 410
    # Asked of the site itself: a browser may keep what it saw for five minutes.
    assert page.request.get(card).status == 410


def test_a_record_of_another_region_is_nowhere(desk, north):
    south = make_region(name="South", slug="south")
    record = make_endorsement(region=south, name="Sophie Southern")
    make_endorsement(region=north)
    desk.goto("/admin/")
    expect(desk.locator(".amd-desk__count")).to_contain_text("1 waiting")

    desk.goto("/admin/records/record/?q=southern")
    expect(desk.locator("#result_list tbody tr")).to_have_count(0)
    expect(desk.locator("#changelist-filter")).not_to_contain_text("South")
    for page in ("review", "preview"):
        address = f"/admin/records/record/{record.pk}/{page}/"
        assert desk.goto(address).status == 404
    desk.goto(f"/admin/endorsements/endorsement/{record.pk}/change/")
    expect(desk.locator("body")).not_to_contain_text("Sophie Southern")


def test_her_button_is_refused_when_another_lead_edits_while_she_reads(
    desk, another_browser, north, base_url
):
    record = make_endorsement(region=north, agreed=True)
    open_review(desk, record)
    other = another_browser()
    let_in(other.context, make_lead(north, name="Noel North"), base_url)

    open_review(other, record)
    other.get_by_role("link", name="Edit the words").click()
    other.get_by_label(re.compile("^Endorsement")).fill(QUOTE)
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.locator("#content")).to_contain_text("Before it can be published")
    decide(desk, "Publish and next")

    expect(desk.get_by_role("alert")).to_contain_text(
        "Not changed: Noel North was first"
    )
    expect(desk.frame_locator(".amd-review__frame").locator("main")).to_contain_text(
        QUOTE
    )
    assert not Publication.objects.exists()


def test_two_leads_edit_and_the_second_keeps_her_words(
    desk, another_browser, north, base_url
):
    record = make_endorsement(region=north)
    address = f"/admin/endorsements/endorsement/{record.pk}/change/"
    other = another_browser()
    let_in(other.context, make_lead(north), base_url)
    desk.goto(address)
    other.goto(address)

    other.get_by_label(re.compile("^Endorsement")).fill("The words of the first.")
    other.get_by_role("button", name="Save", exact=True).click()
    expect_heading(other, re.compile("^Review"))
    desk.get_by_label(re.compile("^Endorsement")).fill("The words of the second.")
    desk.get_by_role("button", name="Save", exact=True).click()

    expect(desk.locator(".errorlist").first).to_contain_text(
        "Your words are still in the form."
    )
    expect(desk.get_by_label(re.compile("^Endorsement"))).to_have_value(
        "The words of the second."
    )


def test_with_the_keyboard_alone_she_sends_a_record_back(desk, north):
    record = make_endorsement(region=north)
    desk.goto("/admin/")

    press_tab_to(desk, "Review the oldest")
    desk.keyboard.press("Enter")
    expect_heading(desk, f"Review: {record}")
    press_tab_to(desk, "Send back")
    desk.keyboard.press("Enter")
    expect_heading(desk, f"Send back: {record}")
    press_tab_to(desk, "Note to the author")
    desk.keyboard.type("Please make it shorter.")
    press_tab_to(desk, "See the mail")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="The mail that will go")).to_be_visible()
    press_tab_to(desk, "Send back")
    desk.keyboard.press("Enter")

    expect_said(desk, f"Sent back: {record}.")
