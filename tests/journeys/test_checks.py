"""A lead judges what the checks warn of: a reason, a way back, and then the publication."""

import re

import pytest
from playwright.sync_api import expect

from amd.moderation.models import WarningPassed
from amd.records.models import Record, Status
from tests.factories import agree, make_endorsement, make_lead, make_region
from tests.journeys.axe import assert_accessible
from tests.journeys.steps import let_in, press_tab_to

WARNED = "The ICU asks them first. Mrs Example, our matron, does so every day."
TAKE_BACK = re.compile("^Take back.*“ICU” is not explained$")
REASON = "The matron, who agreed to be named"


@pytest.fixture
def record(transactional_db):
    record = make_endorsement(region=make_region(name="North"), quote=WARNED)
    agree(record)
    return record


@pytest.fixture
def desk(page, record, base_url):
    let_in(page.context, make_lead(record.region, name="Nora North"), base_url)
    page.goto(f"/admin/records/record/{record.pk}/review/")
    return page


def checks_of(desk):
    return desk.get_by_role("region", name="Checks", exact=True)


def test_lead_passes_warnings_with_the_keyboard_and_publishes(desk, record):
    checks = checks_of(desk)
    expect(checks).to_contain_text("“ICU” is not explained.")
    expect(checks).to_contain_text("Mrs Example, our matron, does so every day.")
    assert_accessible(desk)

    press_tab_to(desk, "Pass what is ticked")
    desk.keyboard.press("Enter")

    expect(checks).to_contain_text("Tick the warnings you have judged")
    assert_accessible(desk)

    for box in checks.get_by_role("checkbox").all():
        box.check()
    checks.get_by_label("Why they do not matter here").fill(REASON)
    checks.get_by_role("button", name="Pass what is ticked").click()

    expect(desk.locator(".messagelist")).to_contain_text("Passed: 2 warnings.")
    expect(desk).to_have_url(f"{desk.url.partition('#')[0]}#checks")
    expect(checks).to_contain_text(f"“{REASON}” Nora North")
    assert_accessible(desk)

    checks.get_by_role("button", name=TAKE_BACK).click()

    expect(desk.locator(".messagelist")).to_contain_text("the warning is open again.")
    desk.get_by_role("button", name="Publish and next").click()
    expect(desk.locator("main")).to_contain_text("Judge 1 warning under “Checks”")

    checks.get_by_role("checkbox").check()
    checks.get_by_label("Why they do not matter here").fill("Her own words")
    checks.get_by_role("button", name="Pass what is ticked").click()
    desk.get_by_role("button", name="Publish and next").click()

    expect(desk.locator(".messagelist")).to_contain_text("Published: ")
    assert Record.objects.get(pk=record.pk).status == Status.PUBLISHED
    assert WarningPassed.objects.count() == 2


def test_checks_fit_a_phone(desk):
    desk.set_viewport_size({"width": 320, "height": 700})

    wide = desk.evaluate("document.documentElement.scrollWidth")

    assert wide <= 320
    boxes = checks_of(desk).get_by_role("checkbox").all()
    assert len(boxes) == 2
    for box in boxes:
        size = box.bounding_box()
        assert min(size["width"], size["height"]) >= 24
