"""City Ties: the dashboard at /, the data routes at /api. Start it with `streamlit run app.py` or `uvicorn app:app`."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import streamlit as st

from pages.parts.base import store
from pages.parts.warming import warm
from pages.shell.pages_list import ADDRESSES
from routes import api


@contextlib.asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Opens the first page before the first reader comes, and the others behind their back."""
    home, *others = ADDRESSES
    behind = asyncio.create_task(warm(others if await warm([home]) else []))
    yield
    behind.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await behind


def say_so(fault: Exception) -> bool:
    """What a reader sees where the program itself is at fault: no traceback, no link to anyone else."""
    st.error(f"This page could not be drawn ({type(fault).__name__}). The facts are unharmed; reload the page, or start again with Reset.")
    return True


app = st.App("pages/main.py", routes=api(store, base=st.get_option("server.baseUrlPath")), lifespan=lifespan, on_script_error=say_so)

if __name__ == "__main__":
    app.run()
