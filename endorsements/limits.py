"""How long each part of an endorsement may be, in one place."""

QUOTE = 1000
EXTRACT = 240
NAME = 80
TITLE = 120
TRANSCRIPT = 20_000
