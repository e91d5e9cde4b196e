"""What only steers a page, by the names that its address says: the data routes ignore these, so that a page's address becomes one of data."""

from loaders.cards import CARDS

CHOICES = (
    "lanes",
    "area",
    "view",
    "who",
    "focus",
    "indicator",
    "year",
    "table",
    "documents",
    "cell",
    "compare",
    "a",
    "b",
    "of",
    "among",
)
MARKED = "marked"
GOES_ALONG = (MARKED,)
"""What stays in the address where the page changes."""
STEERING = (*CHOICES, "row", MARKED, *CARDS, "lang", "lane", "eras")  # the last two stand in older addresses
