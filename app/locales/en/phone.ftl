# The phone. Plain English, one thing in each sentence.

phone-page = { $title } · Vissenkom
phone-menu = Help and more
phone-next = Next
phone-read = Read aloud
phone-read-stop = Stop
phone-language = Choose your language
phone-busy = One moment…
phone-one-moment = One moment. We are opening the session.

# Joining
phone-join-noname = You do not have to give your name
phone-join-name-add = I would like to give my name
phone-join-name = Your first name
phone-join-name-hint = You may leave this empty.
phone-join-lobby = We will begin soon.
phone-late-title = We have already started
phone-late-text = Now: { $item }. You can join.

# Consent
phone-consent-title = What may we keep?
phone-consent-votes = My choices and reactions – without my name
phone-consent-words = What I say – without my name
phone-consent-story = Share my story outside this room – ask me again first
phone-consent-yes = Yes, you may
phone-consent-no = No, I would rather not
phone-consent-note = If you say no you can still take part. You can change your choice later.
phone-consent-audio = Listen to the explanation (1 minute)
phone-consent-spoken = What may we keep? There are three questions. You answer each with yes or no. Question one. May we keep your choices and reactions? We write no name beside them. We only count how many people chose what. Question two. May we keep what you say and type? No name stands beside that either. Question three. May we share your story outside this room? We will ask you again first. If you say no you can still take part. You can change your choice later.
phone-consent-missing = Choose yes or no for each question. { $count ->
    [one] One question to go.
   *[other] { $count } questions to go.
  }
phone-consent-save = Keep my choice
phone-consent-saved = Your choice has been kept

# Role
phone-role-title = Why are you here?
phone-role-note = This shows who is talking. Everybody counts the same.

# Before, and between
phone-lobby-title = We will begin soon
phone-lobby-text = You are in. There is nothing you have to do now.
phone-you-are = Here you are called: { $name }
phone-waiting-title = Please wait a moment
phone-waiting-text = We will go on soon. You do not have to do anything.
phone-break-text = We will go on soon.
phone-talk-text = Take your time to listen. You can put your phone away.

# Listening
phone-listen-title = You are listening now
phone-listen-now = In the circle now: { $role }
phone-listen-empty = The circle is still empty
phone-listen-word = Speaking: { $role }
phone-listen-next-you = Your group is next.
phone-listen-ask = I want to speak
phone-listen-take = I will take the open chair
phone-listen-back-text = Those who listened now say what they heard. Questions are fine. No debate yet.
phone-circle-is = { $taken ->
    [0] Nobody is in the circle yet.
    [one] One person is in the circle: { $roles }.
   *[other] { $taken } people are in the circle: { $roles }.
  } { $free ->
    [0] No chair is free.
    [one] One chair is free.
   *[other] { $free } chairs are free.
  }
phone-circle-minutes = { $minutes } min left
phone-invite-not-yet-spoken = Who has not spoken yet? You are welcome in the circle.
phone-invite-starter = Who would like to begin? You are welcome in the circle.

# Tapping in
phone-tap-in = I want somebody's place
phone-tap-in-title = Whom do you tap?
phone-tap-in-text = Choose a chair. Then tap that person gently on the shoulder. Whoever is speaking stays.
phone-tap-in-chair = Chair { $no }: { $role }
phone-tap-in-free = Chair { $no }: free
phone-tap-in-chosen = chosen
phone-tap-in-go = I take this place

# Reactions
phone-react = Your reaction
phone-react-recognise = I recognise this
phone-react-touched = This touches me
phone-react-question = I have a question
phone-react-unclear = I do not understand this
phone-react-sent = Sent
phone-react-pause = I need a break
phone-react-pause-note = Only the facilitator sees this
phone-react-no-consent = You did not want your reactions kept. That is fine.

# Queue, call, chair
phone-queue-title = You are in the queue
phone-queue-position = { $n ->
    [0] You are next
    [one] Ahead of you: 1 person
   *[other] Ahead of you: { $n } people
  }
