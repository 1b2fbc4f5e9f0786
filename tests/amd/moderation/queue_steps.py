"""What the tests of the queue share."""

from django.db import models
from django.urls import reverse

from amd.records.models import Decision
from tests.factories import make_case_study, make_endorsement
from tests.moments import days_ago

QUEUE = reverse("admin:records_record_changelist")


def waited(days, region, *, make=make_endorsement, **more):
    """Came to its leads so many days ago."""
    came = days_ago(days)
    record = make(region=region, **more)
    type(record).objects.filter(pk=record.pk).update(submitted_at=came)
    decisions = models.QuerySet(Decision).filter(record_id=record.pk)
    decisions.update(made_at=came)
    record.refresh_from_db()
    return record


def study(days, region, **more):
    return waited(days, region, make=make_case_study, **more)


def page(person, **asked):
    return person.client.get(QUEUE, asked)


def rows(person, **asked):
    """What stands in the queue, line by line."""
    return page(person, **asked).context["rows"]


def row(person, record):
    """The line of one record, wherever it is in its life."""
    found = rows(person, status="all")
    return next(each for each in found if each.reference == record.shown_reference)


def listed(person, **asked):
    """Whose lines they are, in order."""
    return [each.reference for each in rows(person, **asked)]


def references(*records):
    return [record.shown_reference for record in records]
