"""EDTF dates: what each form bounds, what lasted, what is in doubt, and what is refused."""

import calendar
import contextlib
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import dates
from loaders.date_grammar import grammar_spans
from loaders.dates import SPAN_COLUMNS, date_table, plain_spans, span_table, spans

DAYS = st.dates(min_value=date(1, 1, 1))
FORMS = {  # EDTF: first possible start, last possible start, first possible end, last possible end, precision
    "2017": ("2017-01-01", "2017-12-31", "2017-01-01", "2017-12-31", "year"),
    "2017-12": ("2017-12-01", "2017-12-31", "2017-12-01", "2017-12-31", "month"),
    "2021-03-13": ("2021-03-13", "2021-03-13", "2021-03-13", "2021-03-13", "day"),
    "2023-21": ("2023-03-01", "2023-05-31", "2023-03-01", "2023-05-31", "season"),
    "2023-22": ("2023-06-01", "2023-08-31", "2023-06-01", "2023-08-31", "season"),
    "2023-23": ("2023-09-01", "2023-11-30", "2023-09-01", "2023-11-30", "season"),
    "199X": ("1990-01-01", "1999-12-31", "1990-01-01", "1999-12-31", "decade"),
    "19XX": ("1900-01-01", "1999-12-31", "1900-01-01", "1999-12-31", "century"),
    "1XXX": ("1000-01-01", "1999-12-31", "1000-01-01", "1999-12-31", "range"),
    "2017-XX": ("2017-01-01", "2017-12-31", "2017-01-01", "2017-12-31", "year"),
    "2017-12-XX": ("2017-12-01", "2017-12-31", "2017-12-01", "2017-12-31", "month"),
    "2017-33": ("2017-01-01", "2017-03-31", "2017-01-01", "2017-03-31", "range"),
    "0250": ("0250-01-01", "0250-12-31", "0250-01-01", "0250-12-31", "year"),
    "2017-11-29/2017-12-03": ("2017-11-29", "2017-11-29", "2017-12-03", "2017-12-03", "day"),
    "2023-03/2023-04": ("2023-03-01", "2023-03-31", "2023-04-01", "2023-04-30", "month"),
    "1603/1868": ("1603-01-01", "1603-12-31", "1868-01-01", "1868-12-31", "year"),
    "2020/..": ("2020-01-01", "2020-12-31", None, None, "year"),
    "2022-09/..": ("2022-09-01", "2022-09-30", None, None, "month"),
    "../2020": (None, None, "2020-01-01", "2020-12-31", "year"),
    "[..2023-03-07]": (None, "2023-03-07", None, "2023-03-07", "range"),
    "[2023-03-07..]": ("2023-03-07", None, "2023-03-07", None, "range"),
    "[0250..0538]": ("0250-01-01", "0538-12-31", "0250-01-01", "0538-12-31", "range"),
    "[2007-04..2008-03]": ("2007-04-01", "2008-03-31", "2007-04-01", "2008-03-31", "range"),
    "[2021-03-25,2021-03-26]": ("2021-03-25", "2021-03-26", "2021-03-25", "2021-03-26", "range"),
    "2022-01?": ("2022-01-01", "2022-01-31", "2022-01-01", "2022-01-31", "month"),
    "2018~": ("2018-01-01", "2018-12-31", "2018-01-01", "2018-12-31", "year"),
}


def bounds(span):
    return (span.start, span.start_latest, span.end_earliest, span.end)


@pytest.mark.parametrize("text", FORMS)
def test_a_date_is_bounded_by_what_its_text_says_and_no_further(text):
    *expected, _ = FORMS[text]
    (span,) = spans(text)
    assert bounds(span) == tuple(day and date.fromisoformat(day) for day in expected)


@pytest.mark.parametrize("text", FORMS)
def test_a_date_is_as_precise_as_its_text(text):
    assert spans(text)[0].precision == FORMS[text][-1]


