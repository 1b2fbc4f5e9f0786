"""Version 1 of what people are told when they are asked to agree.

Never changed once shipped: a better text is a new version, so that every answer points
at the words that were on the page.
"""

VERSION = 1

_WHO = (
    "{organisation} and the library leads of the #AMillionDecisions campaign rely on "
    "your answer. Nobody else does."
)
_HOW_LONG = (
    "We ask you again after two years. After five years your agreement ends, and what "
    "you agreed to comes down by itself."
)
_WITHDRAW = (
    "You can change your mind at any time, with the private link in the e-mail we send "
    "you or by writing to us, about all of it or one part. We take the page and its "
    "cards down at once and delete the files; copies that networks keep for speed "
    "follow within five minutes. Copies that other people have made may remain: we ask "
    "those we know of to delete them, but we cannot make them."
)
_NO_EFFECT = (
    "Saying no to any of this has no effect on you, your work, your care or how you are "
    "treated, and your manager is not told."
)
TERMS = "\n\n".join([_WHO, _HOW_LONG, _WITHDRAW, _NO_EFFECT])

CHAMPION = {
    "introduction": (
        "These are your words. Please say what we may do with them. Each line is a "
        "separate question: tick only what you are happy with. We cannot publish an "
        "endorsement without the first three."
    ),
    "uses": {
        "website": "Publish my words on this website and keep them in the national "
        "collection of the campaign",
        "name": "Show my name with my words",
        "title": "Show my job title and organisation with my words",
        "photo": "Show my photo with my words",
        "social": "Make cards of my words that anyone can download and share, on social "
        "media and elsewhere",
        "internal": "Use my words inside the NHS: in reports, leaflets, training and on "
        "intranets",
        "contact": "Contact me again about the campaign",
    },
}
CONTRIBUTOR = {
    "introduction": (
        "This is your case study. Please say what we may do with it. Each line is a "
        "separate question: tick only what you are happy with. We cannot publish a case "
        "study without the first."
    ),
    "uses": {
        "website": "Publish the case study on this website and keep it in the national "
        "collection of the campaign",
        "name": "Show my name, as the person it was done with",
        "title": "Show my job title and library service with my name",
        "photo": "Show the picture that I send with it",
        "social": "Make cards of the case study that anyone can download and share, on "
        "social media and elsewhere",
        "internal": "Use the case study inside the NHS: in reports, leaflets, training "
        "and on intranets",
        "contact": "Contact me again about the campaign",
    },
}
QUOTED = {
    "introduction": (
        "You are quoted or pictured in a case study that a librarian wrote. Please say "
        "what we may do with your part of it. Each line is a separate question: tick "
        "only what you are happy with. You can stay unnamed: we then show your role, or "
        "just “a library user”."
    ),
    "uses": {
        "website": "Publish my words on this website and keep them in the national "
        "collection of the campaign",
        "name": "Show my name with my words",
        "title": "Show my job title and organisation with my words",
        "photo": "Show the picture of me",
        "social": "Make cards with my words that anyone can download and share, on "
        "social media and elsewhere",
        "internal": "Use my words inside the NHS: in reports, leaflets, training and on "
        "intranets",
        "contact": "Contact me again about the campaign",
    },
}
WORDINGS = {"champion": CHAMPION, "contributor": CONTRIBUTOR, "quoted": QUOTED}
