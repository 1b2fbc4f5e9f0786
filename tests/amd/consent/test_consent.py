from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from amd.consent.covers import covers
from amd.consent.models import ConsentRecord, Method, Use, erase_details
from amd.consent.words import Person, SignedWords
from amd.records.models import Kind, Record
from tests.factories import make_national_lead, make_wordings

pytestmark = pytest.mark.django_db

WORDS = SignedWords(Person.CHAMPION, {"quote": "Evidence first.", "name": "Sam Sample"})
ALL = [use.value for use in Use]


@pytest.fixture
def record():
    return Record.objects.create(kind=Kind.ENDORSEMENT)


def answer(record, words=WORDS, uses=ALL, method=Method.EMAIL, **more):
    if method in (Method.EMAIL, Method.SPOKEN):
        more.setdefault("vouched_by", make_national_lead())
    return ConsentRecord.objects.create(
        record=record,
        person=words.person,
        digest=words.digest(),
        uses=uses,
        method=method,
        wording=make_wordings()[words.person],
        **more,
    )


@pytest.mark.parametrize(
    "other",
    [
        SignedWords(Person.CHAMPION, {**WORDS.texts, "quote": "Evidence second."}),
        SignedWords(Person.CHAMPION, {**WORDS.texts, "name": "Sam Other"}),
        SignedWords(Person.CHAMPION, WORDS.texts, photo="abc"),
        SignedWords(Person.QUOTED, WORDS.texts),
        SignedWords(
            Person.CHAMPION, {"name": "Evidence first.", "quote": "Sam Sample"}
        ),
    ],
)
def test_digest_changes_with_every_part_of_the_words(other):
    assert other.digest() != WORDS.digest()


def test_answer_covers_exactly_these_words(record):
    answer(record)

    assert covers(record, (WORDS,)).is_complete
    edited = SignedWords(Person.CHAMPION, {**WORDS.texts, "quote": "Evidence."})
    assert covers(record, (edited,)).missing == (
        "The champion has not agreed to these exact words",
    )


def test_web_form_of_a_champion_waits_for_a_lead_who_checked(record):
    answer(record, method=Method.WEB_FORM)

    assert not covers(record, (WORDS,)).is_complete


def test_newest_answer_counts(record):
    answer(record)
    answer(record, uses=[])

    assert covers(record, (WORDS,)).missing == (
        "The champion has not agreed to the website and national collection",
    )


@pytest.mark.parametrize("use", [Use.NAME, Use.TITLE])
def test_endorsement_needs_name_and_title(record, use):
    answer(record, uses=[each for each in ALL if each != use])

    assert covers(record, (WORDS,)).missing == (
        f"The champion has not agreed to show their {use.label.lower()}",
    )


def test_case_study_may_do_only_what_both_people_allow(record):
    story = SignedWords(Person.CONTRIBUTOR, {"story": "What happened"})
    quoted = SignedWords(Person.QUOTED, {"quote": "It helped."})
    answer(record, story, [Use.WEBSITE, Use.SOCIAL], Method.WEB_FORM)
    governing = answer(record, quoted, [Use.WEBSITE, Use.NAME])

    coverage = covers(record, (story, quoted))

    assert coverage.uses == {Use.WEBSITE, Use.NAME}
    assert coverage.governing == governing


def test_picture_is_given_by_whom_it_belongs_to(record):
    story = SignedWords(Person.CONTRIBUTOR, {"story": "What happened"}, photo="abc")
    quoted = SignedWords(Person.QUOTED, {"quote": "It helped."})
    answer(record, story, [Use.WEBSITE, Use.PHOTO], Method.WEB_FORM)
    answer(record, quoted, [Use.WEBSITE])

    assert Use.PHOTO in covers(record, (story, quoted)).uses


def test_answer_is_never_changed_or_deleted(record):
    given = answer(record)

    for change in (given.save, given.delete, ConsentRecord.objects.all().delete):
        with pytest.raises(ValidationError):
            change()


def test_answer_ends_after_five_years_and_is_reviewed_after_two(record):
    given = answer(record)

    assert (given.review_on - timezone.localdate(given.given_at)).days == 730
    assert (given.ends_on - timezone.localdate(given.given_at)).days == 1825


def test_erased_details_leave_digest_and_uses(record):
    answer(record, how="Email of 3 June from Sam Sample")

    erase_details(record)

    kept = record.consents.get()
    assert (kept.how, kept.digest, kept.uses) == ("", WORDS.digest(), ALL)


def test_an_answer_counts_no_longer_than_it_was_given_for(record):
    answer(record, ends_on=timezone.localdate())
    assert covers(record, (WORDS,)).is_complete

    answer(record, ends_on=timezone.localdate() - timedelta(days=1))

    assert covers(record, (WORDS,)).missing == (
        "The champion agreed for a time that is over: ask them again",
    )
