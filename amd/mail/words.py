"""The words of every mail: plain strings in, a subject and a body out."""

from dataclasses import dataclass

from django.conf import settings

KEEP_LINK = "Keep this link to yourself: whoever has it can act for you."


@dataclass(frozen=True)
class Mail:
    """One subject line, whatever was in the words it was made of, and a plain body."""

    subject: str
    body: str

    def __post_init__(self) -> None:
        # A line break in a subject would start another header.
        object.__setattr__(self, "subject", " ".join(self.subject.split())[:200])


def _letter(name: str, *paragraphs: str) -> str:
    greeting = f"Hello {name}".rstrip()
    signature = f"The {settings.SITE_NAME} team\n{settings.SITE_ADDRESS}"
    return "\n\n".join([greeting, *filter(None, paragraphs), signature]) + "\n"


def receipt(*, name: str, kind: str, reference: str, link: str) -> Mail:
    return Mail(
        f"We have received your {kind}, {reference}",
        _letter(
            name,
            f"Thank you for sending your {kind} to {settings.SITE_NAME}. "
            f"Its reference is {reference}.",
            "A library lead of your region will read it. "
            "We will email you when there is something for you to do or to see.",
            f"See where it stands:\n{link}",
            KEEP_LINK,
        ),
    )


def sent_back(
    *, name: str, kind: str, reference: str, link: str, reason: str, note: str
) -> Mail:
    return Mail(
        f"Please look at your {kind} again, {reference}",
        _letter(
            name,
            f"A library lead has read your {kind} and asks you to change something "
            "before it can go further.",
            reason,
            note,
            f"Change it and send it again:\n{link}",
            "Everything you sent is still there. " + KEEP_LINK,
        ),
    )


def accepted(*, name: str, kind: str, reference: str, link: str) -> Mail:
    return Mail(
        f"Your {kind} has been accepted, {reference}",
        _letter(
            name,
            f"Thank you. A library lead has read your {kind} and accepted it.",
            "It is not public yet. We will email you when it is published.",
            f"See where it stands:\n{link}",
            KEEP_LINK,
        ),
    )


def published(*, name: str, kind: str, reference: str, link: str, page: str) -> Mail:
    return Mail(
        f"Your {kind} is published, {reference}",
        _letter(
            name,
            f"Your {kind} is now on the {settings.SITE_NAME} website:\n{page}",
            "Please share that page with anyone who may find it useful.",
            f"You can withdraw it at any time. Your own page says how:\n{link}",
            KEEP_LINK,
        ),
    )


def declined(*, name: str, kind: str, reference: str, reason: str, note: str) -> Mail:
    return Mail(
        f"We will not publish your {kind}, {reference}",
        _letter(
            name,
            f"Thank you for sending your {kind}. "
            "A library lead has read it and decided not to publish it.",
            reason,
            note,
            "If you have a question about this, find your regional library lead:\n"
            f"{settings.SITE_ADDRESS}/contact/",
        ),
    )


def withdrawn(*, name: str, kind: str, reference: str) -> Mail:
    return Mail(
        f"Your {kind} has been withdrawn, {reference}",
        _letter(
            name,
            f"Your {kind} has been withdrawn. Its page and its pictures are gone from "
            "our website, and we have deleted what you sent.",
            "Copies that other people already downloaded may still be around. "
            "Tell us if you see one.",
            "You do not need to do anything.",
        ),
    )


def invitation(*, name: str, link: str, invited_by: str) -> Mail:
    return Mail(
        f"You are invited to work on {settings.SITE_NAME}",
        _letter(
            name,
            f"{invited_by} has made you an account on the {settings.SITE_NAME} website.",
            f"Choose a password to start:\n{link}",
            "The link works for 3 days and once only. "
            "If you did not expect this email, you can ignore it.",
        ),
    )


def account_opened(*, name: str, link: str, opened_by: str) -> Mail:
    return Mail(
        f"Your account for {settings.SITE_NAME} is open again",
        _letter(
            name,
            f"{opened_by} has opened your account on the {settings.SITE_NAME} website.",
            f"Choose a new password to start:\n{link}",
            "The link works for 3 days and once only.",
        ),
    )


def password_reset(*, name: str, link: str) -> Mail:
    return Mail(
        f"Choose a new password for {settings.SITE_NAME}",
        _letter(
            name,
            "Someone, we hope you, asked for a new password for your account.",
            f"Choose a new password:\n{link}",
            "The link works for 3 days and once only. "
            "If you did not ask for it, you can ignore this email: nothing has changed.",
        ),
    )


def report(*, reference: str, page: str, text: str) -> Mail:
    return Mail(
        f"A visitor has reported a page, {reference}",
        _letter("", f"A visitor wrote about this page:\n{page}", text),
    )
