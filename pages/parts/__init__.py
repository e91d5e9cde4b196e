"""What several pages share beside widgets: the session and its address, the selection, screens, charts as they are shown, pictures, sources."""
