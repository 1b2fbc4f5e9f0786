"""A program fills in what no person sees; a lead lets it in. A lost link comes again."""

import pytest
from playwright.sync_api import expect

from amd.moderation.lost_link import answer_links_asked
from amd.moderation.models import LinksAsked, Suspected
from amd.moderation.suspected import suspect
from amd.records.models import Record
from amd.web.watched import Sign
from tests.factories import make_case_study, make_lead, make_organisation, make_wordings
from tests.journeys.axe import assert_accessible, assert_summary_leads_to_inputs
from tests.journeys.steps import let_in, link_in_last_mail, press_tab_to

QUEUE = "/admin/records/record/"


@pytest.fixture(autouse=True)
def organisation():
    make_wordings()
    return make_organisation(name="Sampleshire NHS Trust")


def begin(page, *, is_program):
    page.goto("/case-studies/submit/begin/?story=quick")
    assert_accessible(page)
    expect(page.get_by_label("Leave this box empty")).to_be_hidden()
    page.get_by_label("Your full name").fill("Ali Sample")
    page.get_by_label("Your job title").fill("Clinical Librarian")
    page.get_by_label("Your email address").fill("ali@example.nhs.uk")
    page.get_by_label("Knowledge and library service").fill("Sampleshire Library")
    page.get_by_label("Organisation", exact=True).fill("Sampleshire NHS Trust")
    if is_program:
        page.locator("[name=homepage]").evaluate("e => { e.value = 'pills.example' }")
    press_tab_to(page, "Save and continue")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("About you")


def test_what_a_program_begins_is_noticed(page):
    begin(page, is_program=True)

    assert Suspected.objects.get().why == Sign.FILLED


def test_what_waits_apart_is_let_in_by_a_lead(page, base_url, organisation):
    suspect(make_case_study(region=organisation.region), Sign.FILLED)
    let_in(page.context, make_lead(organisation.region), base_url)
    page.goto(QUEUE)
    head = page.locator(".amd-queue__head")
    expect(head).to_contain_text("Nothing is waiting in your regions.")
    expect(head).to_contain_text("1 waits apart because it looks like spam.")
    assert_accessible(page)

    page.get_by_role("link", name="1 waits apart").click()
    expect(page.locator("#result_list")).to_contain_text("May be spam")
    assert_accessible(page)
    page.locator("#result_list a").first.click()
    expect(page.get_by_role("heading", name="This may be spam")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="This is not spam").click()

    expect(page.locator("body")).to_contain_text("It waits in the queue now")
    page.goto(QUEUE)
    expect(head).to_contain_text("1 waiting in your regions")
    expect(head).not_to_contain_text("apart")


def test_a_person_who_types_and_tabs_is_not_suspected(page):
    begin(page, is_program=False)

    assert Record.objects.get()
    assert not Suspected.objects.exists()


def test_a_lost_link_comes_by_mail(page, organisation):
    story = make_case_study(region=organisation.region, author_email="ali@example.org")
    page.goto("/case-studies/submit/")
    page.get_by_role("link", name="get the link again").click()
    page.get_by_role("button", name="Email me my links").click()
    assert_summary_leads_to_inputs(page)
    assert_accessible(page)

    ask_again(page, "ali@example.org")

    assert_accessible(page)
    answer_links_asked()
    page.goto(link_in_last_mail())
    expect(page.locator("main")).to_contain_text(story.shown_reference)


def test_it_comes_without_scripts_too(page_without_scripts, organisation):
    make_case_study(region=organisation.region, author_email="ali@example.org")

    page_without_scripts.goto("/lost-link/")
    ask_again(page_without_scripts, "ali@example.org")

    assert LinksAsked.objects.get().address == "ali@example.org"


def ask_again(page, address):
    page.get_by_label("Your email address").fill(address)
    page.get_by_role("button", name="Email me my links").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
