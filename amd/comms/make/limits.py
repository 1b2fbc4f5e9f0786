"""How long each part of a card to make may be, in one place."""

QUOTE = 240
# A long quote is left out of the small formats of a vignette, and stands on the A4 page.
QUOTE_ON_VIGNETTE = 1000
NAME = 80
TITLE = 120
ORGANISATION = 120
HEADLINE = 80
FIGURE = 16
FIGURE_BASIS = 80
BODY_WORDS = 110
WORKING_WITH = 200
SERVICE = 120
PARTNER = 80
PHOTO_ALT = 250
