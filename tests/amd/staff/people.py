"""The people of the staff and mail tests: each with a role and regions."""

from django.contrib.auth.models import Group

from amd.campaign import roles
from amd.campaign.models import Region, User

PASSWORD = "correct horse battery staple"


def make_region(name="North", **overrides):
    return Region.objects.create(name=name, slug=name.lower(), **overrides)


def make_staff(role=roles.REGIONAL_LEAD, *regions, email="", **overrides):
    email = email or f"{role.split()[0].lower()}@example.nhs.uk"
    person = User.objects.create_user(
        email, PASSWORD, **{"name": role, "is_staff": True, **overrides}
    )
    if not Group.objects.exists():
        roles.make_groups()
    person.groups.set([Group.objects.get(name=role)])
    person.regions.set(regions)
    return person
