"""What a benchmark prints: lines of columns, each as soon as it is known."""

FIRST, OTHERS = 20, 17


def say(name: str, *cells: object) -> None:
    """One line: its name to the left, the others to the right of their columns."""
    print(name.ljust(FIRST) + "".join(_text(cell).rjust(OTHERS) for cell in cells), flush=True)  # noqa: T201


def against(value: float, most: float) -> str:
    """A figure, whether it is as it needs to be, and what it needs to be."""
    return f"{_text(value)} {'ok' if value <= most else 'NO'} ≤{most}"


def _text(cell: object) -> str:
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)
