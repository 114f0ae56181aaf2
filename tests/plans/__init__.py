"""The prepared evenings."""
