"""A lead records whose endorsement it is, and how it was given."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.campaign.models import Event, Phase
from amd.mail.models import Outbox
from amd.moderation.links import my_link
from endorsements.champions import Champion
from endorsements.models import Endorsement
from tests.endorsements.test_admin import ADD, errors_of, review_of, typed
from tests.factories import make_endorsement

ADDRESS = "https://www.videos.example/watch?v=1"
LONG = "Ask a librarian first. " + "Then ask again. " * 20
QUESTION = (
    "Say whether this is the same person: there is a champion of this name already"
)


def make_champion(region, **overrides):
    return Champion.objects.create(
        **{"name": "Dr Sample Person", "region": region, **overrides}
    )


@pytest.fixture
def record(north, north_lead):
    """Send the form as the north's lead."""

    def send(**answers):
        return north_lead.client.post(ADD, typed(region=north.pk, **answers))

    return send


def test_new_champion_is_made_from_the_words(north, record):
    record(author_email="ada@example.org")

    champion = Endorsement.objects.get().champion
    assert (champion.name, champion.region, champion.email) == (
        "Dr Sample Person",
        north,
        "ada@example.org",
    )
    assert champion.status == "approached"


def test_chosen_champion_is_linked_and_no_other_is_made(north, record):
    champion = make_champion(north, name="Professor Sample Person OBE")

    record(champion=champion.pk)

    assert Endorsement.objects.get().champion == champion
    assert Champion.objects.get().status == "approached"


@pytest.mark.parametrize("name", ["Sample Person", "dr sámple person", "S Person"])
def test_possible_namesake_is_asked_about_and_nothing_is_saved(north, record, name):
    champion = make_champion(north, name_variants="S. Person")
    make_endorsement(champion=champion, region=north, title="Nurse", name="Dr P")

    response = record(name=name)

    assert errors_of(response) == {"same_person": [QUESTION]}
    page = response.content.decode()
    assert "Yes: Dr Sample Person, Nurse, Sampleshire NHS Trust" in page
    assert "No: somebody else with the same name" in page
    assert Endorsement.objects.count() == 1


def test_lead_says_that_it_is_the_same_person(north, record):
    champion = make_champion(north)

    record(same_person=champion.pk)

    assert Endorsement.objects.get().champion == champion
    assert Champion.objects.count() == 1


def test_lead_says_that_it_is_somebody_else(north, record):
    champion = make_champion(north)

    record(same_person="new")

    assert Endorsement.objects.get().champion != champion
    assert Champion.objects.count() == 2


def test_the_answer_stays_while_something_else_is_put_right(north, record):
    response = record(same_person="new", quote="")

    assert list(errors_of(response)) == ["quote"]
    assert response.context["adminform"].form["same_person"].value() == "new"


def test_champion_of_another_region_is_neither_offered_nor_asked_about(
    north, south, record, north_lead
):
    other = make_champion(south)

    page = north_lead.client.get(ADD)
    offered = list(page.context["adminform"].form.fields["champion"].queryset)
    refused = record(champion=other.pk)
    record(same_person=other.pk)

    assert offered == []
    assert errors_of(refused) == {"champion": ["Select the champion from the list"]}
    assert Endorsement.objects.get().champion != other


def test_next_endorsement_starts_as_they_were_last_shown(north, north_lead):
    champion = make_champion(north, email="ada@example.org")
    make_endorsement(champion=champion, region=north, title="Nurse")
    make_endorsement(
        champion=champion, region=north, name="Prof S Person", title="Chief Nurse"
    )

    page = north_lead.client.get(ADD, {"champion": champion.pk})

    form = page.context["adminform"].form
    assert {name: form[name].value() for name in ("champion", "name", "title")} == {
        "champion": champion.pk,
        "name": "Prof S Person",
        "title": "Chief Nurse",
    }
    assert form["author_email"].value() == "ada@example.org"
    assert form["organisation_name"].value() == "Sampleshire NHS Trust"
    assert form["quote"].value() is None


@pytest.mark.parametrize("asked", ["0", "x", "-1", "9" * 30, "", "١"])
def test_no_other_champion_fills_the_form(north_lead, south, asked):
    make_champion(south)

    page = north_lead.client.get(ADD, {"champion": asked, "quote": "Typed by a link"})

    form = page.context["adminform"].form
    assert not form["champion"].value()
    assert not form["quote"].value()


def test_another_regions_champion_does_not_fill_the_form(north_lead, south):
    champion = make_champion(south)

    page = north_lead.client.get(ADD, {"champion": champion.pk})

    assert "Dr Sample Person" not in page.content.decode()


