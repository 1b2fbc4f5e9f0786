"""Partner logos: whose they are, that they stay as approved, and that cards show them."""

import pytest
from django.db import IntegrityError, transaction

from amd.cards import draw
from amd.moderation import moves
from amd.moderation.start import save_words
from amd.pictures.models import Picture
from amd.pictures.sweep import sweep_unclaimed
from amd.publishing.cards import address_digest, card_of
from amd.publishing.logos import LogoInUse
from amd.publishing.models import PartnerLogo, Publication
from tests.factories import (
    make_case_study,
    make_endorsement,
    make_logo,
    make_national_lead,
    make_picture,
    make_publication,
    publish_endorsement,
)
from tests.moments import days_ago

pytestmark = pytest.mark.django_db

LONG_AGO = days_ago(30)


def live():
    return Publication.objects.live().get()


def test_lead_sees_logos_of_her_regions_and_national_ones(north, south, north_lead):
    own, national = make_logo(region=north), make_logo()
    make_logo(region=south)

    seen = PartnerLogo.objects.visible_to(north_lead.user)

    assert set(seen) == {own, national}


def test_national_lead_sees_every_logo_and_comms_none(south, national_lead, comms):
    logos = {make_logo(region=south), make_logo()}

    assert set(PartnerLogo.objects.visible_to(national_lead.user)) == logos
    assert not PartnerLogo.objects.visible_to(comms.user).exists()


def test_current_logos_leave_out_those_that_may_not_be_used_any_more():
    kept = make_logo()
    make_logo(is_current=False)

    assert list(PartnerLogo.objects.current()) == [kept]


@pytest.mark.parametrize("make", [make_endorsement, make_case_study, make_publication])
def test_no_record_and_no_copy_shows_a_logo_twice(make):
    logo = make_logo()

    with pytest.raises(IntegrityError), transaction.atomic():
        make(logo_1=logo, logo_3=logo)


def test_logos_stand_in_their_order_with_one_query(django_assert_num_queries):
    first, second = make_logo(), make_logo()
    record = make_endorsement(logo_1=second, logo_3=first)

    with django_assert_num_queries(1):
        assert [logo.picture_id for logo in record.logos] == [
            second.picture_id,
            first.picture_id,
        ]


def test_record_without_logos_asks_for_none(django_assert_num_queries):
    record = make_endorsement()

    with django_assert_num_queries(0):
        assert record.logos == ()


@pytest.mark.parametrize("changed", ["name", "picture"])
def test_logo_on_a_record_never_changes(changed):
    logo = make_logo()
    make_endorsement(logo_2=logo)
    setattr(logo, changed, make_picture() if changed == "picture" else "Another name")

    with pytest.raises(LogoInUse):
        logo.save()


def test_permission_of_a_used_logo_may_end():
    logo = make_logo()
    make_publication(logo_1=logo)
    logo.is_current = False

    logo.save()

    assert not PartnerLogo.objects.current().exists()


def test_logo_that_nothing_uses_may_be_renamed():
    logo = make_logo(name="Sampleshire Universty")
    logo.name = "Sampleshire University"

    logo.save()

    assert PartnerLogo.objects.get().name == "Sampleshire University"


def test_public_card_shows_the_logos_and_says_whose_they_are():
    bare = publish_endorsement()
    without = draw(card_of(live()), "square", "png")
    logos = [
        make_logo(name="Sampleshire University"),
        make_logo(name="The Sample Fund"),
    ]
    lead = make_national_lead()

    moves.edit(
        bare,
        by=lead,
        seen_version=bare.version,
        save=lambda: choose(bare, *logos),
    )
    moves.publish(bare, by=lead, seen_version=bare.version)

    card = card_of(live())
    assert len(card.content.logos) == 2
    assert draw(card, "square", "png") != without
    assert "Logos: Sampleshire University, The Sample Fund." in live().alt_text


def choose(record, *logos):
    record.logo_1, record.logo_2 = logos
    save_words(record)


def test_other_logos_make_another_address_and_no_other_consent():
    record = publish_endorsement(logo_1=make_logo())
    agreed, address = record.words()[0].digest(), address_digest(live())

    record.logo_1 = make_logo()
    again = make_publication(
        record=make_endorsement(), copy=record.public_copy(frozenset())
    )

    assert record.words()[0].digest() == agreed
    assert address_digest(again) != address


def test_live_card_keeps_a_logo_until_the_record_is_published_again():
    logo = make_logo(name="Sampleshire University")
    record = publish_endorsement(logo_1=logo)
    lead = make_national_lead()
    logo.is_current = False
    logo.save()

    assert len(card_of(live()).content.logos) == 1

    moves.edit(record, by=lead, seen_version=record.version, save=lambda: None)
    moves.publish(record, by=lead, seen_version=record.version)

    assert card_of(live()).content.logos == ()
    assert "University" not in live().alt_text


def test_withdrawal_lets_go_of_a_shared_logo_and_keeps_it():
    logo = make_logo()
    record = publish_endorsement(logo_1=logo)
    other = make_case_study(logo_2=logo)

    moves.withdraw(record, by=make_national_lead(), seen_version=record.version)

    record.refresh_from_db()
    assert record.logos == Publication.objects.get().logos == ()
    assert [each.picture.bytes_at(320)[:2] for each in other.logos] == [b"\xff\xd8"]


def test_page_names_the_partners_in_words(client):
    logos = [
        make_logo(name="Sampleshire University"),
        make_logo(name="The Sample Fund"),
    ]
    publish_endorsement(logo_1=logos[0], logo_2=logos[1])

    page = client.get(live().get_absolute_url()).text

    assert "Sampleshire University, The Sample Fund</dd>" in page


def test_public_copy_is_found_by_its_partners():
    publish_endorsement(logo_1=make_logo(name="Sampleshire University"))

    found = Publication.objects.live().matching(["sampleshire", "university"])

    assert found.exists()


def test_sweep_leaves_the_picture_of_a_logo_that_nothing_uses():
    logo = make_logo()
    Picture.objects.update(uploaded_at=LONG_AGO, claimed_at=LONG_AGO)

    sweep_unclaimed()

    assert logo.picture.bytes_at(320)
    assert Picture.objects.get() == logo.picture


def test_withdrawn_case_study_lets_go_of_its_logos():
    story = make_case_study(logo_1=make_logo())

    moves.withdraw(story, by=make_national_lead(), seen_version=story.version)

    story.refresh_from_db()
    assert story.logos == ()


def test_card_whose_logo_file_is_lost_is_drawn_without_it(caplog):
    logo = make_logo()
    publish_endorsement(logo_1=logo)
    logo.picture.small.delete(save=True)

    assert card_of(live()).content.logos == ()
    assert f"The file of picture {logo.picture_id} cannot be read" in caplog.text
