"""What every mail is made of: one subject line, a greeting, paragraphs, who writes."""

from dataclasses import dataclass

from django.conf import settings

KEEP_LINK = "Keep this link to yourself: whoever has it can act for you."


@dataclass(frozen=True)
class Mail:
    """One subject line, whatever was in the words it was made of, and a plain body."""

    subject: str
    body: str

    def __post_init__(self) -> None:
        # A line break in a subject would start another header.
        object.__setattr__(self, "subject", " ".join(self.subject.split())[:200])


def letter(name: str, *paragraphs: str) -> str:
    greeting = f"Hello {name}".rstrip()
    signature = f"The {settings.SITE_NAME} team\n{settings.SITE_ADDRESS}"
    return "\n\n".join([greeting, *filter(None, paragraphs), signature]) + "\n"
