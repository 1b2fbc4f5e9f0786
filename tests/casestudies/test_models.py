"""The case study as it is kept: constraints, what is missing, whose words they are."""

import pytest
from django.db import IntegrityError, transaction

from amd.consent.words import Person
from amd.pictures.models import Picture
from casestudies.models import CaseStudy
from tests.factories import make_case_study, make_picture

pytestmark = pytest.mark.django_db


def quoted(**overrides):
    return make_case_study(
        **{
            "quote": "It changed what we do.",
            "attribution": CaseStudy.Attribution.NAMED,
            "quoted_name": "Sam Sample",
            "quoted_title": "Matron",
            "quoted_organisation": "Sampleshire NHS Trust",
            **overrides,
        }
    )


@pytest.mark.parametrize(
    "broken",
    [
        {"figure": "£500,000", "figure_note": "saved a year", "figure_basis": ""},
        {"figure": "£500,000", "figure_note": "", "figure_basis": "measured"},
        {"quote": "It changed what we do.", "attribution": ""},
        {"picture_shows_person": True},
    ],
)
def test_half_an_answer_is_refused_by_the_database(broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseStudy.objects.create(**broken)


def test_a_picture_of_nobody_who_is_quoted_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseStudy.objects.create(picture=make_picture(), picture_shows_person=True)


def test_a_complete_case_study_has_no_problems():
    story = quoted(figure="120 hours", figure_note="a year", figure_basis="measured")

    assert story.problems() == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"headline": ""}, "Enter the headline"),
        ({"service_name": ""}, "Enter the name of the knowledge and library service"),
        ({"organisation_name": ""}, "Enter the organisation"),
        ({"challenge": ""}, "Enter what the challenge was"),
        ({"library_role": ""}, "Enter what the library did"),
        ({"outcome": ""}, "Enter what happened"),
        ({"impact": ""}, "Enter what difference it made"),
        ({"brief": ""}, "Enter the story in brief"),
        (
            {"brief": "word " * 122},
            "The story in brief must be 110 words or less (this is 12 too many)",
        ),
        (
            {"impact": "word " * 151},
            "The difference it made must be 150 words or less (this is 1 too many)",
        ),
        (
            {"impact": "w" * 2251},
            "The difference it made must be 2,250 characters or less "
            "(this is 1 too many)",
        ),
        (
            {"figure": "£5", "figure_note": ""},
            "Say what the figure is and how it is known",
        ),
        (
            {"quote": "Yes.", "attribution": ""},
            "Select how the person quoted should be shown",
        ),
        ({"quoted_name": ""}, "Enter the name of the person quoted"),
        ({"quoted_title": ""}, "Enter the job title of the person quoted"),
        (
            {"picture_shows_person": True},
            "Add the quote of the person whom the picture shows",
        ),
        (
            {"working_with_me": True, "author_name": ""},
            "Enter the contributor's name to show it under “Working with”",
        ),
        (
            {"no_patient_identifiable": False},
            "Confirm that no patient can be identified",
        ),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(changed, sentence):
    story = quoted()
    for name, value in changed.items():
        setattr(story, name, value)

    assert story.problems() == [sentence]


def test_no_kind_of_impact_is_a_problem():
    story = make_case_study()
    story.impact_categories.clear()

    assert story.problems() == ["Select at least one kind of impact"]


def test_a_picture_without_words_is_a_problem():
    story = make_case_study()
    story.picture = Picture.objects.create(digest="d1")

    assert story.problems() == ["Describe the picture for people who cannot see it"]


def people(story):
    return [words.person for words in story.words()]


def test_only_the_contributor_answers_for_a_story_without_a_named_person():
    assert people(make_case_study()) == [Person.CONTRIBUTOR]
    assert people(quoted(attribution="role")) == [Person.CONTRIBUTOR]
    assert people(quoted(attribution="anonymous")) == [Person.CONTRIBUTOR]


def test_who_is_quoted_by_name_answers_too():
    assert people(quoted()) == [Person.CONTRIBUTOR, Person.QUOTED]


def test_who_is_pictured_answers_too_and_for_the_picture():
    story = quoted(
        attribution="role", picture=make_picture(digest="d1"), picture_shows_person=True
    )
    contributor, pictured = story.words()

    assert (contributor.photo, pictured.photo) == ("", "d1")


def test_a_picture_of_nobody_is_the_contributors_to_answer_for():
    contributor, person = quoted(picture=make_picture(digest="d1")).words()

    assert (contributor.photo, person.photo) == ("d1", "")


@pytest.mark.parametrize(
    "name",
    [
        "headline",
        "service_name",
        "organisation_name",
        "challenge",
        "library_role",
        "outcome",
        "impact",
        "impact_when",
        "figure_period",
        "brief",
        "figure",
        "figure_note",
        "figure_basis",
        "quote",
        "attribution",
    ],
)
def test_another_word_of_the_story_is_another_agreement(name):
    story = quoted(attribution="role")
    (before,) = story.words()

    setattr(story, name, "other")

    assert story.words()[0].digest() != before.digest()


def test_what_is_left_unsaid_does_not_change_what_was_agreed_to():
    (words,) = make_case_study().words()

    assert {"impact_when", "figure_period"}.isdisjoint(words.texts)


@pytest.mark.parametrize(
    "name", ["quote", "quoted_name", "quoted_title", "quoted_organisation"]
)
def test_another_word_of_the_person_is_another_agreement_of_theirs(name):
    story = quoted()
    before = story.words()[1]

    setattr(story, name, "other")

    assert story.words()[1].digest() != before.digest()


def test_the_person_quoted_does_not_answer_for_the_rest_of_the_story():
    story = quoted()
    before = story.words()[1]

    story.impact = "More time for patients."

    assert story.words()[1].digest() == before.digest()


def test_the_contributors_name_is_theirs_to_agree_to_only_where_it_is_shown():
    story = make_case_study(contributor_title="Clinical Librarian")
    (hidden,) = story.words()

    story.working_with_me = True

    assert story.words()[0].texts == {
        **hidden.texts,
        "author_name": "Ali Sample",
        "contributor_title": "Clinical Librarian",
    }
