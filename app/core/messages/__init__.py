"""What may be asked and what happened, a file a subject: its commands and its events side by side.

No subject knows another's. At the foot of each file stands who may ask what, and where each event is kept;
`commands` and `events` put these together.
"""
