"""What the answers of the form must be together, and which words the vignette holds."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from amd.campaign.models import Term
from amd.consent.models import Use
from amd.publishing.cards import card_of_copy, worst_problems
from amd.publishing.copy import PublicCopy

from .models import CaseStudy

if TYPE_CHECKING:
    from .words_form import WordsFields

# The parts of the page, in its order, which is the order of the error summary.
PARTS = {
    "you": (
        "author_name",
        "contributor_title",
        "author_email",
        "service_name",
        "organisation_name",
        "region",
    ),
    "story": (
        "headline",
        "challenge",
        "library_role",
        "outcome",
        "impact",
        "impact_when",
        "impact_categories",
        "services_used",
        "staff_groups",
    ),
    "vignette": (
        "brief",
        "figure",
        "figure_note",
        "figure_period",
        "figure_basis",
        "figure_confirmed_by",
    ),
    "quoted": (
        "quote",
        "attribution",
        "quoted_name",
        "quoted_title",
        "quoted_organisation",
    ),
    "pictured": (
        "picture",
        "picture_alt",
        "picture_credit",
        "picture_shows_person",
    ),
    "agreed": ("uses", "working_with_me", "no_patient_identifiable"),
}
ORDER = tuple(name for part in PARTS.values() for name in part)
NOT_OF_THE_RECORD = ("picture_alt", "picture_credit", "uses")
MODEL_FIELDS = tuple(name for name in ORDER if name not in NOT_OF_THE_RECORD)
SCHEMES = {
    "impact_categories": Term.Scheme.IMPACT_CATEGORY,
    "services_used": Term.Scheme.SERVICE_USED,
    "staff_groups": Term.Scheme.STAFF_GROUP,
}
# Asked of everybody, needed only with a figure, a quote or a picture.
CONDITIONAL = (
    "figure_note",
    "figure_basis",
    "attribution",
    "quoted_name",
    "quoted_title",
    "quoted_organisation",
    "picture_alt",
    "picture_shows_person",
    "working_with_me",
    "region",
)
SUBJECTS = {
    "author_name": "your full name",
    "organisation_name": "your organisation",
    "service_name": "the name of your knowledge and library service",
    "headline": "the headline",
    "challenge": "the challenge",
    "library_role": "the library's role",
    "outcome": "what happened",
    "impact": "the difference it made",
    "impact_categories": "at least one kind of impact",
    "services_used": "the library services",
    "staff_groups": "who used the library",
    "brief": "the story in brief",
    "figure": "the figure",
    "figure_note": "what the figure is",
    "figure_period": "the time the figure is about",
    "figure_basis": "how the figure is known",
    "figure_confirmed_by": "who confirmed the figure",
    "quote": "the quote",
    "attribution": "how the person quoted should be shown",
    "quoted_name": "the name of the person quoted",
    "quoted_title": "the job title of the person quoted",
    "quoted_organisation": "the organisation of the person quoted",
    "picture_alt": "the description of the picture",
    "picture_credit": "the picture credit",
    "author_email": "your email address",
    "contributor_title": "your job title",
    "uses": "what you agree to",
}
# Slot of the card → question of the form.
SLOTS = {
    "headline": "headline",
    "figure": "figure",
    "figure_basis": "figure_note",
    "body": "brief",
    "quote": "quote",
    "name": "quoted_name",
    "title": "quoted_title",
    "organisation": "quoted_organisation",
    "service": "service_name",
    "working_with": "contributor_title",
    "photo": "picture",
}
CARD_FIELDS = tuple(SLOTS.values())
WITHOUT_WEBSITE = (
    "Select the website and national collection: "
    "we cannot publish a case study without it"
)
ALL_USES = frozenset(Use.values)


def check_figure(form: "WordsFields") -> None:
    data = form.cleaned_data
    if data.get("figure"):
        if not data.get("figure_note"):
            _ask(form, "figure_note", "Enter what the figure is")
        if not data.get("figure_basis"):
            _ask(form, "figure_basis", "Select how the figure is known")
    elif "figure" not in form.errors:
        if data.get("figure_note"):
            _ask(form, "figure", "Enter the figure, or clear what it is")
        elif data.get("figure_period") or data.get("figure_confirmed_by"):
            _ask(form, "figure", "Enter the figure, or clear what you say about it")
        _forget(form, "figure_basis")


def check_quote(form: "WordsFields") -> None:
    """A quote says whose it is; what is not to be shown of them is not kept."""
    data = form.cleaned_data
    kinds = CaseStudy.Attribution
    shown = data.get("attribution")
    if not data.get("quote"):
        _quote_is_missing(form)
        return
    if not shown:
        _ask(form, "attribution", "Select how the person quoted should be shown")
    if shown == kinds.NAMED:
        if not data.get("quoted_name"):
            _ask(form, "quoted_name", "Enter the name of the person quoted")
        own = data.get("organisation_name", "")
        data["quoted_organisation"] = data.get("quoted_organisation") or own
    if shown in (kinds.NAMED, kinds.ROLE) and not data.get("quoted_title"):
        _ask(form, "quoted_title", "Enter the job title of the person quoted")
    if shown in (kinds.ROLE, kinds.ANONYMOUS):
        _forget(form, "quoted_name", "quoted_organisation")
    if shown == kinds.ANONYMOUS:
        _forget(form, "quoted_title")


def _quote_is_missing(form: "WordsFields") -> None:
    data = form.cleaned_data
    if "quote" in form.errors:
        return
    about = ("quoted_name", "quoted_title", "quoted_organisation")
    if data.get("picture_shows_person") or any(data.get(name) for name in about):
        _ask(form, "quote", "Enter the quote of the person you name or picture")
    _forget(form, "attribution")


def check_picture(form: "WordsFields") -> None:
    data = form.cleaned_data
    if "picture" in form.errors:
        return
    if data.get("picture"):
        if not data.get("picture_alt"):
            sentence = "Describe the picture for people who cannot see it"
            _ask(form, "picture_alt", sentence)
    elif data.get("picture_shows_person"):
        _ask(form, "picture", "Select the picture that shows the person quoted")


def check_card(form: "WordsFields") -> None:
    """Say at the question which words the vignette has no room or letters for."""
    if any(name in form.errors for name in CARD_FIELDS):
        return
    for question, sentence in card_problems(form.instance.public_copy(ALL_USES)):
        if question not in form.errors:
            form.add_error(question, ValidationError(sentence, code="card"))


def card_problems(copy: PublicCopy) -> Iterator[tuple[str, str]]:
    """(question, sentence) for what no vignette can be drawn with."""
    for problem in worst_problems(card_of_copy(copy)):
        yield SLOTS.get(problem.slot, "headline"), problem.sentence


def _ask(form: "WordsFields", name: str, sentence: str) -> None:
    """As an empty question: a preview forgives it. What was wrong with it comes first."""
    if name not in form.errors:
        form.add_error(name, ValidationError(sentence, code="required"))


def _forget(form: "WordsFields", *names: str) -> None:
    for name in names:
        if name in form.cleaned_data:
            form.cleaned_data[name] = ""
