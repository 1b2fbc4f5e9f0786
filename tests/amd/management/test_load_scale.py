"""A large made-up set: public at once, varied, the same for the same seed, removable."""

import pytest
from django.core.management import CommandError, call_command

from amd.management.samples.removing import remove_samples
from amd.management.scale.loading import load_scale
from amd.publishing.models import Publication
from amd.records.models import Record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def campaign():
    call_command("load_campaign", verbosity=0)


def told():
    copies = Publication.objects.order_by("pk")
    return list(copies.values_list("kind", "title", "search_text", "facets"))


def test_so_many_are_live_found_and_read(client):
    load_scale(60)

    found = client.get("/gallery/")
    newest = Publication.objects.live().newest_first()[0]
    assert "60 results" in found.text
    assert client.get(newest.get_absolute_url()).status_code == 200


def test_lengths_vary_and_the_first_choices_are_far_more_common():
    load_scale(120)

    lengths = sorted(len(each.search_text) for each in Publication.objects.all())
    regions = [each.region_id for each in Publication.objects.all()]
    counts = sorted(map(regions.count, set(regions)))
    assert lengths[-1] > 5 * lengths[0]
    assert counts[-1] > 3 * counts[0]


def test_the_same_seed_tells_the_same():
    load_scale(20, seed=3)
    first = told()
    remove_samples()
    load_scale(20, seed=3)

    again = told()

    # All but the references, which are drawn by chance.
    assert [row[:2] for row in again] == [row[:2] for row in first]
    assert [row[3] for row in again] == [row[3] for row in first]


def test_they_are_samples_and_go_with_them():
    load_scale(10)

    remove_samples()

    assert not Publication.objects.exists()
    assert not Record.objects.exists()


@pytest.mark.parametrize("wanted", [0, -1, 200_001])
def test_too_few_and_too_many_are_refused(settings, wanted):
    settings.DEBUG = True

    with pytest.raises(CommandError, match="from 1 to 200,000"):
        call_command("load_scale", publications=wanted)


def test_nothing_is_made_up_on_a_production_site():
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("load_scale", publications=10)

    assert not Record.objects.exists()
