"""Regions, phases, events, outcomes and supporters, as published.

Of each row `facts` are brought back by every load; `given` is written once and then
belongs to the staff.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from . import sources

POST = sources.CAMPAIGN_POST


@dataclass(frozen=True)
class Row:
    key: str | int
    facts: dict[str, Any]
    given: dict[str, Any] = field(default_factory=dict)


def _region(slug: str, name: str, ods_code: str, ons_code: str = "") -> Row:
    return Row(
        slug,
        {
            "name": name,
            "scheme": "nhse_2019",
            "ods_code": ods_code,
            "ons_code": ons_code,
        },
        {"mailbox": f"library.{slug}@amilliondecisions.example"},
    )


def _library_region(slug: str, name: str) -> Row:
    return Row(f"hee-{slug}", {"name": name, "scheme": "hee_lks_2016"})


# The ODS code is the key. Two ONS codes were issued anew since 2019: left out.
REGIONS = [
    _region("east-of-england", "East of England", "Y61", "E40000007"),
    _region("london", "London", "Y56", "E40000003"),
    _region("midlands", "Midlands", "Y60"),
    _region("north-east-and-yorkshire", "North East and Yorkshire", "Y63"),
    _region("north-west", "North West", "Y62", "E40000010"),
    _region("south-east", "South East", "Y59", "E40000005"),
    _region("south-west", "South West", "Y58", "E40000006"),
    _library_region("london-and-kss", "London and Kent, Surrey and Sussex"),
    _library_region("midlands-and-east", "Midlands and East"),
    _library_region("north", "North"),
    _library_region("south", "South"),
]
# Published for Kent, Surrey and Sussex alone; no other mapping is more than a guess.
SUCCESSORS = {"hee-london-and-kss": ["south-east"]}

PHASES = [
    Row(
        1,
        {
            "name": "Phase One",
            "started_on": date(2017, 1, 30),
            "start_text": "30 January 2017",
            "source": sources.LAUNCH_NEWS,
        },
        {
            "end_text": "end of 2017",
            "aims": (
                "Win the support of senior leaders. The campaign was launched with the "
                "first Impact Case Study of the Week, and promised one every week."
            ),
            "audience": "Senior leaders in health care",
        },
    ),
    Row(
        2,
        {"name": "Phase Two", "start_text": "early 2018", "source": POST},
        {
            "aims": (
                "Continue as a lasting initiative: reach those who employ health "
                "librarians, reach NHS bodies and people who do not yet use a library "
                "and knowledge service, and share tools with both."
            ),
            "audience": "Employers, and those who do not use a library service yet",
            "is_current": True,
        },
    ),
]


@dataclass(frozen=True)
class EventRow(Row):
    phase: int = 2


EVENTS = [
    EventRow(
        "confed-2017",
        {
            "name": "NHS Confederation Conference 2017",
            "date_text": "2017",
            "year": 2017,
            "place": "",
            "facts": [],
            "source": POST,
        },
        {
            "summary": "The campaign took part and gathered contacts among leaders.",
            "position": 1,
        },
        phase=1,
    ),
    EventRow(
        "confed18",
        {
            "name": "NHS Confed18",
            "date_text": "2018, two days",
            "year": 2018,
            "place": "Manchester",
            "facts": [
                "Over 70 senior leaders signed up to support the key messages",
                "Four champions gave interviews",
                "70 for #NHS70",
            ],
            "source": POST,
        },
        {
            "summary": "Two days of conversations with senior leaders.",
            "position": 1,
        },
    ),
    EventRow(
        "hlg-2018",
        {
            "name": "CILIP Health Libraries Group conference 2018",
            "date_text": "2018",
            "year": 2018,
            "place": "Keele",
            "facts": [
                "Keynote by Louise Goswami and Sue Lacey-Bryant",
                "An Espresso Cafe gathered feedback, and its notes were published",
            ],
            "source": POST,
        },
        {
            "summary": "Health librarians met, and the campaign asked what they thought.",
            "position": 2,
        },
    ),
]


def _outcome(
    position: int, code: str, title: str, progress: str, partner: str = ""
) -> Row:
    return Row(
        code,
        {"title": title, "source": POST},
        {"progress": progress, "partner": partner, "position": position},
    )


OUTCOMES = [
    _outcome(
        1,
        "research-plan",
        "Library and knowledge services policy embedded in NHS England's research plan",
        "achieved",
        "NHS England",
    ),
    _outcome(
        2,
        "knowledge-broker",
        "A pilot knowledge-broker service for the care-home initiative of the NAPC",
        "achieved",
        "NAPC",
    ),
    _outcome(
        3,
        "regular-communications",
        "Regular communications to NHS organisations",
        "achieved",
    ),
    _outcome(
        4,
        "gmc-survey",
        "Library questions tried out in the GMC survey",
        "achieved",
        "GMC",
    ),
    _outcome(
        5,
        "national-conversations",
        "High-profile support and national conversations",
        "achieved",
    ),
    _outcome(6, "cqc", "Further potential with the CQC", "underway", "CQC"),
    _outcome(
        7,
        "nhs-england",
        "Further potential with NHS England",
        "underway",
        "NHS England",
    ),
    _outcome(
        8,
        "nhs-improvement",
        "Further potential with NHS Improvement",
        "underway",
        "NHS Improvement",
    ),
]


def _supporter(position: int, code: str, name: str, affiliation: str) -> Row:
    return Row(
        code,
        {
            "name": name,
            "affiliation": affiliation,
            "year": 2018,
            "source": POST,
            "position": position,
        },
    )


# Real people: name and affiliation as published in 2018, and never a quote.
SUPPORTERS = [
    _supporter(1, "gillian-leng", "Prof Gillian Leng", "NICE"),
    _supporter(
        2, "trisha-greenhalgh", "Prof Trisha Greenhalgh", "University of Oxford"
    ),
    _supporter(3, "andrew-goddard", "Dr Andrew Goddard", "Royal College of Physicians"),
    _supporter(4, "tim-swanwick", "Dr Tim Swanwick", "HEE"),
    _supporter(5, "nav-chana", "Dr Nav Chana", "NAPC"),
    _supporter(6, "jonty-heaversedge", "Dr Jonty Heaversedge", "NHS England"),
    _supporter(7, "tim-evans", "Prof Tim Evans", "NHSI"),
]
