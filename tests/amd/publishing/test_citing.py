"""How a record is cited: by people, and by reference managers."""

from datetime import datetime

import pytest
from django.utils import timezone

from amd.publishing.citing import citation_of, citation_tags
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_publication,
    make_record,
)

pytestmark = pytest.mark.django_db

ADDRESS = "https://amilliondecisions.example/x/"


@pytest.fixture(autouse=True)
def day(monkeypatch):
    now = datetime(2026, 6, 3, 12, tzinfo=timezone.get_current_timezone())
    monkeypatch.setattr(timezone, "now", lambda: now)


def published(**more):
    return make_publication(published_at=timezone.now(), **more)


def test_endorsement_is_cited_by_who_says_it():
    record = make_record(reference="7F3K2Q")

    cited = citation_of(published(record=record), ADDRESS)

    assert cited == (
        "Dr Sample Person (2026) Endorsement 7F3K-2Q for #AMillionDecisions. "
        f"Available at: {ADDRESS} (Accessed: 3 June 2026)."
    )


def test_case_study_is_cited_by_its_library_service():
    record = make_record(kind="casestudy", reference="7F3K2Q")

    cited = citation_of(published(record=record), ADDRESS)

    assert cited == (
        "Sampleshire Library (2026) A search in an afternoon saves 120 hours a year "
        "(Impact case study 7F3K-2Q for #AMillionDecisions). "
        f"Available at: {ADDRESS} (Accessed: 3 June 2026)."
    )


def test_reference_managers_read_title_author_date_and_address():
    record = make_record(kind="casestudy", reference="7F3K2Q")
    publication = published(record=record)

    tags = dict(citation_tags(publication, ADDRESS))

    assert tags["citation_author"] == "Sampleshire Library"
    assert tags["citation_title"].startswith("A search in an afternoon")
    assert tags["citation_publication_date"] == "2026/06/03"
    assert tags["citation_public_url"] == ADDRESS


def test_whoever_keeps_their_name_back_is_not_named():
    copy = make_endorsement_copy(card={"quote": "Evidence first."})

    assert citation_of(published(copy=copy), ADDRESS).startswith("A champion (")


def test_case_study_without_a_service_is_its_organisations():
    copy = make_case_study_copy()
    del copy.card["service"]
    record = make_record(kind="casestudy")

    cited = citation_of(published(record=record, copy=copy), ADDRESS)

    assert cited.startswith("Sampleshire NHS Trust (2026) ")
