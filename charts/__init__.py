"""A table in, a figure out: imports nothing of ours but its own parts; no files, no session, no widgets."""
