"""Built-in contents for contact sheets: plainly fictional, from easy to very hard."""

from amd.cards.content import Content

_ADDRESS = "amilliondecisions.example/7f3k-2q"
_STORY = Content(
    kicker="Impact case study",
    headline="Ward equipment chosen on evidence saves a trust £120,000 a year",
    figure="£120,000",
    figure_basis="saved a year, measured by the trust",
    body=(
        "The procurement group had to choose between three pumps and could not tell "
        "which was safest. The clinical librarian searched and appraised the evidence, "
        "brought a two-page summary to the table and stayed for the discussion."
    ),
    quote="We would have bought the cheaper pump and paid for it twice.",
    name="Sam Sample",
    title="Head of Procurement",
    organisation="Sampleshire NHS Trust",
    working_with="Ali Sample, Clinical Librarian",
    service="Sampleshire Library and Knowledge Service",
    address=_ADDRESS,
)

CONTENTS: dict[str, Content] = {
    "short": Content(
        quote="Evidence first. Always.",
        name="Professor Example Champion",
        title="Chief Executive",
        organisation="Sample Royal College",
        headline="Two hours saved",
        address=_ADDRESS,
    ),
    "usual": Content(
        quote="When a decision has to be right, our librarians are the colleagues I "
        "ask first. They bring the evidence, and the calm to use it.",
        name="Dr Sample Person",
        title="Medical Director",
        organisation="Sampleshire NHS Trust",
        headline="A search in an afternoon saves 120 hours a year",
        address=_ADDRESS,
        mark="Sample",
    ),
    "long": Content(
        quote="Every week our clinical librarian joins the ward round, listens, and "
        "comes back within the hour with the two or three papers that matter; because "
        "of her we stopped a treatment that did not work, and started one that does.",
        name="Professor Alexandrina Featherstonehaugh-Cholmondeley-Sampleton",
        title="Deputy Chief Executive, Executive Director of Nursing, Midwifery and "
        "Allied Health Professions, and Senior Lead for Learning",
        organisation="Sampleshire and North Example Integrated Care Partnership",
        headline="Faster answers on every ward, every day, for every team that asks",
        address=_ADDRESS,
        mark="Local card",
    ),
    "welsh": Content(
        quote="Mae tystiolaeth yn achub bywydau, ac mae ein llyfrgellwyr yn dod â hi "
        "atom.",
        name="Nwŷfre Sampl-ap-Ŵyn",
        title="Nyrs Ymgynghorol",
        organisation="Bwrdd Iechyd Prifysgol Sampl",
        headline="Tystiolaeth yn achub bywydau",
        address=_ADDRESS,
    ),
    "unbroken": Content(
        quote="Pneumonoultramicroscopicsilicovolcanoconiosis, in one search.",
        name="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Sample",
        title="https://amilliondecisions.example/a-very-long-address-of-a-page",
        organisation="Sampleshire",
        headline="Pneumonoultramicroscopicsilicovolcanoconiosis explained",
        address=_ADDRESS,
    ),
    "story": _STORY,
}
