"""One plain make_… for each model, nothing surprising; each part adds its own below."""

from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from amd.campaign import roles
from amd.campaign.models import ConsentWording, Organisation, Region, User
from amd.consent.models import Use

numbers = count(1)


def make_region(**overrides: Any) -> Region:
    number = next(numbers)
    return Region.objects.create(
        **{
            "name": f"Region {number}",
            "slug": f"region-{number}",
            "mailbox": f"region{number}@amilliondecisions.example",
            **overrides,
        }
    )


def make_organisation(**overrides: Any) -> Organisation:
    number = next(numbers)
    if "region" not in overrides:
        overrides["region"] = make_region()
    return Organisation.objects.create(
        **{"name": f"Sampleshire NHS Trust {number}", **overrides}
    )


def make_user(*, role: str = "", regions: Any = (), **overrides: Any) -> User:
    """A member of staff; with a role, in its group with the group's permissions."""
    number = next(numbers)
    user = User.objects.create_user(
        **{
            "email": f"person{number}@amilliondecisions.example",
            "name": f"Sample Person {number}",
            "password": "correct-horse-battery",
            "is_staff": True,
            **overrides,
        }
    )
    user.regions.set(regions)
    if role:
        roles.make_groups()
        user.groups.add(Group.objects.get(name=role))
    return user


def make_lead(*regions: Region, **overrides: Any) -> User:
    return make_user(role=roles.REGIONAL_LEAD, regions=regions, **overrides)


def make_national_lead(**overrides: Any) -> User:
    return make_user(role=roles.NATIONAL_LEAD, **overrides)


def make_comms(**overrides: Any) -> User:
    return make_user(role=roles.COMMS, **overrides)


def make_wordings() -> dict[str, ConsentWording]:
    """The wording in force for each kind of person."""
    return {
        person: ConsentWording.objects.get_or_create(
            person=person,
            version=1,
            defaults={
                "introduction": "What you agree to is yours to decide.",
                "uses": {use.value: f"I agree to {use.label.lower()}" for use in Use},
                "terms": "You can change your mind.",
            },
        )[0]
        for person in ConsentWording.Person.values
    }
