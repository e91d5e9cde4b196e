"""Who says so, in words: every source once, with each of its places."""

import re

import pandas as pd
import pytest

from loaders.citations import citation_texts, evidence


@pytest.fixture(scope="module")
def said(fact_base):
    rows = evidence(fact_base)
    return rows[rows["table"] == "events"]


@pytest.fixture(scope="module")
def texts(said):
    return citation_texts(said)


def test_every_word_of_evidence_has_its_source_beside_it(fact_base, said):
    rows = evidence(fact_base)
    assert len(rows) == len(fact_base.table("evidence"))
    assert rows["cite"].notna().all()


def test_every_event_is_cited(fact_base, texts):
    assert set(texts.index) == set(fact_base.table("events")["event_id"])


def test_a_citation_names_each_source_once_and_no_other(said, texts):
    for key, rows in said.groupby("key"):
        cites = set(rows["cite"])
        parts = texts[key].split(" | ")
        assert len(parts) == rows["source_id"].nunique(), key
        assert all(sum(part.startswith(cite) for part in parts) >= 1 for cite in cites), key
        assert all(part.count(cite) == 1 for part in parts for cite in cites if part.startswith(cite)), key


def test_a_citation_has_every_place_in_its_source(said, texts):
    for row in said.dropna(subset=["locator"]).itertuples():
        parts = [part for part in texts[row.key].split(" | ") if part.startswith(row.cite)]
        assert any(has(part, row.locator) for part in parts), row.evidence_id


def has(part, locator):
    return re.search(rf"(?:, |; ){re.escape(locator)}(?: \[|; | <|$)", part)


def test_what_contradicts_is_said_with_its_value(said, texts):
    rows = said[said["stance"] == "contradicts"].dropna(subset=["column", "value"])
    assert len(rows)
    assert all(f"[contradicts {row.column}: {row.value}]" in texts[row.key] for row in rows.itertuples())


def test_no_citation_tells_of_a_word_that_states_nothing(said, texts):
    assert said["value"].isna().any()
    assert not texts.str.contains(r"\[[a-z]+ \w+: (?:blank)?\]").any()


def test_a_source_with_an_address_is_cited_with_it_once(said, texts):
    for (key, source), rows in said.dropna(subset=["url"]).groupby(["key", "source_id"]):
        assert texts[key].count(f"<{rows['url'].iloc[0]}>") == 1, source


def test_the_date_of_a_source_is_in_words(fact_base):
    rows = evidence(fact_base).set_index("source_id")
    assert set(rows.loc["essen-koriyama-deck-2023", "published_text"]) == {"7 Mar 2023"}


def test_a_place_that_speaks_twice_for_the_same_is_named_once(said):
    row = said[said["column"].isna() & said["locator"].notna()].head(1)
    twice = citation_texts(pd.concat([row, row]))
    assert twice.tolist() == citation_texts(row).tolist()
