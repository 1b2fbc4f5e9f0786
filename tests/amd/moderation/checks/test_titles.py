"""A job title that nobody has confirmed for more than a year."""

from datetime import timedelta

import pytest
from django.db import models
from django.utils import timezone

from amd.consent.models import ConsentRecord
from amd.moderation.checks.run import found_about
from amd.records.models import Record, Role
from tests.factories import agree, make_case_study, make_endorsement
from tests.moments import days_ago

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def found(record):
    seen = found_about(record, by=Role.LEAD)
    return [each.sentence for each in seen if each.code == "old-title"]


def shown(day):
    return f"{day.day} {day:%B %Y}"


def test_title_given_more_than_a_year_ago_is_seen(north):
    day = TODAY() - timedelta(days=366)
    record = make_endorsement(region=north, given_on=day)

    assert found(record) == [
        f"The job title “Medical Director” was last confirmed on {shown(day)}"
    ]


def test_title_given_within_the_year_is_let_be(north):
    given_on = TODAY() - timedelta(days=364)

    assert found(make_endorsement(region=north, given_on=given_on)) == []


def test_answer_about_these_words_confirms_the_title(north):
    given_on = TODAY() - timedelta(days=800)

    assert found(make_endorsement(region=north, given_on=given_on, agreed=True)) == []


def test_day_on_which_they_told_somebody_counts(north):
    record = make_endorsement(region=north, agreed=True)
    day = TODAY() - timedelta(days=400)
    models.QuerySet(ConsentRecord).filter(record=record).update(told_on=day)

    assert found(record) == [
        f"The job title “Medical Director” was last confirmed on {shown(day)}"
    ]


def test_warning_comes_again_a_year_later(north):
    keys = set()
    for days in (400, 800):
        given_on = TODAY() - timedelta(days=days)
        (one,) = found_about(
            make_endorsement(region=north, given_on=given_on), by=Role.LEAD
        )
        keys.add(one.key)

    assert len(keys) == 2


def test_title_of_the_person_quoted_and_of_the_contributor_count(north):
    long_ago = days_ago(500)
    story = make_case_study(
        region=north,
        quote="It changed what we do.",
        attribution="named",
        quoted_name="Sam Sample",
        quoted_title="Matron",
        contributor_title="Clinical librarian",
        working_with_me=True,
    )
    Record.objects.update(submitted_at=long_ago)
    story.refresh_from_db()

    assert [sentence.partition("” was")[0] for sentence in found(story)] == [
        "The job title “Matron",
        "The job title “Clinical librarian",
    ]

    agree(story)
    assert found(story) == []
