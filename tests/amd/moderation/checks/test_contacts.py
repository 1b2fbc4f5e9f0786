"""Ways to reach one person in public words."""

import pytest

from amd.moderation.checks.run import found_in_words
from endorsements.models import Endorsement


def found(text):
    seen = found_in_words(Endorsement(quote=text, name="Dr Ada Sample"))
    return [each.sentence for each in seen if each.code == "contact"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Write to ada.sample@trust.example.nhs.uk.",
            "“ada.sample@trust.example.nhs.uk” looks like somebody's own email address",
        ),
        (
            "She wrote from ada@mail.test about it.",
            "“ada@mail.test” looks like an email address",
        ),
        ("Ring 01632 960123 today.", "“01632 960123” looks like a phone number"),
        (
            "Call our library team on 07700 900123.",
            "“07700 900123” looks like a mobile number",
        ),
        ("Find me on bleep 1234.", "“bleep 1234” looks like a bleep or extension"),
        ("I am at ext. 45678", "“ext. 45678” looks like a bleep or extension"),
    ],
)
def test_way_to_reach_somebody_is_seen_once(text, sentence):
    assert found(text) == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "Ask your library on 01632 960123.",
        "Our library is at library@trust.example.nhs.uk.",
        "Write to knowledge.services@trust.example.nhs.uk.",
        "The extension of 3 years",
        "An extension 2 floors up",
        "Room 1234",
    ],
)
def test_way_to_reach_a_service_is_let_be(text):
    assert found(text) == []


def test_phone_number_is_no_patient_detail_as_well():
    seen = found_in_words(Endorsement(quote="Ring 07700 900123."))

    assert [each.code for each in seen] == ["contact"]
