"""A search from the bar to its reasons, to the events of an organisation, and back."""

from playwright.sync_api import expect

from loaders.events.filters import Filters


def test_from_words_in_the_bar_to_why_and_on_to_one_organisations_events(reader):
    reader.opens("/timeline")
    reader.page.locator('[class*="st-key-text_"] input').fill("郡山")
    reader.page.keyboard.press("Enter")
    reader.finds(Filters(text="郡山"))
    reader.page.get_by_role("link", name="All results").click()
    reader.finds_address({"text": ["郡山"]}, "/search")
    reader.finds_count(Filters(text="郡山"))
    expect(reader.page.locator("section.events")).to_contain_text("Koriyama: 郡山市")
    reader.page.locator("section.cities").get_by_role("link", name="The city").first.click()
    reader.finds_address({"text": [""], "view": ["city"], "of": ["koriyama"]}, "/cities")
    reader.finds_count(Filters())
    reader.page.go_back()
    reader.finds_address({"text": ["郡山"]}, "/search")
    reader.page.locator("section.organisations").get_by_role("link", name="City of Koriyama").click()
    reader.finds(Filters(organisation=("city-of-koriyama",)))
    reader.page.go_back()
    reader.finds_address({"text": ["郡山"]}, "/search")
    assert reader.met == []
