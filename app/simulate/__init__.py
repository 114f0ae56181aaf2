"""People who aren't there: the demo, a rehearsal, and the replay of a recorded room, over real sockets."""
