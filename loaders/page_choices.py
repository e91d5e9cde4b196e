"""What only steers a page, by the names that its address says: the data routes ignore these, so that a page's address becomes one of data."""

from loaders.cards import CARDS

CHOICES = ("lanes", "area", "view", "indicator", "table", "documents", "cell", "who", "focus")
STEERING = (*CHOICES, "row", *CARDS, "lang")
