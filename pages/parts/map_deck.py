"""A map as deck.gl reads it, and where the browser finds the ground that every map stands on."""

import orjson
import pydeck as pdk
import streamlit as st
from pydeck.bindings.json_tools import default_serialize

from loaders.basemap import ground_files, ground_paths


class Drawn(pdk.Deck):
    """A map that is written out, without a space too many: Streamlit asks for its text at every run."""

    def __init__(self, deck: pdk.Deck):
        self._text = orjson.dumps(deck, default=default_serialize, option=orjson.OPT_SORT_KEYS).decode()
        self._tooltip = deck._tooltip

    def to_json(self) -> str:
        """The map as deck.gl reads it."""
        return self._text


@st.cache_resource(show_spinner=False, max_entries=1)
def ground_addresses() -> dict[str, str]:
    """Per region, the address of its ground on this dashboard, from the root of its host."""
    base = f"/{st.get_option('server.baseUrlPath').strip('/')}".rstrip("/")
    return {region: f"{base}{path}" for region, path in ground_paths(ground_files()).items()}
