"""Components whose script the browser fetches once and keeps: what never changes does not travel with a page."""

import re
from collections.abc import Callable

import streamlit as st

from loaders.scripts import script_path

_FETCHED = "const {{ default: draw }} = await import(new URL({path!r}, location.origin));\nexport default draw;\n"


def component(name: str, script: str, *, page: str = "", style: str = "") -> Callable:
    """A component of this name. `script`: its module, `page` and `style`: what it draws in."""
    path = base_path() + script_path(name, script)
    return st.components.v2.component(f"city_ties_{name}", html=page, css=plain(style) or None, js=_FETCHED.format(path=path))


def base_path() -> str:
    """The path under which the dashboard stands, without a slash at its end."""
    return f"/{st.get_option('server.baseUrlPath').strip('/')}".rstrip("/")


def plain(style: str) -> str:
    """A style sheet without its comments and indents."""
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))
