"""What befalls a server, done to a real one: killed, full, read-only, locked, at the wrong time, sent rubbish."""
