"""What may happen and what it does, a file a subject.

Each decides (gives events, changes nothing) and evolves (`on_...`: changes the room, never refuses). `decide` and
`evolve` say which of these a message goes to.
"""
