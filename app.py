"""City Ties: the dashboard at /, the data routes at /api. Start it with `streamlit run app.py` or `uvicorn app:app`."""

import contextlib
import gc
from collections.abc import AsyncIterator

import streamlit as st

from loaders.faults import FaultyData
from pages.parts.base import all_events, store
from routes import api


@contextlib.asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Reads the facts before the first reader comes, and spares the collector what is read: Streamlit collects after every run."""
    with contextlib.suppress(FaultyData):
        all_events()
    gc.collect()
    gc.freeze()
    yield


def say_so(fault: Exception) -> bool:
    """What a reader sees where the program itself is at fault: no traceback, no link to anyone else."""
    st.error(f"This page could not be drawn ({type(fault).__name__}). The facts are unharmed; reload the page, or start again with Reset.")
    return True


app = st.App("pages/shell.py", routes=api(store, base=st.get_option("server.baseUrlPath")), lifespan=lifespan, on_script_error=say_so)

if __name__ == "__main__":
    app.run()
