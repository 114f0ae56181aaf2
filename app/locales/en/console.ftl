# The facilitator's console: one tap, no surprises.

console-cut = No connection. We keep trying.
console-cut-long = Go on talking. What you tap is sent as soon as the connection is back.
console-no-key = This console needs its link
console-no-key-text = Open the console link that you got from the organiser.
console-stopped = The connection has ended
console-stopped-text = Load the page again to go on.

console-number-present = { $n } present
console-number-joined = { $n } on a phone
console-number-connected = { $n } connected
console-counts = People: { $present } present, { $joined } joined on a phone, { $connected } connected now
console-on-time = on time
console-behind = { $n } min behind
console-ahead = { $n } min ahead
console-pace = Compared with the run sheet
console-open-stage = Open the screen with controls
console-open-stage-hint = for a laptop that you project
console-open-projector = Open the screen without controls
console-open-projector-hint = for a separate screen
console-open-join = Page for participants
console-keys = Keys
console-keys-on = Keys are on
console-keys-off = Keys are off
console-keys-about = One key does what its button does. In a text field they do nothing.
console-keys-chairs = Chairs 1 to 10: give the word, again to stand them up; a free chair: seat somebody
console-keys-stand = Chairs 1 to 10: stand them up
console-space = space
console-shift = shift
console-cancel = Never mind
console-done = Done
console-close = Close

# The bar

console-do-call-next = Next from the queue
console-do-pause = Pause
console-do-resume = Go on
console-do-blank = Blank
console-do-unblank = Unblank
console-do-add-time = +2 min
console-do-swap = Swap
console-do-go-off-record = Off the record
console-do-go-on-record = On the record
console-do-silence = 1 min silence
console-do-end-moment = End silence
console-do-end-pairs = End pairs
console-do-pairs = 2 min in pairs
console-do-strike = Strike last minute
console-do-undo = Undo
console-do-end-item = End this item
console-do-start-next = Next item
console-do-start-session = Start the session
console-do-open = Open the vote
console-do-close = Close the vote
console-do-reveal = Show the result
console-do-invite = Who has not spoken?
console-do-starter = Ask a starter
console-do-helper = Call for help
console-do-hand-over = Hand over
console-do-take-over = Take over
console-do-end-word = End the turn
console-do-add-chair = Add chair
console-do-remove-chair = Remove chair
console-do-add-person = Somebody without a phone
console-do-note = Note
console-do-keys = All keys
console-undo-what = { $what ->
    [start_item] start of item
    [end_item] end of item
    [skip_item] skip
    [add_time] added time
    [pause] pause
    [resume] going on
    [blank] blank
    [unblank] unblank
    [start_moment] moment
    [end_moment] end of moment
    [invite] invitation
    [add_person] added person
    [remove_person] removed person
    [seat] seat
    [stand] stand
    [swap] swap
    [add_chair] added chair
    [remove_chair] removed chair
    [dequeue_person] out of the queue
    [queue_person] in the queue
    [call] call
    [give_word] the word
    [end_word] end of turn
    [add_statement] added statement
    [open_statement] opened vote
    [reveal_statement] shown result
    [note] note
    [show_contribution] show
    [hide_contribution] hide
   *[other] last step
  }

# Run sheet

console-minutes-of = { $actual } / { $planned }
console-minutes-spoken = { $actual } of { $planned } minutes
console-planned-spoken = { $planned } minutes planned
console-start = Start
console-again = Once more
console-skip = Skip
console-skipped = skipped
console-running = running
console-ended = done
console-start-item = Start: { $title }
console-skip-item = Skip: { $title }
console-again-item = Once more: { $title }
console-ready = Ready to begin
console-ready-text = People can join already. The screen in the room shows the code.
console-no-item = No item is running

# The middle

console-panels = Panels
console-no-circle = This item has no chairs
console-no-circle-text = Give the word from the queue or the list of people.
console-over = { $n } min over time
console-paused = paused
console-chair-free = free
console-chair-give = Chair { $no }, { $name }, { $role }: give the word
console-chair-stand = Chair { $no }, { $name }, { $role }, has the word: stand up
console-chair-seat = Chair { $no }, { $kind ->
    [open] open chair
    [case_giver] the case-giver’s chair
   *[other] free
  }: seat somebody
