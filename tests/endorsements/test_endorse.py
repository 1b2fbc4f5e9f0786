"""A champion offers an endorsement at /endorse/."""

import re

import pytest
from django.urls import reverse

from amd.consent.models import ConsentRecord, Method
from amd.mail.models import Outbox
from amd.moderation.sending import TOO_MANY
from amd.pictures.models import Picture
from amd.records.models import Decision, Status
from endorsements.confirming import waiting_link
from endorsements.forms import WITHOUT_THEM
from endorsements.models import Endorsement
from tests.endorsements.answers import (
    NEEDED,
    answers,
    confirm_address,
    exhaust_throttle,
    photo,
)
from tests.factories import make_organisation, make_region

URL = "/endorse/"


def errors_of(response):
    assert response.status_code == 422
    return {
        name: list(errors) for name, errors in response.context["form"].errors.items()
    }


def test_form_starts_empty_with_nothing_ticked(client):
    response = client.get(URL)

    page = response.content.decode()
    assert response.status_code == 200
    assert "<h1>Offer your endorsement</h1>" in page
    assert page.count('name="uses"') == 7
    assert not re.search(r"\bchecked\b", page)
    assert "I agree to social media" in page
    assert "You can change your mind." in page


def test_sent_endorsement_is_kept_until_its_address_is_confirmed(client):
    response = client.post(URL, answers())

    endorsement = Endorsement.objects.get()
    check = reverse("endorsements:check_email", args=[waiting_link(endorsement)])
    assert (response.status_code, response.url) == (302, check)
    assert endorsement.status == Status.DRAFT
    assert endorsement.quote == "Evidence makes every decision safer."
    assert endorsement.author_name == endorsement.name == "Dr Sample Person"
    assert endorsement.author_email == "champion@example.org"
    assert endorsement.capacity == "personally"
    consent = ConsentRecord.objects.get()
    assert (consent.uses, consent.method) == (sorted(NEEDED), Method.WEB_FORM)
    assert consent.digest == endorsement.words()[0].digest()
    assert not consent.is_own_word
    assert not Decision.objects.exists()
    [mail] = Outbox.objects.all()
    assert (mail.address, mail.reference) == (
        "champion@example.org",
        endorsement.reference,
    )
    assert confirm_address(endorsement) in mail.body


def test_two_clicks_make_one_record(client):
    first = client.post(URL, answers())
    second = client.post(URL, answers())

    assert second.url == first.url
    assert Endorsement.objects.count() == 1
    assert ConsentRecord.objects.count() == 1
    assert Outbox.objects.count() == 1


def test_two_clicks_with_a_photo_make_one_record(client):
    with_photo = {"photo_alt": "A sample portrait", "uses": [*NEEDED, "photo"]}
    first = client.post(URL, answers(photo=photo(), **with_photo))
    second = client.post(URL, answers(photo=photo(), **with_photo))

    assert second.url == first.url
    assert Endorsement.objects.get().photo.alt_text == "A sample portrait"
    assert Picture.objects.unclaimed().count() == 1


def test_going_back_to_correct_a_word_loses_neither_sending(client):
    client.post(URL, answers())
    client.post(URL, answers(quote="Evidence makes each decision safer."))

    assert set(Endorsement.objects.values_list("quote", flat=True)) == {
        "Evidence makes every decision safer.",
        "Evidence makes each decision safer.",
    }


@pytest.mark.parametrize("key", ["", "not-a-key", "\x00", "5f3a4d1e" * 400])
def test_broken_form_key_is_a_new_form(client, key):
    response = client.post(URL, answers(form_key=key))

    assert response.status_code == 302


def test_empty_form_says_what_is_missing(client):
    response = client.post(URL, {})

    assert errors_of(response) == {
        "quote": ["Enter your endorsement"],
        "name": ["Enter your full name"],
        "title": ["Enter your job title"],
        "organisation_name": ["Enter your organisation"],
        "capacity": ["Select whether you speak personally or for your organisation"],
        "author_email": ["Enter your email address"],
        "uses": [WITHOUT_THEM],
    }
    page = response.content.decode()
    assert "<title>Error: Offer your endorsement" in page
    assert 'href="#id_uses_0"' in page
    assert Endorsement.objects.count() == 0


