"""Bring the campaign's own rows in, or back; read by manage.py load_campaign.

Facts (names, dates, codes, sources) are brought back to what is shipped. What staff
correct (mailboxes, labels, reasons, progress, texts) is given once and then left alone;
a consent wording that was ever shown is never touched.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models, transaction

from .data import history, lists, reasons, tools, wordings
from .data.history import Row
from .models import (
    ConsentWording,
    Event,
    KeyMessage,
    Outcome,
    Phase,
    PublicVersion,
    Reason,
    Region,
    Resource,
    Supporter,
    Term,
)
from .roles import make_groups


def load_campaign() -> dict[str, int]:
    """Load everything in one transaction; how many rows of each kind are shipped."""
    with transaction.atomic():
        make_groups()
        counts = load_rows()
        PublicVersion.raise_by_one()
    return counts


def load_rows() -> dict[str, int]:
    return {
        "regions": _load_regions(),
        "phases": _load(Phase, "number", history.PHASES),
        "events": _load_events(),
        "outcomes": _load(Outcome, "code", history.OUTCOMES),
        "supporters": _load(Supporter, "code", history.SUPPORTERS),
        "key messages": _load(KeyMessage, "code", tools.MESSAGES),
        "resources": _load(Resource, "slug", tools.RESOURCES),
        "list entries": _load_terms(),
        "reasons": _load(Reason, "code", reasons.REASONS),
        "consent wordings": _load_wordings(),
    }


def _load(model: type[models.Model], key: str, rows: Iterable[Row]) -> int:
    count = 0
    for row in rows:
        _bring_back(model, {key: row.key}, row.facts, row.given)
        count += 1
    return count


def _bring_back(
    model: type[models.Model],
    key: dict[str, Any],
    facts: dict[str, Any],
    given: dict[str, Any],
) -> None:
    model._default_manager.update_or_create(
        **key, defaults=facts, create_defaults={**facts, **given}
    )


def _load_regions() -> int:
    count = _load(Region, "slug", history.REGIONS)
    for slug, successors in history.SUCCESSORS.items():
        region = Region.objects.get(slug=slug)
        region.successors.add(*Region.objects.filter(slug__in=successors))
    return count


def _load_events() -> int:
    phases = {phase.number: phase for phase in Phase.objects.all()}
    for row in history.EVENTS:
        facts = {**row.facts, "phase": phases[row.phase]}
        _bring_back(Event, {"code": row.key}, facts, row.given)
    return len(history.EVENTS)


def _load_terms() -> int:
    position: dict[str, int] = {}
    for row in lists.TERMS:
        scheme, _, code = str(row.key).partition("/")
        position[scheme] = position.get(scheme, 0) + 1
        given = {**row.given, "position": position[scheme]}
        _bring_back(Term, {"scheme": scheme, "code": code}, row.facts, given)
    return len(lists.TERMS)


def _load_wordings() -> int:
    organisation = settings.SITE_OWNER["organisation"]
    who = organisation or "The organisation that runs this website"
    for person, wording in wordings.WORDINGS.items():
        ConsentWording.objects.get_or_create(
            person=person,
            version=wordings.VERSION,
            defaults={**wording, "terms": wordings.TERMS.format(organisation=who)},
        )
    return len(wordings.WORDINGS)
