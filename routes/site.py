"""Where the routes stand: the tables behind them, and the address under which a reader has found them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request

from loaders.store import Store

_PLAIN_HOST = re.compile(r"https?://[A-Za-z0-9.\-_:\[\]]+(/[A-Za-z0-9.\-_~/]*)?")


@dataclass(frozen=True)
class Site:
    """`store` gives the tables; `base` is the path under which the dashboard stands, without a slash at its end."""

    store: Callable[[], Store]
    base: str

    def host(self, request: Request) -> str:
        """The address of the dashboard as this request says it, without a slash at its end; only its path where it says no plain one."""
        address = str(request.base_url).rstrip("/")
        return (address if _PLAIN_HOST.fullmatch(address) else "") + self.base