@given(DAYS)
def test_a_day_begins_and_ends_on_itself(day):
    assert [bounds(span) for span in spans(day.isoformat())] == [(day,) * 4]


@given(DAYS)
def test_a_month_lasts_from_its_first_to_its_last_day(day):
    (span,) = spans(day.isoformat()[:7])
    assert (span.start, span.end) == (day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


@given(DAYS, DAYS)
def test_an_interval_lasted_from_its_first_to_its_second_day_or_is_refused(first, last):
    text = f"{first}/{last}"
    if last < first:
        with pytest.raises(ValueError, match="ends before it begins"):
            spans(text)
    else:
        assert [bounds(span) for span in spans(text)] == [(first, first, last, last)]


@pytest.mark.parametrize("text", ["2023-03/2023-04", "2017-11-29/2017-12-03", "1603/1868", "2020/..", "../2020", "2023-22/2023-23"])
def test_an_interval_lasted(text):
    assert spans(text)[0].lasted


@pytest.mark.parametrize("text", ["2017", "2017-12", "2023-22", "[2007-04..2008-03]", "[2021-03-25,2021-03-26]", "[..2023-03-07]"])
def test_a_doubt_did_not_last(text):
    assert not spans(text)[0].lasted


def test_a_set_of_both_is_a_span_for_each():
    assert [bounds(span) for span in spans("{2014-02-10,2014-09-01}")] == [(date(2014, 2, 10),) * 4, (date(2014, 9, 1),) * 4]


def test_a_set_of_alternatives_is_one_span():
    assert len(spans("[2021-03-25,2021-03-26]")) == 1


def test_a_blank_date_has_no_span():
    assert spans("") == ()


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2022-01", False, False),
        ("2022-01?", True, False),
        ("2022-01~", False, True),
        ("2022-01%", True, True),
        ("2018~/2019?", True, True),
    ],
)
def test_a_question_mark_is_uncertain_and_a_tilde_approximate(text, uncertain, approximate):
    assert (spans(text)[0].uncertain, spans(text)[0].approximate) == (uncertain, approximate)


@pytest.mark.parametrize("sign", "?~%")
def test_doubt_about_a_date_does_not_widen_it(sign):
    assert bounds(spans(f"2022-01{sign}")[0]) == bounds(spans("2022-01")[0])


@pytest.mark.parametrize("text", ["2023/2022", "2023-04/2023-03", "2023-03-02/2023-03-01", "[2023..2022]", "2023-22/2023-21"])
def test_what_ends_before_it_begins_is_refused(text):
    with pytest.raises(ValueError, match=r"ends before it begins"):
        spans(text)


NONSENSE = [
    "nonsense",
    "2017-13",
    "2017-00",
    "2017-02-30",
    "2019-02-29",
    "17",
    "20171",
    "2017/18",
    "7 March 2023",
    "07.03.2023",
    "03/07/2023",
]
NONSENSE += ["..", "../..", "/", "[]", "{}", "[..]", "2017-12-31T10:00:00Z", "２０１７", "<script>", "1e3", "0000", "-0044", "Y12345", " "]


@pytest.mark.parametrize("text", NONSENSE)
def test_what_is_no_date_is_refused_and_named(text):
    with pytest.raises(ValueError) as refused:
        spans(text)
    assert repr(text) in str(refused.value)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text):
    try:
        found = spans(text)
    except ValueError:
        return
    assert all(span.precision for span in found)


def every_date(fact_base):
    for table in fact_base.schema.values():
        for column in table.columns:
            if column.edtf:
                yield fact_base.table(table.name)[column.name]


