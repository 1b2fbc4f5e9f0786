"""What must be found, what must not, and what comes first: the same on both databases."""

from itertools import product

import pytest
from django.db import transaction
from django.http import QueryDict

from amd.gallery.facets import Facets
from amd.gallery.filters import Filters
from amd.gallery.results import Results
from amd.publishing.models import Publication
from amd.publishing.search import read_query
from amd.records.reference import check_letter
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_publication,
    make_record,
    make_region,
)

pytestmark = pytest.mark.django_db

# Short name: (headline, what happened, service and organisation).
CASE_STUDIES = {
    "bundle": (
        "Faster sepsis care saves fourteen lives",
        "Intensive care nurses asked how soon antibiotics help. Sepsis kills; "
        "the librarians' search on sepsis changed the care bundle.",
        "Marsh Vale Library",
    ),
    "pumps": (
        "Safer infusion pumps chosen in an afternoon",
        "The ward manager compared alarms. One nurse had feared sepsis.",
        "Fenland Knowledge Service",
    ),
    "tests": (
        "£1,250,000 saved by stopping needless tests",
        "Pathology managers used a systematic review, 1.5 hours long.",
        "Northshire Library",
    ),
    "nursery": (
        "Nursery staff learn to read research",
        "A reading group for those who look after children.",
        "Playdale Library",
    ),
    "heart": (
        "A heart clinic that listens",
        "Starting evening sessions halved missed appointments.",
        "Ynys Wen Library",
    ),
    "art": (
        "Art on the wards lifts spirits",
        "Painting, artists and the evidence for both.",
        "Gallery Row Library",
    ),
    "difficile": (
        "C. difficile infections halved",
        "Better cleaning, by evidence-based guidance for universal screening.",
        "Kestrel Library",
    ),
    "future": (
        "The library of the future",
        "Whether to be or not to be digital, the university asked.",
        "Manchester Sample University Library",
    ),
}
# Short name: (name, quote).
ENDORSEMENTS = {
    "nwyfre": ("Nwŷfre ap Llŷr", "Our librarians are the colleagues I ask first."),
    "zoe": ("Zoë Müller-Łęcka", "Decisions based on evidence need a librarian."),
    "brien": ("Pat O’Brien", "R&D relies on its library, and so do I."),
    "yoruba": ("Ọlátúndé Sàmpù", "Managing risk is management’s first duty."),
    "greek": ("Ελένη Δείγμα", "The best search I ever saw."),
    "cy": ("Prof. Ann-Marie Sample", "Organisations organise; libraries organize."),
}

