"""How fast, as ratios: each module prints its own; nothing here is a test."""
