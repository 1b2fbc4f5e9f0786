"""The questions of a case study by name: what a lead may ask its author to change."""

QUESTIONS = {
    "headline": "Headline",
    "challenge": "The challenge",
    "library_role": "The library's role",
    "outcome": "What happened",
    "impact": "The difference it made",
    "impact_categories": "Kinds of impact",
    "services_used": "Library services used",
    "brief": "The story in brief",
    "figure": "The figure and how it is known",
    "quote": "The quote",
    "quoted_name": "The person quoted",
    "picture": "The picture",
}
