"""Which places a map rings because rows are marked, and the sentence that says so."""

from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

from charts.map_marks import city_discs
from loaders.events.selection import Selection
from loaders.map_marks import city_marks, places_of, ringed_note, shown_site_marks
from pages.parts.marking import marked_of


class Ringed(NamedTuple):
    """The marked events of a selection, and those of their places that a map has a mark for."""

    marked: tuple[str, ...]
    places: pd.DataFrame

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The places by the kind of their marks."""
        return {kind: tuple(dict.fromkeys(rows["place"])) for kind, rows in self.places.groupby("kind")}

    def among(self, keys: Collection[str]) -> "Ringed":
        """The same of these events alone."""
        return Ringed(tuple(key for key in self.marked if key in set(keys)), self.places[self.places["event_id"].isin(list(keys))])

    @property
    def note(self) -> str:
        """What the rings say; blank where no row is marked."""
        return ringed_note(self.marked, self.places)


NOTHING = Ringed((), pd.DataFrame({"event_id": [], "kind": [], "place": []}, dtype="str"))


def ringed_places(selection: Selection, *, area: str = "whole", frame: str = "wide") -> Ringed:
    """The places of the marked events that a map of this area has in this frame: cities on the whole map, sites and towns in the others."""
    marked = marked_of(selection)
    if not marked:
        return NOTHING
    cities = city_marks(selection)
    if area == "whole":
        drawn = {"cities": [mark.row.place for mark in city_discs(cities, frame)]}
    else:
        drawn = {"sites": shown_site_marks(selection)["place"], "towns": cities.loc[cities["own"], "place"]}
    keys = {(kind, place) for kind, column in drawn.items() for place in column}
    found = places_of(selection.facts, marked)
    return Ringed(marked, found[pd.MultiIndex.from_frame(found[["kind", "place"]]).isin(keys)])
