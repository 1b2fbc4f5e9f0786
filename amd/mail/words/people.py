"""To people whose words are quoted: the question, and what follows their answer."""

from django.conf import settings

from .letter import KEEP_LINK, Mail, letter


def sign_off_request(
    *, name: str, kind: str, reference: str, link: str, asked_by: str, until: str
) -> Mail:
    return Mail(
        f"Please check your words for {settings.SITE_NAME}, {reference}",
        letter(
            name,
            f"{asked_by} would like to use your words in an {kind} for "
            f"{settings.SITE_NAME}. Nothing is published without your agreement.",
            "Read your exact words, see how they would look, and say yes, ask for a "
            f"change, or say no. It takes about two minutes:\n{link}",
            f"Please answer by {until}. Saying no has no effect on you, and your "
            "manager is not told.",
            KEEP_LINK,
        ),
    )


def sign_off_kept(
    *, name: str, kind: str, reference: str, link: str, agreed: str
) -> Mail:
    """What was recorded, on the day it was given, with the way to change it."""
    return Mail(
        f"What you agreed to for {settings.SITE_NAME}, {reference}",
        letter(
            name,
            f"Thank you. This is what you have agreed to, for your words in an {kind}:",
            agreed,
            "You can see it, change it or take it back at any time, on the same "
            f"page:\n{link}",
            KEEP_LINK,
        ),
    )


def sign_off_answered(
    *, kind: str, reference: str, page: str, who: str, answer: str, comment: str
) -> Mail:
    """To the lead, or the contributor, who asked."""
    return Mail(
        f"{who}: {answer.lower()}, {reference}",
        letter(
            "",
            f"{who} of the {kind} {reference} has answered: {answer}.",
            comment and f"Their own words:\n{comment}",
            f"See what comes next:\n{page}",
        ),
    )
