"""Of the people who aren't there, and of what they play."""
