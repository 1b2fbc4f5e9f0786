"""A librarian's story as it is typed in a browser, page by page."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from amd.campaign.models import Organisation, Term
from casestudies.models import CaseStudy
from tests.amd.pictures.files import drawn, saved
from tests.factories import make_organisation, make_wordings

START = "/case-studies/submit/"
PHONE = {"width": 390, "height": 844}


@dataclass(frozen=True)
class Told:
    """What is typed and chosen on one page, by the words beside its boxes.

    `wrong` is what somebody types first who has misunderstood it.
    """

    heading: str
    typed: dict[str, str] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    wrong: dict[str, str] = field(default_factory=dict)
    has_picture: bool = False


YOU = Told(
    "About you and your service",
    {
        "Your full name": "Ali Sample",
        "Your job title": "Clinical Librarian",
        "Your email address": "ali@example.nhs.uk",
        "Knowledge and library service": "Sampleshire Knowledge and Library Service",
        "Organisation": "Sampleshire NHS Trust",
    },
)
PATIENTS = Told(
    "No patient details",
    chosen=("No patient can be identified from the words or the picture",),
)
HEADLINE = Told(
    "The headline",
    {
        "Headline": "Ward equipment chosen on evidence saves £120,000 a year",
        "The story in brief": "The group asked, the library searched, the group chose.",
    },
)
IMPACT = Told(
    "The difference it made",
    {"The difference it made": "Every ward now orders the same pump, and errors fell."},
    ("It has already happened", "Saved money"),
)
FIGURE = Told(
    "A figure",
    {
        "Figure": "£120,000",
        "What the figure is": "saved a year on pumps",
        "Over what time?": "April 2025 to March 2026",
        "Who confirmed it?": "The head of procurement",
    },
    ("Measured",),
    wrong={"Figure": "£120,000"},
)
QUOTE = Told(
    "Words of somebody who benefited",
    {
        "Quote": "It changed what we do.",
        "Their full name": "Sam Sample",
        "Their job title": "Head of Procurement",
    },
    ("By name, with job title and organisation",),
    wrong={"Quote": "It changed what we do."},
)
PICTURE = Told(
    "A picture",
    {
        "Describe the picture": "A pump at a ward desk",
        "Who took it?": "Sampleshire Medical Illustration",
    },
    wrong={"Describe the picture": "A pump at a ward desk"},
    has_picture=True,
)
FULL = (
    YOU,
    Told(
        "The challenge",
        {"The challenge": "The buying group could not tell which pump was safest."},
    ),
    Told(
        "The library's role",
        {"The library's role": "I searched, appraised and summed up on two pages."},
        ("Evidence search",),
    ),
    Told(
        "What happened",
        {"What happened": "The group chose the pump with the fewest reported errors."},
    ),
    IMPACT,
    FIGURE,
    QUOTE,
    PICTURE,
    PATIENTS,
    HEADLINE,
)
QUICK = (
    YOU,
    Told(
        "Your quick story",
        {
            "You asked": "Which of the three pumps on offer is the safest one?",
            "We did": "I searched, appraised and summed up on two pages.",
            "The impact": "Every ward now orders the same pump, and errors fell.",
        },
        ("Saved money",),
    ),
    PATIENTS,
    HEADLINE,
)
AGREED = ("I agree to website and national collection", "I agree to social media")


def make_lists() -> Organisation:
    """What a contributor chooses from, and the organisation that is known."""
    make_wordings()
    for scheme, code, label in (
        (Term.Scheme.IMPACT_CATEGORY, "money", "Saved money"),
        (Term.Scheme.SERVICE_USED, "search", "Evidence search"),
        (Term.Scheme.STAFF_GROUP, "nursing", "Nursing"),
    ):
        Term.objects.create(scheme=scheme, code=code, label=label)
    return make_organisation(name="Sampleshire NHS Trust")


def box(page: Page, label: str) -> Locator:
    """Of this question, whether or not it says that it is optional."""
    return page.get_by_label(re.compile(rf"^{re.escape(label)}( \(optional\))?$"))


def expect_at(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


def begin(page: Page, way: str = "Start a full case study") -> None:
    page.goto(START)
    page.get_by_role("button", name=way).click()
    expect_at(page, YOU.heading)


def choose_picture(page: Page, data: bytes | None = None, name: str = "ward") -> None:
    # The NHS script gives the input's own id to its button.
    page.locator("input[type=file][name=picture]").set_input_files(
        {
            "name": f"{name}.jpg",
            "mimeType": "image/jpeg",
            "buffer": saved(drawn((900, 700))) if data is None else data,
        }
    )


def fill(page: Page, told: Told) -> None:
    if told.has_picture:
        choose_picture(page)
    for label, words in told.typed.items():
        box(page, label).fill(words)
    for label in told.chosen:
        page.get_by_label(label, exact=True).check()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save and continue", exact=True).click()


def tell(
    page: Page, pages: Iterable[Told], first: Callable[[Page, Told], None] | None = None
) -> None:
    """Fill in and save one page after the other; `first` looks at each before."""
    for told in pages:
        expect_at(page, told.heading)
        if first:
            first(page, told)
        fill(page, told)
        save(page)


def agree(page: Page) -> None:
    for words in AGREED:
        page.get_by_label(words, exact=True).check()


def send(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Send your case study")).click()


def expect_sent(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Thank you: your impact case study is with us"
    )
    expect(page.locator("main")).to_contain_text(
        CaseStudy.objects.get().shown_reference
    )


def check_and_send(page: Page) -> None:
    expect_at(page, "Check your answers")
    agree(page)
    send(page)
    expect_sent(page)
