"""The line below every page: whom a reader tells of an error."""

from urllib.parse import parse_qs, urlsplit

from pages.shell.frame import report_address

VIEW = "http://localhost:8501/timeline?sector=energy&event=an-event"


def test_an_error_is_told_by_mail_with_the_view_in_it():
    address = urlsplit(report_address({"contributors": [{"title": "Nobody to ask"}, {"title": "Us", "email": "ties@example.org"}]}, VIEW))
    assert (address.scheme, address.path) == ("mailto", "ties@example.org")
    assert parse_qs(address.query)["body"] == [VIEW]


def test_an_error_is_told_on_the_page_that_the_package_names():
    assert report_address({"contributors": [{"title": "Us", "path": "https://example.org/us"}]}, VIEW) == "https://example.org/us"


def test_where_the_package_names_no_contact_none_is_offered():
    assert report_address({"contributors": [{"title": "Us"}]}, VIEW) == "" == report_address({}, VIEW)
