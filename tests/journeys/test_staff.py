"""Pages of signing in and of accounts, in every state a person meets them in."""

from playwright.sync_api import expect

from tests.factories import make_lead, make_national_lead, make_region
from tests.journeys.axe import assert_accessible, assert_summary_leads_to_inputs
from tests.journeys.steps import link_in_last_mail, sign_in


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
