"""Before the first reader comes: which pages are opened, and that nothing stops the start."""

import subprocess
import sys
import tomllib
from pathlib import Path

from streamlit import config

ROOT = Path(__file__).parent.parent
FILES = {
    "main.py": "import streamlit as st\nst.navigation([st.Page('home.py', default=True), st.Page('faulty.py'), st.Page('other.py')]).run()",
    "home.py": "import streamlit as st\nprint('home', st.context.theme.type)",
    "faulty.py": "print('faulty')\nraise ValueError",
    "other.py": "print('other')",
    "serve.py": """
import asyncio, contextlib
import streamlit as st
from pages.parts.warming import warm

@contextlib.asynccontextmanager
async def lifespan(_app):
    await warm(["", "faulty", "other"])
    print("ready")
    yield

async def serve():
    async with st.App("main.py", lifespan=lifespan).lifespan()(None):
        print("asked")

asyncio.run(serve())
""",
}


def test_every_page_is_drawn_once_before_the_server_is_ready_also_behind_one_that_fails(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command, environment = [sys.executable, "serve.py"], {"PYTHONPATH": str(ROOT)}
    said = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True, timeout=120).stdout
    expected = ["home light", "faulty", "other", "ready", "asked"]
    assert [line for line in said.splitlines() if line in expected] == expected


def test_what_the_configuration_says_is_what_streamlit_has_and_does():
    """A setting that a later Streamlit has no more would be passed over without a word to the reader."""
    said = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    settings = {f"{section}.{name}": value for section, values in said.items() for name, value in values.items() if section != "theme"}
    assert {name: config.get_option(name) for name in settings} == settings