@pytest.mark.parametrize("left_out", NEEDED)
def test_without_website_name_or_title_it_is_kindly_refused(client, left_out):
    uses = [use for use in NEEDED if use != left_out]

    response = client.post(URL, answers(uses=uses))

    assert errors_of(response) == {
        "uses": [
            "Select the website, your name, and your job title and organisation: "
            "we cannot publish an endorsement without these three"
        ]
    }
    page = response.content.decode()
    assert "Evidence makes every decision safer." in page
    # Personally, and the other two.
    assert len(re.findall(r"\bchecked\b", page)) == 3


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        (
            {"quote": "Evidence. " * 27},
            {
                "extract": [
                    "Choose words for the card, 240 characters or fewer: "
                    "the whole endorsement is 29 too many"
                ]
            },
        ),
        (
            {"quote": "Evidence. " * 60, "name": "Dr \U00012000"},
            {
                "extract": [
                    "Choose words for the card, 240 characters or fewer: "
                    "the whole endorsement is 359 too many"
                ],
                "name": ["Remove \U00012000 from the name: the card cannot draw it"],
            },
        ),
        (
            {"quote": "Evidence first. Always.", "extract": "Evidence always"},
            {
                "extract": [
                    "Use words of the endorsement only: “Evidence always” is not in it"
                ]
            },
        ),
        (
            {"quote": "Evidence first. Always.", "extract": "Always […] evidence"},
            {
                "extract": [
                    "Keep the order of the endorsement: “evidence” stands earlier in it"
                ]
            },
        ),
        (
            {"extract": "e" * 263},
            {
                "extract": [
                    "The words for the card must be 240 characters or less"
                    " (this is 23 too many)"
                ]
            },
        ),
        (
            {"quote": "q" * 1001, "extract": "Part"},
            {
                "quote": [
                    "Your endorsement must be 1,000 characters or less (this is 1 too many)"
                ]
            },
        ),
        (
            {"name": "n" * 81},
            {
                "name": [
                    "Your full name must be 80 characters or less (this is 1 too many)"
                ]
            },
        ),
        (
            {"title": "t" * 121},
            {
                "title": [
                    "Your job title must be 120 characters or less (this is 1 too many)"
                ]
            },
        ),
        (
            {"author_email": "champion@"},
            {
                "author_email": [
                    "Enter an email address in the correct format, "
                    "like name@example.nhs.uk"
                ]
            },
        ),
        (
            {"region": "999"},
            {"region": ["Select your region from the list"]},
        ),
        (
            {"uses": [*NEEDED, "sell"]},
            {"uses": ["Select what you agree to from the list"]},
        ),
        (
            {"quote": "Evidence \U00012000 first"},
            {"quote": ["Remove \U00012000 from the quote: the card cannot draw it"]},
        ),
        (
            {"quote": "Evidence first", "title": "Chief \U00012000"},
            {
                "title": [
                    "Remove \U00012000 from the job title: the card cannot draw it"
                ]
            },
        ),
        (
            {"quote": "Evidence\x07 first"},
            {"quote": ["Remove the invisible characters from your endorsement"]},
        ),
    ],
)
def test_each_mistake_has_its_own_sentence(client, change, errors):
    response = client.post(URL, answers(**change))

    assert errors_of(response) == errors


def test_words_that_fit_no_card_say_by_how_many_characters(client):
    response = client.post(
        URL, answers(quote="W" * 240, title="W" * 120, organisation_name="W" * 120)
    )

    [[sentence]] = errors_of(response).values()
    assert re.fullmatch(
        r"Shorten the (quote|job title|organisation) by \d+ characters to fit the "
        r"(landscape|link preview|square|portrait) format",
        sentence,
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "'; drop table endorsements_endorsement; --",
        "{{ settings.SECRET_KEY }} {% load static %}",
        "\u202eright to left",
        "\x00",
        "a\u0301" * 50,
        "-" * 240,
    ],
)
@pytest.mark.parametrize("question", ["quote", "name", "title", "organisation_name"])
def test_hostile_words_are_words_or_refused(client, question, hostile):
    response = client.post(URL, answers(**{question: hostile[:80]}))

    assert response.status_code in (302, 422)
    assert b"<script>alert" not in response.content
    assert b"for-one-machine-only" not in response.content


