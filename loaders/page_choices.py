"""What only steers a page, by the names that its address says: the data routes ignore these, so that a page's address becomes one of data."""

from loaders.cards import CARDS

CHOICES = (
    "lanes",
    "area",
    "view",
    "focus",
    "indicator",
    "year",
    "place",
    "table",
    "compare",
    "a",
    "b",
    "of",
    "among",
    "sort",
)
STEERING = (*CHOICES, "row", *CARDS, "lang", "lane", "eras", "marked", "documents", "cell", "who")  # the last six stand in older addresses
