"""The scripts of the pages, and the addresses at which browsers find them."""

import hashlib

SCRIPTS: dict[str, bytes] = {}
"""Each script by the name in its address."""
_SHORT = 12


def script_path(name: str, script: str) -> str:
    """The path below this dashboard at which the script is served: it names the bytes, so that a browser may keep them for good."""
    content = script.encode()
    named = f"{name}-{hashlib.sha256(content).hexdigest()[:_SHORT]}"
    SCRIPTS[named] = content
    return f"/api/script/{named}.js"
