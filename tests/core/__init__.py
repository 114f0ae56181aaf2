"""The rules of domain.md, each by its name, against the pure core."""
