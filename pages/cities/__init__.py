"""Cities: side by side, over time, one, two compared."""
