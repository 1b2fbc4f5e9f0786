from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from amd.comms.desk_filters import Filters
from amd.publishing.models import Publication
from amd.records.models import Kind
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_picture,
    make_publication,
    make_record,
    make_region,
    make_use,
)

pytestmark = pytest.mark.django_db


def found(query):
    return set(Filters.read(QueryDict(query)).found())


def make_story(**overrides):
    copy = make_case_study_copy(facets={"phase": [("two", "Phase Two")]})
    record = make_record(kind=Kind.CASE_STUDY, **overrides)
    return make_publication(record=record, copy=copy)


def test_every_filter_finds_its_own_and_nothing_else():
    today = timezone.localdate()
    midlands = make_region(name="Midlands", slug="midlands")
    story = make_story(region=midlands)
    pictured = make_publication(copy=make_endorsement_copy(photo=make_picture()))
    private = make_publication(uses=["website", "name"])
    ending = make_publication(ends_on=today + timedelta(days=80))
    used = make_publication()
    make_use(used.record, used_on=today - timedelta(days=30))
    make_use(story.record, used_on=today - timedelta(days=300))
    everything = {story, pictured, private, ending, used}

    assert found("") == everything
    assert found("kind=casestudy") == {story}
    assert found("region=midlands") == {story}
    assert found("region=national") == everything - {story}
    assert found("phase=two") == {story}
    assert found("figure=yes") == {story}
    assert found("photo=yes") == {pictured}
    assert found("social=yes") == everything - {private}
    assert found("unused=yes") == everything - {used}
    assert found("ending=yes") == {ending}


def test_filters_narrow_together():
    region = make_region(slug="midlands")
    wanted = make_story(region=region)
    make_story()
    make_publication(record=make_record(region=region))
    used = make_story(region=region)
    make_use(used.record)

    asked = "region=midlands&figure=yes&social=yes&unused=yes"

    assert found(asked) == {wanted}
    assert found(f"{asked}&words=pump") == {wanted}
    assert found(f"{asked}&words=sepsis") == set()


def test_a_reference_finds_its_record_within_the_other_filters():
    publication = make_publication()
    make_publication()
    words = f"words={publication.shown_reference.lower()}"

    assert found(words) == {publication}
    assert found(f"{words}&kind=casestudy") == set()


@pytest.mark.parametrize(
    "query",
    ["kind=song", "region=atlantis", "phase=9", "figure=no", "unused=1", "words=%00"],
)
def test_what_is_not_offered_is_left_out(query):
    publication = make_publication()

    filters = Filters.read(QueryDict(query))

    assert filters.is_empty
    assert set(filters.found()) == {publication}


def test_what_was_asked_is_said_and_sent_along():
    make_region(name="Midlands", slug="midlands")
    asked = "words=  hip%09pump &unused=yes&region=midlands&kind=casestudy"

    filters = Filters.read(QueryDict(asked))

    assert filters.summary(3) == (
        "3 published with “hip pump”, impact case studies, Midlands, "
        "not used for 6 months"
    )
    assert filters.address == (
        "words=hip+pump&kind=casestudy&region=midlands&unused=yes&"
    )


def test_the_newest_come_first():
    first, second = make_publication(), make_publication()

    assert list(Filters.read(QueryDict()).found()) == [second, first]
    assert Publication.objects.count() == 2
