"""What may import what, how large a piece may be, and that nothing names the machine on which it was written."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = {"app", "charts", "loaders", "pages", "routes"}
LONGEST_FUNCTION = 40
_FOLDERS = ("work", "tmp", "home", "root", "Users", "mnt", "opt", "private", r"var/(?:tmp|folders)")
MACHINE_PATH = re.compile(rf"(?<![\w.:/*~<-])/(?:{'|'.join(_FOLDERS)})/\w")
_HOSTS = (("pypi", "org"), ("files", "pythonhosted", "org"), ("registry", "npmjs", "org"), ("conda", "anaconda", "org"), ("crates", "io"))
REGISTRY = re.compile("|".join(r"\.".join(parts) for parts in _HOSTS))


def files():
    """What git has or would have, as it stands in the folder."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in sorted(set(listed.stdout.decode().splitlines())) if (ROOT / name).is_file()]


def modules(*folders):
    return [path for path in files() if path.suffix == ".py" and (not folders or path.relative_to(ROOT).parts[0] in folders)]


def imported(path):
    """The top names that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            yield node.module.split(".")[0]


def name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", modules("loaders"), ids=name)
def test_loaders_know_no_chart_no_page_and_no_browser(path):
    assert set(imported(path)) & {"streamlit", "plotly", "pydeck", "starlette", "charts", "pages", "routes", "app"} == set()


@pytest.mark.parametrize("path", modules("charts"), ids=name)
def test_charts_import_nothing_of_ours_and_no_browser(path):
    assert set(imported(path)) & (OURS - {"charts"} | {"streamlit"}) == set()


@pytest.mark.parametrize("path", modules("charts"), ids=name)
def test_charts_open_no_file(path):
    assert set(imported(path)) & {"pathlib", "os", "io", "csv", "json", "urllib", "requests"} == set()


@pytest.mark.parametrize("path", modules("routes"), ids=name)
def test_routes_know_loaders_and_starlette_and_nothing_else_that_is_not_pythons_own(path):
    assert set(imported(path)) - {"loaders", "routes", "starlette"} <= set(sys.stdlib_module_names)


def test_only_pages_and_the_entry_file_import_streamlit():
    others = [path for path in modules() if path.relative_to(ROOT).parts[0] not in ("pages", "app.py", "tests", "benchmarks")]
    assert [name(path) for path in others if "streamlit" in set(imported(path))] == []


def test_a_page_is_the_only_place_where_a_table_meets_a_chart():
    both = [path for path in modules() if {"loaders", "charts"} <= set(imported(path))]
    assert {path.relative_to(ROOT).parts[0] for path in both} <= {"pages", "tests", "benchmarks"}


def test_one_function_shows_all_charts():
    assert [name(path) for path in modules("pages") if "plotly_chart(" in path.read_text(encoding="utf-8")] == ["pages/parts/drawn.py"]


@pytest.mark.parametrize("path", modules(), ids=name)
def test_no_function_is_longer_than_40_lines(path):
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    lengths = {node.name: node.end_lineno - node.lineno + 1 for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert {function: length for function, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", modules("loaders", "charts", "pages", "routes", "app.py"), ids=name)
def test_every_module_says_in_a_line_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def found(pattern):
    for path in files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        yield from (f"{name(path)}:{number}: {line[:120]}" for number, line in enumerate(lines, 1) if pattern.search(line))


def test_no_text_names_a_path_of_a_machine():
    assert list(found(MACHINE_PATH)) == []


def test_no_text_names_the_host_of_a_package_registry():
    assert list(found(REGISTRY)) == []


@pytest.mark.parametrize("folder", ["work", "tmp", "home"])
def test_a_path_of_a_machine_would_be_found(folder):
    assert MACHINE_PATH.search(f"see '/{folder}/main' for more")
    assert not MACHINE_PATH.search(f"https://example.org/{folder}/main")
