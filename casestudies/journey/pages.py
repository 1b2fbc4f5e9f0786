"""The pages of the journey in their order, and which questions stand on each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casestudies.models import CaseStudy

FULL, QUICK = "full", "quick"


@dataclass(frozen=True)
class Page:
    """`slug` stands in the address, `of` says in which forms of the story it is asked."""

    slug: str
    title: str
    fields: tuple[str, ...]
    lead: str = ""
    of: tuple[str, ...] = (FULL,)
    # May be left empty: what the story needs stands on the others.
    is_optional: bool = False
    asks_prose: bool = True
    # Its answers stand on the vignette, which is drawn beside it.
    shows_vignette: bool = False
    # Which of the five criteria it is asked for.
    criteria: tuple[int, ...] = ()


BOTH = (FULL, QUICK)
YOU = Page(
    "you",
    "About you and your service",
    (
        "author_name",
        "contributor_title",
        "author_email",
        "service_name",
        "organisation_name",
        "region",
    ),
    "So that we can reach you, and your service is named for its work.",
    of=BOTH,
    asks_prose=False,
)
PAGES = (
    YOU,
    Page(
        "story",
        "Your quick story",
        ("challenge", "library_role", "impact", "impact_categories"),
        "Three short answers. You can grow it into a full case study later.",
        of=(QUICK,),
        criteria=(1, 2, 3),
    ),
    Page(
        "challenge",
        "The challenge",
        ("challenge",),
        "Set the scene for somebody who has never been to your organisation.",
        criteria=(1,),
    ),
    Page(
        "role",
        "The library's role",
        ("library_role", "services_used", "staff_groups"),
        "An ordinary search counts. Say what you did and what you gave them.",
        criteria=(3,),
    ),
    Page(
        "outcome",
        "What happened",
        ("outcome",),
        "What they decided or did next, once they had it from you.",
        criteria=(1,),
    ),
    Page(
        "impact",
        "The difference it made",
        ("impact", "impact_when", "impact_categories"),
        "This is what reviewers look for first. A small difference, plainly told, is "
        "worth more than a large one that nobody can see.",
        criteria=(2,),
    ),
    Page(
        "figures",
        "A figure",
        (
            "figure",
            "figure_note",
            "figure_period",
            "figure_basis",
            "figure_confirmed_by",
        ),
        "Time or money saved, if anybody knows it. An estimate counts when you say whose "
        "it is. No figure? Leave this page empty and go on.",
        is_optional=True,
        asks_prose=False,
        shows_vignette=True,
        criteria=(4,),
    ),
    Page(
        "quote",
        "Words of somebody who benefited",
        (
            "quote",
            "attribution",
            "quoted_name",
            "quoted_title",
            "quoted_organisation",
        ),
        "A colleague who used the library, never a patient. Nobody is named before they "
        "have agreed to these exact words. No quote? Leave this page empty and go on.",
        is_optional=True,
        shows_vignette=True,
        criteria=(5,),
    ),
    Page(
        "picture",
        "A picture",
        ("picture", "picture_alt", "picture_credit", "picture_shows_person"),
        "Choose one in which nobody can be recognised, except the person you quote. "
        "Never a patient. A vignette looks well without one, too.",
        is_optional=True,
        asks_prose=False,
        shows_vignette=True,
    ),
    Page(
        "patients",
        "No patient details",
        ("no_patient_identifiable",),
        "Read your words once more, as a relative or a neighbour of a patient would.",
        of=BOTH,
        asks_prose=False,
    ),
    Page(
        "headline",
        "The headline",
        ("headline", "brief"),
        "Last of all, because now you know the story. Your vignette is drawn as you write.",
        of=BOTH,
        shows_vignette=True,
    ),
)
BY_SLUG = {page.slug: page for page in PAGES}


def pages_of(story: "CaseStudy") -> tuple[Page, ...]:
    form = QUICK if story.is_quick else FULL
    return tuple(page for page in PAGES if form in page.of)


def page_after(story: "CaseStudy", page: Page) -> Page | None:
    """None after the last: then the answers are checked."""
    pages = pages_of(story)
    following = pages.index(page) + 1 if page in pages else 0
    return pages[following] if following < len(pages) else None


def page_before(story: "CaseStudy", page: Page) -> Page | None:
    pages = pages_of(story)
    at = pages.index(page) if page in pages else 0
    return pages[at - 1] if at else None


def place_of(story: "CaseStudy", page: Page) -> tuple[int, int]:
    """Which page it is, and of how many; the check of the answers is not counted."""
    pages = pages_of(story)
    return (pages.index(page) + 1 if page in pages else 1), len(pages)


def page_to_go_on(story: "CaseStudy") -> Page | None:
    """Where somebody who comes back goes on; None where only the check is left.

    To what is typed and not saved, to what was passed over and is needed, else to the
    page after the last with an answer: one that may stay empty is not skipped for them.
    """
    pages = pages_of(story)
    for page in pages:
        if page.slug in story.unsaved:
            return page
    begun = [number for number, page in enumerate(pages) if has_answer(story, page)]
    following = begun[-1] + 1 if begun else 0
    for page in pages[:following]:
        if not page.is_optional and not is_answered(story, page):
            return page
    return pages[following] if following < len(pages) else None


def has_answer(story: "CaseStudy", page: Page) -> bool:
    """Whether anything is said on it. Its lists are not asked for: they come with words."""
    return any(
        getattr(story, name) for name in page.fields if name not in OF_OTHER_ROWS
    )


def is_answered(story: "CaseStudy", page: Page) -> bool:
    """Whether what must be said on this page is said."""
    needed = NEEDED.get(page.slug, ())
    return all(getattr(story, name) for name in needed)


# Of the lists, the organisation and the picture: a query each.
OF_OTHER_ROWS = (
    "impact_categories",
    "services_used",
    "staff_groups",
    "region",
    "picture_alt",
    "picture_credit",
)
# What a reader needs for criteria 1 to 3, to reach the author, and to draw a vignette.
NEEDED = {
    "you": ("author_name", "author_email", "service_name", "organisation_name"),
    "story": ("challenge", "library_role", "impact"),
    "challenge": ("challenge",),
    "role": ("library_role",),
    "outcome": ("outcome",),
    "impact": ("impact",),
    "patients": ("no_patient_identifiable",),
    "headline": ("headline", "brief"),
}
