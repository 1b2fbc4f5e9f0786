"""What the leads have of a story once it is sent, and what its pages refuse."""

from urllib.parse import unquote

import pytest

from amd.consent.models import ConsentRecord
from amd.mail.models import Outbox
from amd.moderation.links import my_link
from amd.records.models import Status
from amd.web.throttle import allow
from casestudies.models import CaseStudy
from tests.amd.pictures.files import saved
from tests.casestudies.journey import address, begin, fill, page, send
from tests.casestudies.pages import photo

pytestmark = pytest.mark.django_db


def write(client, answers):
    """Every page but the check."""
    begin(client, answers)
    fill(client, answers)
    return CaseStudy.objects.get()


def test_every_answer_is_kept(
    client, answers, quote, impact, search, nurses, organisation
):
    typed = {**answers, **quote, "figure": "£120,000", "figure_basis": "measured"}
    write(
        client,
        {
            **typed,
            "services_used": [search.code],
            "staff_groups": [nurses.code],
            "figure_note": "saved a year",
        },
    )

    story = CaseStudy.objects.get()
    for apart in ("form_key", "uses", "impact_categories", "no_patient_identifiable"):
        typed.pop(apart)
    assert {name: getattr(story, name) for name in typed} == typed
    assert story.no_patient_identifiable
    assert list(story.impact_categories.all()) == [impact]
    assert list(story.services_used.all()) == [search]
    assert list(story.staff_groups.all()) == [nurses]


def test_the_contributor_has_agreed_to_exactly_these_words(client, answers):
    write(client, answers)

    send(client, answers)

    story, answer = CaseStudy.objects.get(), ConsentRecord.objects.get()
    assert answer.digest == story.words()[0].digest()
    assert (answer.uses, answer.method) == (["social", "website"], "web_form")


def test_to_be_named_is_an_agreement_too(client, answers):
    story = write(client, answers)
    agreed = {"uses": answers["uses"], "version": story.version}

    client.post(address("check/"), {**agreed, "working_with_me": "on"})

    story, answer = CaseStudy.objects.get(), ConsentRecord.objects.get()
    assert story.working_with_me
    assert answer.uses == ["name", "social", "title", "website"]
    assert answer.digest == story.words()[0].digest()


def test_the_contributor_gets_a_receipt_with_the_private_link(client, answers):
    write(client, answers)

    send(client, answers)

    mail = Outbox.objects.get(subject__startswith="We have received")
    assert mail.address == "ali@example.nhs.uk"
    assert f"/my/{my_link(CaseStudy.objects.get())}/" in mail.body


def test_without_organisation_or_region_it_waits_with_the_national_leads(
    client, answers
):
    write(client, answers)

    send(client, answers)

    story = CaseStudy.objects.get()
    assert (story.status, story.organisation, story.region) == (
        Status.SUBMITTED,
        None,
        None,
    )


def test_two_clicks_send_it_once(client, answers):
    story = write(client, answers)
    agreed = {"uses": answers["uses"], "version": story.version}

    first = client.post(address("check/"), agreed)
    second = client.post(address("check/"), agreed)

    assert first.url == second.url == f"/my/{my_link(story)}/sent/"
    receipts = Outbox.objects.filter(subject__startswith="We have received")
    assert story.decisions.filter(move="submit").count() == receipts.count() == 1


def test_what_was_sent_has_no_last_day(client, answers):
    assert write(client, answers).draft_ends_on

    send(client, answers)

    assert CaseStudy.objects.get().draft_ends_on is None


def test_what_is_not_whole_is_not_sent_and_says_why(client, answers):
    begin(client, answers)
    fill(client, {**answers, "outcome": ""})

    refused = send(client, answers)

    story = CaseStudy.objects.get()
    assert refused.status_code == 422
    assert (story.status, bool(story.draft_ends_on)) == (Status.DRAFT, True)
    assert not ConsentRecord.objects.exists()


