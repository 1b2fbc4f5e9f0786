import pytest

from amd.cards import SOCIAL_CARD, VIGNETTE
from amd.consent.models import Use
from amd.publishing import cards
from amd.publishing.cards import (
    address_digest,
    card_of,
    card_of_copy,
    offered_formats,
    problems_of,
)
from amd.publishing.narrowed import without
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_picture,
    make_publication,
    make_record,
)

pytestmark = pytest.mark.django_db


def test_card_has_the_words_by_field_name():
    record = make_record(reference="7F3K2Q", is_sample=True)

    card = card_of(make_publication(record=record))

    assert card.design is SOCIAL_CARD
    assert card.content.name == "Dr Sample Person"
    assert card.content.mark == "Sample"
    assert card.content.address == "amilliondecisions.example/7f3k-2q"


def test_case_study_is_a_vignette():
    publication = make_publication(record=make_record(kind="casestudy"))

    assert card_of(publication).design is VIGNETTE


def test_photo_keeps_the_focal_point_of_its_day():
    picture = make_picture(focal_x=0.25, focal_y=0.1)
    publication = make_publication(copy=make_endorsement_copy(photo=picture))
    picture.claim(alt_text="A person", focal=(0.9, 0.9))
    publication.refresh_from_db()

    photo = card_of(publication).content.photo

    assert photo.focal == (0.25, 0.1)
    assert photo.data == picture.bytes_at(640)


def test_photo_keeps_the_alternative_text_of_its_day():
    picture = make_picture(alt_text="A nurse at her desk")
    publication = make_publication(copy=make_endorsement_copy(photo=picture))
    picture.claim(alt_text="Somebody else")

    assert card_of(publication).content.photo_alt == "A nurse at her desk"


def test_lost_photo_is_left_out_and_logged(caplog):
    picture = make_picture()
    publication = make_publication(copy=make_endorsement_copy(photo=picture))
    picture.medium.storage.delete(picture.medium.name)

    card = card_of(publication)

    assert card.content.photo is None
    assert f"The file of picture {picture.pk} cannot be read" in caplog.text


def test_preview_of_a_copy_is_the_card_that_would_be_published():
    record = make_record()
    copy = make_endorsement_copy()
    publication = make_publication(record=record, copy=copy)

    previewed = card_of_copy(
        copy, reference=record.reference, ends_on=publication.ends_on
    )
    assert previewed == card_of(publication)


def test_card_carries_credit_and_terms_of_use():
    publication = make_publication()

    content = card_of(publication).content

    until = f"{publication.ends_on:%-d %B %Y}"
    assert content.credit == "© the person quoted"
    assert content.terms == (
        f"Share this card unchanged until {until}; stop when it is withdrawn."
    )


def test_card_says_in_the_file_who_took_its_photo():
    picture = make_picture(credit="Kim Sample")
    publication = make_publication(copy=make_endorsement_copy(photo=picture))

    picture.credit = "Somebody Else"

    credit = card_of(publication).content.credit
    assert credit == "© the person quoted. Photo: Kim Sample"


def test_copy_without_its_photo_names_no_photographer():
    picture = make_picture(credit="Kim Sample")
    publication = make_publication(copy=make_endorsement_copy(photo=picture))

    narrowed = without(publication, [Use.PHOTO])

    assert narrowed.card["credit"] == "© the person quoted"
    assert "Kim Sample" in str(publication.card)
    assert "Kim Sample" not in str(narrowed.card)


def test_address_moves_with_the_words_and_reads_no_file():
    picture = make_picture()
    publication = make_publication(copy=make_endorsement_copy(photo=picture))
    before = address_digest(publication)
    picture.medium.storage.delete(picture.medium.name)
    assert address_digest(publication) == before

    publication.card["quote"] = "Other words."
    publication.content_digest = publication.digest_of_content()

    assert address_digest(publication) != before


def test_address_moves_with_the_engine(monkeypatch, request):
    request.addfinalizer(cards._engine_stamp.cache_clear)
    publication = make_publication()
    before = address_digest(publication)

    monkeypatch.setattr("amd.cards.content.ENGINE_VERSION", "next")
    cards._engine_stamp.cache_clear()

    assert address_digest(publication) != before


def test_all_formats_are_offered_where_the_words_fit():
    offered = offered_formats(make_publication())

    assert [each.name for each in offered] == [
        "landscape",
        "link",
        "square",
        "portrait",
        "tall",
        "story",
        "slide",
        "a4",
        "pptx",
    ]


def test_no_format_is_offered_in_which_the_words_do_not_fit():
    long = make_endorsement_copy(quote="A long sentence that will not end. " * 80)

    assert offered_formats(make_publication(copy=long)) == []


def test_one_sentence_a_slot_from_the_format_that_asks_for_most():
    quote = "A long sentence that will not end. " * 40
    card = card_of_copy(make_endorsement_copy(quote=quote))

    sentences = problems_of(card)

    assert len(sentences) == 1
    assert sentences[0].startswith("Shorten the quote by ")


def test_letter_that_no_font_has_is_said_once():
    card = card_of_copy(make_case_study_copy(headline="Saved \U00012000 by evidence"))

    assert problems_of(card) == [
        "Remove \U00012000 from the headline: the card cannot draw it"
    ]
