"""The controlled lists, each entry with its source and whether its words were checked."""

from django.utils.text import slugify

from . import sources
from .history import Row

OWN = "Worded by the campaign"
_QUESTIONNAIRE = (
    "Generic Impact Questionnaire, not checked against the questionnaire itself"
)
_SURVEY = f"Survey of clinical librarians: {sources.CLINICAL_LIBRARIAN_SURVEY}"
_TOOLS = f"Impact tools for library services: {sources.IMPACT_TOOLS}"
_ACTIVITIES = f"National activity headings: {sources.EXPERT_SEARCHES}"


def _terms(
    scheme: str, labels: list[str], *, source: str, is_verified: bool = False
) -> list[Row]:
    return [
        Row(
            f"{scheme}/{slugify(label)[:60].strip('-')}",
            {},
            {"label": label, "source": source, "is_verified": is_verified},
        )
        for label in labels
    ]


IMPACT_CATEGORIES = _terms(
    "impact_category",
    [
        "Reduced risk or improved safety",
        "Improved the quality of patient care",
        "Saved money or contributed to financial effectiveness",
        "More informed decision making",
        "Contributed to service development or delivery",
        "Contributed to personal or professional development",
        "Facilitated collaborative working",
    ],
    source=_QUESTIONNAIRE,
)
# The headings were read in public sources; these short labels are the campaign's own.
SERVICES_USED = [
    *_terms(
        "service_used",
        [
            "Evidence search (literature search)",
            "Evidence search with critical appraisal",
            "Evidence search with synthesis or summary",
            "Clinical or embedded librarian",
            "Journal club",
        ],
        source=_SURVEY,
    ),
    *_terms(
        "service_used",
        [
            "Current awareness and alerts",
            "Document supply (articles, books)",
            "Enquiry",
            "Training (user education)",
            "Induction",
        ],
        source=_ACTIVITIES,
    ),
    *_terms(
        "service_used",
        [
            "Knowledge mobilisation",
            "Patient and public information, health literacy",
            "Online resources",
            "Library space",
            "Other",
        ],
        source=OWN,
    ),
]
INFORMATION_USES = _terms(
    "information_use",
    [
        "Direct patient care",
        "Guideline, pathway or policy",
        "Service development",
        "Commissioning or business case",
        "Patient information",
        "Teaching or presentation",
        "Research",
        "Audit or quality improvement",
        "Personal or professional development",
        "Sharing with colleagues",
        "Legal or ethical question",
        "Other",
    ],
    source=_QUESTIONNAIRE,
)
STAFF_GROUPS = [
    *_terms(
        "staff_group",
        [
            "Medical (including dental)",
            "Nursing (including midwifery, health visiting, healthcare assistants)",
            "Qualified scientific, therapeutic and technical (healthcare scientists, "
            "AHPs, pharmacists, paramedics)",
            "Social care",
            "Management (including commissioning)",
            "Administrative support (HR, finance, R&D, IM&T, governance and risk)",
        ],
        source=_TOOLS,
        is_verified=True,
    ),
    *_terms(
        "staff_group",
        [
            "Students and learners",
            "Public health and local authority",
            "Patients and public",
            "Other",
        ],
        source=OWN,
    ),
]
ORGANISATION_TYPES = _terms(
    "organisation_type",
    [
        "Acute trust",
        "Mental health trust",
        "Community trust",
        "Ambulance trust",
        "Combined trust",
        "Integrated care board",
        "Primary care (practice, network, federation)",
        "National or arm's length body",
        "Regulator",
        "Royal college or professional body",
        "Higher education",
        "Local authority or public health",
        "Social care provider",
        "Hospice or charity",
        "Membership body",
        "Library and information body",
        "Other",
    ],
    source=OWN,
)
TERMS = [
    *IMPACT_CATEGORIES,
    *SERVICES_USED,
    *INFORMATION_USES,
    *STAFF_GROUPS,
    *ORGANISATION_TYPES,
]
