"""The reference: a record's only name in an address, made to be read over the phone."""

import secrets

# No 0 O 1 I L: they are mistaken for each other.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
# Prime, so that one wrong or two swapped characters change the check letter.
CHECK_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 6


def new_reference() -> str:
    """Six characters such as 7F3K2Q: five at random (28 million) and a check letter."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return body + check_letter(body)


def check_letter(body: str) -> str:
    total = sum(
        weight * ALPHABET.index(letter) for weight, letter in enumerate(body, start=3)
    )
    return CHECK_LETTERS[total % len(CHECK_LETTERS)]


def read_reference(text: str) -> str | None:
    """The stored form of what a person typed, or None where it cannot be one."""
    plain = "".join(text.upper().replace("-", " ").split())
    if len(plain) != LENGTH or any(letter not in ALPHABET for letter in plain):
        return None
    return plain if check_letter(plain[:-1]) == plain[-1] else None


def shown(reference: str) -> str:
    """7F3K2Q as 7F3K-2Q."""
    return f"{reference[:4]}-{reference[4:]}"


def in_address(reference: str) -> str:
    """7F3K2Q as 7f3k-2q."""
    return shown(reference).lower()
