import pytest

from amd.mail.models import Outbox
from amd.web.watched import stamp
from tests.factories import make_publication, make_record, make_region

pytestmark = pytest.mark.django_db

PAGE = "/report/7f3k-2q/"
WORDS = {
    "problem": "The job title is out of date",
    "email": "reader@example.org",
    "shown_at": stamp(),
}


@pytest.fixture
def region():
    return make_region(name="London", mailbox="london@example.org")


@pytest.fixture
def publication(region):
    record = make_record(reference="7F3K2Q", region=region)
    return make_publication(record=record)


def test_report_goes_to_the_mailbox_of_the_region(client, publication, region):
    answer = client.post(PAGE, WORDS)

    mail = Outbox.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{PAGE}?sent=1")
    assert mail.address == "london@example.org"
    assert mail.region == region
    assert mail.reference == "7F3K2Q"
    assert "The job title is out of date" in mail.body
    assert "Answer to: reader@example.org" in mail.body
    assert "/endorsements/7f3k-2q/" in mail.body


def test_report_on_what_has_no_region_goes_to_who_runs_the_site(client, settings):
    settings.SITE_OWNER = {"organisation": "Sample", "email": "team@example.org"}
    make_publication(record=make_record(reference="7F3K2Q"))

    client.post(PAGE, {"problem": "It is wrong"})

    mail = Outbox.objects.get()
    assert mail.address == "team@example.org"
    assert "They left no address." in mail.body


def test_thanks_are_said_on_a_page_that_can_be_loaded_again(client, publication):
    answer = client.get(f"{PAGE}?sent=1")

    assert "Your report was sent" in answer.content.decode()
    assert "<form" not in answer.content.decode()


def test_empty_report_is_refused_with_what_to_do(client, publication):
    answer = client.post(PAGE, {"problem": " ", "email": "reader@example.org"})

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Enter what is wrong" in html
    assert "<title>Error: Report a problem" in html
    assert 'value="reader@example.org"' in html
    assert not Outbox.objects.exists()


def test_wrong_address_is_refused_and_the_words_are_kept(client, publication):
    answer = client.post(PAGE, {**WORDS, "email": "reader"})

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Enter an email address in the correct format" in html
    assert "The job title is out of date" in html


def test_sixth_report_within_the_hour_is_refused_and_the_words_are_kept(
    client, publication
):
    for _ in range(5):
        assert client.post(PAGE, WORDS).status_code == 302

    answer = client.post(PAGE, WORDS)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "You have sent several reports" in html
    assert "The job title is out of date" in html
    assert Outbox.objects.count() == 5


def test_newlines_in_the_address_reach_no_mail(client, publication):
    client.post(PAGE, {**WORDS, "email": "a@example.org\nBcc: b@example.org"})

    assert not Outbox.objects.exists()


def test_form_is_protected_by_its_cookie_and_never_kept(client, publication):
    answer = client.get(PAGE)

    assert list(answer.cookies) == ["csrftoken"]
    assert "no-store" in answer["Cache-Control"]


def subject():
    return Outbox.objects.get().subject


def test_what_looks_like_spam_comes_with_a_mark(client, publication):
    client.post(PAGE, WORDS | {"homepage": "https://pills.example"})

    assert subject() == "May be spam: A visitor has reported a page, 7F3K-2Q"


def test_what_a_person_writes_comes_without(client, publication):
    client.post(PAGE, WORDS)

    assert subject() == "A visitor has reported a page, 7F3K-2Q"
