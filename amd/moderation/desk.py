"""What the review page shows: consent, criteria, what is missing, earlier decisions."""

from typing import Any

from django.urls import reverse

from amd import cards
from amd.campaign.models import User
from amd.consent.covers import Coverage, covers
from amd.publishing.cards import NEEDED_FORMATS, OFFERED_FORMATS, card_of, problems_of
from amd.publishing.freeze import preview as preview_of
from amd.publishing.models import Publication
from amd.records.models import Move, Record, Status

from .checks.page import checks_context
from .checks.passing import judged
from .checks.run import found_about
from .claim_pages import claim_context
from .colleague_pages import colleagues_context
from .decision_choices import choices_for
from .decision_forms import DecisionForm
from .decision_mail import letters_for
from .desk_people import people_of
from .ending import quotes_somebody
from .forms import DOWN_ID, EndForm
from .holds import why_on_hold
from .readiness import missing_for
from .review_since import since_last_decision
from .suspected_page import suspected_context
from .timeline import timeline


def public_preview(record: Record, coverage: Coverage | None = None) -> Publication:
    """As the public would see it with the consent there is; before that, with all uses."""
    coverage = coverage or covers(record, record.story.words())
    if coverage.is_complete:
        return preview_of(record, record.story, coverage.uses)
    return preview_of(record, record.story)


def desk_context(record: Record, user: Any, **forms: Any) -> dict[str, Any]:
    """Everything the template asks for; forms that were sent with errors come in."""
    seen = {"version": record.version}
    live = Publication.objects.live().filter(record_id=record.pk).first()
    choices = choices_for(record, live)
    context = {
        "record": record,
        "title": f"Review: {record}",
        "words_url": record.story.edit_url(),
        "may_edit": record.may(Move.EDIT) or record.may(Move.REVISE),
        "may_publish": record.may(Move.PUBLISH),
        "may_reopen": record.may(Move.REOPEN),
        "may_withdraw": record.may(Move.WITHDRAW),
        "live": live,
        "timeline": timeline(record),
        "choices": choices,
        "letters": letters_for(record, choices),
        "decision_form": DecisionForm(record=record, initial=seen),
        "take_down_form": EndForm(initial=seen, auto_id=DOWN_ID),
        "may_remove": quotes_somebody(record, live),
        **forms,
    }
    if record.status != Status.WITHDRAWN:
        context |= _what_it_says(record, user, forms)
        context |= claim_context(record, user)
        context |= colleagues_context(record, user)
        context |= suspected_context(record)
    return context


def _what_it_says(record: Record, user: User, forms: dict[str, Any]) -> dict[str, Any]:
    coverage = covers(record, record.story.words())
    card = card_of(public_preview(record, coverage))
    problems = problems_of(card)
    found = judged(record, found_about(record, by=user, coverage=coverage))
    missing = missing_for(record, coverage, by=user, found=found)
    return {
        **checks_context(
            record, user, forms.get("checks_form"), found=found, problems=problems
        ),
        "since": since_last_decision(record),
        "missing": [*why_on_hold(record), *missing],
        "people": people_of(record, forms),
        "pictures": _pictures(record, card),
        "card_problems": problems,
        "card_alt": cards.alt_text(card),
    }


def _pictures(record: Record, card: cards.Card) -> list[dict[str, Any]]:
    """Each format with its address and size, or with why it cannot be drawn."""
    shown = []
    for name in OFFERED_FORMATS:
        form = cards.FORMATS[name]
        report = cards.check(card, name)
        shown.append(
            {
                "label": form.label,
                "size": form.size,
                "document": form.kinds[0].upper() if form.is_document else "",
                "is_needed": name in NEEDED_FORMATS,
                "width": form.width_px,
                "height": form.height_px,
                "problems": [p.sentence for p in report.problems],
                "warnings": [w.sentence for w in report.warnings],
                "url": reverse("admin:records_record_card", args=[record.pk, name]),
            }
        )
    return shown
