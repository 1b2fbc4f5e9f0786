"""How often one may guess a password or ask for a link; a sentence when too often."""

from django.http import HttpRequest

from amd.web.throttle import allow, client_address

QUARTER_SECONDS = 15 * 60
HOUR_SECONDS = 60 * 60
# Behind one address may sit a whole hospital; behind one address and name, one person.
SIGN_INS_FROM_ONE_PLACE = 100
SIGN_INS_OF_ONE_PERSON = 10
LINKS_FROM_ONE_PLACE = 30
LINKS_TO_ONE_PERSON = 5

TOO_MANY_SIGN_INS = (
    "There were too many attempts to sign in. Wait 15 minutes and try again"
)
TOO_MANY_LINKS = "There were too many requests for a link. Wait an hour and try again"


def may_sign_in(request: HttpRequest, email: str) -> bool:
    place = client_address(request)
    person = f"{email.lower()} {place}"
    return allow(
        "sign-in place", place, SIGN_INS_FROM_ONE_PLACE, QUARTER_SECONDS
    ) and allow("sign-in person", person, SIGN_INS_OF_ONE_PERSON, QUARTER_SECONDS)


def may_ask_for_link(request: HttpRequest) -> bool:
    place = client_address(request)
    return allow("link place", place, LINKS_FROM_ONE_PLACE, HOUR_SECONDS)


def may_be_sent_link(email: str) -> bool:
    """False: nothing is sent, and nothing is said, or an address could be flooded."""
    return allow("link person", email.lower(), LINKS_TO_ONE_PERSON, HOUR_SECONDS)
