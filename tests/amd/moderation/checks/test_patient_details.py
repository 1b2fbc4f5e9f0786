"""Patient details in a record's public words."""

import pytest

from tests.amd.moderation.checks.seen import one_about, sentences_about
from tests.factories import make_case_study, make_endorsement, make_picture

pytestmark = pytest.mark.django_db


def test_number_of_a_patient_stops_the_publication(north):
    record = make_endorsement(region=north, quote="We found 943 476 5919 in time.")

    found = one_about(record, "patient")

    assert found.sentence == "Take out “943 476 5919”: it looks like an NHS number"
    assert found.is_block


def test_name_of_somebody_is_for_a_lead_to_judge(north):
    record = make_endorsement(region=north, quote="It was late. Mrs Example was well.")

    found = one_about(record, "patient")

    assert found.sentence == "“Mrs Example” looks like a person's name"
    assert (found.is_block, found.field) == (False, "quote")
    assert found.around == "Mrs Example was well."


def test_person_who_is_named_by_agreement_is_no_patient(north):
    record = make_endorsement(
        region=north, name="Mrs Ada Sample", quote="Mrs Sample asks the library."
    )

    assert sentences_about(record) == []


def test_description_of_a_picture_is_read_as_well(north):
    picture = make_picture(alt_text="Mrs Example at the window", credit="Sam Sample")
    record = make_case_study(region=north, picture=picture)

    assert one_about(record, "patient").field == "picture_alt"


def test_what_stands_in_several_answers_is_said_once(north):
    said = "Mrs Example went home."
    record = make_case_study(region=north, brief=said, outcome=said)

    assert one_about(record, "patient").field == "outcome"


def test_other_words_around_it_are_another_warning(north):
    first = make_endorsement(region=north, quote="Mrs Example was well.")
    other = make_endorsement(region=north, quote="Mrs Example was not well.")

    assert one_about(first, "patient").key != one_about(other, "patient").key
