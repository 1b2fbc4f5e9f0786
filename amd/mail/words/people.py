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


def sign_off_link(*, name: str, kind: str, reference: str, link: str) -> Mail:
    """Asked for on the page of an older link."""
    return Mail(
        f"Your page at {settings.SITE_NAME}, {reference}",
        letter(
            name,
            f"Here is the link to your page about your words in an {kind}. It shows what "
            f"you agreed to, and there you can change it or take it back:\n{link}",
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
            f"There is an answer about the {kind} {reference}.",
            f"{who}: {answer.lower()}.",
            comment and f"Their own words:\n{comment}",
            f"See what comes next:\n{page}",
        ),
    )


def consent_review(
    *, name: str, kind: str, reference: str, link: str, until: str
) -> Mail:
    """After two years they are asked again, as the wording promises."""
    return Mail(
        f"Are you still happy with your words, {reference}?",
        letter(
            name,
            f"Two years ago you agreed to the use of your words in an {kind} for "
            f"{settings.SITE_NAME}.",
            f"See them, agree again or take them back:\n{link}",
            "You do not need to do anything if you are still happy: they stay until "
            f"{until}, and then come down by themselves.",
            KEEP_LINK,
        ),
    )


def consent_ends(
    *, name: str, kind: str, reference: str, link: str, until: str
) -> Mail:
    return Mail(
        f"Your words come down on {until}, {reference}",
        letter(
            name,
            f"You agreed to the use of your words in an {kind} for "
            f"{settings.SITE_NAME}. That agreement ends on {until}.",
            f"If you would like them to stay, agree again. It takes a minute:\n{link}",
            f"If you do nothing, they come down after {until}.",
            KEEP_LINK,
        ),
    )


def consent_ended(*, name: str, kind: str, reference: str) -> Mail:
    return Mail(
        f"Your words have come down, {reference}",
        letter(
            name,
            f"Your agreement to the use of your words in an {kind} for "
            f"{settings.SITE_NAME} has come to its end. Its page and its pictures are "
            "gone from our website.",
            "You do not need to do anything. Copies that other people already "
            "downloaded may still be around: tell us if you see one.",
        ),
    )


def part_removed(*, name: str, kind: str, reference: str) -> Mail:
    """The last mail to a person quoted: their part is erased, and so is their address."""
    return Mail(
        f"Your words have been removed, {reference}",
        letter(
            name,
            f"Your words, your name and any picture of you are erased from the {kind} "
            f"{reference}. Its page and its cards with your words are gone from our "
            "website.",
            "Copies that other people already downloaded may still be around. We have "
            "asked those we know of to delete them. Tell us if you see one.",
            "You do not need to do anything.",
        ),
    )
