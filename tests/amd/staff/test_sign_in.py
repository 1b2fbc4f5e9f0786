import re

import pytest
from django.urls import reverse

from amd.mail.models import Outbox
from amd.staff import accounts
from tests.factories import make_comms, make_lead, make_user

pytestmark = pytest.mark.django_db
PASSWORD = "correct-horse-battery"
WRONG = "The email address or the password is not right, or the account is closed"
TOO_MANY = "There were too many attempts to sign in. Wait 15 minutes and try again"


def sign_in(client, email, password=PASSWORD, **headers):
    data = {"username": email, "password": password}
    return client.post(reverse("admin:login"), data, **headers)


def is_in(client):
    return client.get(reverse("admin:index")).status_code == 200


def link_in_last_mail():
    return re.search(r"http://[^/]+(/\S+)", Outbox.objects.first().body)[1]


def test_staff_sign_in_with_their_address_in_any_case(client):
    lead = make_lead()

    response = sign_in(client, lead.email.upper())

    assert response.headers["Location"] == reverse("admin:index")
    assert is_in(client)


def test_after_sign_in_the_page_that_was_asked_for_opens(client):
    lead = make_lead()
    login = client.get("/admin/records/record/")

    data = {"username": lead.email, "password": PASSWORD}
    response = client.post(login.headers["Location"], data)

    assert response.headers["Location"] == "/admin/records/record/"


@pytest.mark.parametrize("next_page", ["https://evil.example/", "//evil.example"])
def test_sign_in_leads_to_no_other_site(client, next_page):
    data = {"username": make_lead().email, "password": PASSWORD}

    response = client.post(f"{reverse('admin:login')}?next={next_page}", data)

    assert response.headers["Location"] == reverse("admin:index")


def test_a_wrong_password_an_unknown_address_and_a_closed_account_look_the_same(client):
    lead, closed = make_lead(), make_lead(is_active=False)
    answers = [
        sign_in(client, lead.email, "wrong"),
        sign_in(client, "nobody@example.nhs.uk"),
        sign_in(client, closed.email),
        sign_in(client, make_user(is_staff=False).email),
    ]

    assert [answer.status_code for answer in answers] == [422] * 4
    assert [answer.context["form"].non_field_errors() for answer in answers] == [
        [WRONG]
    ] * 4


def test_empty_questions_are_named_in_the_summary_and_beside_them(client):
    response = sign_in(client, "", "")

    assert (response.status_code, response.text.count("Enter your email address")) == (
        422,
        2,
    )
    assert response.text.count("Enter your password") == 2
    assert "<title>Error: Sign in" in response.text


def test_guessing_at_one_account_is_held_back_even_with_the_right_password(client):
    lead, other = make_lead(), make_lead()
    for _ in range(10):
        sign_in(client, lead.email, "wrong")

    guessed = sign_in(client, lead.email.upper())
    neighbour = sign_in(client, other.email)

    assert guessed.context["form"].non_field_errors() == [TOO_MANY]
    assert neighbour.status_code == 302


def test_guessing_at_many_accounts_from_one_place_is_held_back(client):
    lead = make_lead()
    for number in range(100):
        sign_in(client, f"person{number}@example.nhs.uk", "wrong")

    here = sign_in(client, lead.email)
    elsewhere = sign_in(client, lead.email, REMOTE_ADDR="192.0.2.7")

    assert here.context["form"].non_field_errors() == [TOO_MANY]
    assert elsewhere.status_code == 302


def test_a_person_who_is_signed_in_is_not_asked_again(comms):
    response = comms.client.get(reverse("admin:login"))

    assert response.headers["Location"] == reverse("admin:index")


def test_a_closed_account_is_out_at_its_next_request(north_lead, national_lead):
    before = is_in(north_lead.client)

    national_lead.client.post(reverse("staff:close", args=[north_lead.user.pk]))

    after = north_lead.client.get(reverse("admin:index"))
    assert (before, after.status_code) == (True, 302)
    assert after.headers["Location"].startswith(reverse("admin:login"))


def test_an_account_opened_again_brings_no_old_session_back(north_lead, national_lead):
    accounts.close(north_lead.user, by=national_lead.user)
    accounts.open_again(north_lead.user, by=national_lead.user)

    assert not is_in(north_lead.client)


