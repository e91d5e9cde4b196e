"""Dates in words: what a reader sees, and that it is never finer than what a source says."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_dates import FORMS, every_date

from loaders.datetext import date_text

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
WORDS = {
    None: "no date",
    "": "no date",
    "2017": "2017",
    "2017-12": "Dec 2017",
    "2021-03-13": "13 Mar 2021",
    "2023-22": "summer 2023",
    "2023-22/2023-23": "summer 2023–autumn 2023",
    "2016-23/2017-21": "autumn 2016–spring 2017",
    "0250": "250",
    "0938-03": "Mar 938",
    "199X": "1990s",
    "19XX": "between 1900 and 1999",
    "2017-XX": "2017",
    "2017-12-XX": "Dec 2017",
    "1603/1868": "1603–1868",
    "2017-12-01/2017-12-03": "1–3 Dec 2017",
    "2020/..": "since 2020",
    "../2020-05": "until May 2020",
    "[..2023-03-07]": "by 7 Mar 2023",
    "[2023-03-07..]": "7 Mar 2023 or later",
    "[..2023-03]": "by Mar 2023",
    "[2023..]": "2023 or later",
    "[2017,2019..]": "2017 or 2019 or later",
    "[0250..0538]": "between 250 and 538",
    "[2020..2020]": "within 2020",
    "[2020-01..2020-12]": "within 2020",
    "[2021-03-25,2021-03-26]": "25 or 26 Mar 2021",
    "[2021-03-31,2021-04-01]": "31 Mar 2021 or 1 Apr 2021",
    "{2011..2012,2014..2015}": "2011–2012 and 2014–2015",
    "{2014-02-10,2014-09-01}": "10 Feb 2014 and 1 Sept 2014",
    "[2017,2019..2020]": "2017 or between 2019 and 2020",
    "2022-01?": "Jan 2022, uncertain",
    "2018~": "about 2018",
    "2022-01%": "about Jan 2022, uncertain",
}

years = st.integers(100, 2100).map("{:04}".format)
months = st.builds("{}-{:02}".format, years, st.integers(1, 12))
days = st.builds("{}-{:02}".format, months, st.integers(1, 28))
unknown = st.one_of(st.builds("{}-XX".format, years), st.builds("{}-XX".format, months))
moments = st.one_of(years, months, days, st.builds("{}-{}".format, years, st.integers(21, 24)))
pairs = st.one_of(*(st.tuples(kind, kind).map(sorted) for kind in (years, months, days)))
texts = st.one_of(
    moments,
    unknown,
    st.builds("{}{}".format, st.one_of(years, months, days), st.sampled_from("?~%")),
    pairs.map("/".join),
    st.builds("{}/..".format, moments),
    st.builds("../{}".format, moments),
    st.builds("[{0[0]}..{0[1]}]".format, pairs),
    st.builds("[..{}]".format, st.one_of(years, months, days)),
    st.builds("[{}..]".format, st.one_of(years, months, days)),
    st.builds("{{{0[0]},{0[1]}}}".format, pairs),
)


@pytest.mark.parametrize("text", WORDS)
def test_a_date_reads_as_a_person_would_write_it(text):
    assert plain(date_text(text)) == WORDS[text]


def plain(words):
    return re.sub(r"[\u2009\u202f\u00a0]", " ", words)


def named(words):
    """The months and days that a reader finds in a text."""
    months = {number for number, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", words)}
    return months, {int(day) for day in re.findall(r"(?<![\d])\d{1,2}(?![\ds])", words)}


def stated(text):
    """The months and days that an EDTF text has."""
    parts = re.findall(r"\d{4}(?:-(\d\d))?(?:-(\d\d))?", text)
    return {int(month) for month, _ in parts if month and int(month) <= 12}, {int(day) for _, day in parts if day}


@given(texts)
def test_a_text_never_names_a_day_or_month_that_its_date_does_not_have(text):
    (months, days), (stated_months, stated_days) = named(date_text(text)), stated(text)
    assert months <= stated_months
    assert days <= stated_days


@pytest.mark.parametrize("text", FORMS)
def test_a_form_of_the_reading_guide_is_worded_no_finer_than_it_is(text):
    (months, days), (stated_months, stated_days) = named(date_text(text)), stated(text)
    allowed = {1, 3} if text == "2017-33" else stated_months  # a quarter is told by its first and last month
    assert months <= allowed
    assert days <= stated_days


@given(st.one_of(days, pairs.map("/".join), st.builds("[{0[0]}..{0[1]}]".format, pairs)))
def test_a_text_names_the_year_in_which_it_ends(text):
    last = re.findall(r"\d{4}", text)[-1]
    assert re.search(rf"(?<!\d){int(last)}(?!\d)", date_text(text))


def test_every_date_of_the_data_is_worded_no_finer_than_it_is(fact_base):
    for text in pd.concat(every_date(fact_base)).dropna().unique():
        (months, days), (stated_months, stated_days) = named(date_text(text)), stated(text)
        assert months <= stated_months, text
        assert days <= stated_days, text


@given(texts)
def test_no_text_shows_the_form_of_the_file(text):
    assert not re.search(r"\.\.|[\[\]{}~%]|\dX|-\d\d-", date_text(text))


@pytest.mark.parametrize("text", ["soon", "[..]", "{2017,}", "[2017..2016]"])
def test_what_is_no_date_is_not_worded(text):
    with pytest.raises(ValueError, match=r"is not an EDTF date|ends before it begins"):
        date_text(text)
