"""The map: where it happened, by site and city, who travelled from where, and how exact each point is."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import pydeck as pdk

from charts.look import Look, look, on_paper
from charts.map_layers import ground_layers, icon_layer, journey_layers, ring_layers, text_layer
from charts.map_signs import arrow_sign, city_sign, leader_sign, shares_sign, site_sign
from charts.mercator import View, fitted
from charts.placing import Place, Wish, placed

AREAS = {
    "whole": (-7.5, 31.5, 143.5, 59.5),
    "rhine-ruhr": (6.02, 50.76, 7.22, 51.51),
    "fukushima-koriyama": (139.95, 37.22, 141.1, 37.79),
    "tokyo-chiba": (139.56, 35.5, 140.2, 35.73),
}
HEIGHT_PX = {"wide": 600, "narrow": 420, "small": 320}
WIDTH_PX = {"wide": 1100, "narrow": 336, "small": 560}
_MARGIN_PX = {"wide": 46, "narrow": 26, "small": 22}
_FARTHEST_PX = {"wide": 190, "narrow": 44, "small": 60}
_CITY_SIZE_PX, _SITE_SIZE_PX = 15, 13
_PRINCIPAL = 5
_CONTROLLER = {"scrollZoom": False, "dragRotate": False, "touchRotate": False, "keyboard": True}  # the wheel scrolls the page


@dataclass(frozen=True)
class Mark:
    """One thing to click: its row, the kind of its layer, its radius in pixels, and its name as it is set."""

    row: object
    kind: str
    radius: float
    size: float


def map_view(area: str, frame: str = "wide") -> View:
    """What an area's jump shows in a frame: `wide`, `narrow` or `small`."""
    return fitted(AREAS[area], width=WIDTH_PX[frame], height=HEIGHT_PX[frame], margin=_MARGIN_PX[frame])


def map_marks(sites: pd.DataFrame, cities: pd.DataFrame, *, area: str, frame: str = "wide") -> list[tuple[Mark, Place]]:
    """Every mark of one jump and where it stands: by city on the whole map, by site and city in the others.

    `sites`: one row is a site with a point: `place`, `label`, `latitude`, `longitude`, `events`. `cities`: one row is a city:
    the same, `alone` (events that name no site) and `own` (whether the point is its own).
    """
    view = map_view(area, frame)
    marks = _of_cities(cities, frame) if area == "whole" else _of_places(sites, cities)
    wishes = [_wish(mark, view, frame, number) for number, mark in enumerate(marks)]
    places = placed(wishes, width=view.width, height=view.height, farthest=_FARTHEST_PX[frame])
    return list(zip(marks, places, strict=True))


def _of_cities(cities: pd.DataFrame, frame: str) -> list[Mark]:
    slim = 0.7 if frame != "wide" else 1.0
    cities = cities if frame == "wide" else cities[cities["events"] > 0]  # little room: the others stand in the areas
    return [
        Mark(
            row, "cities", slim * (min(30.0, 7 + 2.1 * math.sqrt(row.events)) if row.events else 5.0), _CITY_SIZE_PX - (not row.events) * 2
        )
        for row in cities.itertuples()
    ]


def _of_places(sites: pd.DataFrame, cities: pd.DataFrame) -> list[Mark]:
    towns = [
        Mark(row, "towns", min(22.0, 7 + 1.6 * math.sqrt(row.alone)) if row.alone else 4.0, _CITY_SIZE_PX)
        for row in cities[cities["own"]].itertuples()
    ]
    order = sites.sort_values(["events", "place"], ascending=[False, True])
    return towns + [Mark(row, "sites", _site_radius(row.events), _SITE_SIZE_PX) for row in order.itertuples()]


def _site_radius(events: int) -> float:
    return min(18.0, 5.5 + 2.2 * math.sqrt(events)) if events else 5.0


def _wish(mark: Mark, view: View, frame: str, number: int) -> Wish:
    x, y = view.pixels(mark.row.longitude, mark.row.latitude)
    named = 0 <= x <= view.width and 0 <= y <= view.height and (frame != "small" or number < _PRINCIPAL)
    return Wish(x, y, mark.radius, mark.row.label if named else "", mark.size)


