"""The author reads what a lead asks beside each answer, on all of their own pages."""

from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from amd.moderation import moves
from amd.moderation.links import my_link
from amd.records.models import Role
from casestudies.journey.pages import PAGES
from tests.amd.moderation.asked import now
from tests.factories import make_case_study, make_endorsement, make_wordings

pytestmark = pytest.mark.django_db

ASKED = "Say how much, in <hours> & pounds."


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


@pytest.fixture
def study(north):
    return make_case_study(region=north)


@pytest.fixture
def endorsement(north):
    return make_endorsement(region=north, author_email="ada@example.org")


def send_back(record, lead, note="", **comments):
    story = now(record)
    moves.send_back(
        story,
        by=lead.user,
        seen_version=story.version,
        note=note or "Nearly there.",
        comments=comments,
    )


def again(visitor, record):
    """Where they change it: all answers of a case study, the form of an endorsement."""
    return visitor.client.get(now(record).author_url(my_link(record)))


def box(visitor, record, field):
    """The page with the box of this answer."""
    if not now(record).has_criteria:
        return again(visitor, record)
    page = next(page for page in PAGES if field in page.fields)
    address = reverse("casestudies:write", args=[my_link(record), page.slug])
    return visitor.client.get(address)


def my(visitor, record):
    return visitor.client.get(reverse("moderation:my", args=[my_link(record)]))


def hint_of(response, field):
    return unescape(str(response.context["form"][field].help_text))


@pytest.mark.parametrize(
    ("name", "field"), [("study", "impact"), ("endorsement", "quote")]
)
def test_comment_stands_beside_its_answer(request, visitor, north_lead, name, field):
    record = request.getfixturevalue(name)
    send_back(record, north_lead, **{field: ASKED})

    response = box(visitor, record, field)

    assert f"Your library lead asks: {ASKED}" in hint_of(response, field)
    # As words, whatever is typed.
    assert "<hours>" not in response.text + again(visitor, record).text


@pytest.mark.parametrize(
    ("name", "field", "question"),
    [
        ("study", "impact", "The difference it made"),
        ("endorsement", "quote", "Your words"),
    ],
)
def test_every_comment_stands_above_the_answers_and_on_their_page(
    request, visitor, north_lead, name, field, question
):
    record = request.getfixturevalue(name)
    send_back(record, north_lead, **{field: "Say how much."})

    for page in (again(visitor, record), my(visitor, record)):
        words = " ".join(strip_tags(page.text).split())
        assert f"{question}: Say how much." in words
        assert "Nearly there." in words


def test_what_was_asked_once_is_not_asked_the_second_time(visitor, study, north_lead):
    send_back(study, north_lead, impact="Say how much.")
    moves.submit(now(study), by=Role.AUTHOR, seen_version=now(study).version)
    send_back(study, north_lead, note="Only the picture now.")

    page = again(visitor, study)

    assert "Say how much." not in page.text
    assert "Only the picture now." in page.text
    # What happened stays.
    assert "The difference it made: Say how much." in my(visitor, study).text


def test_page_after_it_was_sent_again_asks_for_nothing(visitor, study, north_lead):
    send_back(study, north_lead, impact="Say how much.")
    moves.submit(now(study), by=Role.AUTHOR, seen_version=now(study).version)

    assert "What your library lead asks for" not in my(visitor, study).text


def test_lifted_escalation_is_the_leads_own_affair(visitor, north, north_lead):
    story = make_case_study(region=north, met=(1, 2, 3, 4, 5))
    for move in (moves.escalate, moves.lift):
        move(now(story), by=north_lead.user, seen_version=now(story).version)

    text = my(visitor, story).text

    assert "A library lead accepted it as one of the best" in text
    assert "lifted" not in text.lower()