def test_a_forgotten_password_is_replaced_by_a_link_in_a_mail(client, north_lead):
    client.post(reverse("staff:reset"), {"email": north_lead.user.email.upper()})
    form_page = client.get(link_in_last_mail(), follow=True)
    address = form_page.redirect_chain[-1][0]
    response = client.post(address, {"password": "three words together"})

    assert response.headers["Location"] == reverse("admin:index")
    assert is_in(client)
    assert sign_in(client, north_lead.user.email, "three words together")
    assert not is_in(north_lead.client)


def test_the_token_stands_in_no_address_of_the_form(client):
    lead = make_lead()
    accounts.send_link_to(lead.email)
    link = link_in_last_mail()

    page = client.get(link, follow=True)

    assert link.split("/")[-2] not in page.redirect_chain[-1][0] + page.text


def test_a_link_works_once(client):
    accounts.send_link_to(make_lead().email)
    link = link_in_last_mail()
    address = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(address, {"password": "three words together"})

    again = client.get(link)

    assert again.status_code == 410
    assert "This link no longer works" in again.text


def test_opening_a_link_changes_nothing(client):
    lead = make_lead()
    accounts.send_link_to(lead.email)

    client.get(link_in_last_mail(), follow=True)

    assert not is_in(client)
    assert sign_in(client, lead.email).status_code == 302


def test_a_link_of_a_closed_account_no_longer_works(client, national_lead):
    lead = make_lead()
    accounts.send_link_to(lead.email)
    link = link_in_last_mail()

    accounts.close(lead, by=national_lead.user)

    assert client.get(link).status_code == 410


@pytest.mark.parametrize("link", ["MQ/x", "not-an-id/x-y", "OTk5OTk/abc-def"])
def test_a_link_that_is_not_ours_no_longer_works(client, link):
    assert client.get(f"/staff/reset/{link}/").status_code == 410


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "Enter a password"),
        ("short", "Password must be 12 characters or more"),
        ("q1w2e3r4t5y6", "Choose a password that is harder to guess"),
    ],
)
def test_a_weak_password_is_refused_with_a_sentence(client, password, sentence):
    accounts.send_link_to(make_lead().email)
    address = client.get(link_in_last_mail(), follow=True).redirect_chain[-1][0]

    response = client.post(address, {"password": password})

    assert response.status_code == 422
    assert response.context["form"].errors == {"password": [sentence]}


def test_the_answer_is_the_same_for_a_known_and_an_unknown_address(client):
    known = client.post(reverse("staff:reset"), {"email": make_lead().email})
    unknown = client.post(reverse("staff:reset"), {"email": "no@example.nhs.uk"})
    closed = client.post(
        reverse("staff:reset"), {"email": make_lead(is_active=False).email}
    )

    places = {answer.headers["Location"] for answer in (known, unknown, closed)}
    assert places == {reverse("staff:reset_sent")}
    assert Outbox.objects.count() == 1


def test_nobody_is_flooded_with_links(client):
    lead = make_comms()

    for _ in range(8):
        answer = client.post(reverse("staff:reset"), {"email": lead.email})

    assert answer.headers["Location"] == reverse("staff:reset_sent")
    assert Outbox.objects.count() == 5


def test_asking_for_many_links_from_one_place_is_held_back(client):
    for number in range(30):
        client.post(reverse("staff:reset"), {"email": f"p{number}@example.nhs.uk"})

    response = client.post(reverse("staff:reset"), {"email": make_lead().email})

    assert (response.status_code, Outbox.objects.count()) == (422, 0)
    assert response.context["form"].non_field_errors() == [
        "There were too many requests for a link. Wait an hour and try again"
    ]


def test_the_form_for_a_link_refuses_what_is_no_address(client):
    response = client.post(reverse("staff:reset"), {"email": "sam"})

    assert response.status_code == 422
    assert response.context["form"].errors == {
        "email": [
            "Enter an email address in the correct format, like name@example.nhs.uk"
        ]
    }


def test_pages_about_passwords_are_kept_by_no_cache(client):
    accounts.send_link_to(make_lead().email)
    pages = [
        client.get(reverse("admin:login")),
        client.get(reverse("staff:reset")),
        client.get(link_in_last_mail(), follow=True),
    ]

    assert ["no-store" in page.headers["Cache-Control"] for page in pages] == [True] * 3
