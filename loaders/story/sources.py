"""The headlines of the page on sources: how the events are founded, what the documents tell, and where they are silent."""

from loaders.coverage_years import silence
from loaders.disagreements import disagreements
from loaders.documents import left_corrections, left_number
from loaders.events.selection import Selection, derived
from loaders.publishers import publishers
from loaders.story.findings import Headline, first
from loaders.text import counted, message, say

_NEAR = 0.02
_SHARES = (
    (1 / 5, message("One in five events rests on a single source: {count} of {all}")),
    (1 / 4, message("One in four events rests on a single source: {count} of {all}")),
    (1 / 3, message("One in three events rests on a single source: {count} of {all}")),
    (1 / 2, message("Half of the events rest on a single source: {count} of {all}")),
    (2 / 3, message("Two in three events rest on a single source: {count} of {all}")),
    (3 / 4, message("Three in four events rest on a single source: {count} of {all}")),
    (4 / 5, message("Four in five events rest on a single source: {count} of {all}")),
)


@derived
def sources_headline(selection: Selection) -> Headline:
    """How many of these events rest on one independent source."""
    return first((_none, _one, _all_or_none, _share, _most, _plain), selection)


@derived
def documents_headline(selection: Selection) -> Headline:
    """How many documents there are, how many of them tell of these events, and who tells of most."""
    every, telling, number = left_number(selection, "sources"), len(selection.had("source")), len(selection)
    if not number or not telling:
        return Headline(counted("{count} document, and no event", "{count} documents, and no event", count=every))
    title = counted(
        "{telling} of {all} documents tell of this event", "{telling} of {all} documents tell of these {count} events",
        count=number, telling=telling, all=every,
    )  # fmt: skip
    if telling >= every:
        title = counted("{all} documents tell of this event", "{all} documents tell of {count} events", count=number, all=telling)
    return Headline(title, _most_telling(selection))


@derived
def corrections_headline(selection: Selection) -> Headline:
    """How many corrections there are, and whether most of them concern one document."""
    rows = left_corrections(selection)
    number, most = len(rows), rows["source"].value_counts()
    if number > 1 and 2 * most.iloc[0] > number:
        title = say("{count} of {all} corrections concern one document", count=int(most.iloc[0]), all=number)
        return Headline(title, say("“{document}”", document=most.index[0]))
    return Headline(counted("{count} correction", "{count} corrections", count=number))


@derived
def coverage_headline(selection: Selection) -> Headline:
    """The longest silence; where a choice may be its cause, how many events there are."""
    return first((_none, _silent, lambda _: Headline(_events(len(selection)), say("By relationship and year."))), selection)


def headline_of(view: str, selection: Selection) -> Headline:
    """The headline of one view of the page."""
    return {"rests": sources_headline, "documents": documents_headline, "corrections": corrections_headline, "coverage": coverage_headline}[
        view
    ](selection)


def _none(selection: Selection) -> Headline | None:
    return None if len(selection) else Headline(say("No event fits this selection"))


def _one(selection: Selection) -> Headline | None:
    if len(selection) > 1:
        return None
    number = next(iter(selection.had("witnesses")))
    words = {"0": say("No source confirms this event"), "1": say("This event rests on a single source")}
    return Headline(words.get(number) or say("More than one source tells of this event"), _line(selection))


def _all_or_none(selection: Selection) -> Headline | None:
    number = selection.count(witnesses=_single(selection))
    if 0 < number < len(selection):
        return None
    if number:
        return Headline(say("Each of these {count} events rests on a single source", count=number), _line(selection))
    return Headline(say("None of these {count} events rests on a single source", count=len(selection)), _line(selection))


def _share(selection: Selection) -> Headline | None:
    """The share of those on a single source, where it lies by a simple fraction."""
    number, every = selection.count(witnesses=_single(selection)), len(selection)
    near = min(_SHARES, key=lambda pair: abs(pair[0] - number / every))
    if abs(near[0] - number / every) > _NEAR:
        return None
    return Headline(say(near[1], count=number, all=every), _line(selection))


def _most(selection: Selection) -> Headline | None:
    number, every = selection.count(witnesses=_single(selection)), len(selection)
    if 2 * number <= every:
        return None
    return Headline(
        say("More than half of the events rest on a single source: {count} of {all}", count=number, all=every), _line(selection)
    )


def _plain(selection: Selection) -> Headline:
    number, every = selection.count(witnesses=_single(selection)), len(selection)
    title = counted(
        "{count} of {all} events rests on a single source", "{count} of {all} events rest on a single source", count=number, all=every
    )
    return Headline(title, _line(selection))


def _single(selection: Selection) -> tuple[str, ...]:
    """What chooses those of the selection that have one independent source, also where others are chosen."""
    return selection.filters.sharing(witnesses=("1",)).witnesses


def _line(selection: Selection) -> str:
    """On how many of them sources disagree, and how much of what is printed is corrected."""
    disputed, corrected = len({one.event_id for one in disagreements(selection)}), left_number(selection, "corrections")
    parts = [
        counted("Sources disagree on {count} event.", "Sources disagree on {count} events.", count=disputed)
        if disputed
        else say("Sources disagree on none.")
    ]
    parts += [counted("{count} correction.", "{count} corrections.", count=corrected)] if corrected else []
    return " ".join(parts)


def _most_telling(selection: Selection) -> str:
    table = publishers(selection)
    if table.empty or selection.filters.source or (len(table) > 1 and table["events"].iloc[0] == table["events"].iloc[1]):
        return ""
    return say("{publisher} tells of the most: {count}.", publisher=table["publisher"].iloc[0], count=int(table["events"].iloc[0]))


def _silent(selection: Selection) -> Headline | None:
    found = None if selection.filters.narrowing else silence(selection)
    if not found:
        return None
    tie, since, until = found
    title = say("Nothing is on record of {tie} from {first} to {last}", tie=tie, first=str(since), last=str(until))
    return Headline(title, say("The longest silence. It may lie in what was read, not in the cooperation."))


def _events(number: int) -> str:
    return counted("{count} event", "{count} events", count=number)
