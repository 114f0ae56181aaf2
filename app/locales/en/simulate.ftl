# What the commands demo, rehearse and replay say.
demo-under-way = Vissenkom: an example evening is under way. It goes on by itself until you tap something on the console.
demo-taken = The console has been taken. The room follows it from now on.
rehearsal-begins = Vissenkom: a room to practise in. People are coming; begin on the console when you are ready.
session-over = Everybody has gone home. The record is with the organiser.
address-phone = Phone
address-stage = Stage
address-console = Console
address-organiser = Organiser
how-to-end = Ctrl-C ends it.
broken-line = Line { $number } can't be read: { $detail }. Nothing was played.
closed-by-server = The server let nobody in ({ $code }): the session or its key is not known there.
nobody-there = The server does not answer. Is it running, and is its address right?
playing = Playing
demo-title = Example evening: asking for help
