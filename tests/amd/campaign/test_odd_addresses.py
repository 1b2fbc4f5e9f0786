"""Addresses in the admin with values that no database holds."""

import pytest
from django.contrib.contenttypes.models import ContentType

from tests.factories import make_endorsement

LISTS = ("endorsements/endorsement", "casestudies/casestudy", "records/record")
HUGE = "9" * 23


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize(
    "query",
    [
        f"submitted_at__year={HUGE}",
        "submitted_at__year=0",
        "submitted_at__year=2026&submitted_at__month=99",
        f"region__id__exact={HUGE}",
        f"p={HUGE}",
        "q=%00%ff",
        "status=%00",
        "o=9.9",
        "_to_field=quote",
    ],
)
def test_a_list_asked_for_nonsense_is_no_failure(north_lead, kind, query):
    response = north_lead.client.get(f"/admin/{kind}/?{query}")

    assert response.status_code in (200, 302, 400)


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("key", [HUGE, "%00", "-1", "1_0"])
def test_a_row_that_cannot_be_is_not_there(north_lead, kind, key):
    response = north_lead.client.get(f"/admin/{kind}/{key}/change/")

    assert (response.status_code, response.url) == (302, "/admin/")


def test_no_shortcut_tells_the_reference_of_another_regions_record(north_lead, south):
    hidden = make_endorsement(region=south)
    kind = ContentType.objects.get_for_model(hidden)

    response = north_lead.client.get(f"/admin/r/{kind.pk}/{hidden.pk}/")

    assert response.status_code == 410
