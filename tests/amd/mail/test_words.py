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
    "declined": words.declined(**ABOUT, link="https://l/", reason="R", note="N"),
    "draft_kept": words.draft_kept(**ABOUT, link="https://l/"),
    "draft_ending": words.draft_ending(
        **ABOUT, link="https://l/", until="21 December 2026"
    ),
    "withdrawn": words.withdrawn(**ABOUT),
    "invitation": words.invitation(name="Sam", link="https://l/", invited_by="Kim"),
    "account_opened": words.account_opened(
        name="Sam", link="https://l/", opened_by="Kim"
    ),
    "password_reset": words.password_reset(name="Sam", link="https://l/"),
    "report": words.report(reference="7F3K-2Q", page="https://p/", text="Wrong"),
}


MAILED_LINKS = ["confirm_address", "new_link", "receipt", "sent_back"]
MAILED_LINKS += ["accepted", "published", "declined", "draft_kept", "draft_ending"]


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
    about = {**ABOUT, "link": "https://l/"}
    mail = words.declined(**about, reason="It names a patient.", note="")

    assert "It names a patient.\n\nIf you have" in mail.body


def test_a_line_break_in_a_subject_cannot_start_a_header():
    mail = words.Mail("Hello\r\nBcc: all@example.nhs.uk", "")

    assert mail.subject == "Hello Bcc: all@example.nhs.uk"


def test_the_last_reminder_of_a_draft_says_until_when_and_what_then():
    mail = MAILS["draft_ending"]

    assert mail.subject == (
        "Your impact case study is kept until 21 December 2026, 7F3K-2Q"
    )
    assert "We keep it until 21 December 2026, and delete it after that day." in (
        mail.body
    )
    assert "When you save a page, we keep it for 28 days more." in mail.body


# What comes next, whatever became of it.
NEXT = {
    "draft_kept": "You can go on at any time, on any device.",
    "draft_ending": "Go on where you stopped, or send it as it is:",
    "receipt": "See where it stands, and how many are ahead of it:",
    "sent_back": "Change it and send it again:",
    "accepted": "We will email you when it is published.",
    "published": "Your own page has its cards and text to post",
    "declined": "find your regional library lead:",
    "withdrawn": "You do not need to do anything.",
}


@pytest.mark.parametrize("name", NEXT)
def test_whoever_sent_something_in_reads_what_comes_next(name):
    assert NEXT[name] in MAILS[name].body


def test_an_accepted_story_is_not_said_to_wait_for_those_who_have_agreed():
    body = MAILS["accepted"].body

    assert "before everybody who is quoted or pictured in it has agreed" in body
    assert "still to answer" not in body


def test_an_answer_says_who_gave_it_and_about_what():
    mail = words.sign_off_answered(
        kind="impact case study",
        reference="7F3K-2Q",
        page="https://p/",
        who="Person quoted in a case study",
        answer="Approved",
        comment="",
    )

    assert "an answer about the impact case study 7F3K-2Q." in mail.body
    assert "\nPerson quoted in a case study: approved.\n" in mail.body
