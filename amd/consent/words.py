"""The exact words one person answers for, and their digest."""

import hashlib
import json
from dataclasses import dataclass, field

from amd.campaign.models import ConsentWording

Person = ConsentWording.Person


@dataclass(frozen=True)
class SignedWords:
    """What this person says or is shown as; `photo` is a picture's digest or empty."""

    person: str
    texts: dict[str, str] = field(default_factory=dict)
    photo: str = ""

    def digest(self) -> str:
        """SHA-256 over the fields by name, as 64 hexadecimal characters."""
        content = {"person": self.person, "texts": self.texts, "photo": self.photo}
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
