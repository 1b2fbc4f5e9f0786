"""What is shown below a record: of its kind, and with the most in common."""

import pytest
from django.utils import timezone

from amd.publishing.live import take_down
from amd.publishing.models import Retired
from amd.publishing.similar import similar_to
from tests.factories import (
    make_case_study_copy,
    make_publication,
    make_record,
    make_region,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(db):
    return make_region()


def story(*codes, region=None, kind="casestudy"):
    """About these kinds of impact; in a region of its own unless told so."""
    terms = [(code, code.title()) for code in codes]
    copy = make_case_study_copy(facets={"impact_category": terms})
    record = make_record(kind=kind, region=region or make_region())
    return make_publication(record=record, copy=copy)


def test_what_shares_most_comes_first_then_the_newest():
    older, newer = story("safety"), story("safety")
    both = story("safety", "money")
    neither = story("skills")
    shown = story("safety", "money")

    assert similar_to(shown) == [both, newer, older]
    assert neither not in similar_to(shown, count=9)


def test_the_region_counts_as_one_more_thing_in_common(here):
    same_place, elsewhere = story("safety", region=here), story("safety")

    assert similar_to(story("safety", region=here)) == [same_place, elsewhere]


def test_another_kind_is_not_similar(here):
    story("safety", region=here, kind="endorsement")

    assert similar_to(story("safety", region=here)) == []


def test_no_more_than_asked_for_and_never_itself():
    for _ in range(5):
        story("safety")
    shown = story("safety")

    found = similar_to(shown)

    assert len(found) == 3
    assert shown not in found


def test_what_was_taken_down_is_not_similar():
    gone = story("safety")
    take_down(gone.record, Retired.TAKEN_DOWN)

    assert similar_to(story("safety")) == []


def test_two_queries_whatever_there_is(django_assert_num_queries):
    few = story("safety")
    for _ in range(30):
        story("safety", "money", "skills")
    many = story("safety", "money", "skills", region=few.region)

    for shown in (few, many):
        with django_assert_num_queries(2):
            assert len(similar_to(shown)) == 3


def test_nothing_in_common_in_the_year_alone():
    assert story("skills").published_at.year == timezone.now().year
    story("safety")

    assert similar_to(story("money")) == []
