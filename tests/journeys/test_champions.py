"""A lead keeps a champion in mind, records what they say, and is asked about a namesake."""

import pytest
from playwright.sync_api import expect

from endorsements.champions import Champion
from endorsements.models import Endorsement
from tests.factories import make_lead, make_organisation, make_wordings
from tests.journeys.axe import assert_accessible
from tests.journeys.steps import let_in

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def desk(page, transactional_db, base_url):
    """A lead's phone."""
    make_wordings()
    organisation = make_organisation(name="Sampleshire NHS Trust")
    let_in(page.context, make_lead(organisation.region), base_url)
    page.set_viewport_size(PHONE)
    return page


def save(page):
    page.get_by_role("button", name="Save", exact=True).click()


def say(page, **answers):
    for name, words in answers.items():
        page.locator(f"#id_{name}").fill(words)


def test_prospect_says_yes_and_is_known_the_next_time(desk):
    desk.goto("/admin/endorsements/champion/add/")
    say(desk, name="Professor Ada Sample", name_variants="A. Sample")
    say(desk, notes="Met at Keele")
    save(desk)

    desk.get_by_role("link", name="Professor Ada Sample").click()
    expect(desk.locator(".field-shown_endorsements")).to_contain_text("None yet.")
    assert_accessible(desk)
    desk.get_by_role("link", name="Record another endorsement").click()
    expect(desk.locator("#id_name")).to_have_value("Professor Ada Sample")
    say(desk, quote="Ask a librarian first.", title="Chief Nurse")
    say(desk, organisation_name="Sampleshire NHS Trust", given_on="2026-06-03")
    desk.get_by_label("Personally").check()
    save(desk)
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Review")

    desk.goto("/admin/endorsements/endorsement/add/")
    say(desk, quote="Then ask again.", name="A Sample", title="Chief Nurse")
    say(desk, organisation_name="Sampleshire NHS Trust")
    desk.get_by_label("For their organisation").check()
    save(desk)
    expect(desk.locator(".field-same_person")).to_contain_text(
        "Say whether this is the same person"
    )
    assert_accessible(desk)
    desk.get_by_label("Yes: Professor Ada Sample, Chief Nurse").check()
    save(desk)
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Review")

    champion = Champion.objects.get()
    desk.goto(f"/admin/endorsements/champion/{champion.pk}/change/")
    links = desk.locator(".field-shown_endorsements a[href*=review]")
    expect(links).to_have_count(2)
    assert_accessible(desk)
    assert Endorsement.objects.filter(champion=champion).count() == 2
    assert champion.status == "approached"
