"""A visitor takes a card from its page, and the words that go with it."""

from playwright.sync_api import expect

from tests.factories import publish_endorsement
from tests.journeys.axe import assert_accessible


def test_alt_text_is_copied_and_said_to_be(page, context, base_url):
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    endorsement = publish_endorsement(name="Dr Sample Person")

    page.goto(endorsement.get_absolute_url())
    words = page.locator("#alt-text").inner_text()
    page.get_by_role("button", name="Copy alt text").click()

    expect(page.get_by_role("status")).to_have_text("Alt text copied")
    assert page.evaluate("navigator.clipboard.readText()") == words
    assert "Dr Sample Person" in words
    assert_accessible(page)


def test_without_scripts_nothing_is_offered_that_needs_them(page_without_scripts):
    endorsement = publish_endorsement()

    page_without_scripts.goto(endorsement.get_absolute_url())

    expect(page_without_scripts.locator("#alt-text")).to_be_visible()
    expect(page_without_scripts.get_by_text("Copy alt text")).to_be_hidden()
