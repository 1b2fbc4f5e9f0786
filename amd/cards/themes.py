"""The three themes: colours of the NHS identity palette, each AA in every text slot."""

from dataclasses import replace

from amd.cards.layout import Theme

BLUE = Theme(
    name="blue",
    label="Blue",
    ground="#005EB8",
    band="#003087",
    ink="#FFFFFF",
    soft="#DCEAF8",
    accent="#FFD866",
    lit="#FFB81C",
    dot="#2E7CC6",
    ring="#FFFFFF",
    band_ink="#FFFFFF",
    band_soft="#D2DFF2",
    band_lit="#FFB81C",
)
NIGHT = Theme(
    name="night",
    label="Night",
    ground="#0B1F3F",
    band="#061229",
    ink="#FFFFFF",
    soft="#B9CBE6",
    accent="#41B6E6",
    lit="#41B6E6",
    dot="#26426F",
    ring="#FFFFFF",
    band_ink="#FFFFFF",
    band_soft="#B9CBE6",
    band_lit="#41B6E6",
)
LIGHT = Theme(
    name="light",
    label="Light",
    ground="#F5F8FB",
    band="#FFFFFF",
    ink="#0B1F3F",
    soft="#43546F",
    accent="#005EB8",
    lit="#005EB8",
    dot="#CBDDF1",
    ring="#005EB8",
    band_ink="#0B1F3F",
    band_soft="#43546F",
    band_lit="#005EB8",
)

THEMES: dict[str, Theme] = {theme.name: theme for theme in (BLUE, NIGHT, LIGHT)}

_ON_WHITE = {"ground": "#FFFFFF", "ink": "#0B1F3F", "soft": "#43546F"}
PAPER: dict[str, Theme] = {
    "blue": replace(
        BLUE,
        **_ON_WHITE,
        band="#005EB8",
        accent="#005EB8",
        band_soft="#DCEAF8",
        band_lit="#FFD866",
    ),
    "night": replace(NIGHT, **_ON_WHITE, band="#0B1F3F", accent="#005EB8"),
    "light": replace(LIGHT, **_ON_WHITE, band="#EAF2FA"),
}
"""On paper: dark words on white, and the theme's ground as a panel at the top."""
