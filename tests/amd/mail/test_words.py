import pytest

from amd.mail import words

ABOUT = {"name": "Sam", "kind": "impact case study", "reference": "7F3K-2Q"}
MAILS = {
    "confirm_address": words.confirm_address(
        kind="endorsement", reference="7F3K-2Q", link="https://l/"
    ),
    "new_link": words.new_link(**ABOUT, link="https://l/"),
    "receipt": words.receipt(**ABOUT, link="https://l/"),
    "sent_back": words.sent_back(**ABOUT, link="https://l/", reason="R", note="N"),
    "accepted": words.accepted(**ABOUT, link="https://l/"),
    "published": words.published(**ABOUT, link="https://l/", page="https://p/"),
    "declined": words.declined(**ABOUT, reason="R", note="N"),
    "withdrawn": words.withdrawn(**ABOUT),
    "invitation": words.invitation(name="Sam", link="https://l/", invited_by="Kim"),
    "account_opened": words.account_opened(
        name="Sam", link="https://l/", opened_by="Kim"
    ),
    "password_reset": words.password_reset(name="Sam", link="https://l/"),
    "report": words.report(reference="7F3K-2Q", page="https://p/", text="Wrong"),
}


MAILED_LINKS = ["confirm_address", "new_link", "receipt", "sent_back"]
MAILED_LINKS += ["accepted", "published"]


@pytest.mark.parametrize("name", MAILS)
def test_each_mail_is_plain_text_that_says_who_writes(name):
    mail = MAILS[name]

    assert mail.body.startswith("Hello")
    assert "The #AMillionDecisions team\nhttp" in mail.body
    assert "\n\n\n" not in mail.body
    assert "<" not in mail.body


@pytest.mark.parametrize("name", MAILED_LINKS)
def test_a_link_stands_alone_on_its_line_so_that_mail_programs_show_it(name):
    assert "https://l/" in MAILS[name].body.splitlines()


def test_an_empty_note_leaves_no_gap():
    mail = words.declined(**ABOUT, reason="It names a patient.", note="")

    assert "It names a patient.\n\nIf you have" in mail.body


def test_a_line_break_in_a_subject_cannot_start_a_header():
    mail = words.Mail("Hello\r\nBcc: all@example.nhs.uk", "")

    assert mail.subject == "Hello Bcc: all@example.nhs.uk"
