"""The review desk passes warnings with a reason, and takes that back."""

import pytest

from amd.moderation import claims
from amd.moderation.checks.run import found_in_words
from amd.moderation.models import WarningPassed
from amd.records.models import Record, Status
from tests.amd.moderation.desk_steps import page, sentences
from tests.factories import make_endorsement, make_wordings

pytestmark = pytest.mark.django_db

WARNED = "It was late. Mrs Example was well."


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


@pytest.fixture
def record(north):
    return make_endorsement(region=north, quote=WARNED)


def key_of(record):
    (finding,) = found_in_words(record)
    return finding.key


def pass_it(person, record, **data):
    sent = {
        "version": record.version,
        "findings": [key_of(record)],
        "reason": "A nurse, who agreed",
        **data,
    }
    return person.client.post(page(record, "pass_warnings"), sent, follow=True)


def take_back(person, record, **data):
    sent = {"version": record.version, "finding": key_of(record), **data}
    return person.client.post(page(record, "take_back_pass"), sent, follow=True)


def test_lead_passes_a_warning_and_takes_it_back(record, north_lead):
    response = pass_it(north_lead, record)

    assert sentences(response) == ["Passed: 1 warning. Your reason is kept."]
    assert response.redirect_chain[-1][0].endswith("/review/#checks")
    assert "“A nurse, who agreed” Nora North" in response.text

    response = take_back(north_lead, record)

    assert sentences(response) == ["Taken back: the warning is open again."]
    assert not WarningPassed.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"findings": []}, "Tick the warnings you have judged"),
        ({"findings": ["0" * 64]}, "Read the warnings again: the words have changed"),
        ({"reason": "\n"}, "Enter why these warnings do not matter here"),
        ({"version": ""}, "The page was not sent whole. Open it again"),
        (
            {"reason": "x" * 20_000},
            "Your reason must be 500 characters or less (this is 19,500 too many)",
        ),
    ],
)
def test_bad_form_keeps_what_was_typed(record, north_lead, data, sentence):
    response = pass_it(north_lead, record, **data)

    assert response.status_code == 200
    assert sentence in response.text
    assert not WarningPassed.objects.exists()
    typed = data.get("reason", "A nurse, who agreed").strip()
    assert typed in response.text


def test_block_is_not_among_what_can_be_ticked(north, north_lead):
    record = make_endorsement(region=north, quote="Hospital number A123456.")

    response = pass_it(north_lead, record)

    assert "Tick the warnings you have judged" not in response.text
    assert not WarningPassed.objects.exists()


def test_stale_page_keeps_nothing(record, north_lead):
    Record.objects.update(version=record.version + 1)

    response = pass_it(north_lead, record)

    assert sentences(response)[0].startswith("Not changed:")
    assert not WarningPassed.objects.exists()


def test_what_another_has_claimed_is_left_to_them(record, north_lead, national_lead):
    claims.claim(record, by=national_lead.user)

    response = pass_it(north_lead, record)

    assert sentences(response)[0].startswith("Not changed: Nat National has claimed")
    assert not WarningPassed.objects.exists()


def test_what_is_decided_is_left_as_it_is(record, north_lead):
    pass_it(north_lead, record)
    Record.objects.update(status=Status.DECLINED)

    response = take_back(north_lead, record)

    assert sentences(response) == ["Not changed: this endorsement is declined."]
    assert WarningPassed.objects.count() == 1


def test_second_click_finds_nothing_to_take_back(record, north_lead):
    response = take_back(north_lead, record)

    assert sentences(response) == ["Not changed: nobody has passed that warning."]


@pytest.mark.parametrize("act", [pass_it, take_back])
def test_other_region_is_not_there(record, south_lead, act):
    assert act(south_lead, record).status_code == 404


def test_review_page_shows_a_card_that_cannot_be_drawn(north, north_lead):
    record = make_endorsement(region=north, quote="W" * 240)

    checks = north_lead.client.get(page(record)).context["checks"]

    (block,) = checks["blocks"]
    assert block["sentence"].startswith("Shorten the quote by ")
