"""The formats: each from a record, each with the same numbers and the same silences."""
