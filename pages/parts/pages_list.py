"""The pages in the order of the navigation: file and title; the first is home."""

PAGES = (
    ("overview.py", "Overview"),
    ("timeline.py", "Timeline"),
    ("cities.py", "Cities"),
    ("map.py", "Map"),
    ("network.py", "Network"),
    ("facts.py", "Facts"),
    ("sources.py", "Sources and method"),
)
