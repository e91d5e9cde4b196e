"""The data dictionary and the README say what the schema and the code say."""

import re
from pathlib import Path

from loaders.cards import CARDS
from loaders.dictionary import dictionary
from loaders.events.filters import NAMES
from loaders.facts import DATA
from loaders.page_choices import CHOICES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_dictionary_is_the_one_that_the_schema_gives(fact_base):
    assert (DATA / "README.md").read_text(encoding="utf-8") == dictionary(fact_base.schema, fact_base.package)


def test_the_dictionary_describes_every_column_of_every_table(fact_base):
    written = dictionary(fact_base.schema, fact_base.package)
    for table in fact_base.schema.values():
        section = written.split(f"## {table.name}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)`", section, flags=re.M) == table.names


def test_the_readme_names_every_parameter_of_an_address():
    assert [name for name in NAMES if f"`{name}`" not in README] == []


def test_the_readme_names_only_events_that_exist(all_events):
    named = re.findall(r"event=([a-z0-9-]+)", README)
    assert named
    assert set(named) <= set(all_events.rows["event_id"])


def test_the_files_to_which_the_readme_leads_are_there():
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if not link.startswith("http")]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_two_commands_of_the_readme_are_there_and_run_by_continuous_integration():
    for command in ("bin/run", "bin/test"):
        assert f"\n{command}\n" in README
        assert (ROOT / command).stat().st_mode & 0o111
    assert "exec bin/test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_readme_names_every_card_and_every_choice_of_a_page():
    assert [name for name in {*CHOICES, *CARDS} if f"`{name}`" not in README] == []
