"""What is known of one city? Its figures, relationships, partners, sites, events and sources in one view."""

from pages.parts.profile_view import profile_view

profile_view()
