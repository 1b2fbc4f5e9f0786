"""The queue: what waits, found and told apart, at the same cost for every length."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from amd.moderation import moves, sign_off
from amd.moderation.claims import claim
from amd.moderation.start import save_words
from amd.records.models import Status
from tests.amd.moderation.queue_steps import (
    listed,
    page,
    references,
    row,
    rows,
    study,
    waited,
)
from tests.factories import (
    agree,
    make_case_study,
    make_endorsement,
    make_lead,
    make_picture,
    make_wordings,
)

pytestmark = pytest.mark.django_db

WARNED_OF = "They found it for NHS number 943 476 5919."


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def test_queue_opens_on_what_waits_here_oldest_first(north, south, north_lead):
    second, first = waited(1, north), study(30, north)
    for status in (Status.DECLINED, Status.ACCEPTED, Status.DRAFT):
        waited(90, north, status=status)
    waited(90, south)

    assert listed(north_lead) == references(first, second)
    assert listed(north_lead, order="newest") == references(second, first)


def test_queue_finds_by_reference_champion_and_organisation(north, north_lead):
    record = make_endorsement(region=north, name="Ada Sample")
    make_endorsement(region=north, name="Other", organisation_name="Elsewhere Trust")

    for words in (record.shown_reference.lower(), "ada", "Sampleshire"):
        assert listed(north_lead, q=words) == references(record), words


def test_a_search_looks_beyond_what_waits(north, south, north_lead):
    record = make_endorsement(region=north, name="Ada", status=Status.DECLINED)
    make_endorsement(region=south, name="Ada of another region")

    assert listed(north_lead, q="ada") == references(record)
    assert listed(north_lead, q="ada", status="submitted") == []


def test_a_row_says_what_who_where_and_since_when(north, north_lead):
    ours = waited(6, north, name="Ada Sample", quote="word " * 40)
    theirs = study(20, north, author_name="Ali Sample")

    spoken, told = row(north_lead, ours), row(north_lead, theirs)

    assert (spoken.kind, spoken.title) == ("Endorsement", f"“{'word ' * 14}…”")
    assert (told.kind, told.title) == ("Impact case study", theirs.headline)
    assert (spoken.who, told.who) == ("Ada Sample", "Ali Sample")
    assert (spoken.region, spoken.age, spoken.band) == ("North", "6 days", "new")
    assert (told.age, told.band_label) == ("20 days", "Overdue")


def test_a_long_word_does_not_fill_the_page(north, north_lead):
    record = make_endorsement(region=north, quote="w" * 900, extract="w" * 240)

    assert len(row(north_lead, record).title) == 122


def test_a_row_counts_what_the_checks_want_read(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED_OF)
    nothing = make_endorsement(region=north)

    assert row(north_lead, record).warnings == 1
    assert row(north_lead, nothing).warnings == 0


def test_a_row_says_who_has_claimed_it(north, north_lead):
    mine, hers = make_endorsement(region=north), make_endorsement(region=north)
    free = make_endorsement(region=north)
    claim(mine, by=north_lead.user)
    claim(hers, by=make_lead(north, name="Noel North"))

    assert row(north_lead, mine).claimed.startswith("You, until ")
    assert row(north_lead, hers).claimed.startswith("Noel North, until ")
    assert row(north_lead, free).claimed == ""


def test_queue_asks_the_same_questions_for_1_and_for_30(
    north, north_lead, django_assert_num_queries
):
    """Thirteen, and five more where sign-offs have changed since."""
    warned = make_endorsement(region=north, photo=make_picture(), quote=WARNED_OF)
    asked(warned, north_lead)
    with django_assert_num_queries(13 + 5):
        page(north_lead)
    with django_assert_num_queries(13):
        page(north_lead)
    for number in range(29):
        is_study = number % 2
        make = make_case_study if is_study else make_endorsement
        shown = {"picture" if is_study else "photo": make_picture()}
        asked(make(region=north, **shown), north_lead)

    with django_assert_num_queries(13 + 5):
        page(north_lead)
    with django_assert_num_queries(13):
        assert len(rows(north_lead)) == 30


def asked(record, lead):
    """Asked, answered, vouched for, claimed: a row has something to fetch."""
    agree(record, by=lead.user)
    sign_off.ask(
        record,
        person=record.words()[0].person,
        email="champion@example.nhs.uk",
        by=lead.user,
        seen_version=record.version,
    )
    claim(record, by=lead.user)


def shown(person, record):
    """What the queue says of its sign-off."""
    return " ".join(strip_tags(row(person, record).sign_off).split())


def test_queue_says_that_sign_off_no_longer_covers(north, north_lead):
    record = make_endorsement(region=north, agreed=True)
    assert shown(north_lead, record) == "Vouched for"
    record.quote = "Other words."

    moves.edit(
        record,
        by=north_lead.user,
        seen_version=record.version,
        save=lambda: save_words(record),
    )

    assert shown(north_lead, record) == "No longer covers this text"
    assert "No longer covers this text" in page(north_lead).text


def test_queue_names_who_of_two_has_not_agreed(north, north_lead):
    story = make_case_study(
        region=north,
        quote="It changed what we do.",
        attribution="named",
        quoted_name="Sam Sample",
        quoted_title="Matron",
    )

    assert shown(north_lead, story) == (
        "Contributor: Not asked Person quoted: Not asked"
    )
    agree(story)
    assert shown(north_lead, story) == "Vouched for"


def test_queue_says_nothing_of_what_is_withdrawn(north, north_lead):
    record = make_endorsement(region=north)
    moves.withdraw(record, by=north_lead.user, seen_version=record.version)

    found = row(north_lead, record)

    assert (found.title, found.who, found.age) == ("Erased", "", "")
    assert (shown(north_lead, record), found.status) == ("", "Withdrawn")


def test_queue_goes_on_over_the_page(north, north_lead, monkeypatch):
    monkeypatch.setattr("amd.moderation.queue_page.AT_ONCE", 2)
    records = [waited(days, north) for days in (9, 8, 7)]

    assert listed(north_lead) == references(*records[:2])
    assert listed(north_lead, page="2") == references(records[2])
    assert listed(north_lead, page="99") == references(records[2])
    text = page(north_lead, kind="endorsement").text
    assert '<a href="?kind=endorsement&amp;page=2" rel="next">' in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "nonsense", "band": "late", "kind": "poem"},
        {"sign_off": "\x00", "claim": "mine'--", "order": "worst"},
        {"page": "-1"},
        {"page": "9" * 5000},
        {"page": "two"},
        {"region": "../../etc"},
        {"region": "99999999999999999999999"},
        {"q": "\x00"},
        {"q": "word " * 4000},
        {"o": "1.2.3", "e": "1", "status__exact": "draft", "all": ""},
    ],
)
def test_what_is_no_choice_is_answered_with_a_page(north, north_lead, wrong):
    make_endorsement(region=north)

    assert page(north_lead, **wrong).status_code == 200


def test_the_lists_of_one_kind_take_a_long_search_too(north, north_lead):
    for kind in ("endorsements_endorsement", "casestudies_casestudy"):
        address = reverse(f"admin:{kind}_changelist")
        answer = north_lead.client.get(address, {"q": "word " * 4000})
        assert answer.status_code == 200, kind


def test_comms_do_not_see_it_and_another_region_is_not_in_it(
    north, comms, south_lead, national_lead
):
    record = make_endorsement(region=north)

    assert page(comms).status_code == 403
    assert listed(south_lead) == []
    assert listed(national_lead) == references(record)
