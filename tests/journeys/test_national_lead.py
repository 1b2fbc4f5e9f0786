"""A national lead: accounts of staff from invitation to close, and the campaign's lists."""

import re

import pytest
from playwright.sync_api import expect

from amd.campaign.models import Reason, User
from tests.factories import make_lead, make_national_lead, make_region
from tests.journeys.steps import let_in, link_in_mail, sign_in

NEW_PASSWORD = "three words together"


@pytest.fixture(autouse=True)
def regions(transactional_db, settings):
    settings.DEBUG = True
    make_region(name="North", slug="north")
    make_region(name="South", slug="south")


@pytest.fixture
def office(another_browser, base_url):
    """Her browser, signed in; other people have their own."""
    page = another_browser()
    let_in(page.context, make_national_lead(name="Nat National"), base_url)
    return page


def choose_password(page):
    page.get_by_label("New password", exact=True).fill(NEW_PASSWORD)
    page.get_by_role("button", name="Save the password and sign in").click()
    expect(page).to_have_url(re.compile("/admin/$"))


def expect_signed_out(page):
    page.goto("/admin/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_somebody_is_invited_gets_a_role_and_regions_and_is_closed_out(
    office, either_page
):
    office.goto("/admin/")
    office.get_by_role("link", name=re.compile("^Staff accounts")).click()
    office.get_by_role("button", name="Invite somebody").click()
    office.get_by_label("Full name").fill("Sam Sample")
    office.get_by_label("Email address").fill("sam@example.nhs.uk")
    office.get_by_label("Comms", exact=True).check()
    office.get_by_role("button", name="Send the invitation").click()
    expect(office.locator("main")).to_contain_text("Invited Sam Sample.")

    sam = either_page
    sam.goto(link_in_mail(office, "You are invited", "/staff/reset/"))
    choose_password(sam)
    expect(sam.get_by_role("heading", name="Your desk")).to_have_count(0)

    office.goto("/staff/")
    office.get_by_role("link", name="Sam Sample").click()
    office.get_by_label("Regional lead", exact=True).check()
    office.get_by_label("North").check()
    office.get_by_role("button", name="Save", exact=True).click()
    expect(office.locator("main")).to_contain_text("Saved the role of Sam Sample.")
    sam.goto("/admin/")
    expect(sam.get_by_role("heading", name="Your desk")).to_be_visible()
    assert not User.objects.get(email="sam@example.nhs.uk").is_superuser

    office.get_by_role("link", name="Sam Sample").click()
    office.get_by_role("button", name="Close the account").click()
    expect(office.locator("main")).to_contain_text("Closed the account of Sam Sample.")
    expect_signed_out(sam)


def test_a_forgotten_password_is_chosen_anew_by_mail(office, either_page):
    lead = make_lead(email="lead@example.nhs.uk")
    page = either_page
    page.goto("/admin/login/")
    page.get_by_role("link", name="I have forgotten my password").click()
    page.get_by_label("Email address").fill(lead.email)
    page.get_by_role("button", name="Send me a link").click()
    expect(page.get_by_role("heading", name="Check your email")).to_be_visible()

    link = link_in_mail(office, "Choose a new password", "/staff/reset/")
    page.goto(link)
    choose_password(page)
    page.get_by_role("button", name="Log out").click()
    sign_in(page, lead, NEW_PASSWORD)

    page.context.clear_cookies()
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "This link no longer works"
    )


def test_she_edits_a_list_that_leads_choose_from(office):
    Reason.objects.create(
        move=Reason.Move.SEND_BACK, code="long", title="Too long", text="Make it short."
    )
    office.goto("/admin/")
    office.get_by_role("link", name="Reasons", exact=True).click()
    office.get_by_role("link", name="Too long").click()
    office.get_by_label("Title").fill("Longer than the card")
    office.get_by_role("button", name="Save", exact=True).click()

    expect(office.locator(".messagelist")).to_contain_text("was changed successfully")
    expect(office.locator("#result_list")).to_contain_text("Longer than the card")


def test_a_regional_lead_reaches_neither_lists_nor_accounts(page, base_url):
    let_in(page.context, make_lead(), base_url)
    page.goto("/admin/")

    expect(page.get_by_role("link", name="Reasons", exact=True)).to_have_count(0)
    expect(page.get_by_text("Staff accounts")).to_have_count(0)
    for path in ("/staff/", "/staff/invite/", "/admin/campaign/reason/"):
        assert page.goto(path).status == 403
