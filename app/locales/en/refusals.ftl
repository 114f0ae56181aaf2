# What can't be done, and what can. One sentence, in plain words.

# To anybody
refusal-not-saved = This could not be saved; please try again in a moment.
refusal-internal = Something went wrong on our side; try again or ask the team.
refusal-malformed = We could not read this message; load the page again and try once more.
refusal-too-large = This is too much at once; please make it shorter.
refusal-unknown-command = This page asks for something we don't know; please load it again.
refusal-not-allowed = That can't be done from this screen.
refusal-unknown-session = This session is not there any more; please check the code.
refusal-session-closed = The session is over, so this can't be done any more.
refusal-session-cancelled = The session has been cancelled, so this can't be done.
refusal-not-started = The session has not started yet; please wait a little.
refusal-paused = There is a pause now; wait until the facilitator goes on.
refusal-off-record = Nothing is being kept now, so this has to wait until the facilitator goes on.
refusal-text-missing = There is nothing here yet; write something first.
refusal-text-too-long = This text is too long; use no more than { $most } characters.

# To a phone
refusal-not-joined = You have not joined yet; first choose why you are here.
refusal-not-present = You have left; join again first.
refusal-unknown-role = This role is not there; choose another from the list.
refusal-no-consent = You asked us not to keep this; you can change that in the menu.
refusal-already-seated = You are in the circle already.
refusal-already-asked = You are in the queue already; we will call you.
refusal-queue-closed = There is no queue in this part; listen along until the next one.
refusal-not-your-round = Others are talking now; your group has its turn in another part.
refusal-not-in-queue = You are not in the queue.
refusal-not-called = You are not being called now; your place in the queue stays as it is.
refusal-not-without-call = In this part the facilitator calls who sits down; ask to speak and you are in the queue.
refusal-seats-assigned = In this part the facilitator decides who sits down; listen along until the next part.
refusal-not-seated = You are not in the circle.
refusal-stay-until-the-end = In this part everybody stays seated until the end; ask the facilitator if you can't.
refusal-reactions-off = There are no reactions in this part.
refusal-statement-not-open = This statement can't be voted on now.
refusal-statement-closed = The vote on this statement is over.
refusal-unknown-statement = This statement is not there.
refusal-unknown-contribution = This contribution is not there any more.

# The circle
refusal-no-circle = There is no circle now; first start a part with a circle.
refusal-no-free-chair = No chair is free; wait until somebody stands up.
refusal-unknown-chair = This chair is not there.
refusal-chair-taken = Somebody sits on this chair already; choose another.
refusal-chair-reserved = This chair is kept for somebody who was called; choose another.
refusal-case-giver-stays = Whoever brings the case stays seated.
refusal-is-speaking = Whoever is speaking stays seated; tap somebody else.
refusal-too-many-chairs = There can't be more than { $most } chairs.
refusal-no-other-role = There is no other group to swap with.
refusal-nobody-has-the-word = Nobody has the word now.

# The queue
refusal-queue-empty = There is nobody in the queue.
refusal-already-called = This person has been called already.

# People
refusal-unknown-person = This person is not there.
refusal-card-in-use = Card { $card } belongs to somebody else already; choose another number.

# The run sheet and the clock
refusal-already-live = The session has started already.
refusal-already-open = The door is open already.
refusal-not-closed = This can only be done once the session has been closed.
refusal-no-item = No part is running now; start one first.
refusal-unknown-item = This part is not in the run sheet.
refusal-item-running = This part is running already.
refusal-item-done = This part has been; choose to do it once more.
refusal-impossible-time = This time is not possible; choose another.
refusal-impossible-chairs = This number of chairs is not possible here; choose another.
refusal-impossible-number = This number is not possible here; choose another.
refusal-already-paused = There is a pause already.
refusal-not-paused = There is no pause.
refusal-already-blank = The screen in the room is blank already.
refusal-not-blank = The screen in the room is not blank.
refusal-already-off-record = Nothing is being kept already.
refusal-not-off-record = Everything is being kept already.
refusal-no-moment = There is no silence or talk in pairs now.

# Statements
refusal-statement-open = This statement is being voted on; close the vote first.
refusal-already-revealed = The result of this statement is shown already.
refusal-statement-without-text = A statement needs a sentence; write it first.
refusal-impossible-count = This number is not possible; please count again.

# Control
refusal-not-controller = Somebody else has control of the session; take over first.
refusal-controller-present = Somebody else has control of the session now; we have asked them to hand it over.
refusal-nobody-asked = Nobody has asked for control.
refusal-unknown-console = That screen is not connected; choose another.
refusal-nothing-to-undo = There is nothing to undo.
refusal-undo-conflict = Too much has changed since to undo this; please put it right by hand.
refusal-undo-votes = People have voted already, so opening can't be undone; close the vote.

# Preparing
refusal-already-begun = This part or statement has been or is under way, and stays as it was.
refusal-role-in-use = There are people with this role already, so it stays in the list.
refusal-double-id = Two parts have the same name for the computer; give one of them another.
refusal-title-missing = Give the session a title.
refusal-unknown-format = This kind of file is not there; choose another.
refusal-unknown-template = This template is not there; choose another.
