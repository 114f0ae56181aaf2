"""The fishbowl itself: commands in, events out, views and the record; pure, standard library only."""
