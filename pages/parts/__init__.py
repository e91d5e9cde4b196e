"""What several pages share: the fact base, the filter bar, cards, downloads and citations."""