MOMENTS = st.from_regex(r"[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?|[0-9]{4}-2[0-5]", fullmatch=True)  # some of them wrong
DOUBTFUL = st.builds("{}{}".format, MOMENTS, st.sampled_from(["", "?", "~", "%"]))
INTERVALS = st.builds("{}/{}".format, *[st.one_of(DOUBTFUL, DOUBTFUL, st.sampled_from(["..", ""]))] * 2)
RANGES = st.tuples(DAYS, DAYS, st.sampled_from([4, 7, 10])).map(lambda two: "..".join(day.isoformat()[: two[2]] for day in two[:2]))
MEMBERS = st.one_of(MOMENTS, RANGES, st.builds("{}..{}".format, MOMENTS, MOMENTS), DOUBTFUL)
SETS = st.lists(MEMBERS, min_size=1, max_size=3).map(",".join)
BRACKETED = st.builds(str.format, st.sampled_from(["[{}]", "{{{}}}", "[..{}]", "[{}..]", "{{..{}}}"]), SETS)


@given(st.one_of(DOUBTFUL, INTERVALS))
def test_a_date_or_an_interval_is_read_as_the_grammar_reads_it_or_left_to_it(text):
    assert plain_spans(text) in ((), grammar_spans(text))


@settings(max_examples=12)
@given(BRACKETED)
def test_a_set_is_read_as_the_grammar_reads_it_or_left_to_it(text):
    assert plain_spans(text) in ((), grammar_spans(text))


def test_every_date_of_the_data_is_read_as_the_grammar_reads_it(fact_base):
    texts = pd.concat(every_date(fact_base)).dropna().unique()
    assert len(texts)
    assert [text for text in texts if spans(text) != grammar_spans(text)] == []


PLAIN = ["2017", "2017-12", "2023-21", "2018~", "2020/..", "../2020-03-01", "2017-11-29/2017-12-03?", "[2021,2022]", "[..2023]"]
PLAIN += ["{2014-02-10,2014-09-01}", "[0250..0538]", "{2018-04-22..2018-04-27,2018-11}"]


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_date_is_read_without_the_grammar(text):
    assert plain_spans(text) == grammar_spans(text) != ()


@pytest.mark.parametrize("text", ["199X", "2023-13-32"])
def test_the_grammar_reads_each_text_once(monkeypatch, text):
    read = []
    monkeypatch.setattr(dates, "_grammar_spans", lambda text: read.append(text) or grammar_spans(text))
    dates._found.cache_clear()
    for _ in range(3):
        with contextlib.suppress(ValueError):
            spans(text)
    assert read == [text]


def test_every_date_of_the_data_begins_before_it_has_begun_and_ends_after_it_may_end(fact_base):
    table = span_table(pd.concat(every_date(fact_base), ignore_index=True))
    wrong = (table["start"] > table["start_latest"]) | (table["end_earliest"] > table["end"]) | (table["start"] > table["end"])
    assert len(table)
    assert not wrong.any()


DATES = pd.Series(["2017", None, "{2020,2021-05-03}", "2020/..", "[..2023-03-07]", "2022-01?"], index=list("abcdef"), dtype="str")


def test_a_row_without_a_date_has_no_day_and_is_not_open():
    row = date_table(DATES).loc["b"]
    assert row[SPAN_COLUMNS].isna().all()
    assert (row["precision"], row["open_start"], row["open_end"]) == ("undated", False, False)


def test_a_table_keeps_its_rows_in_order():
    assert list(date_table(DATES).index) == list("abcdef")


def test_a_set_reaches_from_its_first_to_its_last_member_and_is_as_precise_as_the_coarsest():
    row = date_table(DATES).loc["c"]
    assert (row["start"], row["end"], row["precision"]) == (pd.Timestamp("2020-01-01"), pd.Timestamp("2021-05-03"), "year")


def test_open_ends_are_marked():
    table = date_table(DATES)
    assert (list(table.index[table["open_start"]]), list(table.index[table["open_end"]])) == (["e"], ["d"])


def test_a_table_of_no_dates_has_no_spans():
    assert span_table(pd.Series([None, None], dtype="str")).empty


def test_rows_of_one_key_keep_their_own_dates():
    table = date_table(pd.Series(["2017", "2018"], index=["a", "a"], dtype="str"))
    assert list(table["start"].dt.year) == [2017, 2018]
