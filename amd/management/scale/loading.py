"""Rows of the large set: records, the answers they rest on, and their live copies."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from django.db import transaction
from django.utils import timezone

from amd.campaign.models import ConsentWording, Region
from amd.consent.models import ConsentRecord, Method, Use
from amd.consent.words import Person
from amd.publishing.featuring import Featured
from amd.publishing.freeze import build
from amd.publishing.indexing import rebuild
from amd.publishing.models import Publication
from amd.records.models import Kind, Record, Status
from amd.records.reference import new_reference
from casestudies.models import CaseStudy
from endorsements.models import Endorsement

from .copies import Lists, copy_of
from .words import Prose

BATCH = 1_000
ORGANISATIONS = 200
YEARS = 9


def load_scale(count: int, *, seed: int = 1) -> int:
    """Add so many live publications; returns how many there are now of this kind."""
    prose, lists = Prose(seed), Lists.read()
    regions = list(Region.objects.current())
    named = [f"{prose.name()} {prose.name()} NHS Trust" for _ in range(ORGANISATIONS)]
    wordings = {
        person: ConsentWording.objects.current(person)
        for person in (Person.CHAMPION, Person.CONTRIBUTOR)
    }
    made = _records(count, prose, regions, named)
    while batch := list(islice(made, BATCH)):
        with transaction.atomic():
            _load(batch, prose, lists, wordings)
    return rebuild()


def _records(
    count: int, prose: Prose, regions: list[Region], named: list[str]
) -> Iterator[Record]:
    """Two endorsements to three case studies, most of them recent and of few places."""
    slugs = [region.slug for region in regions]
    by_slug = {region.slug: region for region in regions}
    now = timezone.now()
    for reference in _references(count):
        ago = timedelta(days=YEARS * 365 * prose.chance.random() ** 2)
        is_story = prose.chance.random() < 0.6
        yield Record(
            reference=reference,
            kind=Kind.CASE_STUDY if is_story else Kind.ENDORSEMENT,
            region=by_slug[prose.skewed(slugs)] if slugs else None,
            organisation_name=prose.skewed(named),
            status=Status.PUBLISHED,
            is_sample=True,
            created_at=now - ago,
            submitted_at=now - ago,
        )


def _references(count: int) -> set[str]:
    """None of them twice: rows that come in bulk are not asked one by one."""
    taken = set(Record.objects.values_list("reference", flat=True))
    fresh: set[str] = set()
    while len(fresh) < count:
        fresh |= {new_reference() for _ in range(count - len(fresh))} - taken
    return fresh


def _load(
    records: list[Record],
    prose: Prose,
    lists: Lists,
    wordings: dict[Person, ConsentWording],
) -> None:
    Record.objects.bulk_create(records)
    _children(records)
    answers = ConsentRecord.objects.bulk_create(_answer(r, wordings) for r in records)
    copies = [_copy(*each, prose, lists) for each in zip(records, answers, strict=True)]
    Publication.objects.bulk_create(copies)
    best = [c.record_id for c in copies if c.figures and prose.chance.random() < 0.1]
    Featured.objects.bulk_create(Featured(record_id=pk) for pk in best)


def _children(records: list[Record]) -> None:
    """The rows of each kind beside the shared ones, which exist already."""
    for record in records:
        child = Endorsement if record.kind == Kind.ENDORSEMENT else CaseStudy
        row = child(record_ptr_id=record.pk)
        row.save_base(raw=True, force_insert=True)


def _answer(record: Record, wordings: dict[Person, ConsentWording]) -> ConsentRecord:
    is_story = record.kind == Kind.CASE_STUDY
    person = Person.CONTRIBUTOR if is_story else Person.CHAMPION
    today = timezone.localdate()
    return ConsentRecord(
        record=record,
        person=person,
        digest="0" * 64,
        uses=list(Use.values),
        wording=wordings[person],
        method=Method.WEB_FORM,
        review_on=today + timedelta(days=365),
        ends_on=today + timedelta(days=1_000),
    )


def _copy(
    record: Record, answer: ConsentRecord, prose: Prose, lists: Lists
) -> Publication:
    copy = copy_of(record.kind, prose, lists, record.organisation_name)
    frozen = build(record, copy, consent=answer, uses=Use.values, by=None)
    frozen.published_at = record.created_at
    frozen.as_at = timezone.localdate(record.created_at)
    return frozen
