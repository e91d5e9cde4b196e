"""The figures of the cities, side by side and over time: headline, picture, rows, sources."""

from loaders.over_time import figures_over_time
from loaders.side_by_side import figures_shown
from loaders.story.figures import side_headline, time_headline
from loaders.text import message
from pages.cities.chosen import figures_chosen, words_of
from pages.cities.rows import draw_sources, figures_cited
from pages.cities.side import draw_side, side_pictures
from pages.cities.time import draw_time, time_pictures
from pages.cities.views import views_row
from pages.parts.rows import stop_if_empty
from pages.widgets.headline import headline
from pages.widgets.slides import for_slides

_HOW = message(
    "Every figure is a row of the data with a source. In the first row a place stands with its figure of the chosen year. Where there is none, "
    "it stands with that of the nearest year, which is said. Further down it stands with the figure that we follow, and its year. No scale holds two units or "
    "two currencies. A value six times the next lies beyond the scale. Over time a line never joins two ways of counting."
)


def side_view() -> None:
    """How do the places compare? The figures of the year that most share, and the others, each with its own."""
    shown = figures_chosen()
    sentence = side_headline(shown)
    headline(*sentence, how=_HOW)
    with views_row():
        pass
    stop_if_empty(figures_shown(shown))
    draw_side(shown)
    draw_sources(shown, "side")
    for_slides(
        "figures", lambda: side_pictures(shown), headline=sentence.title, cited=lambda: figures_cited(shown, "side"), words=words_of(shown)
    )


def time_view() -> None:
    """How did one figure change? A line for each way of counting."""
    shown = figures_chosen()
    sentence = time_headline(shown)
    headline(*sentence, how=_HOW)
    with views_row():
        pass
    stop_if_empty(figures_over_time(shown))
    draw_time(shown)
    draw_sources(shown, "time")
    for_slides(
        "figures", lambda: time_pictures(shown), headline=sentence.title, cited=lambda: figures_cited(shown, "time"), words=words_of(shown)
    )
