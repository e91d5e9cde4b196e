"""The pages in the order of the navigation: file, title and what the page answers; the first is home."""

PAGES = (
    ("overview.py", "Overview", "What is this, in two minutes?"),
    ("timeline.py", "Timeline", "When did what happen?"),
    ("compare.py", "Compare", "How do two of a kind differ?"),
    ("cities.py", "Cities", "How do they compare in figures?"),
    ("profile.py", "City profiles", "What is on record of one city?"),
    ("map.py", "Map", "Where was it, who travelled?"),
    ("network.py", "Network", "Who works with whom?"),
    ("facts.py", "Facts", "Every table, row by row."),
    ("sources.py", "Sources and method", "Who says so?"),
    ("search.py", "Search", "Where is a word or name?"),
)

ADDRESSES = ("", *(file.removesuffix(".py") for file, _, _ in PAGES[1:]))
"""The ends of their addresses."""