phone-queue-leave = I do not want to speak after all
phone-queue-anon = Only the facilitator sees your place in the queue
phone-second-title = Somebody was just ahead of you
phone-second-text = You are first in the queue.
phone-row-title = You are in the second row
phone-row-text = There are more people than chairs. Your turn comes soon.
phone-called-title = It is your turn
phone-called-text = Please take the open chair
phone-called-again = We ask you once more. Please take the open chair.
phone-called-yes = I am taking the chair
phone-called-no = Not now
phone-called-left = { $seconds } seconds left
phone-seated-title = You are in the circle
phone-seated-text = Put your phone away. Take your time.
phone-seated-word = You have the word
phone-seated-leave = I am leaving the circle
phone-seated-full = The circle is full. Who will make room?
phone-word-text = Say what you heard. Take your time.

# Voting
phone-vote-title = What do you think?
phone-vote-again = Statement { $no } of { $of }, once more
phone-vote-source = In somebody's own words
phone-vote-pass = Skip
phone-vote-secret = Nobody in the room can see your choice
phone-vote-change = You can still change your choice
phone-vote-saved = Your choice has arrived
phone-vote-pending = Your choice has not arrived yet. We keep trying.
phone-vote-late = Voting is closed. Your choice came too late.
phone-vote-closed-text = The result is coming soon.
phone-vote-no-consent = You did not want your choices kept. So your vote is not counted.
phone-vote-allow = I want to vote after all

# Results
phone-result-part = { $answer }: { $count }
phone-result-chose = { $chose } of { $eligible } chose. { $skipped ->
    [0] { "" }
    [one] 1 skipped.
   *[other] { $skipped } skipped.
  }
phone-result-before = Last time
phone-result-hands = Hands or paper were counted too.
phone-result-almost = almost everyone: { $answer }
phone-result-mixed = divided
phone-result-small = The group is too small to show separately
phone-result-struck = This result was taken away on request.

# Harvest
phone-harvest-title = What do we take away?
phone-harvest-text = Type it here
phone-harvest-send = Send
phone-harvest-sent = It has arrived. Thank you.
phone-harvest-pending = It has not arrived yet. We keep trying.
phone-harvest-endorse = I think so too
phone-harvest-endorsed = You think so too
phone-harvest-endorsements = { $count ->
    [one] 1 person thinks so too
   *[other] { $count } people think so too
  }
phone-harvest-none = What the room takes away will stand here.
phone-harvest-no-consent = You did not want us to keep what you say. You can always think along.
phone-harvest-allow = I want to write something after all
phone-harvest-empty = Type something first.
phone-mine = What I wrote down
phone-mine-none = You wrote nothing down.
phone-mine-remove = Remove
phone-mine-remove-this = Remove: { $text }
phone-mine-remove-all = Remove what I said
phone-mine-remove-sure = Removing can't be undone. Remove everything?
phone-mine-remove-yes = Yes, remove everything
phone-mine-removed = It is gone.

# The room as it is
phone-silence-title = A minute of silence
phone-nothing-to-do = You do not have to do anything.
phone-pairs-title = Talk together
phone-pairs-text = Talk with the person next to you for a moment.
phone-moment-left = { $clock } left
phone-moment-over = Please round off.
phone-perspective-title = Put yourself in the other's place
phone-off-record = We are writing nothing down now.
phone-offline-title = No internet
phone-offline-text = You do not have to do anything. The conversation goes on.
phone-not-arrived = Not arrived yet. We keep trying.

# Help and more
phone-help = I want help
phone-help-sent = The team knows. We will come to you.
phone-pause-sent = The facilitator knows.
phone-menu-consent = What may be kept
phone-menu-leave = I am leaving
phone-leave-sure = Are you leaving? Your chair or your place in the queue becomes free. You can always come back.
phone-leave-yes = Yes, I am leaving
phone-leave-no = No, I will stay
phone-gone-title = Goodbye
phone-gone-text = You are no longer taking part. You can always come back.
phone-gone-back = I am back

# After
phone-end-text = The session is over.
phone-end-next = What happens next?
phone-end-next-text = There will be a record of this session. It names no participants. We never show small groups separately, so that nobody can tell who chose what.
phone-end-released = The record is ready.
phone-end-uses = Who used the record?
phone-end-harvest = What we take away
phone-end-change = You can still change your choice.
phone-end-not-joined = This session is already over. You do not have to do anything.
phone-unknown-title = We can't find this session
phone-unknown-text = Please look at the code on the screen in the room again.
phone-unknown-code = Type the code
phone-replaced-title = Open in another window
phone-replaced-text = This session is also open in another window.
phone-replaced-here = Continue here
phone-stop-title = This is not working right now
phone-stop-text = Ask the team for help. You can also take part without a phone.
phone-stop-again = Try again