FOUND = [
    # Words of names, titles, quotes, stories, organisations, places.
    ("sepsis", "bundle pumps"),
    ("SEPSIS", "bundle pumps"),
    ("infusion pumps", "pumps"),
    ("pumps infusion", "pumps"),
    ("Fenland", "pumps"),
    ("O'Brien", "brien"),
    ("O’Brien", "brien"),
    ("obrien", "brien"),
    ("Ann-Marie", "cy"),
    ("ann marie", "cy"),
    ("Northmoor", "bundle"),
    ("reading group", "nursery"),
    # Stems: one word in all its forms, and no other word.
    ("pump", "pumps"),
    ("nurse ward", "pumps"),
    ("nurses ward", "pumps"),
    ("nursing ward", "pumps"),
    ("managers", "pumps tests yoruba"),
    ("decision", "zoe"),
    ("saves lives", "bundle"),
    ("saving life", ""),
    ("organising", "cy"),
    ("librarian search", "bundle"),
    ("universities digital", "future"),
    # A word inside another is not that word; only the last may be one begun.
    ("art wards", "art"),
    ("heart clinic", "heart"),
    ("nurse research", ""),
    ("eart", ""),
    ("star", "heart"),
    ("antibio", "bundle"),
    ("manch", "future"),
    ("manageme", "yoruba"),
    ("antibio care", ""),
    ("antibio* care", "bundle"),
    ("ar", ""),
    # Accents and letters of other alphabets.
    ("nwyfre", "nwyfre"),
    ("NWŶFRE LLYR", "nwyfre"),
    ("muller lecka", "zoe"),
    ("Müller-Łęcka", "zoe"),
    ("olatunde", "yoruba"),
    ("δειγμα", "greek"),
    ("Ελενη", "greek"),
    # Phrases: together and in this order.
    ('"evidence-based guidance"', "difficile"),
    ('"based on evidence"', "zoe"),
    ("evidence based", "difficile zoe"),
    ("evidence-based", "difficile"),
    ('"to be or not to be"', "future"),
    ('"library of the future"', "future"),
    ('"future of the library"', ""),
    ("“colleagues I ask”", "nwyfre"),
    # Words that stand everywhere are left out of a question.
    ("the colleagues of the librarian", "nwyfre"),
    ("sepsis and pumps", "pumps"),
    # Numbers, marks and short words.
    ("1250000", "tests"),
    ("£1,250,000", "tests"),
    ("1.5 hours", "tests"),
    ("c. difficile", "difficile"),
    ("R&D", "brien"),
    # What is an operator elsewhere is a word here.
    ("sepsis NOT pumps", "pumps"),
    ("sepsis OR nursery", ""),
    ("sepsis AND care", "bundle"),
    ("-sepsis", "bundle pumps"),
    ("title:sepsis", ""),
    ("NEAR(sepsis care)", ""),
    ("sepsis:* | !care & <->", "bundle"),
    ("' OR 1=1; DROP TABLE publishing_indexed --", ""),
    ('sepsis"', "bundle pumps"),
    ('"', ""),
    ("*", ""),
    ("%", ""),
    ("\\", ""),
    # Where one has to be first it is said here; the rest in any order.
    ("xylophone", ""),
]
FIRST = [
    ("sepsis", "bundle"),
    ("library future", "future"),
    ("art", "art"),
    ("evidence", "zoe"),
    ("research", "nursery"),
]


@pytest.fixture(scope="module")
def names(django_db_setup, django_db_blocker):
    """One set for all questions, in a transaction that is never kept."""
    with django_db_blocker.unblock(), transaction.atomic():
        references = _references()
        yield {**dict(_case_studies(references)), **dict(_endorsements(references))}
        transaction.set_rollback(True)


def _references():
    """Of digits but for the last letter: by chance one would begin as a word does."""
    for last in product("23456789", repeat=2):
        body = f"222{''.join(last)}"
        yield body + check_letter(body)


def _case_studies(references):
    for name, (headline, body, service) in CASE_STUDIES.items():
        region = make_region(name="Northmoor") if name == "bundle" else make_region()
        yield (
            make_publication(
                record=make_record(
                    kind="casestudy", region=region, reference=next(references)
                ),
                copy=make_case_study_copy(
                    headline=headline,
                    byline=service,
                    sections=(("What happened", body),),
                    card={"headline": headline},
                    facets={},
                    figures=(),
                ),
            ).pk,
            name,
        )


def _endorsements(references):
    for name, (person, quote) in ENDORSEMENTS.items():
        copy = make_endorsement_copy(
            name=person, quote=quote, byline="", card={"name": person, "quote": quote}
        )
        record = make_record(reference=next(references))
        yield make_publication(record=record, copy=copy).pk, name


def gallery(typed, **more):
    query = QueryDict(mutable=True)
    query.update({"words": typed, **more})
    filters = Filters.read(query, [])
    facets = Facets.of(filters)
    return [each.pk for each in Results(filters, facets)[:50]]


@pytest.mark.parametrize(("typed", "expected"), FOUND)
def test_found_and_nothing_else(names, typed, expected):
    found = gallery(typed)

    assert sorted(names[pk] for pk in found) == sorted(expected.split())
    # The feeds and the API ask in another way and must find the same.
    asked = Publication.objects.live().saying(read_query(typed))
    assert sorted(asked.values_list("pk", flat=True)) == sorted(found)


@pytest.mark.parametrize(("typed", "expected"), FIRST)
def test_best_match_is_first(names, typed, expected):
    assert names[gallery(typed)[0]] == expected


def test_newest_first_where_asked(names):
    found = gallery("librari", sort="newest")

    assert found == sorted(found, reverse=True)
    assert len(found) > 3
