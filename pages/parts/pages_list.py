"""The pages in the order of the navigation: file and title; the first is home."""

PAGES = (
    ("overview.py", "Overview"),
    ("timeline.py", "Timeline"),
    ("compare.py", "Compare"),
    ("cities.py", "Cities"),
    ("profile.py", "City profiles"),
    ("map.py", "Map"),
    ("network.py", "Network"),
    ("facts.py", "Facts"),
    ("sources.py", "Sources and method"),
    ("search.py", "Search"),
)
