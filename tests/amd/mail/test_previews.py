import pytest
from django.urls import reverse

from amd.mail import words
from amd.mail.previews import previews
from tests.factories import make_comms, make_lead, make_region

NOT_MAILS = {"KEEP_LINK", "Mail", "letter"}


def test_every_mail_in_the_code_has_a_preview():
    shown = [name for _, mails in previews() for name, _ in mails]

    assert sorted(shown) == sorted(set(words.__all__) - NOT_MAILS)


@pytest.mark.parametrize(
    ("name", "mail"), [pair for _, mails in previews() for pair in mails]
)
def test_every_mail_is_plain_and_short_and_says_who_writes(name, mail):
    assert mail.body.startswith("Hello")
    assert "The #AMillionDecisions team\nhttp" in mail.body
    assert len(mail.body.split()) <= 150
    assert len(mail.subject) <= 78
    assert ("\n\n\n" in mail.body, "<" in mail.body) == (False, False)


@pytest.mark.django_db
def test_a_lead_reads_the_words_of_every_mail(client):
    client.force_login(make_lead(make_region()))

    page = client.get(reverse("mail:words")).text

    assert [page.count(f'id="mail-{name}"') for name in words.__all__] == [
        int(name not in NOT_MAILS) for name in words.__all__
    ]


@pytest.mark.django_db
def test_comms_do_not(client):
    client.force_login(make_comms())

    assert client.get(reverse("mail:words")).status_code == 403