console-chair-kept = Chair { $no }, for { $name }: seat
console-kept-for = for { $name }
console-word-now = { $name } has the word.
console-no-phone = no phone
console-turn = speaking for { $time }
console-second-row = { $n ->
    [one] 1 person in the second row
   *[other] { $n } people in the second row
  }
console-seat-who = Who takes the chair?
console-seat-nobody = There is nobody to seat. Add somebody first.
console-give-word = Give the word
console-stand = Stand up

# Queue, signals

console-queue-empty = Nobody in the queue
console-not-spoken = has not spoken yet
console-first = came second for a chair
console-declined = said “not now”
console-called = called
console-called-left = called, { $n } s left
console-call = Call
console-call-person = Call { $name }
console-seat = Seat
console-seat-person = Seat: { $name }
console-remove = Has left
console-remove-person = { $name } has left
console-hints = Hints
console-hint-open-chair-idle = The open chair has been empty for a while.
console-hint-leave-prompt = All chairs are taken and nobody stands up. Tap somebody, or add a chair.
console-hint-leave-asked = The circle has been asked to make room.
console-hint-call-expired = { $name } did not come after two calls.
console-hint-turn-long = { $name } has been speaking for { $n } minutes.
console-hint-time = The time for this item is up.
console-signal-pause = { $n ->
    [one] Somebody needs a break.
   *[other] Asked for a break { $n } times.
  }
console-signal-help = { $name } wants help.
console-signal-help-someone = Somebody wants help.
console-signal-helper = Help has been called.
console-seen = Seen
console-reaction-recognise = recognise
console-reaction-touched = touched
console-reaction-question = question
console-reaction-unclear = don’t follow
console-balance = Seat time against people
console-balance-hint = only for you
console-balance-row = { $role }: { $seat }% of seat time, { $people }% of people

# Statements

console-no-statements = There are no statements yet
console-voted = { $voted } of { $eligible } chose
console-state-draft = not asked yet
console-state-open = open
console-state-closed = closed, not shown yet
console-state-revealed = shown
console-open-again = Ask once more
console-open-no = Open the vote: statement { $no }
console-open-again-no = Ask once more: statement { $no }
console-close-no = Close the vote: statement { $no }
console-reveal-no = Show the result: statement { $no }
console-totals = { $agree } agree · { $disagree } disagree · { $dontknow } don’t know · { $skip } skipped
console-counts-add = Enter hands or paper
console-counts-mode = How
console-counts-hands = hands
console-counts-paper = paper
console-counts-save = Count in
console-counts-again = A second time for the same role replaces the first.
console-add = Add
console-statement-hint = One subject, no negation, no question.

# Harvest

console-note-text = What do you want to keep?
console-note-save = Write down
console-harvest-empty = Nothing written down yet
console-show = Show
console-hide = Hide
console-shown = on the screen
console-noted = by the note-taker
console-endorsed = endorsed { $n } times
console-show-this = Show on the screen: { $text }
console-hide-this = Hide: { $text }

# People

console-person-add = Add somebody without a phone
console-person-name = Name (if any)
console-person-card = Card (if any)
console-people-empty = Nobody is here yet
console-people-shown = In large rooms this lists who sits, who queues and who has no phone.
console-person-queue = Queue
console-person-dequeue = Out of the queue
console-dequeue-person = Out of the queue: { $name }
console-queue-person = Put { $name } in the queue
console-give-word-person = Give the word: { $name }
console-stand-person = Stand up: { $name }

# Control

console-watching = You are watching
console-watching-text = Another screen has control. You can write down and call for help.
console-watching-gone = Whoever had control is gone.
console-take-over-sure = Bring control here?
console-take-over-yes = Yes, bring it here
console-asked = Another screen asks for control.
console-hand-over-yes = Give control
console-hand-over-sure = Give control to another screen?
console-close-session = Close the session
console-close-sure = Close the session?
console-close-text = Open votes are counted and everything stops. After this nothing more can happen in this session.
console-close-yes = Yes, close the session
console-strike-sure = Strike the last minute?
console-strike-text = What was written down in the last minute is gone for good. This can’t be undone.
console-strike-yes = Yes, strike it
console-off-record = Nothing is written down now
console-blank-now = The screen in the room is blank
console-paused-now = Paused: all clocks stand still
console-closed = Thank you
console-closed-text = The session is closed. The record is waiting with the organiser.
