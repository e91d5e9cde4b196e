"""What a page says of a selection: rules that are tried in order until one says something true and short."""
