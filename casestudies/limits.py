"""How long each part of a case study may be, in one place."""

HEADLINE = 80
SERVICE_NAME = 120
FIGURE = 16
FIGURE_NOTE = 60
PERIOD = 40
QUOTE = 1000
# A longer quote is on the page and the A4 sheet, and left out of the other pictures.
QUOTE_ON_VIGNETTE = 160
PERSON_NAME = 80
JOB_TITLE = 120
ORGANISATION = 120
STORY_BOX_WORDS = 150
BRIEF_WORDS = 110
