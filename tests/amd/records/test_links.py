import pytest

from amd.records.links import make_link, read_link
from amd.records.models import Kind, Record

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    return Record.objects.create(kind=Kind.ENDORSEMENT)


def test_link_opens_its_record(record):
    assert read_link(make_link(record, "my"), "my") == record


def test_link_of_another_purpose_opens_nothing(record):
    assert read_link(make_link(record, "sign-off"), "my") is None


def test_link_is_voided_by_a_higher_key_number(record):
    link = make_link(record, "my")
    Record.objects.filter(pk=record.pk).update(link_key=2)

    assert read_link(link, "my") is None


def test_link_cut_short_or_changed_opens_nothing(record):
    link = make_link(record, "my")

    for changed in (link[:-1], link[1:], link + "x", "", ".", link.split(".")[0]):
        assert read_link(changed, "my") is None


def test_link_of_one_record_does_not_open_another(record):
    other = Record.objects.create(kind=Kind.ENDORSEMENT)
    signature = make_link(record, "my").rsplit(".", 1)[1]

    assert read_link(f"{other.reference}.1.{signature}", "my") is None
