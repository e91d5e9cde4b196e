"""The same events in a Streamlit app as one writes it in an afternoon: what the dashboard's speed is compared with.

python -m streamlit run benchmarks/plain.py
"""

import os
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

DATA = Path(os.environ.get("CITY_TIES_DATA") or Path(__file__).resolve().parent.parent / "data")
ANY_DATE = r"(\d{4}(?:-\d{2}){0,2})"


@st.cache_data
def load_events() -> pd.DataFrame:
    """One row is one event, with the names of its sector, relationship and places."""
    events = pd.read_csv(DATA / "events.csv")
    sectors = pd.read_csv(DATA / "sectors.csv").rename(columns={"name": "sector"})
    ties = pd.read_csv(DATA / "ties.csv").rename(columns={"name": "tie"})
    events = events.merge(sectors[["sector_id", "sector", "colour"]], on="sector_id", how="left")
    events = events.merge(ties[["tie_id", "tie"]], on="tie_id", how="left")
    places = pd.read_csv(DATA / "event_places.csv").merge(pd.read_csv(DATA / "cities.csv")[["city_id", "name"]], on="city_id")
    places = places.groupby("event_id")["name"].agg(lambda names: "; ".join(sorted(set(names)))).rename("places")
    events = events.merge(places, on="event_id", how="left")
    events["begins"] = pd.to_datetime(events["date"].str.extract(ANY_DATE)[0], format="ISO8601", errors="coerce")
    events["year"] = events["begins"].dt.year
    return events


st.set_page_config(page_title="City events", layout="wide")
events = load_events()
first, last = int(events["year"].min()), int(events["year"].max())

with st.sidebar:
    st.header("Filters")
    sectors = st.multiselect("Sector", sorted(events["sector"].dropna().unique()))
    ties = st.multiselect("Relationship", sorted(events["tie"].dropna().unique()))
    years = st.slider("Years", first, last, (first, last))
    text = st.text_input("Search")

shown = events[events["year"].between(*years)]
if sectors:
    shown = shown[shown["sector"].isin(sectors)]
if ties:
    shown = shown[shown["tie"].isin(ties)]
if text:
    shown = shown[(shown["title"] + " " + shown["places"].fillna("")).str.contains(text, case=False, regex=False)]

st.title("City events")
st.write(f"{len(shown)} of {len(events)} events")
colours = dict(zip(events["sector"], events["colour"], strict=True))

by_year = shown.groupby(["year", "sector"], as_index=False).size().rename(columns={"size": "events"})
st.plotly_chart(px.bar(by_year, x="year", y="events", color="sector", color_discrete_map=colours, title="Events a year"))
st.plotly_chart(
    px.scatter(
        shown,
        x="begins",
        y="sector",
        color="sector",
        color_discrete_map=colours,
        hover_name="title",
        hover_data=["date", "tie", "places"],
        title="Timeline",
    )
)
table = shown[["date", "title", "sector", "tie", "places", "kind", "status", "mode", "note"]]
st.dataframe(table, hide_index=True)
st.download_button("Download CSV", table.to_csv(index=False), "events.csv", "text/csv")
