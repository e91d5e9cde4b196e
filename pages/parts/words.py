"""Texts of the data made safe for Markdown, and small words."""

import re

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # all but those that hold a number together
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~$:^&.@-])")


def md(text: object) -> str:
    """The text with every sign that Markdown or Streamlit would act on escaped; line ends become spaces."""
    return _SPECIAL.sub(r"\\\1", _BLANKS.sub(" ", str(text)).strip())


def number_of(number: int, thing: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
