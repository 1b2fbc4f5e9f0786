"""A quote without a name, and a picture that is nobody's or is not described."""

import pytest

from amd.consent.models import Use
from amd.moderation.checks.run import found_in_words
from amd.pictures.models import Picture
from casestudies.models import CaseStudy
from endorsements.models import Endorsement


def quoting(**words):
    return CaseStudy(quote="It changed what we do.", **words)


def found(story, *uses):
    seen = found_in_words(story, frozenset(uses) if uses else None)
    return [(each.code, each.weight.value, each.sentence) for each in seen]


@pytest.mark.parametrize("shown", ["role", "anonymous"])
def test_quote_of_nobody_is_seen(shown):
    story = quoting(attribution=shown, quoted_title="Matron")

    assert found(story) == [("quote-name", "warn", "The quote stands without a name")]


def test_quote_of_somebody_who_keeps_their_name_to_themselves_is_seen():
    story = quoting(attribution="named", quoted_name="Sam Sample")

    assert found(story, Use.NAME) == []
    assert [code for code, *_ in found(story, Use.WEBSITE)] == ["quote-name"]


def test_story_without_a_quote_and_an_endorsement_need_no_name():
    assert found(CaseStudy()) == []
    assert found(Endorsement(quote="It helps.", name="Sam Sample")) == []


def test_name_that_is_not_shown_beside_the_quote_is_seen_in_the_text():
    story = quoting(
        attribution="role", quoted_name="Mrs Ada Sample", brief="Mrs Sample knows."
    )

    assert "“Mrs Sample” looks like a person's name" in [
        each[2] for each in found(story)
    ]


@pytest.mark.parametrize(
    ("alt", "credit", "expected"),
    [
        ("A nurse at a desk", "Sam Sample", []),
        ("A nurse at a desk", " ", [("warn", "The photo has no credit")]),
        ("", "Sam", [("block", "Describe the photo for people who cannot see it")]),
        ("IMG_1234", "Sam", [("warn", "“IMG_1234” does not say what the photo shows")]),
        ("a.jpg", "Sam", [("warn", "“a.jpg” does not say what the photo shows")]),
        ("A photo.", "Sam", [("warn", "“A photo.” does not say what the photo shows")]),
        ("A photo of a nurse", "Sam", []),
    ],
)
def test_photo_has_a_credit_and_says_what_it_shows(alt, credit, expected):
    photo = Picture(digest="0" * 64, alt_text=alt, credit=credit)
    story = Endorsement(quote="It helps.", name="Sam Sample", photo=photo)

    assert [each[1:] for each in found(story)] == expected


def test_picture_of_a_case_study_is_called_one():
    story = CaseStudy(picture=Picture(digest="0" * 64, alt_text="A desk"))

    assert found(story) == [("picture-credit", "warn", "The picture has no credit")]


def test_photo_that_nobody_agreed_to_show_is_not_judged():
    story = Endorsement(quote="It helps.", photo=Picture(digest="0" * 64))

    assert found(story, Use.WEBSITE, Use.NAME) == []
