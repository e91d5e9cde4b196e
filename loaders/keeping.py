"""The one cache: what is made of the facts, a store or a selection is made once, and kept with it as long as it lives."""

from collections.abc import Callable
from functools import cached_property, wraps


class Keeper:
    """Something of which other things are made."""

    @cached_property
    def _kept(self) -> dict[tuple, object]:
        return {}

    def kept(self, name: tuple, make: Callable[[], object]) -> object:
        """What `make` makes, made when it is first asked for; nobody may write to it."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]


def derived(make: Callable) -> Callable:
    """Makes `make(keeper, …)` once for each keeper and other arguments, which are hashable."""

    @wraps(make)
    def once(keeper: Keeper, *args, **named):
        name = (make.__module__, make.__qualname__, *args, *sorted(named.items()))
        return keeper.kept(name, lambda: make(keeper, *args, **named))

    return once


def derived_table(make: Callable) -> Callable:
    """The same for a function that makes a table: who asks may write to what is given (pandas copies on write)."""
    made = derived(make)

    @wraps(make)
    def given(keeper: Keeper, *args, **named):
        return made(keeper, *args, **named).copy(deep=False)

    return given
