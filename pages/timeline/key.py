"""How the marks of the timeline are read: one line of signs beside it."""

import html
from collections.abc import Mapping

import streamlit as st

from loaders.text import message, say

_STYLE = """<style>
.signs { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0; padding: 0; list-style: none; font-size: 13px; }
.signs li { display: inline-flex; align-items: center; gap: 5px; margin: 0; white-space: nowrap; }
.signs i { box-sizing: border-box; flex: none; width: 22px; height: 9px; color: inherit; background: currentColor; }
.signs .point, .signs .plan, .signs .off { width: 9px; border-radius: 50%; }
.signs .plan, .signs .off { background: none; border: 2px solid currentColor; }
.signs .off { margin: 0 4px; position: relative; }
.signs .off::after { content: ""; position: absolute; left: -6px; right: -6px; top: 2px; border-top: 1.5px solid currentColor; }
.signs .doubt { border: 1px solid currentColor; background: repeating-linear-gradient(-45deg, currentColor 0 1.5px, transparent 1.5px 4px); }
.signs .open { background: linear-gradient(to right, currentColor, transparent); }
.signs .sector { width: 9px; }
</style>"""
_SIGNS = {
    "point": message("a day"),
    "lasted": message("lasted"),
    "doubt": message("some time within"),
    "plan": message("announced only"),
    "off": message("called off"),
    "open": message("no end known"),
}


def sign_key(sectors: Mapping[str, str]) -> None:
    """The line of signs. `sectors`: names and colours that the chart's rows do not name."""
    signs = [f'<li><i class="{sign}"></i>{html.escape(say(words))}</li>' for sign, words in _SIGNS.items()]
    signs += [f'<li><i class="sector" style="color:{colour}"></i>{html.escape(name)}</li>' for name, colour in sectors.items()]
    st.html(f'{_STYLE}<ul class="signs">{"".join(signs)}</ul>', width="content" if not sectors else "stretch")
