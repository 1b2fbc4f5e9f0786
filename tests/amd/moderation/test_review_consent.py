"""The review desk asks people to sign off, and says when it no longer covers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import SignOff
from amd.mail.models import Outbox
from amd.moderation import sign_off
from tests.amd.moderation.desk_steps import (
    edit,
    form_of,
    page,
    sentences,
    stored,
)
from tests.factories import make_case_study, make_endorsement, make_wordings
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


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


def test_two_clicks_ask_once(north, north_lead):
    """Else the link in the first of two mails would be dead."""
    record = make_endorsement(region=north)

    ask(north_lead, record)
    response = ask(north_lead, record)

    assert (SignOff.objects.count(), mails_to(ADDRESS).count()) == (1, 1)
    assert sentences(response)[0].startswith(f"Sent to {ADDRESS}")


def test_asked_again_later_is_another_question(north, north_lead):
    record = make_endorsement(region=north)
    ask(north_lead, record)
    SignOff.objects.update(asked_at=timezone.now() - timedelta(minutes=2))

    ask(north_lead, record)

    assert (SignOff.objects.count(), SignOff.objects.open().count()) == (2, 1)


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
        edit(record, north_lead.user, quote="Other words.")
    if why == "expired":
        SignOff.objects.update(expires_at=days_ago(1))
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


def test_somebody_else_who_is_quoted_now_is_not_asked_at_the_first_ones_address(
    north, north_lead
):
    story = quoted_study(region=north)
    ask(north_lead, story, "sam@example.nhs.uk")
    edit(story, north_lead.user, quote="We save hours.")
    shown = form_of(north_lead.client.get(page(story)), "Person quoted")["ask_form"]
    assert shown["email"].value() == "sam@example.nhs.uk"

    edit(story, north_lead.user, quoted_name="Bea Sample")

    shown = form_of(north_lead.client.get(page(story)), "Person quoted")["ask_form"]
    assert shown["email"].value() == ""


def test_contributor_does_not_answer_for_the_person_quoted(north, north_lead):
    story = quoted_study(region=north, author_email="ali@example.nhs.uk")

    response = ask(north_lead, story, "Ali@Example.nhs.uk")

    assert form_of(response, "Person quoted")["ask_form"].errors == {
        "email": [
            "Enter the address of the person quoted: this one is the contributor's"
        ]
    }
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("whose", ["her own", "the role mailbox"])
def test_lead_does_not_answer_in_the_place_of_somebody(north, north_lead, whose):
    record = make_endorsement(region=north)
    email = north_lead.user.email if whose == "her own" else north.mailbox

    response = ask(north_lead, record, email.upper())

    assert form_of(response)["ask_form"].errors == {
        "email": ["Enter their own address: what they told you is written down below"]
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
    edit(record, north_lead.user, quote="Other words.")

    response = ask(north_lead, record, version=old)

    assert sentences(response)[0].startswith("Not changed: Nora North was first")
    assert form_of(response)["ask_form"]["version"].value() == str(
        stored(record).version
    )
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("name", ["ask", "send_again", "agree"])
def test_nobody_asks_about_a_record_of_another_region(north, south_lead, name):
    record = make_endorsement(region=north)
    sent = {"version": record.version, "person": "champion", "email": ADDRESS}

    response = south_lead.client.post(page(record, name), sent)

    assert response.status_code == 404
    assert not SignOff.objects.exists()


def test_edit_after_approval_is_shown_word_by_word_with_one_click_to_ask_again(
    north, north_lead
):
    record = make_endorsement(region=north, quote="Our librarians save hours.")
    ask(north_lead, record)
    sign_off.approve(SignOff.objects.get(), uses=["website", "name", "title"])
    edit(record, north_lead.user, quote="Our librarians save many hours.")

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
    edit(record, north_lead.user, quote="Other words.")
    change = reverse("admin:endorsements_endorsement_change", args=[record.pk])

    text = north_lead.client.get(change).content.decode()

    assert "Sign-off no longer covers this text" in text
    assert page(record, "ask") in text


def test_edit_form_of_what_is_covered_says_nothing(north, north_lead):
    record = make_endorsement(region=north, agreed=True)
    change = reverse("admin:endorsements_endorsement_change", args=[record.pk])

    assert "Sign-off" not in north_lead.client.get(change).content.decode()


def test_saving_other_words_says_that_sign_off_is_void(north, north_lead):
    story = make_case_study(region=north, agreed=True)
    change = reverse("admin:casestudies_casestudy_change", args=[story.pk])
    form = north_lead.client.get(change).context["adminform"].form
    typed = {
        name: field.value()
        for name in form.fields
        if (field := form[name]).value() not in (None, False) and name != "picture"
    }

    response = north_lead.client.post(
        change, {**typed, "headline": "Another headline"}, follow=True
    )

    assert sentences(response)[-1] == (
        "Sign-off no longer covers this text: the contributor agreed to other words. "
        '<a href="#sign-off-contributor">Ask them again</a>'
    )
    assert 'id="sign-off-contributor"' in response.content.decode()
