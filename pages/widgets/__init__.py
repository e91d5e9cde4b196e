"""What several pages draw with: widgets of our own."""
