"""Texts of the data made safe for Markdown, and small words."""

import re
from urllib.parse import quote

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # all but those that hold a number together
_IN_ADDRESSES = "%/:?#@!$&'*+,;=~"
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~$:^&.@-])")


def md(text: object) -> str:
    """The text with every sign that Markdown or Streamlit would act on escaped; line ends become spaces."""
    return _SPECIAL.sub(r"\\\1", _BLANKS.sub(" ", str(text)).strip())


def linked(text: str, address: object) -> str:
    """The text as a Markdown link where there is a public address, else the text alone; nothing in either can end the link."""
    if not isinstance(address, str) or not address.startswith(("http://", "https://")):
        return md(text)
    return f"[{md(text)}](<{quote(address, safe=_IN_ADDRESSES)}>)"
