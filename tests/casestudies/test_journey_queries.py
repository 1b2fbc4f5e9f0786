"""What each page of the journey asks of the database: the same among 10 and 10,000."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amd.moderation.links import my_link
from amd.records.models import Kind, Record, Status
from amd.records.reference import new_reference
from casestudies.journey.pages import YOU, pages_of
from casestudies.models import CaseStudy
from tests.casestudies.journey import BEGIN, SHOWN_AT
from tests.factories import make_case_study

pytestmark = pytest.mark.django_db

MANY = 10_000
# No page costs more, whatever is on it.
MOST = 40


def load_stories(count, north):
    """So many that wait, from one author: copies of one row, in two statements."""
    example = make_case_study(region=north)
    shared = {
        name: getattr(example, name)
        for name in ("organisation_name", "author_name", "author_email", "region_id")
    }
    references = {new_reference() for _ in range(count - 1)}
    Record.objects.bulk_create(
        Record(
            reference=reference,
            kind=Kind.CASE_STUDY,
            status=Status.SUBMITTED,
            submitted_at=timezone.now(),
            **shared,
        )
        for reference in references
    )
    own = ", ".join(f'"{field.column}"' for field in own_columns())
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO casestudies_casestudy (record_ptr_id, {own}) "  # noqa: S608 - our own columns
            f"SELECT record.id, {own} FROM records_record record, "
            "casestudies_casestudy example WHERE example.record_ptr_id = %s "
            "AND record.id NOT IN (SELECT record_ptr_id FROM casestudies_casestudy)",
            [example.pk],
        )


def own_columns():
    return [f for f in CaseStudy._meta.local_concrete_fields if not f.primary_key]


@pytest.fixture
def cost(client):
    """How many queries one request takes, and where it leads."""

    def costs(address, data=None):
        with CaptureQueriesContext(connection) as asked:
            response = (
                client.get(address, follow=True)
                if data is None
                else client.post(address, data)
            )
            response.getvalue()
        assert response.status_code in (200, 302), (address, response.status_code)
        return len(asked)

    return costs


def tell(cost, answers):
    """One story from the start page to its receipt; the queries of each step."""
    asked = {name: answers[name] for name in YOU.fields if name in answers}
    first = {**asked, "form_key": str(uuid.uuid4()), "shown_at": SHOWN_AT}
    costs = {
        "start": cost("/case-studies/submit/"),
        "begin": cost(BEGIN),
        "begin, saved": cost(BEGIN, first),
    }
    story = CaseStudy.objects.order_by("pk").last()
    link = my_link(story)
    for page in pages_of(story)[1:]:
        at = f"/my/{link}/write/{page.slug}/"
        typed = {name: answers[name] for name in page.fields if name in answers}
        costs[page.slug] = cost(at)
        costs[f"{page.slug}, while typing"] = cost(f"{at}answered/", typed)
        costs[f"{page.slug}, drawn"] = cost(f"{at}draw/", typed)
        costs[f"{page.slug}, saved"] = cost(at, typed)
        costs[f"{page.slug}, again"] = cost(at)
    check = f"/my/{link}/write/check/"
    costs["resume"] = cost(f"/my/{link}/write/")
    costs["vignette"] = cost(f"/my/{link}/write/vignette.png")
    costs["my, a draft"] = cost(f"/my/{link}/")
    costs["check"] = cost(check)
    version = CaseStudy.objects.get(pk=story.pk).version
    sent = {"uses": answers["uses"], "version": version, "shown_at": SHOWN_AT}
    costs["check, sent"] = cost(check, sent)
    costs["receipt"] = cost(f"/my/{link}/sent/")
    costs["my, sent"] = cost(f"/my/{link}/")
    assert CaseStudy.objects.get(pk=story.pk).status == Status.SUBMITTED
    return costs


def test_every_page_asks_as_little_among_many_case_studies(
    cost, answers, quote, north, organisation
):
    full = {**answers, **quote}
    load_stories(10, north)
    # The first one makes the rows that count how often somebody asks.
    tell(cost, full)
    among_few = tell(cost, full)

    load_stories(MANY, north)
    among_many = tell(cost, full)

    assert CaseStudy.objects.count() > MANY
    assert among_many == among_few
    assert {page: count for page, count in among_few.items() if count > MOST} == {}
