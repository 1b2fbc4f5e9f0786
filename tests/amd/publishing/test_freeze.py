from datetime import date

import pytest
from django.utils import timezone

from amd.consent.models import Use
from amd.publishing.freeze import build, preview
from amd.publishing.models import Publication
from tests.factories import (
    make_case_study_copy,
    make_consent,
    make_endorsement_copy,
    make_record,
    make_region,
    make_user,
)

pytestmark = pytest.mark.django_db


def frozen(record, copy, **options):
    options.setdefault("consent", make_consent(record))
    return build(record, copy, uses=[Use.WEBSITE, Use.NAME], by=None, **options)


def test_copy_carries_what_was_approved_and_by_whom():
    record = make_record(region=make_region(name="Midlands"))
    consent = make_consent(record)
    user = make_user()

    publication = build(
        record, make_endorsement_copy(), consent=consent, uses=["website"], by=user
    )

    assert publication.pk is None
    assert publication.title == "Dr Sample Person"
    assert publication.region.name == "Midlands"
    assert publication.uses == ["website"]
    assert publication.consent == consent
    assert publication.published_by == user
    assert publication.as_at == timezone.localdate()
    assert publication.ends_on == consent.ends_on
    assert publication.content_digest == publication.digest_of_content()


def test_copy_ends_with_the_earliest_answer():
    record = make_record()

    publication = frozen(record, make_endorsement_copy(), ends_on=date(2027, 1, 1))

    assert publication.ends_on == date(2027, 1, 1)


def test_alt_text_has_every_word_of_the_card():
    record = make_record(kind="casestudy", reference="7F3K2Q")

    publication = frozen(record, make_case_study_copy())

    assert publication.alt_text == (
        "Impact case study. A search in an afternoon saves 120 hours a year. "
        "120 hours, saved a year, measured. The ward asked and the library found. "
        "“It changed what we do.” Mx Sample User, Matron. "
        "Working with: Sam Sample, Clinical Librarian, Sampleshire Library. "
        "#AMillionDecisions. amilliondecisions.example/7f3k-2q."
    )


def test_search_text_is_folded_and_holds_the_reference_in_both_spellings():
    record = make_record(reference="7F3K2Q", region=make_region(name="Dyfed"))

    publication = frozen(record, make_endorsement_copy(name="Nwŷfre"))

    words = publication.search_text.split()
    assert {"nwyfre", "dyfed", "7f3k-2q", "7f3k2q"} <= set(words)


def test_private_words_of_the_record_are_not_searched():
    record = make_record(author_name="Private Author", author_email="p@example.org")

    publication = frozen(record, make_endorsement_copy())

    assert "private" not in publication.search_text
    assert "example.org" not in publication.search_text


class Story:
    def public_copy(self, uses):
        return make_endorsement_copy(title=" ".join(sorted(uses)))


def test_preview_assumes_every_use_and_is_not_saved():
    publication = preview(make_record(), Story())

    assert publication.title == " ".join(sorted(Use.values))
    assert publication.pk is None
    assert not Publication.objects.exists()