def map_deck(
    ground: Mapping[str, Sequence[dict]],
    sites: pd.DataFrame,
    cities: pd.DataFrame,
    journeys: pd.DataFrame,
    *,
    area: str = "whole",
    dark: bool = False,
    narrow: bool = False,
    small: bool = False,
    nearer: int = 0,
    again: int = 0,
) -> pdk.Deck:
    """The map of one area.

    `ground`: per region its GeoJSON features. `sites`: as `map_marks` takes them, with `colour`, `sector`, `city`, `name`, `ring_m`,
    `approximate` and `precision` (words); `cities`: with `shares` (colour and number) and `sites` (how many); `journeys`: one row
    is a way, `origin_…`, `venue_…` in degrees, `drawn`, `events`. `small`: the whole in little, with the principal cities' names
    and nothing to move. `nearer`: steps of zoom from the area's own view; `again`: how often that view was asked for anew.
    """
    frame = "small" if small else "narrow" if narrow else "wide"
    mode, view = look(dark), map_view(area, frame)
    marks = map_marks(sites, cities, area=area, frame=frame)
    layers = ground_layers(ground, dark=dark)
    layers += journey_layers(journeys, view, arrow_sign(mode.accent), dark=dark)
    layers.append(icon_layer("leaders", _leaders(marks, dark=dark), pickable=False))
    layers += [icon_layer(kind, _icons(marks, kind, dark=dark), pickable=not small) for kind in ("cities", "sites")]
    layers += [] if area == "whole" else ring_layers(sites, dark=dark)  # over the sites: a mark must not hide its doubt
    layers.append(icon_layer("towns", _icons(marks, "towns", dark=dark), pickable=not small))  # rings shine through
    for name, kinds, size, weight in (
        ("city-names", ("cities", "towns"), _CITY_SIZE_PX, 600),
        ("site-names", ("sites",), _SITE_SIZE_PX, 400),
    ):
        layers.append(text_layer(name, _names(marks, kinds), mode, size=size, weight=weight, colour=mode.text))
    return pdk.Deck(
        layers=[layer for layer in layers if layer.data],
        views=[pdk.View("MapView", controller=False if small else _CONTROLLER, repeat=False)],
        initial_view_state=_view_state(view, nearer, again),
        map_provider=None,
        tooltip=_tooltip(mode),
    )


def _tooltip(mode: Look) -> dict:
    style = {"whiteSpace": "pre-line", "maxWidth": "300px", "fontSize": "13px", "borderRadius": "4px", "padding": "6px 9px"}
    return {
        "text": "{name}\n{tip}",
        "style": style | {"color": mode.text, "backgroundColor": mode.paper, "border": f"1px solid {mode.rule}"},
    }


def _view_state(view: View, nearer: int, again: int) -> pdk.ViewState:
    """The view as deck.gl begins with it; a hair's breadth aside it moves there again."""
    aside = again * 1e-9
    return pdk.ViewState(
        latitude=view.latitude + aside,
        longitude=view.longitude + aside,
        zoom=view.zoom + nearer + aside,
        min_zoom=0,
        max_zoom=15,
        height=view.height,
    )


def _leaders(marks: list[tuple[Mark, Place]], *, dark: bool) -> list[dict]:
    """For each mark that does not cover its true point, the line to it; below all marks."""
    return [
        {"position": [mark.row.longitude, mark.row.latitude], **leader_sign(dx=place.dx, dy=place.dy, mode=look(dark))}
        for mark, place in marks
        if math.hypot(place.dx, place.dy) >= mark.radius
    ]


def _icons(marks: list[tuple[Mark, Place]], kind: str, *, dark: bool) -> list[dict]:
    return [_icon(mark, place, dark=dark) for mark, place in marks if mark.kind == kind]


def _icon(mark: Mark, place: Place, *, dark: bool) -> dict:
    row, mode = mark.row, look(dark)
    where = {"dx": place.dx, "dy": place.dy, "radius": round(mark.radius, 1), "mode": mode}
    if mark.kind == "sites":
        colour = on_paper(row.colour, dark=dark) if isinstance(row.colour, str) else mode.quiet
        sign, name, tip = site_sign(**where, colour=colour, hollow=not row.events), row.name, _site_tip(row)
    elif mark.kind == "towns":
        sign, name, tip = city_sign(**where, number=row.alone), row.label, _town_tip(row)
    else:
        shares = [(on_paper(colour, dark=dark), number / row.events) for colour, number in row.shares]
        sign, name, tip = shares_sign(**where, number=row.events, shares=shares), row.label, _city_tip(row)
    return {"place": row.place, "position": [row.longitude, row.latitude], "name": name, "tip": tip, **sign}


def _site_tip(row) -> str:
    return f"{row.city} · {row.sector}\n{_events(row.events)} in this selection\nPoint {row.precision}"


def _town_tip(row) -> str:
    return f"{_events(row.alone)} for which no source names a site\nPoint stands for the whole place"


def _city_tip(row) -> str:
    return f"{_events(row.events)}, {row.sites} site{'' if row.sites == 1 else 's'}" + (
        "" if row.own else "\nPoint is the middle of its sites"
    )


def _events(number: int) -> str:
    return "No event" if not number else f"{number} event{'' if number == 1 else 's'}"


def _names(marks: list[tuple[Mark, Place]], kinds: tuple[str, ...]) -> list[dict]:
    found = []
    for mark, place in marks:
        if mark.kind in kinds and place.name:
            left, top, right, bottom = place.name
            row = mark.row
            x = {"start": left, "end": right}.get(place.side, (left + right) / 2) - (place.disc[0] + place.disc[2]) / 2 + place.dx
            y = (top + bottom) / 2 - (place.disc[1] + place.disc[3]) / 2 + place.dy
            anchor = place.side if place.side in ("start", "end") else "middle"
            found.append(
                {"position": [row.longitude, row.latitude], "text": row.label, "offset": [round(x, 1), round(y, 1)], "anchor": anchor}
            )
    return found
