"""Making good cards: the words of the guide, for its page and for its PDF."""

from dataclasses import dataclass

TITLE = "Making good cards"
COLUMNS = ("Text", "At most")
LEAD = "One page for whoever makes social cards and vignettes in a library."


@dataclass(frozen=True)
class Section:
    heading: str
    points: tuple[str, ...]
    lengths: tuple[tuple[str, str], ...] = ()
    """Rows of a table: which text, and how long it may be."""


SECTIONS = (
    Section(
        "Choose the words",
        (
            "One idea: a decision, and what the evidence changed.",
            "Their own words. Mark what you leave out with […], and have the extract "
            "agreed.",
            "On a vignette the result comes first. Beside a figure say what it counts, "
            "and whether it was measured or estimated.",
            "Nothing that could tell who a patient is, in the words or in the picture.",
        ),
    ),
    Section(
        "Keep it short",
        ("A quote of 60 to 120 characters is read at a glance.",),
        (
            ("Quote on a social card", "240 characters"),
            ("Quote on a vignette", "160 characters"),
            ("Headline", "80 characters"),
            ("Figure", "16 characters"),
            ("Story", "110 words"),
            ("Name", "80 characters"),
            ("Job title", "120 characters"),
            ("Organisation", "120 characters"),
        ),
    ),
    Section(
        "Add a photo, or none",
        (
            "At least 640 pixels wide, the face in the middle, a plain background.",
            "Ask the person, and the photographer too.",
            "No photo is fine: the words carry the card.",
        ),
    ),
    Section(
        "Ask for permission",
        (
            "Show the person the finished card: words, name, photo, all together.",
            "Ask about each use by itself: the website and national collection, name, "
            "job title and organisation, photo, social media, inside your "
            "organisation.",
            "Keep their answer in writing, with its date. No answer is a no.",
            "Ask again if you change a word or the photo.",
            "When they change their mind, take the card down everywhere, and tell "
            "whoever shared it.",
        ),
    ),
    Section(
        "Write alt text",
        (
            "All the words on the card, in the order in which they are read.",
            "Then who is in the photo, in a few words.",
            "Not “image of”: the screen reader says so already.",
            "In the post itself give the quote as text as well.",
        ),
    ),
    Section(
        "Use the hashtag",
        (
            "#AMillionDecisions, with its three capitals, so that a screen reader says "
            "three words.",
            "Once, at the end of the post, with the address of the page about the "
            "card.",
            "Share a published card unchanged, until the date in its terms, and stop "
            "when it is withdrawn.",
        ),
    ),
)
