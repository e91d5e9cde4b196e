"""The two apps as a reader starts them, each on a free port of this machine, and never longer than the block that asks for them."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
START_S, STOP_S, IDLE_S = 600, 20, 0.05
_PROCESSES = Path("/proc")


@dataclass(frozen=True)
class App:
    """An app that can be started. `folder`: where the command is given, and so whose `.streamlit/config.toml` holds."""

    name: str
    script: str
    folder: Path


OURS = App("ours", "app.py", ROOT)
PLAIN = App("plain", "plain.py", ROOT / "benchmarks")
TURNS = (OURS, PLAIN, PLAIN, OURS)


@dataclass(frozen=True)
class Server:
    """A running app. `began`: the time of `time.perf_counter` at which it was started."""

    app: App
    port: int
    pid: int
    began: float

    def address(self, path: str) -> str:
        """The address of one of its answers over HTTP."""
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def memory_mb(self) -> float:
        """What it holds in memory now (resident set), in megabytes; asks Linux."""
        status = (_PROCESSES / str(self.pid) / "status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1000

    @property
    def busy_s(self) -> float:
        """Seconds of a processor that it has used since its start; asks Linux."""
        told = (_PROCESSES / str(self.pid) / "stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def running(app: App, data: Path = DATA) -> Iterator[Server]:
    """The app on this folder of data, from the moment at which it answers until the block ends."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", app.script, "--server.port", str(port), "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1"]
    signal.signal(signal.SIGTERM, _leave)
    with tempfile.TemporaryFile("w+") as log:
        began = time.perf_counter()
        environment = {**os.environ, "CITY_TIES_DATA": str(data)}
        process = subprocess.Popen(command, cwd=app.folder, stdout=log, stderr=subprocess.STDOUT, env=environment)
        try:
            server = Server(app, port, process.pid, began)
            _until_it_answers(server, process, log)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def until_idle(server: Server) -> None:
    """Waits until what it does behind the first answer, for readers to come, is done: a second in which it needs next to nothing."""
    end, before = time.monotonic() + START_S, -1.0
    while server.busy_s - before > IDLE_S and time.monotonic() < end:
        before = server.busy_s
        time.sleep(1)


def fetched(address: str, timeout_s: float) -> bytes:
    """The body of an answer; raises OSError where there is none in time."""
    with urllib.request.urlopen(address, timeout=timeout_s) as answer:
        return answer.read()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """An end asked for from outside ends the blocks too, and with them the servers."""
    sys.exit("ended from outside")


def _until_it_answers(server: Server, process: subprocess.Popen, log) -> None:
    while time.perf_counter() < server.began + START_S and process.poll() is None:
        with contextlib.suppress(OSError):
            fetched(server.address("/_stcore/health"), timeout_s=5)
            return
        time.sleep(0.02)
    log.seek(0)
    raise SystemExit(f"{server.app.name} did not start:\n{log.read()}")
