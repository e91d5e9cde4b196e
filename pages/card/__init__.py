"""The drawer with all that is known of one event, site, figure or document."""
