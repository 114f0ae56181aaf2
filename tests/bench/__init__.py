"""What it costs: `make bench`, and docs/benchmarks.md for what each row means."""