def test_words_that_no_vignette_can_be_drawn_with_are_not_sent(client, answers):
    """They came from elsewhere: the page that asks for them refuses them."""
    write(client, answers)
    CaseStudy.objects.update(brief="We met in \U00012000 town.")

    refused = send(client, answers)

    assert refused.status_code == 422
    assert refused.context["form"].non_field_errors() == [
        "Remove \U00012000 from the story: the card cannot draw it"
    ]
    assert CaseStudy.objects.get().status == Status.DRAFT


def test_a_picture_is_claimed_with_its_description(client, answers):
    begin(client, answers)

    client.post(
        address("picture/"),
        {
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
    begin(client, answers)

    response = client.post(address("picture/"), {"picture": photo()})

    assert response.context["form"].errors == {
        "picture_alt": ["Describe the picture for people who cannot see it"]
    }


def test_a_refused_page_says_so_in_title_summary_and_beside_the_box(client, answers):
    begin(client, answers)

    response = page(client, "headline", {**answers, "brief": "word " * 122})

    sentence = "The story in brief must be 110 words or less (this is 12 too many)"
    assert response.status_code == 422
    assert "<title>Error: The headline" in response.text
    assert f'<a href="#id_brief">{sentence}</a>' in response.text
    assert response.text.count(sentence) == 2


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The selected file is empty"),
        (b"GIF89a", "The selected file must be a JPEG, PNG or WebP"),
        (b"%PDF-1.7 of a report", "The selected file must be a JPEG, PNG or WebP"),
        (
            saved()[:900],
            "The selected file is damaged. Save the photo again or select another one",
        ),
    ],
)
def test_a_bad_file_is_answered_with_a_sentence(client, answers, data, sentence):
    begin(client, answers)
    typed = {"picture": photo(data), "picture_alt": "A pump"}

    response = client.post(address("picture/"), typed)

    assert response.status_code == 422
    assert response.context["form"].errors["picture"] == [sentence]
    assert 'value="A pump"' in response.text


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "{{ 7*7 }}{% debug %}",
        "'; DROP TABLE casestudies_casestudy; --",
        "\u202eabc",
    ],
)
def test_hostile_words_are_shown_as_words(client, answers, hostile):
    begin(client, answers)

    page(client, "challenge", {"challenge": hostile})
    shown = [page(client, "challenge"), client.get(address("check/"))]

    assert CaseStudy.objects.get().challenge == hostile
    assert ["<script>alert(1)</script>" in each.text for each in shown] == [False] * 2
    assert [each.status_code for each in shown] == [200, 200]


def test_pages_for_prose_say_that_no_patient_details_belong_there(client, answers):
    begin(client, answers)

    assert "No patient details" in page(client, "challenge").text
    assert (
        "No patient can be identified from the words or the picture"
        in page(client, "patients").text
    )


def test_the_live_vignette_says_what_has_no_room(client, answers, quote):
    begin(client, answers)
    page(client, "quote", {**quote, "quote": "It changed what we do. " * 40})

    drawn = client.post(
        address("headline/draw/"),
        {**answers, "brief": " ".join(["evidence"] * 110)},
    )

    note = unquote(drawn.headers["X-Preview-Note"])
    assert note == (
        "The portrait format has no room for “Working with”. "
        "The portrait format has no room for the quote"
    )


def test_the_live_vignette_says_what_is_too_long(client, answers):
    begin(client, answers)

    drawn = client.post(address("headline/draw/"), {**answers, "brief": "word " * 111})

    assert drawn.status_code == 200
    assert drawn.text == (
        "The story in brief must be 110 words or less (this is 1 too many)"
    )


def test_too_many_sendings_are_held_back_with_everything_kept(client, answers):
    write(client, answers)
    for _ in range(60):
        allow("case-study", "127.0.0.1", 60, 600)

    held = send(client, answers)

    assert held.status_code == 429
    assert held.context["form"]["uses"].value() == answers["uses"]
    assert held.context["form"].non_field_errors() == [
        "Not sent: many forms came from your network in the last few minutes. "
        "Wait 10 minutes and send it again"
    ]
    assert CaseStudy.objects.get().status == Status.DRAFT
