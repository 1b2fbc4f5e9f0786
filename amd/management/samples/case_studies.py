"""Sample impact case studies: sent in by a librarian, marked and decided by a lead."""

from django.db import transaction

from amd.campaign.models import Term, User
from amd.consent.models import Method, Use
from amd.consent.words import Person
from amd.moderation.answers import record_answer
from amd.moderation.models import Criterion, CriterionMark
from amd.moderation.start import start
from amd.publishing.logos import in_slots
from amd.records.models import Role
from casestudies.models import CaseStudy

from .logos import logos_of
from .staff import lead_of
from .steps import (
    Row,
    carry,
    claim,
    form_key,
    is_there,
    judge,
    picture_of,
    place_of,
)

KIND = "casestudy"
SAME_NAME = (
    "headline",
    "challenge",
    "library_role",
    "outcome",
    "impact",
    "brief",
    "figure",
    "figure_note",
    "figure_basis",
    "quote",
    "quoted_name",
    "quoted_title",
    "quoted_organisation",
    "attribution",
)


def make_case_study(row: Row) -> bool:
    """Make it and take it to its state, all or nothing; False where it is there."""
    if is_there(KIND, row):
        return False
    picture = picture_of(row)
    with transaction.atomic():
        story = CaseStudy(
            **place_of(row),
            **{name: row[name] for name in SAME_NAME},
            **in_slots(logos_of(row.get("logos", []))),
            form_key=form_key(KIND, row),
            is_sample=True,
            service_name=row["service"],
            author_name=row["author"],
            author_email=_address(row["author"]),
            contributor_title=row["author_title"],
            working_with_me=row["working_with"],
            picture=picture,
            no_patient_identifiable=True,
        )
        claim(picture, row)
        start(story, by=Role.AUTHOR, save_more=lambda: _save_more(story, row))
        judge(story, row.get("author_says", {}), by=Role.AUTHOR)
        lead = lead_of(story.region)
        carry(story, row, lead=lead, agree=lambda: _agree(story, lead))
    return True


def _save_more(story: CaseStudy, row: Row) -> None:
    """The lists, and the contributor's own answer for the whole story."""
    story.impact_categories.set(_terms(Term.Scheme.IMPACT_CATEGORY, row["categories"]))
    story.services_used.set(_terms(Term.Scheme.SERVICE_USED, row["services"]))
    story.staff_groups.set(_terms(Term.Scheme.STAFF_GROUP, row["staff_groups"]))
    record_answer(
        story,
        words=story.words()[0],
        uses=Use.values,
        method=Method.WEB_FORM,
        by=Role.AUTHOR,
    )


def _terms(scheme: str, codes: list[str]) -> list[Term]:
    terms = {term.code: term for term in Term.objects.of(scheme)}
    return [terms[code] for code in codes]


def _agree(story: CaseStudy, lead: User) -> None:
    """The person quoted agrees by e-mail, and the lead marks what the story has."""
    for words in story.words():
        if words.person == Person.QUOTED:
            record_answer(
                story,
                words=words,
                uses=Use.values,
                method=Method.EMAIL,
                how="E-mail of a sample person",
                by=lead,
                seen_version=story.version,
            )
    has = {
        Criterion.ACHIEVED: True,
        Criterion.IMPACT: True,
        Criterion.LIBRARY_ROLE: True,
        Criterion.SAVING: bool(story.figure),
        Criterion.NAMED_QUOTE: story.quotes_by_name,
    }
    for criterion, is_met in has.items():
        mark = CriterionMark.Mark.MET if is_met else CriterionMark.Mark.NOT_MET
        CriterionMark.objects.create(
            record=story, criterion=criterion, mark=mark, marked_by=lead
        )


def _address(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@libraries.example"
