"""Rooms that are open: each with one writer, telling everybody who looks on what changed."""
