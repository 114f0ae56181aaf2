"""Where what happened is kept: the journal, what stands apart from it, sessions and accounts."""
