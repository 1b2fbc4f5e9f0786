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


def new_work(*, kind: str, reference: str, page: str) -> Mail:
    """To the role mailbox of the region: one mail for each thing to review."""
    return Mail(
        f"New in your queue: {kind} {reference}",
        letter(
            "",
            f"An {kind} is waiting for review in your region. Its reference is "
            f"{reference}.",
            f"Review it:\n{page}",
        ),
    )


def digest(
    *,
    name: str,
    counts: str,
    since: str,
    overdue: str,
    due_soon: str,
    new: str,
    ending: str,
    regions: str,
    queue: str,
) -> Mail:
    """To each lead in the night: a part with nothing in it is left out."""
    return Mail(
        f"Your queue: {counts}",
        letter(
            name,
            overdue and f"Overdue:\n{overdue}",
            due_soon and f"Due soon:\n{due_soon}",
            new and f"New since {since}:\n{new}",
            ending and f"Published, and agreed to only until soon:\n{ending}",
            regions and f"Overdue in other regions:\n{regions}",
            f"Open your queue:\n{queue}",
        ),
    )


def sign_off_wanted(*, kind: str, reference: str, page: str, who: str) -> Mail:
    """Their link is out of time or about earlier words, and they would like to answer."""
    return Mail(
        f"Please ask again: {kind} {reference}",
        letter(
            "",
            f"{who} of the {kind} {reference} opened a link that asks them nothing any "
            "more, because the words were changed since or its time is over. They would "
            "like a new one.",
            f"Ask them to sign off the words as they are now:\n{page}",
        ),
    )


def agreement_changed(
    *, kind: str, reference: str, page: str, who: str, agreed: str
) -> Mail:
    return Mail(
        f"What may be used has changed: {kind} {reference}",
        letter(
            "",
            f"{who} of the {kind} {reference} has changed what they agree to. It is now:",
            agreed,
            "The public page and its cards follow by themselves. If you have used more "
            f"than this elsewhere, please take it down:\n{page}",
        ),
    )


def consent_needs_asking(
    *, kind: str, reference: str, page: str, who: str, until: str
) -> Mail:
    """We have no address of this person, so a lead asks them."""
    return Mail(
        f"Please ask again: {kind} {reference}",
        letter(
            "",
            f"{who} of the {kind} {reference} agreed until {until}, and we have no "
            "email address for them.",
            "Please ask them whether they agree again, and write down what they say. "
            f"Without an answer it comes down after {until}:\n{page}",
        ),
    )


def taken_down_at_end(*, kind: str, reference: str, page: str) -> Mail:
    return Mail(
        f"Taken down: {kind} {reference}",
        letter(
            "",
            f"What was agreed to for the {kind} {reference} has come to its end, so its "
            "public page and its cards are gone.",
            f"The record is still there. Ask its people again to publish it:\n{page}",
        ),
    )


def stop_using(
    *, name: str, kind: str, reference: str, formats: str, noted: str
) -> Mail:
    """To whoever of the staff downloaded a card that may not be shown any more."""
    return Mail(
        f"Stop using a card you downloaded, {reference}",
        letter(
            name,
            f"You downloaded cards of the {kind} {reference} ({formats}). They may not "
            "be used any more.",
            "Please delete your copies, take down what you posted, and replace what you "
            "put into documents.",
            noted and _to_come_down(noted),
        ),
    )


def use_newer_card(
    *, name: str, kind: str, reference: str, formats: str, noted: str
) -> Mail:
    """Less is agreed to than the card that they have shows."""
    return Mail(
        f"A card you downloaded has changed, {reference}",
        letter(
            name,
            f"You downloaded cards of the {kind} {reference} ({formats}). Somebody in it "
            "has taken back a part of what they agreed to.",
            "Please delete your copies. If it is still published, download "
            f"the card again:\n{settings.SITE_ADDRESS}/comms/{reference}/",
            noted and _to_come_down(noted),
        ),
    )


def _to_come_down(noted: str) -> str:
    return (
        f"You noted {noted} where it was used. When it is down there, say so here:\n"
        f"{settings.SITE_ADDRESS}/comms/takedowns/"
    )


def uses_to_take_down(
    *, kind: str, reference: str, page: str, what: str, uses: str, told: str
) -> Mail:
    """To the role mailbox: what happened, who was told, and what is left to do by hand."""
    return Mail(
        f"{what}: {kind} {reference}",
        letter(
            "",
            f"The {kind} {reference}: {what.lower()}. Its page, its cards and its files "
            "have followed at once.",
            told,
            uses and f"It was used in these places. Please take it down there:\n{uses}",
            uses and f"Then say so here:\n{settings.SITE_ADDRESS}/comms/takedowns/",
            f"What remains of the record:\n{page}",
        ),
    )
