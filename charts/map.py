"""The map: where it happened, by site and city, who travelled from where, and how exact each point is."""

import math
from collections.abc import Mapping

import pandas as pd
import pydeck as pdk

from charts.ground import ground_layers
from charts.look import Look, look, on_paper
from charts.map_layers import icon_layer, journey_layers, ring_layers, text_layer
from charts.map_marks import CITY_SIZE_PX, SITE_SIZE_PX, Mark, map_marks, map_view
from charts.map_signs import arrow_sign, city_sign, leader_sign, shares_sign, site_sign
from charts.mercator import View
from charts.placing import Place

CONTROLLER = {"scrollZoom": False, "dragRotate": False, "touchRotate": False, "keyboard": True}  # the wheel scrolls the page


def map_deck(
    ground: Mapping[str, str],
    sites: pd.DataFrame,
    cities: pd.DataFrame,
    journeys: pd.DataFrame,
    *,
    area: str = "whole",
    dark: bool = False,
    frame: str = "wide",
    nearer: int = 0,
    again: int = 0,
) -> pdk.Deck:
    """The map of one area.

    `ground`: per region the address of its GeoJSON. `sites`: as `map_marks` takes them, with `colour`, `sector`, `city`, `name`, `ring_m`,
    `approximate` and `precision` (words); `cities`: with `shares` (colour and number) and `sites` (how many); `journeys`: one row
    is a way, `origin_…`, `venue_…` in degrees, `drawn`, `events`. `frame`: as `map_view` takes it; `small` has the principal cities' names
    and nothing to move. `nearer`: steps of zoom from the area's own view; `again`: how often that view was asked for anew.
    """
    mode, view, small = look(dark), map_view(area, frame), frame == "small"
    marks = map_marks(sites, cities, journeys, area=area, frame=frame)
    layers = ground_layers(ground, dark=dark)
    layers += journey_layers(journeys, view, arrow_sign(mode.accent), dark=dark)
    layers.append(icon_layer("leaders", leaders(marks, dark=dark), pickable=False))
    layers += [icon_layer(kind, icons(marks, kind, dark=dark), pickable=not small) for kind in ("cities", "sites")]
    layers += [] if area == "whole" else ring_layers(sites, dark=dark)  # over the sites: a mark must not hide its doubt
    layers.append(icon_layer("towns", icons(marks, "towns", dark=dark), pickable=not small))  # rings shine through
    layers += _name_layers(marks, mode)
    return pdk.Deck(
        layers=[layer for layer in layers if layer.data],
        views=[pdk.View("MapView", controller=False if small else CONTROLLER, repeat=small)],
        initial_view_state=_view_state(view, nearer, again),
        map_provider=None,
        tooltip=tooltip(mode),
    )


def tooltip(mode: Look) -> dict:
    """What deck.gl shows where a mark is pointed at: its name, and its `tip` below."""
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


def leaders(marks: list[tuple[Mark, Place]], *, dark: bool) -> list[dict]:
    """For each mark that does not cover its true point, the line to it; below all marks."""
    return [
        {"position": [mark.row.longitude, mark.row.latitude], **leader_sign(dx=place.dx, dy=place.dy, mode=look(dark))}
        for mark, place in marks
        if math.hypot(place.dx, place.dy) >= mark.radius
    ]


def icons(marks: list[tuple[Mark, Place]], kind: str, *, dark: bool) -> list[dict]:
    """The marks of one kind as pictures at their points, each with what is said where it is pointed at."""
    return [_icon(mark, place, dark=dark) for mark, place in marks if mark.kind == kind]


def _icon(mark: Mark, place: Place, *, dark: bool) -> dict:
    row, mode = mark.row, look(dark)
    where = {"dx": place.dx, "dy": place.dy, "radius": round(mark.radius, 1), "mode": mode}
    if mark.kind == "sites":
        colour = on_paper(row.colour, dark=dark) if isinstance(row.colour, str) else mode.quiet
        sign, name, tip = site_sign(**where, colour=colour, hollow=not row.events), row.name, _site_tip(row)
    elif mark.kind == "towns":
        sign, name, tip = city_sign(**where, number=row.events), row.label, _town_tip(row)
    else:
        shares = [(on_paper(colour, dark=dark), number / row.events) for colour, number in row.shares]
        sign, name, tip = shares_sign(**where, number=row.events, shares=shares), row.label, _city_tip(row)
    return {"place": row.place, "position": [row.longitude, row.latitude], "name": name, "tip": tip, **sign}


def _site_tip(row) -> str:
    return f"{row.city} · {row.sector}\n{_events(row.events)} in this selection\nThe site: {row.sure}\nPoint {row.precision}"


def _town_tip(row) -> str:
    return f"{_events(row.events)}{_resting(row.resting if row.events else '')}\nPoint stands for the whole place"


def _city_tip(row) -> str:
    return f"{_events(row.events)}, {row.sites} site{'' if row.sites == 1 else 's'}{_resting(row.resting if row.events else '')}" + (
        "" if row.own else "\nPoint is the middle of its sites"
    )


def _resting(text: str) -> str:
    return f"\nOf these, {text}" if text else ""


def _events(number: int) -> str:
    return "No event" if not number else f"{number} event{'' if number == 1 else 's'}"


def _name_layers(marks: list[tuple[Mark, Place]], mode: Look) -> list[pdk.Layer]:
    return [
        text_layer("city-names", names(marks, ("cities", "towns")), mode, size=CITY_SIZE_PX, weight=600, colour=mode.text),
        text_layer("site-names", names(marks, ("sites",)), mode, size=SITE_SIZE_PX, weight=400, colour=mode.text),
    ]


def names(marks: list[tuple[Mark, Place]], kinds: tuple[str, ...]) -> list[dict]:
    """The names of the marks of these kinds, where they were placed, as `map_layers.text_layer` takes them."""
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
