"""Names in plain letters, so that one person written in two ways is found."""

from amd.publishing.search import fold

# In front of a name and no part of it: "Dr Ada Sample" is "Ada Sample".
HONORIFICS = {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "rev"}
HONORIFICS |= {"sir", "dame", "lord", "lady", "baron", "baroness"}


def plain_name(name: str) -> str:
    """Lower case, without accents, stops, commas or what stands before the name.

    >>> plain_name("Prof. Dame Llŷr  Sampl")
    'llyr sampl'
    """
    words = fold(name).replace(".", " ").replace(",", " ").split()
    first = 0
    while first < len(words) - 1 and words[first] in HONORIFICS:
        first += 1
    return " ".join(words[first:])


def folded_names(name: str, variants: str) -> str:
    """Each way of writing it on a line of its own; "" where there is no name."""
    plain = [plain_name(each) for each in (name, *variants.splitlines())]
    lines = list(dict.fromkeys(filter(None, plain)))
    return "\n".join(["", *lines, ""]) if lines else ""
