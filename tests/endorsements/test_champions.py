"""A champion: found however the name is written, and where they stand."""

import pytest
from django.apps import apps as current_apps
from django.utils.module_loading import import_string

from amd.consent.models import Method
from amd.moderation import moves
from amd.moderation.answers import record_answer
from amd.records.models import Role, Status
from endorsements.champions import Champion
from endorsements.models import Endorsement
from endorsements.names import folded_names, plain_name
from tests.factories import make_endorsement, make_national_lead, make_region

MIGRATION = "endorsements.migrations.0007_champions_of_endorsements"


def make_champion(**overrides):
    return Champion.objects.create(**{"name": "Dr Ada Sample", **overrides})


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Dr Ada Sample", "ada sample"),
        ("Professor Dame  Ada Sample", "ada sample"),
        ("Prof. Llŷr Sampl, OBE", "llyr sampl obe"),
        ("Dr", "dr"),
        ("Miss", "miss"),
        ("", ""),
    ],
)
def test_names_are_compared_in_plain_letters(name, plain):
    assert plain_name(name) == plain


def test_each_way_of_writing_a_name_stands_once():
    assert folded_names("Dr Ada Sample", "Ada Sample\nA. Sample\n") == (
        "\nada sample\na sample\n"
    )
    assert folded_names("", "") == ""


@pytest.mark.parametrize("asked", ["Ada Sample", "DR ADA SAMPLE", "a sample"])
def test_champion_is_found_by_name_and_by_variant(asked):
    champion = make_champion(name_variants="A. Sample\nAda Sample-Smith")
    make_champion(name="Ada Sampleton")

    assert list(Champion.objects.called(asked)) == [champion]


def test_erased_champion_is_found_by_nobody():
    champion = make_champion(name_variants="A. Sample", notes="Met at Keele")

    champion.erase()

    left = Champion.objects.get()
    assert (left.name, left.name_variants, left.notes, left.folded) == ("",) * 4
    assert (left.status, left.is_erased) == ("withdrawn", True)
    assert not Champion.objects.called("").exists()


def test_what_the_admin_logs_names_nobody():
    assert str(make_champion(pk=7)) == "Champion 7"


def answer(endorsement, *, uses, method=Method.CONFIRMED, by=Role.AUTHOR):
    record_answer(
        endorsement, words=endorsement.words()[0], uses=uses, method=method, by=by
    )
    return Champion.objects.get().status


@pytest.mark.parametrize("before", ["prospect", "approached", "declined", "lapsed"])
def test_a_yes_in_their_own_word_makes_them_agreed(before):
    endorsement = make_endorsement(champion=make_champion(status=before))

    assert answer(endorsement, uses=["website"], method=Method.WEB_FORM) == before
    assert answer(endorsement, uses=["website"]) == "agreed"


def test_a_lead_who_vouches_for_it_does_so_too():
    endorsement = make_endorsement(champion=make_champion())
    lead = make_national_lead()

    assert answer(endorsement, uses=["name"], method=Method.SPOKEN, by=lead) == "agreed"


def test_a_first_no_is_a_decline_and_a_later_one_is_about_that_text_alone():
    endorsement = make_endorsement(champion=make_champion(status="approached"))

    assert answer(endorsement, uses=[], method=Method.SIGN_OFF) == "declined"
    assert answer(endorsement, uses=["website"]) == "agreed"
    assert answer(endorsement, uses=[], method=Method.SIGN_OFF) == "agreed"


def test_withdrawing_the_last_endorsement_erases_the_champion():
    champion = make_champion()
    first, last = (make_endorsement(champion=champion) for _ in "12")
    lead = make_national_lead()

    moves.withdraw(first, by=lead, seen_version=first.version)
    assert Champion.objects.get().name == "Dr Ada Sample"
    moves.withdraw(last, by=lead, seen_version=last.version)

    assert Champion.objects.get().is_erased


def forwards():
    import_string(f"{MIGRATION}.make_champions")(current_apps, None)


def backwards():
    import_string(f"{MIGRATION}.remove_champions")(current_apps, None)


def test_migration_makes_a_champion_for_each_endorsement_with_a_name():
    region = make_region()
    published = make_endorsement(
        region=region,
        name="Dr Ada Sample",
        status=Status.PUBLISHED,
        author_email="ada@example.org",
    )
    waiting = make_endorsement(is_sample=True)
    make_endorsement(status=Status.DRAFT)
    make_endorsement(status=Status.WITHDRAWN, name="")

    forwards()
    forwards()

    published.refresh_from_db()
    made = published.champion
    assert (made.name, made.email, made.region) == (
        "Dr Ada Sample",
        "ada@example.org",
        region,
    )
    assert (made.status, made.is_sample, made.folded) == (
        "agreed",
        False,
        "\nada sample\n",
    )
    waiting.refresh_from_db()
    assert (waiting.champion.status, waiting.champion.is_sample) == ("approached", True)
    assert Champion.objects.count() == 2


def test_migration_goes_back_and_keeps_what_a_lead_wrote():
    prospect = make_champion(name="Prospect")
    make_endorsement(name="Dr Ada Sample")
    make_endorsement(name="Dr Noted Sample")
    forwards()
    Champion.objects.filter(name="Dr Noted Sample").update(notes="Met at Keele")

    backwards()

    assert list(Champion.objects.known()) == [
        Champion.objects.get(name="Dr Noted Sample"),
        prospect,
    ]
    assert Endorsement.objects.get(name="Dr Ada Sample").champion is None
