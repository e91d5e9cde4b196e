"""What pages are built of: headline, table, pictures."""
