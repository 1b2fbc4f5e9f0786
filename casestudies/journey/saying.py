"""What words say and what they leave out: praise is no impact, a search sent no outcome.

Only what is plainly missing is told; a text that says anything else is left to a person.
"""

import re

_PRAISE = re.compile(
    r"\b(?:useful|helpful|help(?:ed|s)?|grateful|thank\w*|happy|pleased|appreciat\w*|"
    r"valu(?:ed|able)|invaluable|excellent|great|brilliant|fantastic|amazing|wonderful|"
    r"good|positive|delighted|impressed|satisf\w*|enjoyed|compliment\w*)\b",
    re.IGNORECASE,
)
_LIBRARY_DID = re.compile(
    r"\b(?:we|i|library|librarians?)\b[^.!?]{0,40}\b(?:sent|searched|found|provided|"
    r"supplied|gave|delivered|emailed|summar\w+|shared|ran|did|carried out)\b"
    r"|\b(?:search|results?|articles?|papers?|evidence|summary|references)\b"
    r"[^.!?]{0,20}\b(?:was|were) (?:done|sent|carried out|provided|given|delivered|"
    r"emailed|supplied|shared)\b",
    re.IGNORECASE,
)
# Any of these may tell of something that is otherwise now, as may any number.
_CHANGE = re.compile(
    r"\b(?:chang\w*|no longer|any ?more|instead|less|fewer|more|faster|sooner|quicker|"
    r"earlier|shorter|safer|better|easier|cheaper|sav(?:e|es|ed|ings?)|reduc\w*|cut|cuts|"
    r"fell|falls?|drop\w*|rose|rises?|increas\w*|improv\w*|stop\w*|start\w*|beg[aiu]n\w*|"
    r"introduc\w*|adopt\w*|switch\w*|replac\w*|decid\w*|decision\w*|cho(?:se|sen|ose\w*)|"
    r"agreed|approv\w*|avoid\w*|prevent\w*|won|fund\w*|publish\w*|(?:re)?wr(?:ote|it\w+)|"
    r"taught|teach\w*|train\w*|redesign\w*|new|now|guidelines?|polic\w+|protocol\w*|"
    r"pathways?|business case|releas\w*|freed|spared|order\w*|b(?:ought|uy\w*)|purchas\w*|"
    r"recommend\w*|us(?:ed|es|ing)|implement\w*|commission\w*|appoint\w*|ke(?:pt|ep\w*)|"
    r"confident|confirm\w*|able|can|could|will|would|took|put)\b|\d",
    re.IGNORECASE,
)
_SAVED = re.compile(r"\bsav(?:e|es|ed|ings?)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]{20,300}”|\"[^\"]{20,300}\"")


def is_only_praise(text: str) -> bool:
    return bool(_PRAISE.search(text)) and not _CHANGE.search(text)


def is_only_of_the_library(text: str) -> bool:
    """What the library did, and nothing that came of it."""
    return bool(_LIBRARY_DID.search(text)) and not _CHANGE.search(text)


def speaks_of_a_saving(text: str) -> bool:
    return bool(_SAVED.search(text))


def quotes_somebody(text: str) -> bool:
    return bool(_QUOTED.search(text))


def is_the_same(text: str, other: str) -> bool:
    """Whether one was typed, or pasted, as the other."""
    return text.split() == other.split()
