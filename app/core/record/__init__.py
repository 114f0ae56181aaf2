"""What a session leaves behind: its record, and what was worked out for it."""
