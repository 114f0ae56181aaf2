"""Databases as earlier programs left them, one for every revision of the tables, and what made them."""
