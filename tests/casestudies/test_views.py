"""The contributor's pages: sent, refused with everything kept, sent again."""

from urllib.parse import unquote

import pytest

from amd.consent.models import ConsentRecord
from amd.mail.models import Outbox
from amd.moderation.links import my_link
from amd.pictures.models import Picture
from amd.records.models import Status
from casestudies.models import CaseStudy
from tests.amd.pictures.files import saved
from tests.casestudies.pages import SUBMIT, kept_value, photo

pytestmark = pytest.mark.django_db

PREVIEW = "/case-studies/preview/"


def test_a_sent_case_study_waits_for_the_leads_of_its_region(
    client, answers, organisation, north
):
    response = client.post(SUBMIT, answers)

    story = CaseStudy.objects.get()
    assert response.url == f"/my/{my_link(story)}/sent/"
    assert (story.status, story.region) == (Status.SUBMITTED, north)
    assert story.problems() == []


def test_every_answer_is_kept(
    client, answers, quote, impact, search, nurses, organisation
):
    client.post(
        SUBMIT,
        {
            **answers,
            **quote,
            "services_used": [search.code],
            "staff_groups": [nurses.code],
            "figure": "£120,000",
            "figure_note": "saved a year",
            "figure_basis": "measured",
            "working_with_me": "on",
        },
    )

    story = CaseStudy.objects.get()
    typed = {**answers, **quote, "figure": "£120,000", "figure_basis": "measured"}
    for apart in ("form_key", "uses", "impact_categories", "no_patient_identifiable"):
        typed.pop(apart)
    assert {name: getattr(story, name) for name in typed} == typed
    assert (story.working_with_me, story.no_patient_identifiable) == (True, True)
    assert list(story.impact_categories.all()) == [impact]
    assert list(story.services_used.all()) == [search]
    assert list(story.staff_groups.all()) == [nurses]


def test_the_contributor_has_agreed_to_exactly_these_words(client, answers):
    client.post(SUBMIT, answers)

    story, answer = CaseStudy.objects.get(), ConsentRecord.objects.get()
    assert answer.digest == story.words()[0].digest()
    assert (answer.uses, answer.method) == (["social", "website"], "web_form")


def test_to_be_named_is_an_agreement_too(client, answers):
    client.post(SUBMIT, {**answers, "working_with_me": "on"})

    assert ConsentRecord.objects.get().uses == ["name", "social", "title", "website"]


def test_the_contributor_gets_a_receipt_with_the_private_link(client, answers):
    client.post(SUBMIT, answers)

    mail = Outbox.objects.get(address="ali@example.nhs.uk")
    assert f"/my/{my_link(CaseStudy.objects.get())}/" in mail.body


def test_without_organisation_or_region_it_waits_with_the_national_leads(
    client, answers
):
    client.post(SUBMIT, answers)

    story = CaseStudy.objects.get()
    assert (story.organisation, story.region) == (None, None)


def test_two_clicks_make_one_case_study(client, answers):
    first = client.post(SUBMIT, answers)
    second = client.post(SUBMIT, answers)

    assert first.url == second.url
    receipts = Outbox.objects.filter(address="ali@example.nhs.uk")
    assert CaseStudy.objects.count() == receipts.count() == 1


def test_a_picture_is_claimed_with_its_description(client, answers):
    client.post(
        SUBMIT,
        {
            **answers,
            "picture": photo(),
            "picture_alt": "A pump at a ward desk",
            "picture_credit": "Sample Illustration",
        },
    )

    picture = CaseStudy.objects.get().picture
    assert (picture.alt_text, picture.credit) == (
        "A pump at a ward desk",
        "Sample Illustration",
    )
    assert picture.claimed_at


def test_a_picture_needs_its_description(client, answers):
    response = client.post(SUBMIT, {**answers, "picture": photo()})

    assert response.context["form"].errors == {
        "picture_alt": ["Describe the picture for people who cannot see it"]
    }


