"""What stands around every page: navigation, the row of choices, downloads and sharing, the foot."""
