"""A mail greets a person by name, and passes on nobody's web address for one."""

import pytest

from amd.mail.words.letter import letter
from amd.moderation import sign_off
from amd.records.models import Role
from tests.factories import make_case_study, make_wordings


def greeting(name):
    return letter(name, "Words").splitlines()[0]


@pytest.mark.parametrize(
    "name", ["Ali Sample", "Dr. A. B. Sample", "J.R. O'Sample-Smith", "Zoë Šample", ""]
)
def test_a_name_is_in_the_greeting(name):
    assert greeting(name) == f"Hello {name}".rstrip()


@pytest.mark.parametrize(
    "name",
    [
        "You won: https://pills.example/a",
        "www.pills.example",
        "see pills.example",
        "write to me@pills.example",
        "//pills",
    ],
)
def test_a_web_address_is_not(name):
    assert greeting(name) == "Hello"


@pytest.mark.django_db
def test_nor_is_it_told_to_whom_is_asked_for_their_words(north):
    make_wordings()
    story = make_case_study(
        region=north,
        author_name="You won: https://pills.example",
        quote="It changed what we do.",
        attribution="named",
        quoted_name="Sam Sample",
        quoted_title="Matron",
    )

    question = sign_off.ask(
        story,
        person="quoted",
        email="sam@example.nhs.uk",
        by=Role.AUTHOR,
        seen_version=story.version,
    )

    assert sign_off.asked_by(question) == "A health librarian"
