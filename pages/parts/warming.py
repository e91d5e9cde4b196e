"""The server as its own first reader: it opens pages, so that what is imported, read and derived once is there when somebody asks."""

import asyncio
import contextlib
import gc
from collections.abc import Iterable

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import get_instance
from streamlit.runtime.session_manager import SessionClient

LONGEST_S = 60


class _Reader(SessionClient):
    """Someone without a browser, who only hears when a page is drawn."""

    def __init__(self) -> None:
        self.drawn = asyncio.Event()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        if msg.WhichOneof("type") == "script_finished" and msg.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self.drawn.set()


async def warm(pages: Iterable[str]) -> bool:
    """Opens each of these pages (by the ends of their addresses) once, as most readers do: in light, nothing chosen; says whether each was drawn in time.

    Where one was not, the data are so many that the others are left to their readers, who would wait behind them. Then spares the collector what is kept by now: it would walk it again and again. Called where the server's event loop runs.
    """
    drawn = True
    for page in pages:
        drawn = drawn and await _open(page)
    gc.collect()
    gc.freeze()
    return drawn


async def _open(page: str) -> bool:
    runtime, reader, message = get_instance(), _Reader(), BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.context_info.color_scheme = "light"
    session = runtime.connect_session(reader, {})
    try:
        runtime.handle_backmsg(session, message)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(reader.drawn.wait(), LONGEST_S)
    finally:
        drawn = reader.drawn.is_set()
        runtime.close_session(session)
    return drawn
