"""What the address of an A4 page or a PowerPoint slide answers."""

import pytest

from amd.publishing import files
from amd.publishing.addresses import publication_card_url
from amd.publishing.live import erase_all
from tests.factories import make_publication, make_record

pytestmark = pytest.mark.django_db

WITHOUT_SOCIAL = ["website", "name", "title", "photo"]


@pytest.fixture
def publication():
    return make_publication(record=make_record(reference="7F3K2Q"))


DOCUMENTS = {
    "a4.pdf": ("application/pdf", b"%PDF-1.7"),
    "pptx.pptx": (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        b"PK",
    ),
}


def document(publication, name, **options):
    given = {"download": True, **options}
    return publication_card_url(publication, *name.split("."), **given)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_is_saved_under_its_name(client, publication, name):
    answer = client.get(document(publication, name))

    kind, start = DOCUMENTS[name]
    assert answer["Content-Type"] == kind
    assert answer.content.startswith(start)
    assert answer["Content-Disposition"] == (
        f'attachment; filename="amilliondecisions-dr-sample-person-7f3k-2q-{name}"'
    )
    kept = files.path_of(publication, name)
    assert kept.read_bytes() == answer.content


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_is_known_again_by_its_etag(client, publication, name):
    url = document(publication, name)
    etag = client.get(url)["ETag"]

    assert client.get(url, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_is_not_opened_within_the_site(client, publication, name):
    url = document(publication, name, download=False)

    assert client.get(url).status_code == 404


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_of_a_withdrawn_record_is_410_and_its_file_gone(
    client, publication, name, django_capture_on_commit_callbacks
):
    url = document(publication, name)
    client.get(url)
    path = files.path_of(publication, name)
    assert path.exists()

    with django_capture_on_commit_callbacks(execute=True):
        erase_all(publication.record)

    assert client.get(url).status_code == 410
    assert not path.exists()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_without_social_consent_no_document_is_given(client, name):
    publication = make_publication(uses=WITHOUT_SOCIAL)

    assert client.get(document(publication, name)).status_code == 404
