"""To staff: what may not be shown any more has to come down where it was used."""

from django.conf import settings

from .letter import Mail, letter


def takedowns_asked(*, name: str, kind: str, reference: str, places: str) -> Mail:
    """To whoever noted where a card was used. Names the record by its reference alone."""
    return Mail(
        f"Please take down {places}, {reference}",
        letter(
            name,
            f"You noted where the {kind} {reference} was used. It may not be shown there "
            "any more.",
            f"Please take down {places}, and then say so here:\n{_page()}",
            "The person reads on their own page what has come down.",
        ),
    )


def takedowns_waiting(*, name: str, places: str, waiting: str) -> Mail:
    """A week after they were asked, and each week until it is done."""
    return Mail(
        f"Still to take down: {places}",
        letter(
            name,
            "This may not be shown any more, and is still to be seen where it was used:",
            waiting,
            f"Please take down {places}, and then say so here:\n{_page()}",
            "Where that cannot be done, because it is printed or over, say that instead. "
            "We remind you each week until then.",
        ),
    )


def _page() -> str:
    return f"{settings.SITE_ADDRESS}/comms/takedowns/"
