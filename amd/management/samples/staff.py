"""Sample staff: one person for each role, all with one password that is no secret."""

from django.contrib.auth.models import Group

from amd.campaign.models import Region, User
from amd.campaign.roles import COMMS, NATIONAL_LEAD, REGIONAL_LEAD

# For trying the site out; load_samples is refused with DEBUG off.
PASSWORD = "a-million-decisions"  # noqa: S105  # printed on purpose
NATIONAL_EMAIL = "national.lead@amilliondecisions.example"

# E-mail address, name, role, regions.
STAFF: list[tuple[str, str, str, list[str]]] = [
    (
        "north.lead@amilliondecisions.example",
        "Nora Sample",
        REGIONAL_LEAD,
        ["north-west", "north-east-and-yorkshire"],
    ),
    (
        "midlands.lead@amilliondecisions.example",
        "Mina Sample",
        REGIONAL_LEAD,
        ["midlands"],
    ),
    (
        "south.lead@amilliondecisions.example",
        "Sol Sample",
        REGIONAL_LEAD,
        ["south-east", "south-west"],
    ),
    (NATIONAL_EMAIL, "Nat Sample", NATIONAL_LEAD, []),
    ("comms@amilliondecisions.example", "Connie Sample", COMMS, []),
]


def make_staff() -> int:
    """Open the accounts that are not there; how many."""
    made = 0
    for email, name, role, slugs in STAFF:
        if User.objects.filter(email=email).exists():
            continue
        user = User.objects.create_user(email, PASSWORD, name=name, is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        user.regions.set(Region.objects.filter(slug__in=slugs))
        made += 1
    return made


def lead_of(region: Region | None) -> User:
    """Who looks after a region among the sample staff: its own lead, else national."""
    emails = [row[0] for row in STAFF if region and region.slug in row[3]]
    return User.objects.get(email=emails[0] if emails else NATIONAL_EMAIL)