def test_what_came_in_by_itself_is_linked_on_its_edit_page(north, north_lead):
    champion = make_champion(north)
    sent = make_endorsement(region=north, name="Sample Person")

    asked = north_lead.client.post(
        sent.edit_url(), typed(region=north.pk, name="Sample Person")
    )
    north_lead.client.post(
        sent.edit_url(),
        typed(region=north.pk, name="Sample Person", same_person=champion.pk),
    )

    assert errors_of(asked) == {"same_person": [QUESTION]}
    assert Endorsement.objects.get().champion == champion


def test_corrected_address_voids_the_link_that_the_old_one_was_sent(
    north, north_lead, client
):
    sent = make_endorsement(region=north, author_email="typo@example.org")
    old = my_link(sent)

    north_lead.client.post(
        sent.edit_url(), typed(region=north.pk, author_email="ada@example.org")
    )

    new = my_link(Endorsement.objects.get())
    mail = Outbox.objects.get()
    assert (mail.address, new in mail.body) == ("ada@example.org", True)
    assert client.get(reverse("moderation:my", args=[old])).status_code == 404
    assert client.get(reverse("moderation:my", args=[new])).status_code == 200


def test_how_it_was_given_is_kept(record):
    phase = Phase.objects.create(number=1, name="Phase 1", start_text="2018", aims="A")
    event = Event.objects.create(
        code="keele",
        name="Keele",
        date_text="2018",
        year=2018,
        summary="S",
        phase=phase,
    )

    response = record(
        source="interview",
        source_url=ADDRESS,
        transcript="Well, I always say:\r\nask a librarian.",
        given_on="2026-06-03",
        event=event.pk,
        capacity="for_organisation",
        cut_note="Two sentences about the weather",
    )

    kept = Endorsement.objects.get()
    assert response.url == review_of(kept)
    assert (kept.source, kept.source_url) == ("interview", ADDRESS)
    assert kept.transcript == "Well, I always say:\nask a librarian."
    assert str(kept.given_on) == "2026-06-03"
    assert (kept.event, kept.phase) == (event, phase)
    assert kept.capacity == "for_organisation"
    assert kept.cut_note == "Two sentences about the weather"


def test_edit_page_shows_how_it_was_given(north, north_lead, record):
    record(source="social_post", source_url=ADDRESS, given_on="2026-06-03")

    page = north_lead.client.get(Endorsement.objects.get().edit_url())

    assert f'value="{ADDRESS}"' in page.content.decode()
    assert 'value="2026-06-03"' in page.content.decode()


# Still to come where the tests run past midnight.
TO_COME = str(timezone.localdate() + timedelta(days=2))


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        (
            {"source": "interview"},
            {"source_url": ["Enter the address of the interview, or a transcript"]},
        ),
        (
            {"source": "social_post"},
            {"source_url": ["Enter the address of the social media post"]},
        ),
        (
            {"source": "interview", "source_url": "http://videos.example/1"},
            {"source_url": ["Enter an address that begins with https://"]},
        ),
        (
            {"source": "interview", "source_url": "javascript:alert(1)"},
            {
                "source_url": [
                    "Enter a web address in the correct format, "
                    "like https://www.example.nhs.uk"
                ]
            },
        ),
        (
            {"source": "letter", "source_url": ADDRESS},
            {
                "source_url": [
                    "Remove the address, or select an interview or a social media post"
                ]
            },
        ),
        (
            {"source": "written", "transcript": "Ask a librarian."},
            {"transcript": ["Remove the transcript, or select an interview"]},
        ),
        (
            {"source": "smoke signals"},
            {"source": ["Select how the endorsement was given from the list"]},
        ),
        (
            {"capacity": ""},
            {"capacity": ["Select in which capacity they speak"]},
        ),
        (
            {"given_on": TO_COME},
            {"given_on": ["The day must be today or in the past"]},
        ),
        (
            {"quote": LONG, "extract": "Ask a librarian […] then ask again"},
            {"cut_note": ["Say what was left out of the words for the card, and why"]},
        ),
        (
            {"quote": LONG, "extract": "Ask a professor first"},
            {
                "extract": [
                    "Use words of the endorsement only: "
                    "“Ask a professor first” is not in it"
                ]
            },
        ),
    ],
)
def test_each_mistake_has_its_own_sentence(record, answers, errors):
    assert errors_of(record(**answers)) == errors
    assert not Endorsement.objects.exists()


def test_a_transcript_is_enough_for_an_interview(record):
    record(source="interview", transcript="Ask a librarian.")

    assert Endorsement.objects.get().source == "interview"


def test_declined_endorsement_shows_how_it_was_given(north, north_lead):
    declined = make_endorsement(region=north, status="declined", source_url=ADDRESS)

    page = north_lead.client.get(declined.edit_url()).content.decode()

    assert ADDRESS in page
