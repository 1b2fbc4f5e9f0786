"""The review desk asks people to sign off, and keeps what they told a lead."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import SignOff
from amd.mail.models import Outbox
from amd.moderation import moves, sign_off
from amd.moderation.start import save_words
from amd.pictures.models import Picture
from tests.amd.moderation.desk_steps import answer_of, page, sentences, stored
from tests.amd.pictures.files import saved
from tests.factories import make_case_study, make_endorsement, make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def photo():
    return SimpleUploadedFile("letter.jpg", saved(), content_type="image/jpeg")


ADDRESS = "champion@example.nhs.uk"


def ask(person, record, email=ADDRESS, **more):
    """As the button on the page posts it."""
    sent = {
        "version": record.version,
        "person": record.words()[-1].person,
        "email": email,
        **more,
    }
    return person.client.post(page(record, "ask"), sent, follow=True)


def form_of(response, who="Champion"):
    """Of one person on the page: what the template shows of them."""
    (person,) = [p for p in response.context["people"] if p["who"] == who]
    return person


def mails_to(address):
    return Outbox.objects.filter(address=address)


def quoted_study(**overrides):
    return make_case_study(
        **{
            "quote": "It changed what we do.",
            "attribution": "named",
            "quoted_name": "Sam Sample",
            "quoted_title": "Matron",
            **overrides,
        }
    )


def test_lead_asks_the_champion_with_one_button(north, north_lead):
    record = make_endorsement(region=north, author_email=ADDRESS)
    shown = form_of(north_lead.client.get(page(record)))["ask_form"]
    assert shown["email"].value() == ADDRESS

    response = ask(north_lead, record)

    question = SignOff.objects.get()
    assert (question.email, question.asked_by) == (ADDRESS, north_lead.user)
    assert mails_to(ADDRESS).count() == 1
    assert sentences(response) == [
        f"Sent to {ADDRESS}: the link to their exact words. "
        "Their answer will be shown here."
    ]
    assert "Asked on" in " ".join(form_of(response)["sentences"])


def test_same_link_is_sent_once_more(north, north_lead):
    record = make_endorsement(region=north)
    ask(north_lead, record)
    sent = {"version": record.version, "person": "champion"}

    response = north_lead.client.post(page(record, "send_again"), sent, follow=True)

    bodies = set(mails_to(ADDRESS).values_list("body", flat=True))
    assert (mails_to(ADDRESS).count(), len(bodies)) == (2, 1)
    assert sentences(response) == [f"Sent again to {ADDRESS}: the same link."]


@pytest.mark.parametrize("why", ["answered", "changed", "expired", "never asked"])
def test_link_that_asks_about_nothing_any_more_is_not_sent_again(
    north, north_lead, why
):
    record = make_endorsement(region=north)
    if why != "never asked":
        ask(north_lead, record)
    if why == "answered":
        sign_off.refuse(SignOff.objects.get())
    if why == "changed":
        edit(record, north_lead, quote="Other words.")
    if why == "expired":
        SignOff.objects.update(expires_at=timezone.now() - timedelta(days=1))
    Outbox.objects.all().delete()
    sent = {"version": stored(record).version, "person": "champion"}

    response = north_lead.client.post(page(record, "send_again"), sent, follow=True)

    assert sentences(response) == [
        "Not sent: that link does not ask about these words any more. Ask them again."
    ]
    assert not Outbox.objects.exists()


def test_corrected_address_takes_the_place_of_the_mistyped_one(north, north_lead):
    record = make_endorsement(region=north)
    ask(north_lead, record, "chmapion@example.nhs.uk")

    ask(north_lead, record, ADDRESS)

    first, second = SignOff.objects.order_by("pk")
    assert not first.is_open
    assert second.is_open
    shown = form_of(north_lead.client.get(page(record)))["ask_form"]
    assert shown["email"].value() == ADDRESS


def test_person_quoted_is_never_offered_the_contributors_address(north, north_lead):
    story = quoted_study(region=north, author_email="ali@example.nhs.uk")

    response = north_lead.client.get(page(story))

    shown = {
        p["who"]: p["ask_form"]["email"].value() for p in response.context["people"]
    }
    assert shown == {"Contributor": "ali@example.nhs.uk", "Person quoted": ""}


def test_contributor_does_not_answer_for_the_person_quoted(north, north_lead):
    story = quoted_study(region=north, author_email="ali@example.nhs.uk")

    response = ask(north_lead, story, "Ali@Example.nhs.uk")

    assert form_of(response, "Person quoted")["ask_form"].errors == {
        "email": [
            "Enter the address of the person quoted: this one is the contributor's"
        ]
    }
    assert not SignOff.objects.exists()


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("", "Enter their email address"),
        (
            "champion",
            "Enter an email address in the correct format, like name@example.nhs.uk",
        ),
    ],
)
def test_question_without_an_address_is_not_sent(north, north_lead, email, sentence):
    record = make_endorsement(region=north)

    response = ask(north_lead, record, email)

    assert form_of(response)["ask_form"].errors == {"email": [sentence]}
    assert not SignOff.objects.exists()


def test_question_about_words_that_changed_meanwhile_is_not_sent(north, north_lead):
    record = make_endorsement(region=north)
    old = record.version
    edit(record, north_lead, quote="Other words.")

    response = ask(north_lead, record, version=old)

    assert sentences(response)[0].startswith("Not changed: Nora North was first")
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("name", ["ask", "send_again", "agree"])
def test_nobody_asks_about_a_record_of_another_region(north, south_lead, name):
    record = make_endorsement(region=north)
    sent = {"version": record.version, "person": "champion", "email": ADDRESS}

    response = south_lead.client.post(page(record, name), sent)

    assert response.status_code == 404
    assert not SignOff.objects.exists()


def edit(record, person, **words):
    """A lead saves other words."""
    now = stored(record).story
    for name, text in words.items():
        setattr(now, name, text)
    moves.edit(
        now,
        by=person.user,
        seen_version=now.version,
        save=lambda: save_words(now),
    )


def test_edit_after_approval_is_shown_word_by_word_with_one_click_to_ask_again(
    north, north_lead
):
    record = make_endorsement(region=north, quote="Our librarians save hours.")
    ask(north_lead, record)
    sign_off.approve(SignOff.objects.get(), uses=["website", "name", "title"])
    edit(record, north_lead, quote="Our librarians save many hours.")

    response = north_lead.client.get(page(record))
    text = response.content.decode()

    assert "Sign-off no longer covers this text" in text
    assert (
        'save <ins><span class="visually-hidden">added: </span>many '
        '<span class="visually-hidden">, end of added </span></ins>hours.'
    ) in text
    assert form_of(response)["ask_form"]["email"].value() == ADDRESS
    ask(north_lead, stored(record).story)
    assert SignOff.objects.open().count() == 1


def test_edit_form_says_above_that_sign_off_is_void(north, north_lead):
    record = make_endorsement(region=north, agreed=True)
    edit(record, north_lead, quote="Other words.")
    change = reverse("admin:endorsements_endorsement_change", args=[record.pk])

    text = north_lead.client.get(change).content.decode()

    assert "Sign-off no longer covers this text" in text
    assert page(record, "ask") in text


def test_edit_form_of_what_is_covered_says_nothing(north, north_lead):
    record = make_endorsement(region=north, agreed=True)
    change = reverse("admin:endorsements_endorsement_change", args=[record.pk])

    assert "Sign-off" not in north_lead.client.get(change).content.decode()


def test_lead_writes_down_what_the_champion_told_her(north, north_lead):
    record = make_endorsement(region=north)
    said = answer_of(record, "champion", "website", "name", "title")

    north_lead.client.post(page(record, "agree"), said)

    answer = record.consents.get()
    assert answer.uses == ["name", "title", "website"]
    assert answer.vouched_by == north_lead.user
    assert stored(record).version == record.version + 1


def test_vouching_without_having_checked_is_refused(north, north_lead):
    record = make_endorsement(region=north)
    said = {"version": record.version, "person": "champion", "uses": ["website"]}

    response = north_lead.client.post(page(record, "agree"), said)

    assert "Tick this once you have checked with them" in response.content.decode()
    assert not record.consents.exists()


def test_nothing_is_written_down_about_what_is_withdrawn(north, north_lead):
    record = make_endorsement(region=north)
    moves.withdraw(record, by=north_lead.user, seen_version=record.version)
    sent = answer_of(record, "champion", "website")

    response = north_lead.client.post(page(record, "agree"), sent, follow=True)

    assert sentences(response) == ["Not kept: it is withdrawn."]
    assert not record.consents.exists()


def test_a_contributor_whose_words_a_lead_changed_is_asked_on_the_page(
    north, north_lead
):
    story = make_case_study(region=north, agreed=True)
    assert "Write down what they told you" not in (
        north_lead.client.get(page(story)).content.decode()
    )
    story.headline = "Another headline"
    moves.edit(
        story,
        by=north_lead.user,
        seen_version=story.version,
        save=lambda: save_words(story),
    )

    assert "Write down what they told you" in (
        north_lead.client.get(page(story)).content.decode()
    )


@pytest.mark.parametrize(
    ("agreed", "missing"),
    [
        (
            ["website", "title"],
            ["The contributor has not agreed to show their name."],
        ),
        (
            ["website", "name"],
            [
                "The contributor has not agreed to show their job title and organisation."
            ],
        ),
        (["website", "name", "title"], []),
    ],
)
def test_working_with_names_only_who_agreed_to_it(north, north_lead, agreed, missing):
    story = make_case_study(
        region=north, working_with_me=True, contributor_title="Librarian"
    )
    sent = answer_of(story, "contributor", *agreed)
    north_lead.client.post(page(story, "agree"), sent)

    response = north_lead.client.get(page(story))

    assert response.context["missing"] == missing


def test_answer_of_somebody_not_quoted_is_told_so_and_not_kept(north, north_lead):
    record = make_endorsement(region=north)
    said = answer_of(record, "quoted", "website")

    response = north_lead.client.post(page(record, "agree"), said, follow=True)

    assert sentences(response) == [
        "Not kept: nothing in it is theirs to agree to any more. Read it again."
    ]
    assert not record.consents.exists()


def say(record, **more):
    """A vouched answer with one thing different."""
    return answer_of(record, "champion", "website", "name", "title", **more)


@pytest.mark.parametrize(
    ("more", "field", "sentence"),
    [
        ({"method": ""}, "method", "Choose how they told you"),
        ({"told_on": ""}, "told_on", "Enter when they told you"),
        ({"told_on": "soon"}, "told_on", "Enter a real date, such as 3/6/2026"),
        ({"told_on": "+1"}, "told_on", "Enter a date that is not in the future"),
        (
            {"told_on": "-1825"},
            "told_on",
            "Enter a date in the last 5 years: ask them again about older words",
        ),
        ({"how": ""}, "how", "Add a photo of the paper, or enter where it is kept"),
        ({"uses": []}, "uses", "Select what they agreed to"),
    ],
)
def test_a_tick_alone_is_not_enough(north, north_lead, more, field, sentence):
    record = make_endorsement(region=north)
    told_on = more.get("told_on", "")
    if told_on[:1] in ("+", "-"):
        day = timezone.localdate() + timedelta(days=int(told_on))
        more = {"told_on": day.isoformat()}

    response = north_lead.client.post(page(record, "agree"), say(record, **more))

    assert form_of(response)["vouch_form"].errors == {field: [sentence]}
    assert not record.consents.exists()


def test_letter_is_kept_with_its_photo_and_named_as_such(north, north_lead):
    record = make_endorsement(region=north)
    told_on = timezone.localdate() - timedelta(days=400)
    said = say(record, method="letter", how="", told_on=told_on.isoformat())

    sent = {**said, "evidence": photo()}
    response = north_lead.client.post(page(record, "agree"), sent, follow=True)

    answer = record.consents.get()
    assert answer.evidence.claimed_at
    assert form_of(response)["sentences"] == [
        f"Letter of {told_on.day} {told_on:%B %Y}, vouched for by Nora North.",
        # Five years from the letter, not from the day on which it was written down.
        f"It lasts until {answer.ends_on.day} {answer.ends_on:%B %Y}.",
    ]
    assert answer.ends_on == told_on + timedelta(days=5 * 365)
    assert page(record, "paper", answer=answer.pk) in response.content.decode()


@pytest.fixture
def letter(north, north_lead):
    """An answer with the photo of a letter."""
    record = make_endorsement(region=north)
    sent = {**say(record, method="letter", how=""), "evidence": photo()}
    north_lead.client.post(page(record, "agree"), sent)
    return record.consents.get()


def test_photo_of_a_letter_is_seen_by_leads_of_the_region_alone(
    letter, north_lead, south_lead, national_lead, comms, visitor
):
    address = page(letter.record, "paper", answer=letter.pk)
    people = (north_lead, national_lead, south_lead, comms, visitor)

    assert [p.client.get(address).status_code for p in people] == [
        200,
        200,
        404,
        403,
        302,
    ]
    response = north_lead.client.get(address)
    assert response.headers["Content-Type"] == "image/jpeg"
    assert "no-store" in response.headers["Cache-Control"]
    assert b"".join(response)[:2] == b"\xff\xd8"


def test_photo_of_a_letter_is_not_found_under_another_record(letter, north, north_lead):
    other = make_endorsement(region=north)

    address = page(other, "paper", answer=letter.pk)

    assert north_lead.client.get(address).status_code == 404


def test_withdrawal_erases_the_photo_of_the_letter(letter, north_lead):
    record = stored(letter.record).story
    address = page(record, "paper", answer=letter.pk)

    moves.withdraw(record, by=north_lead.user, seen_version=record.version)

    letter.refresh_from_db()
    assert letter.evidence is None
    assert north_lead.client.get(address).status_code == 404


def test_photo_of_a_letter_survives_a_mistake_elsewhere(north, north_lead):
    record = make_endorsement(region=north)
    wrong = {**say(record, method="", how=""), "evidence": photo()}
    response = north_lead.client.post(page(record, "agree"), wrong)
    kept = re.search(r'name="evidence_kept" value="([^"]+)"', response.content.decode())

    right = {**say(record, method="letter", how=""), "evidence_kept": kept[1]}
    north_lead.client.post(page(record, "agree"), right)

    assert record.consents.get().evidence.claimed_at


def test_photo_that_was_swept_meanwhile_is_asked_for_again(north, north_lead):
    record = make_endorsement(region=north)
    wrong = {**say(record, method="", how=""), "evidence": photo()}
    response = north_lead.client.post(page(record, "agree"), wrong)
    kept = re.search(r'name="evidence_kept" value="([^"]+)"', response.content.decode())
    Picture.objects.all().delete()

    right = {**say(record, method="letter", how=""), "evidence_kept": kept[1]}
    response = north_lead.client.post(page(record, "agree"), right)

    assert "evidence" in form_of(response)["vouch_form"].errors
    assert not record.consents.exists()


def test_edit_needs_a_new_tick_for_what_a_lead_vouches_for(north, north_lead):
    record = make_endorsement(region=north)
    north_lead.client.post(page(record, "agree"), say(record))
    edit(record, north_lead, quote="Other words.")

    response = north_lead.client.get(page(record))

    form = form_of(response)["vouch_form"]
    assert not form["checked"].value()
    assert response.context["missing"] == [
        "The champion has not agreed to these exact words."
    ]


def test_public_page_says_nothing_of_who_vouched(north, north_lead, visitor):
    record = make_endorsement(region=north)
    north_lead.client.post(page(record, "agree"), say(record))
    record = stored(record).story
    moves.publish(record, by=north_lead.user, seen_version=record.version)

    text = visitor.client.get(record.get_absolute_url()).content.decode()

    assert record.quote in text
    assert "Nora North" not in text
    assert "vouched" not in text.lower()
