"""Who says so? Every document and what rests on it; and what the sources cover, year by year, and what they do not."""

from pages.parts.coverage_view import coverage_view
from pages.parts.sources_choice import chosen_view
from pages.parts.sources_documents import documents_view

{"documents": documents_view, "coverage": coverage_view}[chosen_view()]()
