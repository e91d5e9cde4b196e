"""How to read the marks: the same shapes as on the charts, in the colours of the text."""

import streamlit as st

_MARKS = (
    ('<circle cx="13" cy="8" r="5.5" fill="currentColor"/>', "one day"),
    ('<rect x="2" y="3" width="22" height="10" fill="currentColor"/>', "lasted from – to"),
    ('<rect x="2" y="3" width="22" height="10" fill="url(#doubt)" stroke="none"/>', "some time within"),
    ('<rect x="2" y="3" width="24" height="10" fill="url(#fade)"/>', "since then, no end known"),
    ('<circle cx="13" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="2"/>', "outlined: only announced"),
    ('<circle cx="13" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M9 4 17 12M17 4 9 12" stroke="currentColor" stroke-width="2"/>', "<s>struck</s>: called off"),
)
_DEFINITIONS = (
    '<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>'
    '<pattern id="doubt" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="5" height="5" fill="currentColor" fill-opacity="0.25"/><rect width="1.6" height="5" fill="currentColor"/></pattern>'
    '<linearGradient id="fade"><stop offset="0.4" stop-color="currentColor"/><stop offset="1" stop-color="currentColor" stop-opacity="0"/></linearGradient>'
    "</defs></svg>"
)


def reading_key() -> None:
    """One line of marks with their meaning."""
    parts = "".join(
        f'<span style="display:inline-flex;align-items:center;gap:5px"><svg width="27" height="16" aria-hidden="true">{mark}</svg>{words}</span>'
        for mark, words in _MARKS
    )
    st.html(f'{_DEFINITIONS}<div style="display:flex;flex-wrap:wrap;gap:4px 18px;font-size:0.86rem">{parts}</div>')
