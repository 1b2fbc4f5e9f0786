"""National leads say by reference what the home page shows first."""

from datetime import date

import pytest

from amd.campaign.models import PublicVersion
from amd.publishing.live import take_down
from amd.publishing.models import CaseStudyOfTheWeek, FrontRow, Retired
from tests.factories import make_publication, make_record

pytestmark = pytest.mark.django_db

FRONT = "/admin/publishing/frontrow/"
WEEKS = "/admin/publishing/casestudyoftheweek/"


def study():
    return make_publication(record=make_record(kind="casestudy"))


def errors(page):
    return page.context["adminform"].form.errors


def test_a_reference_as_people_read_it_puts_a_record_in_front(national_lead):
    live = study()
    before = PublicVersion.now()

    national_lead.client.post(
        f"{FRONT}add/", {"record": live.shown_reference.lower(), "position": 2}
    )

    row = FrontRow.objects.get()
    assert (row.record_id, row.position) == (live.record_id, 2)
    assert PublicVersion.now() > before


def test_what_is_not_public_is_not_taken(national_lead):
    down = study()
    take_down(down.record, Retired.TAKEN_DOWN)

    for typed in (down.shown_reference, "ZZZZ-ZZ", "x"):
        page = national_lead.client.post(
            f"{FRONT}add/", {"record": typed, "position": 1}
        )
        assert errors(page)["record"] == [
            "Enter the reference of something that is public now, such as 7F3K-2Q"
        ]
    assert not FrontRow.objects.exists()


def test_any_day_of_a_week_stands_for_its_monday(national_lead):
    live = study()

    national_lead.client.post(
        f"{WEEKS}add/", {"record": live.shown_reference, "monday": "2026-11-26"}
    )

    assert CaseStudyOfTheWeek.objects.get().monday == date(2026, 11, 23)


def test_an_endorsement_is_no_case_study_of_the_week(national_lead):
    live = make_publication()

    page = national_lead.client.post(
        f"{WEEKS}add/", {"record": live.shown_reference, "monday": "2026-11-26"}
    )

    assert errors(page)["record"] == [
        "Enter the reference of an impact case study: this is an endorsement"
    ]


def test_the_list_says_what_is_public_and_each_row_changes_its_place(national_lead):
    live = study()
    FrontRow.objects.create(record=live.record, position=1)

    assert live.title in national_lead.client.get(FRONT).text
    national_lead.client.post(f"{FRONT}{live.record_id}/change/", {"position": 7})

    assert FrontRow.objects.get().position == 7


def test_a_row_is_taken_out_again_and_the_public_pages_notice(national_lead):
    live = study()
    FrontRow.objects.create(record=live.record)
    before = PublicVersion.now()

    national_lead.client.post(f"{FRONT}{live.record_id}/delete/", {"post": "yes"})

    assert not FrontRow.objects.exists()
    assert PublicVersion.now() > before