def test_words_between_spaces_are_tidied(client):
    client.post(URL, answers(name="  Dr  Sample\tPerson ", quote="One\r\ntwo"))

    endorsement = Endorsement.objects.get()
    assert (endorsement.name, endorsement.quote) == ("Dr Sample Person", "One\ntwo")


def test_organisation_we_know_brings_name_and_region(client):
    region, other = make_region(), make_region()
    organisation = make_organisation(name="Sampleshire NHS Trust", region=region)

    client.post(
        URL, answers(organisation_name="sampleshire nhs trust", region=other.pk)
    )

    endorsement = Endorsement.objects.get()
    assert endorsement.organisation == organisation
    assert endorsement.organisation_name == "Sampleshire NHS Trust"
    assert endorsement.region == region


def test_organisation_we_do_not_know_goes_to_the_chosen_region(client):
    region = make_region()

    client.post(URL, answers(region=region.pk))

    endorsement = Endorsement.objects.get()
    assert (endorsement.organisation, endorsement.region) == (None, region)
    assert endorsement.organisation_name == "Sampleshire NHS Trust"


def test_with_neither_it_waits_with_the_national_leads(client):
    client.post(URL, answers())

    assert Endorsement.objects.get().region is None


def test_closed_organisation_is_not_matched_nor_offered(client):
    make_organisation(name="Sampleshire NHS Trust", is_active=False)
    make_organisation(name="Openshire NHS Trust")

    page = client.get(URL).content.decode()
    client.post(URL, answers())

    assert '<option value="Openshire NHS Trust"></option>' in page
    assert '<option value="Sampleshire NHS Trust"></option>' not in page
    assert Endorsement.objects.get().organisation is None


def test_photo_becomes_the_endorsements_own(client):
    client.post(
        URL,
        answers(
            photo=photo(),
            photo_alt="A sample portrait",
            photo_credit="Sample Studio",
            uses=[*NEEDED, "photo"],
        ),
    )

    picture = Endorsement.objects.get().photo
    assert (picture.alt_text, picture.credit) == ("A sample portrait", "Sample Studio")
    assert picture.claimed_at is not None


def test_photo_without_description_is_asked_for_it_and_kept(client):
    response = client.post(URL, answers(photo=photo()))

    assert errors_of(response) == {
        "photo_alt": ["Describe the photo for people who cannot see it"]
    }
    [kept] = re.findall(r'name="photo_kept" value="([^"]+)"', response.content.decode())
    client.post(URL, answers(photo_kept=kept, photo_alt="A sample portrait"))
    assert Endorsement.objects.get().photo == Picture.objects.get()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The selected file is empty"),
        (b"%PDF-1.7 not a photo", "The selected file must be a JPEG, PNG or WebP"),
    ],
    ids=["0 bytes", "renamed"],
)
def test_bad_photo_keeps_the_words(client, data, sentence):
    response = client.post(URL, answers(photo=photo(data), photo_alt="A portrait"))

    assert errors_of(response) == {"photo": [sentence]}
    assert "Evidence makes every decision safer." in response.content.decode()
    assert Picture.objects.count() == 0


def test_too_many_from_one_address_keep_their_words(client):
    client.post(URL, {})
    exhaust_throttle()

    response = client.post(URL, answers())

    assert response.status_code == 429
    assert response.context["form"].non_field_errors() == [TOO_MANY]
    assert "Evidence makes every decision safer." in response.content.decode()
    assert Endorsement.objects.count() == 0


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)(URL).status_code == 405


def test_of_two_organisations_of_one_name_the_region_tells_which(client):
    here, _ = (make_organisation(name="St Sample's Hospital") for _ in range(2))
    sent = answers(organisation_name="St Sample's Hospital")

    asked = client.post("/endorse/", sent | {"region": ""})
    client.post("/endorse/", sent | {"region": here.region_id})

    assert errors_of(asked) == {
        "region": ["Select the region: organisations in more than one have this name"]
    }
    assert Endorsement.objects.get().organisation == here
