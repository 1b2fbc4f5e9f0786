"""Content for the tests of drawing: plainly fictional, and as hard as it gets."""

import hashlib
import io

from PIL import Image

from amd.cards import SOCIAL_CARD, VIGNETTE, Card, Content, Photo

ADDRESS = "amilliondecisions.example/7f3k-2q"
SHOWN = ("landscape", "link", "square", "portrait", "tall", "story", "slide")

QUOTE_240 = (
    "Every week our clinical librarian joins the ward round, listens, and comes back "
    "within the hour with the two or three papers that matter; because of her we "
    "stopped a treatment that did not work, and started one that saves lives every single day."
)[:240]
TITLE_120 = (
    "Deputy Chief Executive, Executive Director of Nursing, Midwifery and Allied "
    "Health Professions, and Senior Lead for Learning"
)[:120]
ORGANISATION_120 = (
    "Sampleshire and North Example Integrated Care Partnership, with the Sample Coast "
    "University Hospitals Foundation Trust Group"
)[:120]
SURNAME_40 = "Featherstonehaugh-Cholmondeley-Sampleton"
BODY = (
    "The procurement group had to choose between three pumps and could not tell which "
    "was safest. The clinical librarian searched and appraised the evidence, brought a "
    "two-page summary to the table and stayed for the discussion. The group chose the "
    "pump with the fewest reported errors and retired two contracts."
)

SHORT = Content(
    quote="Evidence first. Always.",
    name="Professor Example Champion",
    title="Chief Executive",
    organisation="Sample Royal College",
    address=ADDRESS,
)
USUAL = Content(
    quote="When a decision has to be right, our librarians are the colleagues I ask "
    "first. They bring the evidence, and the calm to use it.",
    name="Dr Sample Person",
    title="Medical Director",
    organisation="Sampleshire NHS Trust",
    address=ADDRESS,
    mark="Sample",
)
WELSH = Content(
    quote="Mae tystiolaeth yn achub bywydau, ac mae ein llyfrgellwyr yn dod â hi atom.",
    name="Nwŷfre Sampl-ap-Ŵyn",
    title="Nyrs Ymgynghorol",
    organisation="Bwrdd Iechyd Prifysgol Sampl",
    address=ADDRESS,
)
LONGEST = Content(
    quote=QUOTE_240,
    name=f"Professor Alexandrina {SURNAME_40}",
    title=TITLE_120,
    organisation=ORGANISATION_120,
    address=ADDRESS,
    mark="Sample",
)
STORY = Content(
    kicker="Impact case study",
    headline="Ward equipment chosen on evidence saves a trust £120,000 a year",
    figure="£120,000",
    figure_basis="saved a year, measured by the trust",
    body=BODY,
    quote="We would have bought the cheaper pump and paid for it twice.",
    name="Sam Sample",
    title="Head of Procurement",
    organisation="Sampleshire NHS Trust",
    working_with="Ali Sample, Clinical Librarian",
    service="Sampleshire Library and Knowledge Service",
    address=ADDRESS,
)


def social(content: Content, theme: str = "blue") -> Card:
    return Card(SOCIAL_CARD, theme, content)


def vignette(content: Content, theme: str = "blue") -> Card:
    return Card(VIGNETTE, theme, content)


def plain_photo(side: int = 640, kind: str = "JPEG") -> Photo:
    out = io.BytesIO()
    Image.new("RGB", (side, side), "#7FA6CF").save(out, kind)
    return Photo(out.getvalue())


def noisy_photo() -> Photo:
    """The worst picture for an encoder: no pixel tells anything about the next."""
    out = io.BytesIO()
    noise = hashlib.shake_256(b"noise").digest(640 * 640 * 3)
    Image.frombytes("RGB", (640, 640), noise).save(out, "PNG")
    return Photo(out.getvalue())
