"""A lead vouches for what somebody told her: how, when, and the paper."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from amd.moderation import moves
from amd.moderation.start import save_words
from amd.pictures.models import Picture
from tests.amd.moderation.desk_steps import (
    answer_of,
    edit,
    form_of,
    page,
    sentences,
    stored,
)
from tests.amd.pictures.files import saved
from tests.factories import make_case_study, make_endorsement, make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def photo():
    return SimpleUploadedFile("letter.jpg", saved(), content_type="image/jpeg")


def test_lead_writes_down_what_the_champion_told_her(north, north_lead):
    record = make_endorsement(region=north)
    said = answer_of(record, "champion", "website", "name", "title")

    north_lead.client.post(page(record, "agree"), said)

    answer = record.consents.get()
    assert answer.uses == ["name", "title", "website"]
    assert answer.vouched_by == north_lead.user
    assert stored(record).version == record.version + 1


def test_vouching_without_having_checked_is_refused(north, north_lead):
    record = make_endorsement(region=north)
    said = {"version": record.version, "person": "champion", "uses": ["website"]}

    response = north_lead.client.post(page(record, "agree"), said)

    assert "Tick this once you have checked with them" in response.content.decode()
    assert not record.consents.exists()


def test_nothing_is_written_down_about_what_is_withdrawn(north, north_lead):
    record = make_endorsement(region=north)
    moves.withdraw(record, by=north_lead.user, seen_version=record.version)
    sent = answer_of(record, "champion", "website")

    response = north_lead.client.post(page(record, "agree"), sent, follow=True)

    assert sentences(response) == ["Not kept: it is withdrawn."]
    assert not record.consents.exists()


def test_a_contributor_whose_words_a_lead_changed_is_asked_on_the_page(
    north, north_lead
):
    story = make_case_study(region=north, agreed=True)
    assert "Write down what they told you" not in (
        north_lead.client.get(page(story)).content.decode()
    )
    story.headline = "Another headline"
    moves.edit(
        story,
        by=north_lead.user,
        seen_version=story.version,
        save=lambda: save_words(story),
    )

    assert "Write down what they told you" in (
        north_lead.client.get(page(story)).content.decode()
    )


@pytest.mark.parametrize(
    ("agreed", "missing"),
    [
        (
            ["website", "title"],
            ["The contributor has not agreed to show their name."],
        ),
        (
            ["website", "name"],
            [
                "The contributor has not agreed to show their job title and organisation."
            ],
        ),
        (["website", "name", "title"], []),
    ],
)
def test_working_with_names_only_who_agreed_to_it(north, north_lead, agreed, missing):
    story = make_case_study(
        region=north, working_with_me=True, contributor_title="Librarian"
    )
    sent = answer_of(story, "contributor", *agreed)
    north_lead.client.post(page(story, "agree"), sent)

    response = north_lead.client.get(page(story))

    assert response.context["missing"] == missing


def test_answer_of_somebody_not_quoted_is_told_so_and_not_kept(north, north_lead):
    record = make_endorsement(region=north)
    said = answer_of(record, "quoted", "website")

    response = north_lead.client.post(page(record, "agree"), said, follow=True)

    assert sentences(response) == [
        "Not kept: nothing in it is theirs to agree to any more. Read it again."
    ]
    assert not record.consents.exists()


def say(record, **more):
    """A vouched answer with one thing different."""
    return answer_of(record, "champion", "website", "name", "title", **more)


@pytest.mark.parametrize(
    ("more", "field", "sentence"),
    [
        ({"method": ""}, "method", "Choose how they told you"),
        ({"told_on": ""}, "told_on", "Enter when they told you"),
        ({"told_on": "soon"}, "told_on", "Enter a real date, such as 3/6/2026"),
        ({"told_on": "+1"}, "told_on", "Enter a date that is not in the future"),
        (
            {"told_on": "-1825"},
            "told_on",
            "Enter a date in the last 5 years: ask them again about older words",
        ),
        ({"how": ""}, "how", "Add a photo of the paper, or enter where it is kept"),
        ({"uses": []}, "uses", "Select what they agreed to"),
    ],
)
def test_a_tick_alone_is_not_enough(north, north_lead, more, field, sentence):
    record = make_endorsement(region=north)
    told_on = more.get("told_on", "")
    if told_on[:1] in ("+", "-"):
        day = timezone.localdate() + timedelta(days=int(told_on))
        more = {"told_on": day.isoformat()}

    response = north_lead.client.post(page(record, "agree"), say(record, **more))

    assert form_of(response)["vouch_form"].errors == {field: [sentence]}
    assert not record.consents.exists()


def test_letter_is_kept_with_its_photo_and_named_as_such(north, north_lead):
    record = make_endorsement(region=north)
    told_on = timezone.localdate() - timedelta(days=400)
    said = say(record, method="letter", how="", told_on=told_on.isoformat())

    sent = {**said, "evidence": photo()}
    response = north_lead.client.post(page(record, "agree"), sent, follow=True)

    answer = record.consents.get()
    assert answer.evidence.claimed_at
    assert form_of(response)["sentences"] == [
        f"Letter of {told_on.day} {told_on:%B %Y}, vouched for by Nora North.",
        # Five years from the letter, not from the day on which it was written down.
        f"It lasts until {answer.ends_on.day} {answer.ends_on:%B %Y}.",
    ]
    assert answer.ends_on == told_on + timedelta(days=5 * 365)
    assert page(record, "paper", answer=answer.pk) in response.content.decode()


@pytest.fixture
def letter(north, north_lead):
    """An answer with the photo of a letter."""
    record = make_endorsement(region=north)
    sent = {**say(record, method="letter", how=""), "evidence": photo()}
    north_lead.client.post(page(record, "agree"), sent)
    return record.consents.get()


def test_photo_of_a_letter_is_seen_by_leads_of_the_region_alone(
    letter, north_lead, south_lead, national_lead, comms, visitor
):
    address = page(letter.record, "paper", answer=letter.pk)
    people = (north_lead, national_lead, south_lead, comms, visitor)

    assert [p.client.get(address).status_code for p in people] == [
        200,
        200,
        404,
        403,
        302,
    ]
    response = north_lead.client.get(address)
    assert response.headers["Content-Type"] == "image/jpeg"
    assert "no-store" in response.headers["Cache-Control"]
    assert b"".join(response)[:2] == b"\xff\xd8"


def test_photo_of_a_letter_is_not_found_under_another_record(letter, north, north_lead):
    other = make_endorsement(region=north)

    address = page(other, "paper", answer=letter.pk)

    assert north_lead.client.get(address).status_code == 404


def test_withdrawal_erases_the_photo_of_the_letter(letter, north_lead):
    record = stored(letter.record).story
    address = page(record, "paper", answer=letter.pk)

    moves.withdraw(record, by=north_lead.user, seen_version=record.version)

    letter.refresh_from_db()
    assert letter.evidence is None
    assert north_lead.client.get(address).status_code == 404


def test_photo_of_a_letter_survives_a_mistake_elsewhere(north, north_lead):
    record = make_endorsement(region=north)
    wrong = {**say(record, method="", how=""), "evidence": photo()}
    response = north_lead.client.post(page(record, "agree"), wrong)
    kept = re.search(r'name="evidence_kept" value="([^"]+)"', response.content.decode())

    right = {**say(record, method="letter", how=""), "evidence_kept": kept[1]}
    north_lead.client.post(page(record, "agree"), right)

    assert record.consents.get().evidence.claimed_at


def test_photo_that_was_swept_meanwhile_is_asked_for_again(north, north_lead):
    record = make_endorsement(region=north)
    wrong = {**say(record, method="", how=""), "evidence": photo()}
    response = north_lead.client.post(page(record, "agree"), wrong)
    kept = re.search(r'name="evidence_kept" value="([^"]+)"', response.content.decode())
    Picture.objects.all().delete()

    right = {**say(record, method="letter", how=""), "evidence_kept": kept[1]}
    response = north_lead.client.post(page(record, "agree"), right)

    assert "evidence" in form_of(response)["vouch_form"].errors
    assert not record.consents.exists()


def test_edit_needs_a_new_tick_for_what_a_lead_vouches_for(north, north_lead):
    record = make_endorsement(region=north)
    north_lead.client.post(page(record, "agree"), say(record))
    edit(record, north_lead.user, quote="Other words.")

    response = north_lead.client.get(page(record))

    form = form_of(response)["vouch_form"]
    assert not form["checked"].value()
    assert response.context["missing"] == [
        "The champion has not agreed to these exact words."
    ]


def test_public_page_says_nothing_of_who_vouched(north, north_lead, visitor):
    record = make_endorsement(region=north)
    north_lead.client.post(page(record, "agree"), say(record))
    record = stored(record).story
    moves.publish(record, by=north_lead.user, seen_version=record.version)

    text = visitor.client.get(record.get_absolute_url()).content.decode()

    assert record.quote in text
    assert "Nora North" not in text
    assert "vouched" not in text.lower()


def test_answer_to_words_that_changed_meanwhile_is_typed_once(north, north_lead):
    record = make_endorsement(region=north)
    said = answer_of(record, "champion", "website", how="Letter in the blue folder")
    edit(record, north_lead.user, quote="Other words.")

    response = north_lead.client.post(page(record, "agree"), said, follow=True)

    assert sentences(response)[0].startswith("Not changed: Nora North was first")
    form = form_of(response)["vouch_form"]
    assert form["how"].value() == "Letter in the blue folder"
    # Whether she checked these words, too, is asked again.
    assert form.errors == {"checked": ["Tick this once you have checked with them"]}
    assert not form["checked"].value()
    assert not record.consents.exists()
