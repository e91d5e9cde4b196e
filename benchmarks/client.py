"""A reader without a browser: speaks Streamlit's websocket as its page does, and says how long an answer took and how large it was."""

import asyncio
import statistics
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Navigation_pb2 import Navigation
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.server import Server

ANSWER_S = 120
_NOT_DRAWN = "This page could not be drawn"
_UNTOUCHED = {"multiselect": lambda _: [], "slider": lambda slider: list(slider.default), "text_input": lambda _: ""}


@dataclass(frozen=True)
class Answer:
    """What one rerun gave: how long it took from sending until the script had finished, and the bytes that were sent for it.

    The first one of a session counts from its opening.
    """

    seconds: float
    size: int


@dataclass(frozen=True)
class Widget:
    """A control of a page: its kind, its key, and its value before anyone has touched it."""

    kind: str
    key: str
    untouched: object


class Session:
    """One tab of a reader on one page, from its opening to its closing.

    It keeps what a browser keeps: the messages that it can be sent by reference (as long as Streamlit's page keeps them), the page's
    key, and the widgets by their labels. It raises TimeoutError where an answer does not come, RuntimeError where the page has failed.
    """

    def __init__(self, server: Server, page: str = "", answer_s: float = ANSWER_S):
        self.server, self.page, self.answer_s = server, page, answer_s
        self._socket: ClientConnection
        self._since: float | None = None
        self._page_key, self._kept_runs, self._runs = "", 0, 0
        self._held: dict[str, int] = {}
        self._widgets: dict[str, Widget] = {}

    async def __aenter__(self) -> Self:
        self._since = time.perf_counter()
        address = f"ws://127.0.0.1:{self.server.port}/_stcore/stream"
        self._socket = await connect(address, subprotocols=["streamlit"], max_size=None, open_timeout=self.answer_s, proxy=None)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def ask(self, query: str = "", values: Mapping[str, object] | None = None) -> Answer:
        """Has the page drawn for this query of its address, or for these values of its widgets (by label), the others untouched."""
        asked = self._asked(query, values)
        began, self._since = self._since or time.perf_counter(), None
        async with asyncio.timeout(self.answer_s):
            await self._socket.send(asked)
            size = await self._until_finished()
        return Answer(time.perf_counter() - began, size)

    def _asked(self, query: str, values: Mapping[str, object] | None) -> bytes:
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string, rerun.page_script_hash = query, self._page_key
        rerun.page_name = "" if self._page_key else self.page
        rerun.cached_message_hashes.extend(self._held)
        rerun.context_info.url = self.server.address(f"/{self.page}")
        rerun.context_info.timezone, rerun.context_info.locale, rerun.context_info.color_scheme = "UTC", "en", "light"
        for label, widget in self._widgets.items() if values is not None else ():
            _put(rerun.widget_states.widgets.add(id=widget.key), widget.kind, values.get(label, widget.untouched))
        return message.SerializeToString()

    async def _until_finished(self) -> int:
        size = 0
        while True:
            frame = await self._socket.recv()
            size += len(frame)
            message = ForwardMsg.FromString(frame)
            if self._taken(message):
                return size

    def _taken(self, message: ForwardMsg) -> bool:
        """Keeps what a browser would keep of the message; whether it is the last of its answer."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._page_key, self._kept_runs = message.new_session.page_script_hash, message.new_session.config.max_cached_message_age
        elif kind == "navigation":
            self._arrived(message.navigation)
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._met(message)
        elif kind == "session_event" or kind == "page_not_found":
            raise RuntimeError(f"{self.server.app.name}, page “{self.page}”: {message}")
        elif kind == "script_finished":
            return self._finished(message.script_finished)
        return False

    def _arrived(self, navigation: Navigation) -> None:
        self._page_key = navigation.page_script_hash
        here = next(page for page in navigation.app_pages if page.page_script_hash == self._page_key)
        if self.page != ("" if here.is_default else here.url_pathname):
            raise RuntimeError(f"{self.server.app.name} answers with page “{here.page_name}”, not “{self.page}”")

    def _met(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception" or (kind == "alert" and _NOT_DRAWN in element.alert.body):
            raise RuntimeError(f"{self.server.app.name}, page “{self.page}”: {element}")
        if kind in _UNTOUCHED:
            widget = getattr(element, kind)
            self._widgets[widget.label] = Widget(kind, widget.id, _UNTOUCHED[kind](widget))
        if message.metadata.cacheable:
            self._held.setdefault(message.hash, self._runs)

    def _finished(self, status: int) -> bool:
        if status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            raise RuntimeError(f"{self.server.app.name}, page “{self.page}” does not compile")
        if status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return False
        self._runs += 1
        self._held = {key: run for key, run in self._held.items() if self._runs - run <= self._kept_runs}
        return True


def _put(state: WidgetState, kind: str, value: object) -> None:
    if kind == "text_input":
        state.string_value = value
    elif kind == "slider":
        state.double_array_value.data.extend(value)
    else:
        state.string_array_value.data.extend(value)


def median_ms(answers: Iterable[Answer]) -> float:
    """The middle one of the times that the answers took, in milliseconds."""
    return 1000 * statistics.median(answer.seconds for answer in answers)


def largest_kb(answers: Iterable[Answer]) -> float:
    """The size of the largest of the answers, in kilobytes."""
    return max(answer.size for answer in answers) / 1000
