"""The rules of an endorsement itself."""

import pytest
from django.db import IntegrityError, transaction

from amd.campaign.models import Event, Phase, Term
from amd.moderation import moves
from amd.pictures.models import Picture
from amd.pictures.upload import store_upload
from amd.records.models import Kind, Record
from endorsements.champions import Champion
from endorsements.models import Endorsement
from tests.endorsements.answers import photo
from tests.factories import (
    make_endorsement,
    make_national_lead,
    make_organisation,
    publish_endorsement,
)

ALL = frozenset({"website", "name", "title", "photo", "social"})


def make_photo():
    picture = store_upload(photo())
    picture.claim(alt_text="A sample portrait", credit="Sample Studio")
    return picture


@pytest.mark.parametrize(
    ("quote", "extract"),
    [("q" * 1001, "e"), ("q" * 241, "")],
    ids=["quote over the limit", "long quote without words for the card"],
)
def test_database_refuses_what_no_card_can_hold(quote, extract):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_endorsement(quote=quote, extract=extract)


def test_database_takes_the_longest_allowed():
    make_endorsement(quote="q" * 1000, extract="e" * 240)
    make_endorsement(quote="q" * 240, extract="")

    assert Endorsement.objects.count() == 2


def test_kind_is_set_and_leads_to_the_child():
    endorsement = make_endorsement()

    record = Record.objects.get()

    assert (record.kind, record.story) == (Kind.ENDORSEMENT, endorsement)


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Other"},
        {"extract": "Other"},
        {"name": "Other"},
        {"title": "Other"},
        {"organisation_name": "Other"},
        {"transcript": "Other"},
        {"source_url": "https://videos.example/1"},
        {"capacity": "for_organisation"},
    ],
)
def test_words_change_their_digest_with_each_part(change):
    endorsement = make_endorsement()
    [before] = endorsement.words()
    for name, value in change.items():
        setattr(endorsement, name, value)

    [after] = endorsement.words()

    assert before.digest() != after.digest()


def test_words_change_their_digest_with_the_photo():
    endorsement = make_endorsement()
    [before] = endorsement.words()
    endorsement.photo = make_photo()

    [after] = endorsement.words()

    assert (before.photo, after.photo) == ("", endorsement.photo.digest)
    assert before.digest() != after.digest()


def test_public_copy_holds_what_was_agreed():
    endorsement = make_endorsement(
        quote="All of it. And more.", extract="All of it.", photo=make_photo()
    )

    copy = endorsement.public_copy(ALL)

    assert copy.card == {
        "quote": "All of it.",
        "name": endorsement.name,
        "title": "Medical Director",
        "organisation": "Sampleshire NHS Trust",
    }
    assert copy.sections == (("In their words", "All of it. And more."),)
    assert copy.byline == "Medical Director, Sampleshire NHS Trust"
    assert copy.photo == endorsement.photo


def test_public_copy_leaves_out_the_photo_without_consent_to_it():
    endorsement = make_endorsement(photo=make_photo())

    copy = endorsement.public_copy(ALL - {"photo"})

    assert copy.photo is None


def test_public_copy_leaves_out_name_and_title_without_consent_to_them():
    copy = make_endorsement().public_copy(frozenset({"website"}))

    assert (copy.title, copy.byline) == ("", "")
    assert set(copy.card) == {"quote"}


def test_public_copy_has_the_kind_of_organisation_as_facet():
    organisation = make_organisation()
    endorsement = make_endorsement(organisation=organisation)
    assert endorsement.public_copy(ALL).facets == {}
    organisation.organisation_type = make_organisation_type()

    copy = endorsement.public_copy(ALL)

    assert copy.facets == {"organisation_type": [("acute", "Acute trust")]}


def test_public_copy_tells_how_it_was_given():
    copy = make_endorsement(
        quote="Ask a librarian.",
        source="interview",
        source_url="https://www.videos.example/watch?v=1",
        transcript="Well: ask a librarian.",
        capacity="for_organisation",
        cut_note="The weather",
    ).public_copy(ALL)

    assert copy.sections == (
        ("In their words", "Ask a librarian."),
        ("In which capacity", "Speaking for their organisation"),
        (
            "Where it was said",
            "Watch the interview on videos.example\nhttps://www.videos.example/watch?v=1",
        ),
        ("Transcript of the interview", "Well: ask a librarian."),
    )


def test_public_copy_leads_to_a_post():
    copy = make_endorsement(
        source="social_post", source_url="https://social.example/@ada/1"
    ).public_copy(ALL)

    assert copy.sections[1] == (
        "Where it was said",
        "Read the post on social.example\nhttps://social.example/@ada/1",
    )


def test_public_copy_has_phase_event_and_level_as_facets():
    phase = Phase.objects.create(number=2, name="Phase 2", start_text="2019", aims="A")
    event = Event.objects.create(
        code="keele", name="Keele", date_text="2018", year=2018, summary="S"
    )
    champion = Champion.objects.create(name="Dr Ada Sample", level="national")

    copy = make_endorsement(phase=phase, event=event, champion=champion).public_copy(
        ALL
    )

    assert copy.facets == {
        "phase": [("2", "Phase 2")],
        "event": [("keele", "Keele")],
        "level": [("national", "National")],
    }


def make_organisation_type():
    return Term.objects.create(
        scheme="organisation_type", code="acute", label="Acute trust"
    )


def test_problems_name_everything_that_is_missing():
    assert Endorsement().problems() == [
        "Enter the endorsement",
        "Enter the champion's name",
        "Enter the champion's job title",
        "Enter the champion's organisation",
    ]


def test_problems_say_by_how_many_characters():
    long = Endorsement(quote="q" * 250, name="N", title="T", organisation_name="O")
    longer = Endorsement(
        quote="e" * 263, extract="e" * 263, name="N", title="T", organisation_name="O"
    )

    assert long.problems() == [
        "Choose words for the card, 240 characters or fewer: "
        "the whole endorsement is 10 too many"
    ]
    assert longer.problems() == [
        "Shorten the words for the card to 240 characters or fewer: this is 23 too many"
    ]


def test_problems_ask_for_the_description_of_a_photo():
    endorsement = make_endorsement(photo=store_upload(photo()))

    assert endorsement.problems() == ["Describe the photo for people who cannot see it"]


def test_erase_empties_every_word_contact_and_picture():
    endorsement = make_endorsement(
        extract="Part",
        photo=make_photo(),
        organisation=make_organisation(),
        author_name="Dr Sample Person",
        author_email="champion@example.org",
    )

    endorsement.erase()

    left = Endorsement.objects.get()
    texts = (left.quote, left.extract, left.name, left.title, left.organisation_name)
    assert (*texts, left.author_name, left.author_email) == ("",) * 7
    assert (left.photo, left.organisation) == (None, None)
    assert Picture.objects.get().erased_at is not None


def test_withdrawn_endorsement_leaves_no_picture_that_was_ever_published():
    endorsement = publish_endorsement(photo=make_photo())
    endorsement.refresh_from_db()
    endorsement.photo = make_photo()
    endorsement.save(update_fields=["photo"])

    moves.withdraw(
        endorsement, by=make_national_lead(), seen_version=endorsement.version
    )

    assert [p.erased_at is None for p in Picture.objects.all()] == [False, False]
