import io
from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from amd.campaign.loading import load_campaign
from amd.campaign.models import Organisation, Region, User
from amd.management.samples.endorsements import make_endorsement
from amd.management.samples.loading import rows
from amd.management.samples.logos import LOGOS, draw_logo, logos_of
from amd.management.samples.pictures import FAMILIES, PALETTES, draw_picture
from amd.management.samples.places import make_organisations
from amd.management.samples.staff import PASSWORD, STAFF, make_staff
from amd.pictures.models import Picture
from amd.publishing.models import Pack, PartnerLogo, Publication
from amd.publishing.packs.asking import ask
from amd.records.models import Decision, Record, Status
from endorsements.champions import Champion
from tests.factories import make_comms, publish_endorsement

ENDORSEMENTS, CASE_STUDIES = rows("endorsements"), rows("case_studies")
PROSPECTS = rows("champions")
BOTH = [*ENDORSEMENTS, *CASE_STUDIES]


def run(*options):
    out = io.StringIO()
    call_command("load_samples", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def debug(settings, db):
    settings.DEBUG = True
    load_campaign()


def test_samples_are_loaded_once_and_taken_out_again_without_the_rest(debug):
    region = Region.objects.get(slug="midlands")
    real = publish_endorsement(region=region)
    stays = Organisation.objects.create(name="Real NHS Trust", region=region)
    decisions = Decision.objects.count()
    people = User.objects.count()

    run()
    loaded = Record.objects.filter(is_sample=True).count()
    said = run()

    assert Champion.objects.count() == len(ENDORSEMENTS) + len(PROSPECTS)
    assert loaded == Record.objects.filter(is_sample=True).count() == len(BOTH)
    assert said == "The samples are there already.\n"
    assert set(Status.values) - set(_statuses()) == {Status.DRAFT}
    assert _live_regions() == {*Region.objects.current(), None}
    assert not Publication.objects.exclude(record=real).filter(is_sample=False).exists()
    ask(make_comms(), Publication.objects.live().filter(is_sample=True), ["landscape"])
    people += 1

    run("--remove")

    assert list(Record.objects.values_list("pk", flat=True)) == [real.pk]
    assert Publication.objects.live().get().record_id == real.pk
    assert list(Organisation.objects.all()) == [stays]
    assert Decision.objects.count() == decisions
    assert User.objects.count() == people
    assert not Champion.objects.exists()
    assert not Picture.objects.exists()
    assert not PartnerLogo.objects.exists()
    assert not Pack.objects.exists()


def _statuses():
    return Record.objects.filter(is_sample=True).values_list("status", flat=True)


def _live_regions():
    live = Publication.objects.live().filter(is_sample=True).select_related("region")
    return {publication.region for publication in live}


@pytest.mark.parametrize("option", [(), ("--remove",)])
def test_samples_are_refused_with_debug_off(db, option):
    with pytest.raises(CommandError) as refused:
        run(*option)

    assert str(refused.value) == (
        "DEBUG is off: sample records, and staff whose password everybody knows, "
        "do not belong here. Nothing was changed."
    )
    assert not User.objects.exists()


def test_sample_staff_can_sign_in_with_their_role_and_regions(debug, client):
    make_staff()

    assert client.login(email=STAFF[0][0], password=PASSWORD)
    lead = User.objects.get(email=STAFF[0][0])
    assert lead.has_perm("records.decide_record")
    assert not lead.is_superuser
    assert [region.slug for region in lead.regions.order_by("slug")] == [
        "north-east-and-yorkshire",
        "north-west",
    ]


def test_sample_that_stops_halfway_leaves_nothing(debug):
    make_staff()
    make_organisations()
    row = {**ENDORSEMENTS[0], "quote": ""}

    with pytest.raises(Exception, match="not whole"):
        make_endorsement(row)

    assert not Record.objects.exists()


def test_remove_keeps_an_organisation_that_something_else_needs(debug):
    run_places = make_organisations()
    used = Organisation.objects.get(ods_code="SAM01")
    publish_endorsement(organisation=used)

    run("--remove")

    assert run_places == 13
    assert list(Organisation.objects.all()) == [used]


def test_samples_hold_the_hard_ones():
    lengths = [len(row["quote"]) for row in ENDORSEMENTS]
    titles = [len(row["title"]) for row in ENDORSEMENTS]
    surnames = [row["name"].split()[-1] for row in ENDORSEMENTS]

    assert 240 in lengths
    assert max(titles) == 120
    assert [len(name.replace("-", "")) for name in surnames if "-" in name][0] == 40
    assert any("ŷ" in row["name"] and "ŵ" in row["name"] for row in ENDORSEMENTS)
    assert any(len(row["quote"].split()) == 4 for row in ENDORSEMENTS)
    assert any(row["picture"] is None for row in ENDORSEMENTS)
    assert any(row.get("extract") for row in ENDORSEMENTS)


def test_one_sample_is_an_interview_with_its_words_in_it():
    [interview] = [r for r in ENDORSEMENTS if r.get("source") == "interview"]

    assert interview["quote"] in interview["transcript"]
    assert ".example/" in interview["source_url"]


def test_sample_case_studies_hold_the_hard_ones():
    assert max(len(row["headline"]) for row in CASE_STUDIES) == 80
    assert max(len(row["brief"].split()) for row in CASE_STUDIES) == 110
    assert {row["attribution"] for row in CASE_STUDIES} == {
        "",
        "named",
        "role",
        "anonymous",
    }
    assert all(bool(row["figure"]) == bool(row["figure_basis"]) for row in CASE_STUDIES)


def test_no_two_samples_share_a_picture_or_a_key():
    pictures = Counter(row["picture"] for row in BOTH if row["picture"])
    keys = [row["key"] for row in ENDORSEMENTS]

    assert [name for name, times in pictures.items() if times > 2] == []
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("family", FAMILIES)
def test_picture_is_the_same_every_time_and_has_colours(family):
    name = f"{family}/{next(iter(PALETTES))}"

    first, second = draw_picture(name), draw_picture(name)

    assert first == second
    image = Image.open(io.BytesIO(first))
    assert image.size == (840, 840)
    assert len(image.resize((60, 60), Image.Resampling.NEAREST).getcolors(3600)) > 20


def test_two_samples_show_partners_that_nobody_has(debug):
    run()

    live = Publication.objects.live().exclude(logo_1=None)
    shown = {tuple(logo.name for logo in each.logos) for each in live}
    assert shown == {
        ("University of Samplebridge", "Makebelieve Foundation"),
        ("Makebelieve Foundation", "Sample Royal College"),
    }


@pytest.mark.parametrize("key", LOGOS)
def test_sample_logo_is_the_same_every_time(key):
    assert draw_logo(key) == draw_logo(key)


def test_remove_keeps_a_sample_logo_that_something_else_shows(debug):
    [logo] = logos_of(["college"])
    publish_endorsement(logo_1=logo)

    run("--remove")

    assert list(PartnerLogo.objects.all()) == [logo]
    assert logo.picture.bytes_at(320)
