"""Why a record is sent back, declined or taken down, in words its author reads."""

from .history import Row


def _reason(move: str, code: str, title: str, text: str) -> Row:
    return Row(code, {"move": move}, {"title": title, "text": text})


# One for each of the five criteria first, then what stops a publication.
SEND_BACK = [
    (
        "achievement",
        "What was achieved is not clear yet",
        "Please say in a sentence or two what was decided or done in the end. "
        "A reader from another organisation should see at once what is different now.",
    ),
    (
        "impact",
        "The impact is not clear yet",
        "Please tell us what difference it made, and to whom: patients, staff, or the "
        "service. If the effect is still to come, say what you expect and when.",
    ),
    (
        "library-role",
        "The library's part is not clear yet",
        "Please say what the library team did and which service was used: a search, an "
        "appraisal, training, a librarian on the ward. Do not be modest.",
    ),
    (
        "figure",
        "Say how the figure was worked out",
        "A figure makes a story strong when readers know where it comes from. Please add "
        "who worked it out, and whether it was measured or estimated.",
    ),
    (
        "quote",
        "A quote would make it stronger",
        "A sentence from someone who benefited says more than we can. If you can ask them "
        "for a few words and their name, please add both.",
    ),
    (
        "patient",
        "A patient could be recognised",
        "Somebody who knows the patient might recognise them here. Please take out what "
        "points to one person, such as a rare condition, an age, or an exact date.",
    ),
    (
        "agreement",
        "We still need their agreement",
        "The person named or pictured has not yet agreed to these exact words. Please show "
        "them the text, and tell us what they said.",
    ),
    (
        "plain-words",
        "Hard to follow from outside",
        "Please write out abbreviations and local names, so that someone who does not know "
        "your organisation can follow the story.",
    ),
    (
        "quote-length",
        "The words are long for a card",
        "The whole quote stays on its page. For the card we need up to 240 characters: "
        "please choose the part that you would like people to see.",
    ),
    (
        "picture",
        "The picture needs another look",
        "It is too small, too dark, or shows people who may not have agreed. Please send "
        "another one, or none: the card looks well without.",
    ),
]
DECLINE = [
    (
        "out-of-scope",
        "Outside this campaign",
        "Thank you for sending it. This collection is about what knowledge and library "
        "services make possible in health and care, and this is about something else.",
    ),
    (
        "patient-story",
        "A patient's own story",
        "This is a patient's own story, and it deserves more care than this collection can "
        "give it. Your organisation's patient experience team can help you to share it.",
    ),
    (
        "already-here",
        "Already in the collection",
        "We have this one already, so we are keeping the earlier one. If something in it "
        "has changed, tell us and we will correct it.",
    ),
    (
        "no-agreement",
        "They prefer not to be quoted",
        "The person it is about has said no, and that is quite all right. Their words will "
        "not be used, and nobody is told who said no.",
    ),
    (
        "promotes-a-product",
        "It promotes a product",
        "We cannot publish words that recommend a company or a product. A version about the "
        "library's own work would be very welcome.",
    ),
]
TAKE_DOWN = [
    (
        "asked-for",
        "Someone in it asked for this",
        "Somebody who is named, quoted or pictured asked us to take it down, so we have.",
    ),
    (
        "consent-ended",
        "The agreement has ended",
        "The agreement to publish it has come to its end. It can come back if the people in "
        "it agree again.",
    ),
    (
        "not-correct",
        "Something in it is not right",
        "We have learned that something in it is not correct. It can come back when that "
        "has been put right.",
    ),
    (
        "patient-recognised",
        "A patient could be recognised in it",
        "Someone might recognise a patient in it, so it is down while we look at it "
        "together.",
    ),
    (
        "being-checked",
        "Being checked",
        "A question was raised about it. It is down while we find out; we will tell you "
        "what we find.",
    ),
]

REASONS = [
    _reason(move, *rest)
    for move, rows in (
        ("send_back", SEND_BACK),
        ("decline", DECLINE),
        ("take_down", TAKE_DOWN),
    )
    for rest in rows
]
