"""Addresses of pages that are gone lead on to where their content went, with all that they say."""

import pytest
from asking import asker

from routes.moved import MOVED

KEPT = {"/profile": "of=koriyama&sector=energy", "/compare": "compare=cities&a=essen&b=koriyama", "/facts": "table=sources&row=x"}


@pytest.mark.parametrize("base", ["", "/ties"])
@pytest.mark.parametrize("path", MOVED)
def test_an_older_address_leads_on_with_its_choices(store, path, base):
    new, said = MOVED[path]
    begin = "&".join(f"{name}={value}" for name, value in said.items())
    ask = asker(store, base=base)
    for method in ("GET", "HEAD"):
        answer = ask(f"{base}{path}?{KEPT[path]}", method=method)
        assert answer.status == 308 and answer.headers["location"] == f"{base}{new}?" + "&".join(filter(None, [begin, KEPT[path]]))
        assert ask(f"{base}{path}", method=method).headers["location"] == f"{base}{new}" + (f"?{begin}" if begin else "")


def test_what_an_older_address_says_of_the_view_itself_gives_way_and_a_value_said_twice_stays(store):
    answer = asker(store)("/profile?view=flat&sector=energy&sector=trade")
    assert answer.headers["location"] == "/cities?view=city&sector=energy&sector=trade"
