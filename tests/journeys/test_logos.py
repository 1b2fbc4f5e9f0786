"""A lead adds a partner's logo and puts it on the card of a record."""

from playwright.sync_api import expect

from amd.publishing.models import PartnerLogo
from endorsements.models import Endorsement
from tests.amd.moderation.test_logo_admin import logo_file
from tests.factories import make_lead, make_wordings, publish_endorsement
from tests.journeys.axe import assert_accessible
from tests.journeys.steps import let_in


def test_lead_adds_a_logo_and_chooses_it_for_a_card(page, live_server, north, context):
    make_wordings()
    record = publish_endorsement(region=north, organisation_name="Other Trust")
    let_in(context, make_lead(north), live_server.url)
    page.goto("/admin/publishing/partnerlogo/add/")
    page.get_by_label("Name").fill("Sampleshire University")
    file = {"name": "logo.png", "mimeType": "image/png", "buffer": logo_file().read()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_label("Permission").fill("Sam Sample, by email, 3 June 2026")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("img", name="Sampleshire University")).to_be_visible()
    assert_accessible(page)

    page.goto(record.edit_url())
    page.get_by_label("First partner logo").select_option("Sampleshire University")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("main, #content").first).to_contain_text(
        "Logos: Sampleshire University."
    )
    assert Endorsement.objects.get().logos == (PartnerLogo.objects.get(),)
