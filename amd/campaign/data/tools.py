"""What the campaign says and what it gives away: key messages and resources."""

from datetime import date
from typing import Any

from . import sources
from .history import Row


def _message(position: int, code: str, text: str, source: str) -> Row:
    return Row(code, {}, {"text": text, "source": source, "position": position})


# The first is the claim that the home page makes.
MESSAGES = [
    _message(
        1,
        "claim",
        "People in health care in England make over a million decisions a day",
        sources.LAUNCH_NEWS,
    ),
    _message(
        2,
        "evidence",
        "Every one of those decisions should be based on evidence",
        sources.CILIP_PAGE,
    ),
    _message(
        3,
        "call",
        "Healthcare bodies should employ and use librarians and knowledge specialists "
        "to meet their duties under the Health and Social Care Act 2012",
        sources.CILIP_PAGE,
    ),
    _message(
        4,
        "duty-2012",
        "It is the law: the Secretary of State must promote research, and the use of "
        "evidence obtained from research",
        sources.ACT_2012,
    ),
    _message(
        5,
        "duty-2022",
        "It is the law for each integrated care board too: it must facilitate or promote "
        "both, and NHS England assesses how well it does",
        sources.ACT_2022,
    ),
    _message(
        6,
        "gift-of-time",
        "Library and knowledge services give the NHS a net benefit of £77 million a year",
        sources.GIFT_OF_TIME,
    ),
]

LEADERS = "For leaders"
LIBRARIANS = "For health librarians"
COMMS = "For comms"


def _resource(
    position: int, slug: str, title: str, kind: str, audience: str, url: str, text: str
) -> Row:
    given: dict[str, Any] = {
        "title": title,
        "kind": kind,
        "audience": audience,
        "url": url,
        "description": text,
        "position": position,
    }
    return Row(slug, {}, given)


REVIEWED_ON = date(2026, 11, 23)
"""When the words of our own files were last read through."""


def _own(
    position: int,
    slug: str,
    title: str,
    kind: str,
    own_file: str,
    accessible: str,
    text: str,
) -> Row:
    """A file that this website makes: it stays so, whatever staff change."""
    given: dict[str, Any] = {
        "title": title,
        "kind": kind,
        "audience": LIBRARIANS,
        "description": text,
        "accessible_version": accessible,
        "reviewed_on": REVIEWED_ON,
        "position": position,
    }
    return Row(slug, {"own_file": own_file}, given)


_SLIDE_FOR_ALL = (
    "The file is made to be read and changed with a keyboard and a screen reader: each "
    "text has a box with a name, in reading order, and the notes say what goes where."
)
OWN_RESOURCES = [
    _own(
        7,
        "blank-social-card",
        "Social card, blank slide",
        "PowerPoint template",
        "social_card",
        f"{_SLIDE_FOR_ALL} To have a card drawn for you instead, fill in the form for "
        "a champion's words.",
        "A leader's own words, name and photo on one PowerPoint slide. Each box says "
        "what goes into it. Change the words, save the slide as a picture, and show it "
        "on screens, in board papers and on your social media.",
    ),
    _own(
        8,
        "blank-vignette",
        "Vignette, blank slide",
        "PowerPoint template",
        "vignette",
        f"{_SLIDE_FOR_ALL} To have a vignette drawn for you instead, send in the case "
        "study.",
        "An impact case study told in brief on one PowerPoint slide: the result first, "
        "the figure and where it comes from, and one sentence from someone who "
        "benefited.",
    ),
    _own(
        9,
        "making-good-cards",
        "Making good cards",
        "Guide on one page",
        "guide",
        "The PDF is tagged, and all its words stand on this page.",
        "How long each text may be, how to ask for permission, how to write alt text, "
        "and how to use the hashtag. One page, for whoever makes cards in a library.",
    ),
]

RESOURCES = [
    *OWN_RESOURCES,
    _resource(
        1,
        "self-assessment",
        "Evidence and Knowledge Self-Assessment Tool",
        "Self-assessment tool",
        LEADERS,
        sources.SELF_ASSESSMENT,
        "How well does your organisation use evidence and share what it knows? Look at "
        "leadership, behaviours, capabilities and ways of working, and opportunities.",
    ),
    _resource(
        2,
        "gift-of-time",
        "The Gift of Time",
        "Report",
        LEADERS,
        sources.GIFT_OF_TIME,
        "What knowledge and library services are worth to the NHS, worked out by the "
        "health economists of Economics By Design in 2020.",
    ),
    _resource(
        3,
        "literature-searching",
        "Literature searching",
        "E-learning",
        LEADERS,
        "",
        "An online course for people in health care who look for evidence themselves. "
        "Your library lead knows where to find it.",
    ),
    _resource(
        4,
        "knowledge-mobilisation",
        "Knowledge mobilisation",
        "E-learning",
        LEADERS,
        "",
        "An online course on keeping what a team has learned and passing it on. Your "
        "library lead knows where to find it.",
    ),
    _resource(
        10,
        "case-study-template",
        "Impact Case Study template",
        "Template",
        LIBRARIANS,
        sources.DEVELOPING_CASE_STUDIES,
        "Headings that lead you to what reviewers look for, with a guide to writing a "
        "good one. The form on this website asks for the same.",
    ),
    _resource(
        11,
        "impact-questionnaire",
        "Generic Impact Questionnaire",
        "Template",
        LIBRARIANS,
        sources.IMPACT_TOOLS,
        "A few questions for library users, the same everywhere, so that the answers "
        "can be added up.",
    ),
    _resource(
        12,
        "interview-template",
        "Interview template",
        "Template",
        LIBRARIANS,
        sources.IMPACT_POSTS,
        "Questions for a conversation with a library user who has a story to tell.",
    ),
    _resource(
        13,
        "consent",
        "Consent for impact case studies",
        "Guidance",
        LIBRARIANS,
        sources.CONSENT_GUIDANCE,
        "How to ask someone whether you may use their name and their words.",
    ),
    _resource(
        14,
        "case-study-listing",
        "Impact case studies",
        "Collection",
        LIBRARIANS,
        sources.CASE_STUDY_LISTING,
        "The earlier national collection, with the case studies of the week of 2017.",
    ),
    _resource(
        15,
        "outcomes-framework",
        "Quality and Improvement Outcomes Framework",
        "Toolkit",
        LIBRARIANS,
        sources.OUTCOMES_FRAMEWORK,
        "The national standard for knowledge and library services. Impact case studies "
        "are evidence for its sixth outcome.",
    ),
    _resource(
        20,
        "social-card-template",
        "Social cards: guidance and template",
        "Template",
        COMMS,
        sources.OUTCOME_6_TOOLKIT,
        "The first template for a champion's words, as a file. On this website each "
        "published card can be downloaded ready to post.",
    ),
    _resource(
        21,
        "vignette-template",
        "Impact Vignette template",
        "Template",
        COMMS,
        sources.KFH_PAGE,
        "The first template for a case study told in brief, as a file. On this website "
        "each published case study comes with its vignette.",
    ),
    _resource(
        22,
        "the-right-decision",
        "The Right Decision",
        "Sister campaign",
        COMMS,
        sources.THE_RIGHT_DECISION,
        "The campaign in Scotland: a flyer, case studies, and words from leaders.",
    ),
]
