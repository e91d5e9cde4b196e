"""The ground of every map: its colours, and its layers, which the browser fetches by their addresses."""

from collections.abc import Collection, Mapping

import pydeck as pdk

from charts.map_layers import rgb, surface

GROUND = {
    False: {"sea": "#E4EDF3", "land": "#FAF9F6", "lake": "#D5E4EE", "river": "#A9C9DE", "inner border": "#CFCCC2", "border": "#A5A39C"},
    True: {"sea": "#10181F", "land": "#242B31", "lake": "#16222C", "river": "#36536A", "inner border": "#3D464E", "border": "#626C75"},
}
WIDTH_PX = {"river": 1.6, "inner border": 1.0, "border": 1.2}
ALPHA = {"world": 130}  # the world is only the frame


def ground_layers(ground: Mapping[str, str], *, dark: bool) -> list[pdk.Layer]:
    """The sea, and a layer for each region, the world first and what is more exact over it. `ground`: the regions' addresses."""
    world = [(-180.0, -85.0), (180.0, -85.0), (180.0, 85.0), (-180.0, 85.0), (-180.0, -85.0)]
    sea = {"type": "Feature", "properties": {"kind": "sea"}, "geometry": {"type": "Polygon", "coordinates": [world]}}
    flat = {"depthWriteEnabled": False}  # what is drawn later lies on top, also where the map is tilted
    regions = [region_layer(region, address, dark=dark, parameters=flat) for region, address in ground.items()]
    return [surface("sea", [sea], GROUND[dark]["sea"], parameters=flat), *regions]


def region_layer(region: str, address: str, *, dark: bool, hidden: Collection[str] = (), **how) -> pdk.Layer:
    """One region's surfaces and lines, which the browser fetches from an address of this dashboard and keeps. `hidden`: kinds to leave out."""
    fills = {kind: rgb(colour, 0 if kind in hidden else 255) for kind, colour in GROUND[dark].items() if kind not in WIDTH_PX}
    lines = {kind: rgb(GROUND[dark][kind], 0 if kind in hidden else ALPHA.get(region, 255)) for kind in WIDTH_PX}
    return pdk.Layer(
        "GeoJsonLayer",
        data=address,
        id=f"{region}-{'dark' if dark else 'light'}",  # deck.gl reads no new colours for the features that a layer has
        stroked=False,
        filled=True,
        pickable=False,
        line_width_units=pdk.types.String("pixels"),
        line_joint_rounded=True,
        get_line_width=_by_kind(WIDTH_PX),
        get_line_color=_by_kind(lines),
        _sub_layer_props={"polygons-fill": {"getFillColor": f"@@={_by_kind(fills)}"}},
        **how,
    )


def _by_kind(words: Mapping[str, object]) -> str:
    """An expression that deck.gl reads: the word of a feature's kind. The last word is for all other kinds."""
    *named, (_, last) = words.items()
    return "".join(f"properties.kind == '{kind}' ? {word} : " for kind, word in named) + f"{last}"
