"""What the tests of case studies share: a wording, a list and a filled-in form."""

import pytest

from amd.campaign.models import Term
from tests.casestudies import back
from tests.casestudies.journey import address, begin, fill, send
from tests.casestudies.pages import photo
from tests.factories import make_lead, make_organisation, make_wordings


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


@pytest.fixture
def impact(db):
    return Term.objects.create(
        scheme=Term.Scheme.IMPACT_CATEGORY, code="risk", label="Reduced risk"
    )


@pytest.fixture
def search(db):
    return Term.objects.create(
        scheme=Term.Scheme.SERVICE_USED, code="search", label="Evidence search"
    )


@pytest.fixture
def nurses(db):
    return Term.objects.create(
        scheme=Term.Scheme.STAFF_GROUP, code="nursing", label="Nursing"
    )


@pytest.fixture
def organisation(north):
    return make_organisation(name="Sampleshire NHS Trust", region=north)


@pytest.fixture
def answers(impact):
    """What a contributor types who has no figure, quote or picture."""
    return {
        "form_key": "5d8f6c0e-9a4b-4c7d-8e1f-2a3b4c5d6e7f",
        "author_name": "Ali Sample",
        "contributor_title": "Clinical Librarian",
        "author_email": "ali@example.nhs.uk",
        "service_name": "Sampleshire Knowledge and Library Service",
        "organisation_name": "Sampleshire NHS Trust",
        "headline": "Ward equipment chosen on evidence saves £120,000 a year",
        "challenge": "The group could not tell which pump was safest.",
        "library_role": "The clinical librarian searched and appraised.",
        "outcome": "The group chose the pump with the fewest errors.",
        "impact": "Every ward now orders the same pump.",
        "impact_categories": [impact.code],
        "brief": "The group asked, the library searched, and the group chose.",
        "uses": ["website", "social"],
        "no_patient_identifiable": "on",
    }


@pytest.fixture
def quote():
    return {
        "quote": "It changed what we do.",
        "attribution": "named",
        "quoted_name": "Sam Sample",
        "quoted_title": "Head of Procurement",
        "quoted_organisation": "Sampleshire NHS Trust",
    }


@pytest.fixture
def lead(north):
    return make_lead(north)


@pytest.fixture
def sent(client, answers, organisation):
    """With the leads, with a picture."""
    begin(client, answers)
    fill(client, answers)
    client.post(address("picture/"), {"picture": photo(), "picture_alt": "A pump"})
    send(client, answers)
    return back.now()


@pytest.fixture
def sent_back(sent, lead):
    return back.ask(lead, impact="Say how much.")
