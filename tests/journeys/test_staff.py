"""Staff in a browser: sign in, invite, choose a password, be closed out."""

import re

from playwright.sync_api import expect

from tests.factories import make_lead, make_national_lead, make_region
from tests.journeys.axe import assert_accessible, assert_summary_leads_to_inputs
from tests.journeys.steps import PASSWORD, link_in_last_mail, sign_in


def test_a_lead_is_invited_chooses_a_password_and_is_closed_out(
    either_page, transactional_db
):
    page = either_page
    make_region(name="North", slug="north")
    make_national_lead(name="Nat National", email="nat@example.nhs.uk")

    page.goto("/staff/")
    page.get_by_label("Email address").fill("nat@example.nhs.uk")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Invite somebody").click()
    page.get_by_label("Full name").fill("Sam Sample")
    page.get_by_label("Email address").fill("sam@example.nhs.uk")
    page.get_by_label("Regional lead", exact=True).check()
    page.get_by_label("North").check()
    page.get_by_role("button", name="Send the invitation").click()
    expect(
        page.get_by_text("Invited Sam Sample. The email is on its way.")
    ).to_be_visible()

    # Sam, in another browser.
    visitor = page.context.browser.new_context(base_url=page.url.split("/staff")[0])
    other = visitor.new_page()
    other.goto(link_in_last_mail())
    other.get_by_label("New password", exact=True).fill("three words together")
    other.get_by_role("button", name="Save the password and sign in").click()
    expect(other).to_have_url(re.compile("/admin/$"))

    page.get_by_role("link", name="Sam Sample").click()
    page.get_by_role("button", name="Close the account").click()
    expect(page.get_by_text("Closed the account of Sam Sample.")).to_be_visible()
    other.reload()
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()
    visitor.close()


def test_every_page_of_signing_in_is_accessible(page, transactional_db):
    lead = make_lead(email="lead@example.nhs.uk")
    page.goto("/admin/login/")
    assert_accessible(page)
    page.get_by_role("button", name="Sign in").click()
    assert_accessible(page)
    assert_summary_leads_to_inputs(page)
    page.get_by_role("link", name="I have forgotten my password").click()
    page.get_by_role("button", name="Send me a link").click()
    assert_accessible(page)
    page.get_by_label("Email address").fill(lead.email)
    page.get_by_role("button", name="Send me a link").click()
    expect(page.get_by_role("heading", name="Check your email")).to_be_visible()
    assert_accessible(page)
    page.goto(link_in_last_mail())
    page.get_by_role("button", name="Save the password and sign in").click()
    assert_accessible(page)
    page.get_by_label("New password", exact=True).fill("three words together")
    page.get_by_role("button", name="Save the password and sign in").click()
    page.goto("/staff/reset/MQ/abc-def/")
    assert_accessible(page)


def test_every_page_of_accounts_is_accessible(page, transactional_db):
    make_region(name="North East and Yorkshire")
    lead = make_lead(name="Nora " + "Featherstonehaugh-" * 3, last_login=None)
    national = make_national_lead()
    sign_in(page, national)
    for path in ("/staff/", "/staff/invite/", f"/staff/{lead.pk}/"):
        page.goto(path)
        assert_accessible(page)
    page.goto("/staff/invite/")
    page.get_by_label("Regional lead", exact=True).check()
    page.get_by_role("button", name="Send the invitation").click()
    assert_accessible(page)
    assert_summary_leads_to_inputs(page)
    page.goto(f"/staff/{lead.pk}/")
    page.get_by_role("button", name="Close the account").click()
    assert_accessible(page)
    page.goto(f"/staff/{lead.pk}/")
    assert_accessible(page)


def test_with_debug_on_a_link_is_followed_from_the_kept_mails(
    page, transactional_db, settings
):
    settings.DEBUG = True
    national = make_national_lead()
    lead = make_lead(email="lead@example.nhs.uk")
    page.goto("/staff/reset/")
    page.get_by_label("Email address").fill(lead.email)
    page.get_by_role("button", name="Send me a link").click()
    expect(page.get_by_role("heading", name="Check your email")).to_be_visible()

    sign_in(page, national)
    page.goto("/admin/mail/")
    assert_accessible(page)
    page.get_by_role("link", name="Choose a new password").click()
    assert_accessible(page)
    page.locator("#content a", has_text="/staff/reset/").click()

    expect(page.get_by_role("heading", name="Choose a password")).to_be_visible()
