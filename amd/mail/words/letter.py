"""What every mail is made of: one subject line, a greeting, paragraphs, who writes."""

import re
from dataclasses import dataclass

from django.conf import settings

KEEP_LINK = "Keep this link to yourself: whoever has it can act for you."

# What a mail program makes a link of, or nearly.
LIKE_A_LINK = re.compile(r"//|@|\w\.\w{2,}")


@dataclass(frozen=True)
class Mail:
    """One subject line, whatever was in the words it was made of, and a plain body."""

    subject: str
    body: str

    def __post_init__(self) -> None:
        # A line break in a subject would start another header.
        object.__setattr__(self, "subject", " ".join(self.subject.split())[:200])


def plain_name(name: str) -> str:
    """The name, unless a web address stands in it.

    Anybody may type a name into a form and somebody else's address beside it: what we
    mail there must not be theirs to word.
    """
    return "" if LIKE_A_LINK.search(name) else name


def letter(name: str, *paragraphs: str) -> str:
    greeting = f"Hello {plain_name(name)}".rstrip()
    signature = f"The {settings.SITE_NAME} team\n{settings.SITE_ADDRESS}"
    return "\n\n".join([greeting, *filter(None, paragraphs), signature]) + "\n"
