"""The look of every chart: colours for light and dark, type, and the width of a text."""

from dataclasses import dataclass
from functools import lru_cache

FONT = '"Source Sans", "Source Sans Pro", "Noto Sans", "Noto Sans CJK JP", sans-serif'
LABEL_SIZE_PX = 13
SMALL_SIZE_PX = 12
BOLD = 1.08  # how much wider bold letters are

_NARROW, _WIDE, _CAPITAL, _OTHER, _IDEOGRAPH = 0.29, 0.83, 0.60, 0.505, 1.0


@dataclass(frozen=True)
class Look:
    """The colours of one mode; each text colour has at least 4.5 : 1 on `paper`."""

    paper: str
    text: str
    quiet: str
    grid: str
    rule: str
    accent: str


LIGHT = Look(paper="#FFFFFF", text="#16191D", quiet="#5C646C", grid="#ECEFF2", rule="#C9CED3", accent="#8C1A3C")
DARK = Look(paper="#0E1117", text="#E8EBEE", quiet="#A3ACB5", grid="#232A31", rule="#46505A", accent="#FFC4CF")


def look(dark: bool) -> Look:
    """The look for dark or light mode."""
    return DARK if dark else LIGHT


def on_paper(colour: str, *, dark: bool) -> str:
    """A sector's colour as it is drawn: on dark paper it is lightened, so that it keeps its contrast."""
    if not dark:
        return colour
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * 0.38):02X}" for part in parts)


def faded(colour: str, mode: Look, share: float = 0.3) -> str:
    """A colour as it is drawn beside what stands out: so much of it on paper."""
    pairs = [(int(colour[at : at + 2], 16), int(mode.paper[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(share * part + (1 - share) * paper):02X}" for part, paper in pairs)


def layout(mode: Look, *, height: int, margin: dict[str, int]) -> dict:
    """The layout that all charts share, in plotly's terms: no legend, no toolbar, nothing moves when dragged."""
    return {
        "height": height,
        "margin": {"pad": 0, **margin},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": LABEL_SIZE_PX, "color": mode.text},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "barmode": "overlay",
        "hoverlabel": {
            "bgcolor": mode.paper,
            "bordercolor": mode.rule,
            "font": {"color": mode.text, "size": 13, "family": FONT},
            "align": "left",
        },
    }


def text_width(text: str, *, size: float = LABEL_SIZE_PX) -> float:
    """Roughly how wide a text is set, in pixels; a little more rather than less."""
    return size * sum(map(_width, text))


@lru_cache(maxsize=1 << 12)
def _width(letter: str) -> float:
    if ord(letter) > 0x2E80:
        return _IDEOGRAPH
    if letter in "ijlt.,:;'|!()[] fr·I":
        return _NARROW
    if letter in "mwMW@%–—":
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER


def wrapped(text: str, width: float, *, size: float = LABEL_SIZE_PX) -> list[str]:
    """The text in lines of at most `width` pixels, broken between words."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size=size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def cut(text: str, width: float) -> str:
    """The text, cut between letters where it has no room of `width` pixels."""
    if text_width(text) <= width:
        return text
    wide, end = 0.0, 0
    for letter in text:
        wide += _width(letter)
        if LABEL_SIZE_PX * (wide + _width("…")) > width:
            break
        end += 1
    return text[:end].rstrip() + "…"
