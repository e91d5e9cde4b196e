"""Colours that can be read, and widths that are no less than the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.look import DARK, LIGHT, on_paper, text_width, wrapped


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["text", "quiet"])
def test_a_text_has_the_contrast_that_wcag_aa_asks_for(mode, ink):
    assert contrast(getattr(mode, ink), mode.paper) >= 4.5


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
def test_the_accent_has_the_contrast_that_wcag_asks_of_graphics(mode):
    assert contrast(mode.accent, mode.paper) >= 3


def test_sectors_have_colours_of_their_own_on_either_paper(fact_base):
    colours = list(fact_base.table("sectors")["colour"])
    assert len({on_paper(colour, dark=True) for colour in colours}) == len(set(colours)) == len(colours)


def test_every_sector_has_the_contrast_of_graphics_on_dark_paper(fact_base):
    table = fact_base.table("sectors")
    weak = [row.sector_id for row in table.itertuples() if contrast(on_paper(row.colour, dark=True), DARK.paper) < 3]
    assert weak == []


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_longer_text_is_wider(one, other):
    assert text_width(one + other) > text_width(one)


def test_an_ideograph_is_as_wide_as_it_is_high():
    assert text_width("郡山市", size=10) == 30


@given(st.lists(st.text("abcde", min_size=1, max_size=9), min_size=1, max_size=12), st.integers(40, 400))
def test_a_wrapped_text_has_its_words_in_order_and_fits_where_a_word_can(words, width):
    lines = wrapped(" ".join(words), width)
    assert " ".join(lines) == " ".join(words)
    assert all(text_width(line) <= width or " " not in line for line in lines)
