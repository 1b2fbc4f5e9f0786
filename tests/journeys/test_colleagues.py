"""Leads among colleagues: one claims, another takes over, somebody is asked, a hold."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from amd.moderation import claims
from amd.moderation.models import Claim
from tests.factories import (
    make_endorsement,
    make_lead,
    make_national_lead,
    make_region,
    make_wordings,
)
from tests.journeys.axe import assert_accessible
from tests.journeys.steps import let_in, link_in_last_mail, press_tab_to

# What the script does every few minutes, it does here at once; `turns` counts how often.
AT_ONCE = """const real = window.setInterval;
window.turns = 0;
window.setInterval = (act, ms) =>
  ms > 60000 ? real(() => { act(); window.turns += 1; }, 300) : real(act, ms);"""
# As a browser does of its own accord where what stands above grows, or a page is
# laid out under a pointer at rest.
BY_ITSELF = """() => new Promise((done) => {
  document.addEventListener("scroll", () => done(), { once: true });
  document.body.dispatchEvent(new PointerEvent("pointermove", { bubbles: true }));
  window.scrollTo(0, 300);
})"""


@pytest.fixture(autouse=True)
def north(transactional_db):
    make_wordings()
    return make_region(name="North", slug="north")


@pytest.fixture
def nora(north):
    return make_lead(north, name="Nora North")


@pytest.fixture
def record(north):
    return make_endorsement(region=north, agreed=True)


def review(record):
    return f"/admin/records/record/{record.pk}/review/"


def clock(record):
    return f"{timezone.localtime(claims.claim_of(record).until):%H:%M}"


def nearly_over(record):
    soon = timezone.now() + timedelta(minutes=1)
    Claim.objects.filter(record_id=record.pk, ended_at=None).update(until=soon)


def a_few_turns(page):
    """Time for the script to renew it, and for the site to have done so."""
    before = page.evaluate("window.turns")
    page.wait_for_function("before => window.turns > before + 4", arg=before)


def test_a_claim_is_begun_and_let_go_by_keyboard(page, nora, record, base_url):
    let_in(page.context, nora, base_url)
    page.goto(review(record))

    press_tab_to(page, "Claim it")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="You are at work on this")).to_be_visible()
    expect(page.get_by_text(f"Yours until {clock(record)}.")).to_be_visible()
    assert_accessible(page)

    press_tab_to(page, "Let it go")
    page.keyboard.press("Enter")
    expect(
        page.get_by_role("heading", name="Nobody is at work on this")
    ).to_be_visible()
    assert claims.claim_of(record) is None


@pytest.fixture
def claimed(page, nora, record, base_url):
    """The page of a record whose claim by its reader ends in a minute."""
    claims.claim(record, by=nora)
    nearly_over(record)
    let_in(page.context, nora, base_url)
    page.add_init_script(AT_ONCE)
    page.goto(review(record))
    expect(page.locator("[data-claim-until]")).to_have_text(clock(record))
    return record


def test_work_renews_a_claim_and_an_untouched_page_does_not(page, claimed):
    before = clock(claimed)

    page.evaluate(BY_ITSELF)
    a_few_turns(page)
    assert clock(claimed) == before

    with page.expect_response("**/renew/"):
        page.get_by_label("Note to the author").press_sequentially("Hello")
    expect(page.locator("[data-claim-until]")).not_to_have_text(before)
    a_few_turns(page)
    expect(page.locator("[data-claim-until]")).to_have_text(clock(claimed))


def test_reading_in_the_preview_renews_a_claim(page, claimed):
    before = clock(claimed)

    page.locator("iframe").hover()
    page.mouse.wheel(0, 200)

    expect(page.locator("[data-claim-until]")).not_to_have_text(before)


def test_who_loses_a_claim_is_told_on_the_page_and_keeps_the_words(
    page, another_browser, nora, record, base_url
):
    let_in(page.context, nora, base_url)
    page.add_init_script(AT_ONCE)
    page.goto(review(record))
    page.get_by_role("button", name="Claim it").click()
    expect(page.get_by_role("heading", name="You are at work on this")).to_be_visible()
    page.get_by_label("Note to the author").fill("Thank you for this.")

    other = another_browser()
    let_in(other.context, make_national_lead(name="Nat National"), base_url)
    other.goto(review(record))
    expect(
        other.get_by_role("heading", name="Nora North is at work on this")
    ).to_be_visible()
    assert_accessible(other)
    other.get_by_role("link", name="Take it over").click()
    other.get_by_role("button", name="Take it over").click()
    expect(other.get_by_role("link", name="Enter why you take it over")).to_be_visible()
    assert_accessible(other)
    other.get_by_label("Why do you take it over?").fill("You are on leave")
    other.get_by_role("button", name="Take it over").click()
    expect(
        other.get_by_text("Taken over from Nora North: You are on leave")
    ).to_be_visible()

    page.get_by_label("Note to the author").press("End")
    expect(page.locator("[data-claim-said]")).to_contain_text(
        "Nat National has claimed this"
    )
    expect(page.get_by_label("Note to the author")).to_have_value("Thank you for this.")
    page.get_by_role("button", name="Accept").click()
    expect(
        page.get_by_text("Not changed: Nat National has claimed this")
    ).to_be_visible()
    expect(page.get_by_label("Note to the author")).to_have_value("Thank you for this.")


def test_a_colleague_without_an_account_answers(
    page, another_browser, nora, record, base_url
):
    let_in(page.context, nora, base_url)
    page.goto(review(record))
    page.get_by_text("Ask a colleague").click()
    page.get_by_role("button", name="Send the question").click()
    expect(page.get_by_role("link", name="Enter your question")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Your colleague's email address").fill("col@example.org")
    page.get_by_label("Your question").fill("Is this her title today?")
    page.get_by_role("button", name="Send the question").click()
    expect(page.get_by_text("Sent to col@example.org.")).to_be_visible()

    colleague = another_browser()
    colleague.goto(link_in_last_mail())
    expect(colleague.get_by_text("Is this her title today?")).to_be_visible()
    expect(colleague.get_by_text(record.quote).first).to_be_visible()
    assert_accessible(colleague)
    colleague.get_by_label("Your answer").fill("Yes, since May.")
    colleague.get_by_role("button", name="Send your answer").click()
    expect(
        colleague.get_by_role("heading", name="Thank you for your answer")
    ).to_be_visible()
    assert_accessible(colleague)

    page.goto(review(record))
    expect(page.get_by_text("Yes, since May.").first).to_be_visible()
    assert_accessible(page)


def test_it_is_the_same_without_scripts(
    page_without_scripts, another_browser, nora, record, base_url
):
    page = page_without_scripts
    let_in(page.context, nora, base_url)
    page.goto(review(record))
    page.get_by_role("button", name="Claim it").click()
    expect(page.get_by_role("heading", name="You are at work on this")).to_be_visible()
    page.get_by_text("Ask a colleague").click()
    page.get_by_label("Your colleague's email address").fill("col@example.org")
    page.get_by_label("Your question").fill("Is this her title today?")
    page.get_by_role("button", name="Send the question").click()
    expect(page.get_by_text("Sent to col@example.org.")).to_be_visible()

    colleague = another_browser(java_script_enabled=False)
    colleague.goto(link_in_last_mail())
    colleague.get_by_label("Your answer").fill("Yes, since May.")
    colleague.get_by_role("button", name="Send your answer").click()
    expect(
        colleague.get_by_role("heading", name="Thank you for your answer")
    ).to_be_visible()

    page.get_by_role("button", name="Let it go").click()
    expect(page.get_by_text("Yes, since May.").first).to_be_visible()
    expect(
        page.get_by_role("heading", name="Nobody is at work on this")
    ).to_be_visible()


def test_a_hold_is_set_read_by_a_lead_and_lifted(
    page, another_browser, nora, record, base_url
):
    let_in(page.context, make_national_lead(name="Nat National"), base_url)
    page.goto("/admin/moderation/publishinghold/add/")
    page.get_by_label("Why").fill("The pre-election period, until 8 May")
    page.get_by_role("button", name="Put publishing on hold").click()
    expect(page.get_by_text("Publishing is on hold:")).to_be_visible()
    assert_accessible(page)

    desk = another_browser()
    let_in(desk.context, nora, base_url)
    desk.goto(review(record))
    desk.get_by_role("button", name="Publish and next").click()
    expect(
        desk.get_by_text("Publishing is on hold: The pre-election period").first
    ).to_be_visible()
    assert_accessible(desk)

    page.get_by_role("link", name="Lift the hold").first.click()
    assert_accessible(page)
    page.get_by_role("button", name="Lift the hold").click()
    expect(page.get_by_text("Lifted: records can be published again.")).to_be_visible()
    desk.goto(review(record))
    desk.get_by_role("button", name="Publish and next").click()
    expect(desk.get_by_text(f"Published: {record}")).to_be_visible()
