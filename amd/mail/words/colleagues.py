"""Between people who judge a record: a question, its answer, a claim taken over."""

from django.conf import settings

from .letter import KEEP_LINK, Mail, letter


def colleague_asked(
    *, kind: str, reference: str, link: str, asked_by: str, question: str, until: str
) -> Mail:
    """To somebody who may have no account."""
    return Mail(
        f"A question about an {kind}, {reference}",
        letter(
            "",
            f"{asked_by} is reviewing an {kind} for {settings.SITE_NAME} and asks you:",
            question,
            f"Read it and answer:\n{link}",
            f"The link works until {until}. What you read there is not public: please "
            "do not pass it on.",
            KEEP_LINK,
        ),
    )


def colleague_answered(
    *, name: str, kind: str, reference: str, page: str, question: str, said: str
) -> Mail:
    """To the lead who asked."""
    return Mail(
        f"Your colleague has answered, {reference}",
        letter(
            name,
            f"You asked a colleague about the {kind} {reference}:\n{question}",
            f"Their answer:\n{said}",
            f"Go on with it:\n{page}",
        ),
    )


def taken_over(
    *, name: str, kind: str, reference: str, page: str, who: str, why: str
) -> Mail:
    """To the lead whose claim it was."""
    return Mail(
        f"{who} has taken over what you claimed, {reference}",
        letter(
            name,
            f"{who} has taken over the {kind} {reference}, which you had claimed. "
            f"The reason given:\n{why}",
            "What you kept there is still there. You do not need to do anything.",
            f"See where it stands:\n{page}",
        ),
    )
