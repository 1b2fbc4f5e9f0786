"""Claiming on the review page, with and without the script, and taking over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.moderation import claims
from amd.moderation.models import Claim
from tests.amd.moderation.desk_steps import page, sentences
from tests.conftest import signed_in
from tests.factories import make_endorsement, make_lead

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(north):
    return make_endorsement(region=north)


def shown(person, record):
    return person.client.get(page(record)).context["claim"]


def clock(record):
    return f"{timezone.localtime(claims.claim_of(record).until):%H:%M}"


def nearly_over(record):
    soon = timezone.now() + timedelta(minutes=1)
    Claim.objects.filter(record_id=record.pk).update(until=soon)


def has_all_its_time(record):
    return claims.claim_of(record).until > timezone.now() + timedelta(minutes=14)


def test_a_lead_claims_it_and_others_read_who_is_at_work(
    record, north_lead, national_lead
):
    answer = north_lead.client.post(page(record, "claim"), follow=True)

    assert sentences(answer) == [f"Yours until {clock(record)}."]
    assert answer.redirect_chain[-1][0] == f"{page(record)}#claim"
    assert shown(north_lead, record)["is_mine"]
    assert "Nora North is at work on this" in (
        national_lead.client.get(page(record)).text
    )


def test_the_second_who_claims_is_told(record, north_lead, national_lead):
    claims.claim(record, by=north_lead.user)

    answer = national_lead.client.post(page(record, "claim"), follow=True)

    assert sentences(answer) == [
        f"Not changed: Nora North has claimed this until {clock(record)}. "
        "Take it over first, with a reason, or wait."
    ]


def test_whatever_is_sent_from_its_pages_renews_it(record, north_lead):
    claims.claim(record, by=north_lead.user)
    nearly_over(record)

    north_lead.client.post(page(record, "take_down"), {"version": record.version})

    assert has_all_its_time(record)


def test_reading_renews_nothing(record, north_lead):
    claims.claim(record, by=north_lead.user)
    nearly_over(record)

    north_lead.client.get(page(record))

    assert not has_all_its_time(record)


def test_the_script_is_told_until_when(record, north_lead):
    claims.claim(record, by=north_lead.user)
    nearly_over(record)

    answer = north_lead.client.post(page(record, "renew"))

    assert answer.json() == {"until": clock(record)}
    assert has_all_its_time(record)


def test_the_script_is_told_that_another_has_it(record, north_lead, national_lead):
    hers = claims.claim(record, by=north_lead.user)
    claims.take_over(record, by=national_lead.user, reason="On leave", seen=hers.pk)

    answer = north_lead.client.post(page(record, "renew"))

    assert answer.json() == {
        "sentence": f"Not changed: Nat National has claimed this until "
        f"{clock(record)}. Take it over first, with a reason, or wait."
    }


def test_the_script_is_told_that_it_ended(record, north_lead):
    answer = north_lead.client.post(page(record, "renew"))

    assert answer.json() == {
        "sentence": "Your claim has ended. Claim it again before you go on."
    }
    assert not Claim.objects.exists()


def test_letting_go_frees_it(record, north_lead):
    claims.claim(record, by=north_lead.user)

    answer = north_lead.client.post(page(record, "let_go"), follow=True)

    assert sentences(answer) == ["Let go: anybody who may decide it can claim it now."]
    assert claims.claim_of(record) is None


def test_nobody_lets_go_what_another_holds(record, north_lead, national_lead):
    claims.claim(record, by=north_lead.user)

    national_lead.client.post(page(record, "let_go"))

    assert claims.claim_of(record).user == north_lead.user


def test_taking_over_asks_why(record, north_lead, national_lead):
    hers = claims.claim(record, by=north_lead.user)

    answer = national_lead.client.post(
        page(record, "take_over"), {"reason": " ", "seen": hers.pk}
    )

    assert answer.context["form"].errors == {"reason": ["Enter why you take it over"]}
    assert claims.claim_of(record) == hers


def test_a_reason_of_20_000_characters_is_refused_and_kept(
    record, north_lead, national_lead
):
    hers = claims.claim(record, by=north_lead.user)
    long = "a" * 20_000

    answer = national_lead.client.post(
        page(record, "take_over"), {"reason": long, "seen": hers.pk}
    )

    assert answer.context["form"].errors == {
        "reason": [
            "Why you take it over must be 300 characters or less "
            "(this is 19,700 too many)"
        ]
    }
    assert long in answer.text
    assert claims.claim_of(record) == hers


def test_it_is_taken_over_with_a_reason(record, north_lead, national_lead):
    hers = claims.claim(record, by=north_lead.user)

    answer = national_lead.client.post(
        page(record, "take_over"), {"reason": "On leave", "seen": hers.pk}, follow=True
    )

    assert sentences(answer) == [f"Yours until {clock(record)}."]
    assert "Taken over from Nora North: On leave" in answer.text


def test_a_claim_that_changed_hands_is_told_and_the_reason_kept(
    record, north_lead, national_lead, north
):
    hers = claims.claim(record, by=national_lead.user)
    theirs = claims.take_over(record, by=north_lead.user, reason="x", seen=hers.pk)
    third = {"reason": "It is my event", "seen": hers.pk}
    other = signed_in(make_lead(north, name="Ola Other"))

    answer = other.client.post(page(record, "take_over"), third)

    assert answer.context["form"].non_field_errors() == [
        f"Not changed: Nora North has claimed this until {clock(record)}. "
        "Take it over first, with a reason, or wait."
    ]
    assert "It is my event" in answer.text
    again = {"reason": "It is my event", "seen": answer.context["form"]["seen"].value()}
    other.client.post(page(record, "take_over"), again)
    taken = claims.claim_of(record)
    assert (taken.user, taken.taken_from) == (other.user, theirs.user)


@pytest.mark.parametrize("seen", ["", "x", "99999999999999999999999"])
def test_a_page_that_was_not_sent_whole_changes_nothing(
    record, north_lead, national_lead, seen
):
    hers = claims.claim(record, by=north_lead.user)

    answer = national_lead.client.post(
        page(record, "take_over"), {"reason": "On leave", "seen": seen}
    )

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert claims.claim_of(record) == hers


def test_nobody_takes_over_what_nobody_holds(record, north_lead):
    answer = north_lead.client.get(page(record, "take_over"), follow=True)

    assert sentences(answer) == ["Nobody else has claimed it any more."]


@pytest.mark.parametrize("name", ["claim", "let_go", "renew", "take_over"])
def test_another_regions_record_is_not_there(record, south_lead, name):
    assert south_lead.client.post(page(record, name)).status_code == 404
    assert not Claim.objects.exists()


def test_what_is_decided_shows_no_claim(record, north_lead):
    record.status = "declined"
    record.save()

    assert shown(north_lead, record) is None


def test_saving_other_words_renews_it(record, north_lead):
    claims.claim(record, by=north_lead.user)
    nearly_over(record)
    form = north_lead.client.get(record.edit_url()).context["adminform"].form
    sent = {**form.initial, "quote": "Other words.", "version_seen": record.version}

    north_lead.client.post(
        record.edit_url(), {name: value or "" for name, value in sent.items()}
    )

    record.refresh_from_db()
    assert record.quote == "Other words."
    assert has_all_its_time(record)


def test_the_page_of_the_words_says_who_is_at_work(record, north_lead, national_lead):
    claims.claim(record, by=north_lead.user)

    page = national_lead.client.get(record.edit_url())

    assert "Nora North is at work on this" in page.text
