"""What is shown first: the front row, the case study of the week, and for beginners."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from amd.publishing.live import erase_all, feature, take_down
from amd.publishing.models import CaseStudyOfTheWeek, FrontRow, Retired
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_publication,
    make_record,
)

pytestmark = pytest.mark.django_db


def study(headline):
    return make_publication(
        record=make_record(kind="casestudy"),
        copy=make_case_study_copy(headline=headline),
    )


def endorse(name):
    return make_publication(record=make_record(), copy=make_endorsement_copy(name=name))


def titles(page):
    return re.findall(r'amd-tile__link" href="[^"]+">([^<]+)<', page.text)


def test_front_row_stands_in_the_order_of_the_leads_and_nowhere_twice(client):
    one, two, newest = endorse("One"), endorse("Two"), endorse("Newest")
    FrontRow.objects.create(record=two.record, position=1)
    FrontRow.objects.create(record=one.record, position=2)

    assert titles(client.get("/")) == ["Two", "One", newest.title]


def test_case_study_of_the_week_is_that_of_the_newest_monday_that_has_come(client):
    today = timezone.localdate()
    for days, headline in ((14, "Old"), (7, "This week"), (-7, "Next week")):
        CaseStudyOfTheWeek.objects.create(
            monday=today - timedelta(days=days), record=study(headline).record
        )

    page = client.get("/")

    assert page.context["week"].title == "This week"
    assert "Case study of the week" in page.text


def test_what_is_not_public_any_more_is_in_no_row(client):
    down = endorse("Down")
    FrontRow.objects.create(record=down.record)
    weekly = study("Down too")
    CaseStudyOfTheWeek.objects.create(monday=timezone.localdate(), record=weekly.record)
    for each in (down, weekly):
        take_down(each.record, Retired.TAKEN_DOWN)

    page = client.get("/")

    assert (titles(page), page.context["week"]) == ([], None)
    assert FrontRow.objects.count() == 1


def test_a_withdrawn_record_leaves_every_row():
    gone = study("Gone")
    feature(gone.record)
    FrontRow.objects.create(record=gone.record)
    CaseStudyOfTheWeek.objects.create(monday=timezone.localdate(), record=gone.record)

    erase_all(gone.record)

    assert not FrontRow.objects.exists()
    assert not CaseStudyOfTheWeek.objects.exists()
    assert not hasattr(type(gone.record).objects.get(), "featured")


def test_whoever_has_no_librarian_sees_three_case_studies_the_best_first(client):
    chosen, featured = study("Chosen"), study("Featured")
    for headline in ("Third", "Newest"):
        study(headline)
    endorse("No story")
    FrontRow.objects.create(record=chosen.record)
    feature(featured.record)

    assert titles(client.get("/no-librarian/")) == ["Chosen", "Featured", "Newest"]


def test_page_for_beginners_stands_when_nothing_is_there(client):
    page = client.get("/no-librarian/")

    assert page.status_code == 200
    assert "Talk to your regional library lead" in page.text
