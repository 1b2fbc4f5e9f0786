"""To staff: their accounts, and what waits for them."""

from django.conf import settings

from .letter import Mail, letter


def invitation(*, name: str, link: str, invited_by: str) -> Mail:
    return Mail(
        f"You are invited to work on {settings.SITE_NAME}",
        letter(
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
        letter(
            name,
            f"{opened_by} has opened your account on the {settings.SITE_NAME} website.",
            f"Choose a new password to start:\n{link}",
            "The link works for 3 days and once only.",
        ),
    )


def password_reset(*, name: str, link: str) -> Mail:
    return Mail(
        f"Choose a new password for {settings.SITE_NAME}",
        letter(
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
        letter("", f"A visitor wrote about this page:\n{page}", text),
    )