def test_words_and_picture_survive_an_error_elsewhere(client, answers):
    wrong = {**answers, "author_email": "ali", "picture_alt": "A pump"}
    refused = client.post(SUBMIT, {**wrong, "picture": photo()})

    assert refused.status_code == 422
    assert "Every ward now orders the same pump." in refused.text
    client.post(
        SUBMIT,
        {**wrong, "author_email": "a@b.uk", "picture_kept": kept_value(refused)},
    )
    assert CaseStudy.objects.get().picture == Picture.objects.get()


def test_a_refused_form_says_so_in_title_summary_and_beside_the_field(client, answers):
    response = client.post(SUBMIT, {**answers, "brief": "word " * 122})

    sentence = "The story in brief must be 110 words or less (this is 12 too many)"
    assert response.status_code == 422
    assert "<title>Error: Send an impact case study" in response.text
    assert f'<a href="#id_brief">{sentence}</a>' in response.text
    assert response.text.count(sentence) == 2
    assert not CaseStudy.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The selected file is empty"),
        (b"GIF89a", "The selected file must be a JPEG, PNG or WebP"),
        (
            saved()[:900],
            "The selected file is damaged. Save the photo again or select another one",
        ),
    ],
)
def test_a_bad_file_is_answered_with_a_sentence(client, answers, data, sentence):
    response = client.post(SUBMIT, {**answers, "picture": photo(data)})

    assert response.status_code == 422
    assert response.context["form"].errors["picture"] == [sentence]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "{{ 7*7 }}{% debug %}",
        "'; DROP TABLE casestudies_casestudy; --",
        "\x00\x1b",
        "\u202eabc",
        "x" * 100_000,
    ],
)
def test_hostile_words_are_shown_as_words_and_never_break(client, answers, hostile):
    everywhere = {
        name: hostile
        for name, value in answers.items()
        if isinstance(value, str) and name != "form_key"
    }
    response = client.post(SUBMIT, {**everywhere, "uses": [hostile], "region": hostile})

    assert response.status_code == 422
    assert "<script>alert(1)</script>" not in response.text


def test_the_page_says_that_no_patient_details_belong_there(client):
    page = client.get(SUBMIT)

    assert page.status_code == 200
    assert "No patient details" in page.text
    assert "No patient can be identified from the words or the picture" in page.text


def test_the_preview_button_shows_form_and_vignette_and_stores_nothing(client, answers):
    response = client.post(SUBMIT, {**answers, "preview": "preview"})

    assert response.status_code == 200
    assert 'src="data:image/png;base64,' in response.text
    assert "Every ward now orders the same pump." in response.text
    assert "img-src 'self' data:" in response.headers["Content-Security-Policy"]
    assert not CaseStudy.objects.exists()


def test_the_preview_button_asks_for_nothing_that_is_still_empty(client):
    response = client.post(SUBMIT, {"headline": "Evidence saves", "preview": "preview"})

    assert response.status_code == 200
    assert response.context["form"].errors == {}


def test_the_live_preview_is_a_portrait_picture(client, answers):
    response = client.post(PREVIEW, answers)

    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "no-store"
    width, height = (int.from_bytes(response.content[at : at + 4]) for at in (16, 20))
    assert (width, height) == (1080, 1350)


def test_the_live_preview_says_what_has_no_room(client, answers, quote):
    long = {**quote, "quote": "It changed what we do on every ward. " * 25}
    response = client.post(
        PREVIEW, {**answers, **long, "brief": " ".join(["evidence"] * 110)}
    )

    assert unquote(response.headers["X-Preview-Note"]) == (
        "The portrait format has no room for “Working with”. "
        "The portrait format has no room for the quote"
    )


def test_the_live_preview_says_what_is_too_long(client, answers):
    response = client.post(PREVIEW, {**answers, "brief": "word " * 111})

    assert response.status_code == 200
    assert response.text == (
        "The story in brief must be 110 words or less (this is 1 too many)"
    )


def test_too_many_sendings_are_held_back_with_the_words_kept(client, answers):
    for _ in range(60):
        client.post(SUBMIT, {"headline": "", "preview": "preview"})

    response = client.post(SUBMIT, answers)

    assert response.status_code == 429
    assert "Every ward now orders the same pump." in response.text
    assert response.context["form"].non_field_errors() == [
        "Not sent: many forms came from your network in the last few minutes. "
        "Wait 10 minutes and send it again"
    ]
