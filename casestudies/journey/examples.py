"""Two complete case studies that nobody lived through, as an author would write them."""

from dataclasses import dataclass
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from amd.cards import FORMATS, alt_text, draw
from amd.publishing.cards import card_of_copy
from casestudies import rules
from casestudies.models import CaseStudy

from .answered import Answered, answered
from .pages import pages_of
from .rows import answer_of, label_of
from .so_far import FORMAT

SHOWN_FOR = 86_400
# Asked of everybody, and of no use to a reader.
LEFT_OUT = ("author_email", "region", "no_patient_identifiable")
# A story that is in no database has ticked nothing: the words of the lists themselves.
TICKED: dict[str, dict[str, tuple[str, ...]]] = {
    "reminders": {
        "impact_categories": (
            "More informed decision making",
            "Contributed to service development or delivery",
        ),
        "services_used": ("Evidence search (literature search)",),
    },
    "dressings": {
        "impact_categories": (
            "Saved money or contributed to financial effectiveness",
            "Improved the quality of patient care",
        ),
        "services_used": ("Evidence search with critical appraisal", "Journal club"),
    },
}


@dataclass(frozen=True)
class Example:
    """`title` and `why` are ours; the rest is what its made-up author typed."""

    name: str
    title: str
    why: str
    story: CaseStudy

    @property
    def url(self) -> str:
        return reverse("casestudies:example", args=[self.name])

    @property
    def alt(self) -> str:
        return alt_text(
            card_of_copy(self.story.public_copy(rules.ALL_USES), is_sample=True)
        )

    @property
    def width_px(self) -> int:
        return FORMATS[FORMAT].width_px

    @property
    def height_px(self) -> int:
        return FORMATS[FORMAT].height_px

    @property
    def answered(self) -> list[Answered]:
        return answered(self.story)

    def rows(self) -> list[tuple[str, str]]:
        """(question, answer) in the order of the journey, for those with an answer."""
        asked = [(page, name) for page in pages_of(self.story) for name in page.fields]
        said = [
            (label_of(name, page), self._answer(name))
            for page, name in asked
            if name not in LEFT_OUT and not name.startswith("picture")
        ]
        return [(label, answer) for label, answer in said if answer]

    def _answer(self, name: str) -> str:
        if name in rules.SCHEMES:
            return ", ".join(TICKED[self.name].get(name, ()))
        return answer_of(self.story, name)


@require_safe
def vignette(request: HttpRequest, name: str) -> HttpResponse:
    """The vignette of an example. Drawn once a process; it never changes."""
    example = next((each for each in EXAMPLES if each.name == name), None)
    if example is None:
        raise Http404("There is no example of this name")
    response = HttpResponse(_drawn(name), content_type="image/png")
    response.headers["Cache-Control"] = f"public, max-age={SHOWN_FOR}"
    return response


@lru_cache(maxsize=4)
def _drawn(name: str) -> bytes:
    story = next(each.story for each in EXAMPLES if each.name == name)
    card = card_of_copy(story.public_copy(rules.ALL_USES), is_sample=True)
    return draw(card, FORMAT, "png")


EXAMPLES = (
    Example(
        "reminders",
        "A quick story: a search that changed one letter",
        "Part of the job, in three short answers: no figure, no quote, no picture. It says "
        "who asked, what the library did and what is different now, so a reviewer can "
        "accept it.",
        CaseStudy(
            is_quick=True,
            author_name="Robin Sample",
            contributor_title="Library Assistant",
            service_name="Mockborough Health Library",
            organisation_name="Mockborough Community NHS Trust",
            challenge=(
                "The physiotherapy team wanted to know whether a reminder by text message "
                "would bring more people to their first appointment than a letter does."
            ),
            library_role=(
                "I searched for trials of appointment reminders, found one good review and "
                "wrote its answer on half a page, with what it could not tell them."
            ),
            impact=(
                "The team now sends a text message two days before the first appointment. "
                "Fewer slots stand empty, and people on the waiting list are seen sooner."
            ),
            headline="Half a page from the library fills empty appointments",
            brief=(
                "Physiotherapists asked whether a text message brings more people to their "
                "first appointment than a letter. The library found one good review and "
                "summed it up on half a page. The team changed its reminder the same month. "
                "Fewer slots stand empty, and people on the waiting list are seen sooner."
            ),
            no_patient_identifiable=True,
        ),
    ),
    Example(
        "dressings",
        "A full case study: with a figure and a named quote",
        "All five things. The figure says what it is, over what time, how it is known and "
        "who confirmed it. The person quoted benefited, and speaks in her own words.",
        CaseStudy(
            author_name="Ali Sample",
            contributor_title="Clinical Librarian",
            service_name="Sampleshire Knowledge and Library Service",
            organisation_name="Sampleshire NHS Trust",
            challenge=(
                "Community nurses changed one kind of wound dressing every day, because "
                "they always had. Visits were long, and the team could not reach everybody "
                "on its list. The matron suspected that every third day was as good."
            ),
            library_role=(
                "I searched for trials on how often this dressing needs changing, appraised "
                "the four that fitted our patients and took them to the nurses' journal "
                "club. We read them together in an hour."
            ),
            outcome=(
                "The nurses wrote a new guideline: every third day, unless the wound shows "
                "one of five signs. It was agreed in May 2026 and taught in one afternoon."
            ),
            impact=(
                "Healing took no longer in the first six months. Patients are disturbed "
                "less often, and the nurses have time for people whom they used to miss."
            ),
            impact_when=CaseStudy.When.NOW,
            figure="1,104 hours",
            figure_note="of nurses' visits saved (2 hours × 12 people × 46 weeks)",
            figure_period="a year",
            figure_basis=CaseStudy.Basis.BY_USER,
            figure_confirmed_by="Matron for Community Nursing",
            quote="Four papers and one hour gave us back a day a week.",
            attribution=CaseStudy.Attribution.NAMED,
            quoted_name="Noor Specimen",
            quoted_title="Matron for Community Nursing",
            quoted_organisation="Sampleshire NHS Trust",
            headline="One hour of reading together saves 1,104 hours of visits a year",
            brief=(
                "Our community nurses changed a dressing every day because they always had. "
                "Their librarian found four good trials and read them with the team at a "
                "journal club. The new guideline says every third day. Wounds heal as fast, "
                "patients are left in peace, and the nurses reach people whom they used to "
                "miss."
            ),
            working_with_me=True,
            no_patient_identifiable=True,
        ),
    ),
)
