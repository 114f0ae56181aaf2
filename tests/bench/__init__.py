"""What it costs. Figures belong in the change that moves them."""
