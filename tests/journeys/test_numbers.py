"""The numbers with something to show, and the times that make a record overdue."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from amd.campaign.models import Reason
from amd.moderation import moves
from tests.factories import make_case_study
from tests.journeys.axe import assert_accessible
from tests.journeys.steps import let_in

pytestmark = pytest.mark.browser


@pytest.fixture
def decided(north, south, national_lead):
    why = Reason.objects.create(move="send_back", code="figure", title="No figure")
    for region in (north, south):
        study = make_case_study(region=region)
        moves.send_back(
            study, by=national_lead.user, seen_version=study.version, reason=why
        )
        make_case_study(region=region)


def test_numbers_are_for_everybody(page, base_url, decided, national_lead):
    let_in(page.context, national_lead.user, base_url)
    page.goto(reverse("moderation:numbers"))

    said = "2 waiting, all since today; nine in ten decisions came on the same day."
    expect(page.get_by_text(said)).to_be_visible()
    drawn = page.get_by_role("img", name="Days to a decision in the last 90 days")
    expect(drawn).to_be_visible()
    expect(page.get_by_role("row", name="No figure Sent back 2")).to_be_visible()
    assert_accessible(page)

    page.get_by_role("link", name="30 days").click()
    expect(page.get_by_role("link", name="30 days")).to_have_attribute(
        "aria-current", "page"
    )
    assert_accessible(page)


def test_a_national_lead_sets_when_a_record_is_overdue(
    page, base_url, decided, national_lead
):
    let_in(page.context, national_lead.user, base_url)
    page.goto(reverse("moderation:numbers"))
    page.get_by_role("link", name="Set when a record is due soon and overdue").click()

    page.get_by_label("Overdue after").fill("7")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Enter more days for overdue")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Overdue after").fill("10")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("was added successfully")).to_be_visible()
    expect(page.get_by_label("Overdue after")).to_have_value("10")
    assert_accessible(page)
