"""Where each public fact was read: the only addresses that shipped rows may cite."""

KFH = "kfh.libraryservices.nhs.uk"
HEE = "https://library.hee.nhs.uk"
TOOLKIT = f"{HEE}/quality-and-impact/value-and-impact"

# The campaign's own post of 2018: phases, events, outcomes, supporters.
CAMPAIGN_POST = f"http://{KFH}/tag/hee/"
LAUNCH_NEWS = (
    "https://archive.cilip.org.uk/news/"
    "million-decisions-campaign-bring-evidence-healthcare-clinicians-commissioners"
)
CILIP_PAGE = (
    "http://www.cilip.org.uk/advocacy-campaigns-awards/advocacy-campaigns/"
    "million-decisions"
)
KFH_PAGE = f"https://{KFH}/about-kfh/a-million-decisions-a-day/"
HEE_CAMPAIGNS = f"{HEE}/about/marketing-and-campaigns"
CASE_STUDY_LISTING = (
    f"http://{KFH}/value-and-impact-toolkit/kfh-impact-tools/impact-case-studies/"
)
IMPACT_POSTS = f"https://{KFH}/tag/impact/"
DEVELOPING_CASE_STUDIES = (
    f"{TOOLKIT}/case-studies-impact/developing-impact-case-studies"
)
CONSENT_GUIDANCE = f"{TOOLKIT}/case-studies-impact/consent-for-impact-case-studies"
OUTCOME_6_TOOLKIT = f"https://{KFH}/page/3/"
IMPACT_TOOLS = (
    f"{TOOLKIT}/value-and-impact-toolkit/impact-questionnaires-and-case-studies"
)
CLINICAL_LIBRARIAN_SURVEY = (
    "https://docsbay.net/doc/703282/"
    "measuring-the-impact-of-clinical-librarians-on-patients-and-nhs-organisations"
)
OUTCOMES_FRAMEWORK = (
    "https://library.nhs.uk/staff-learners-and-employers/"
    "quality-improvement-outcomes-framework/"
)
EXPERT_SEARCHES = f"http://{KFH}/tag/interlending-and-document-supply/"
THE_RIGHT_DECISION = (
    "https://www.cilips.org.uk/advocacy-campaigns/campaigns-2/the-right-decision/"
)
GIFT_OF_TIME = (
    "https://www.hee.nhs.uk/our-work/library-knowledge-services/"
    "value-proposition-gift-time"
)
ACT_2012 = "http://www.legislation.gov.uk/ukpga/2012/7/section/6/data.html"
ACT_2022 = (
    "https://sites.google.com/nihr.ac.uk/healthandcareengagement/"
    "research-and-the-healthcare-system/understanding-icss/health-and-care-act"
)
SELF_ASSESSMENT = (
    f"{HEE}/knowledge-mobilisation/self-assessment-tool/"
    "what-is-evidence-and-knowledge-self-assessment"
)

ALL = frozenset(
    value
    for name, value in list(globals().items())
    if name.isupper() and name not in ("KFH", "HEE", "TOOLKIT")
)
