"""Keeps what opens a private page, and addresses of people, out of every log line."""

import logging
import re

PRIVATE_PATHS = re.compile(
    r"/(my|sign-off|colleague|pictures|staff/reset/[^/\s?\"']+|staff/reset)/[^/\s?\"']+"
)
# Never from the middle of a word: a line of one long word would take a minute to read.
EMAILS = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+\.[\w.-]+")


def without_private_parts(text: str) -> str:
    """The text with links cut to what they are for, and e-mail addresses out."""
    return EMAILS.sub("[email]", PRIVATE_PATHS.sub(r"/\1/[link]", text))


class PrivateFormatter(logging.Formatter):
    """Formats a whole line, a traceback with its values included, then cuts it."""

    def format(self, record: logging.LogRecord) -> str:
        return without_private_parts(super().format(record))
