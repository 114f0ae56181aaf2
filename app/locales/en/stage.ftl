# The screen in the room: read from ten metres. Never anything that is one person's.

stage-cut = No connection. The screen will come back by itself.
stage-no-key = This screen needs its link
stage-no-key-text = Open the link “screen in the room” that belongs to the session.

stage-join = Join on your phone
stage-qr = QR code to join
stage-welcome-how = Point your camera at the square, or go to { $host } and type
stage-no-name = You do not have to give your name. No phone? You take part just the same.
stage-present = { $n ->
    [0] We will begin soon
    [one] 1 person is here
   *[other] { $n } people are here
  }

stage-over = Time to round off
stage-over-short = round off
stage-clock = { $over ->
    [yes] Time is up. Round off calmly.
   *[no] { $n ->
        [one] 1 minute left
       *[other] { $n } minutes left
      }
  }
stage-next = After this: { $title }
stage-next-listen = After this the listeners tell what they heard.
stage-next-break = After this there is a break.

stage-speaking = In the circle now
stage-others-listen = The others listen.
stage-second-row = { $n ->
    [one] 1 person waits in the second row.
   *[other] { $n } people wait in the second row.
  }
stage-way-open-chair = The open chair is for whoever wants to say something.
stage-way-tap-in = Do you want to join the circle? Tap somebody who is not speaking.
stage-way-closed-rotation = This group speaks. We will swap later.
stage-way-role-round = { stage-others-listen }
stage-way-user-experience = The circle speaks. The others write down their questions.
stage-way-samoan = Every free chair is for whoever wants to say something.
stage-leave-asked = The open chair is taken. Who makes room?
stage-listen-lead = The listeners now tell what they heard.
stage-word-now = Now speaking
stage-listen-rule = The circle listens. Questions are welcome, debate is not.
stage-swap = Swap: now speaking
stage-swap-group = Swap: the next group speaks now
stage-invite-not-yet-spoken = Who has not spoken yet? There is room for you.
stage-invite-starter = Who would like to begin?
stage-nobody-yet = Nobody in the circle yet

stage-moment-silence = A minute of silence
stage-moment-silence-text = Think about what you heard.
stage-moment-pairs = Two by two
stage-moment-pairs-text = Talk with the person next to you.
stage-off-record = This is off the record

stage-statement-again = { $no } of { $of }, asked once more
stage-vote-how = Choose on your phone. Nobody in the room can see your choice.
stage-vote-changed = You can still change your choice.
stage-voted = { $voted } of { $eligible }
stage-voted-label = people have chosen
stage-voted-spoken = { $voted } of { $eligible } people have chosen
stage-vote-closed-text = The result comes in a moment.
stage-result = Result
stage-chose = { $voted ->
    [one] 1 of the { $eligible } present chose.
   *[other] { $voted } of the { $eligible } present chose.
  }
stage-skipped = { $n ->
    [one] 1 skipped.
   *[other] { $n } skipped.
  }
stage-by-hand = Hands and paper are counted in.
stage-pooled = Groups smaller than { $k } are counted with “everybody else”, so that nobody can see who chose what.
stage-small = The groups are too small to show separately.
stage-almost = Almost everyone: { $answer }
stage-mixed = Different answers
stage-almost-note = Where almost everyone chose the same, we show no numbers by group.
stage-before = Last time
stage-struck = This result was removed.

stage-harvest-empty = What do we take with us?
stage-harvest-how = Write it on your phone, or say it.
stage-endorsed = { $n ->
    [one] 1 person agrees
   *[other] { $n } people agree
  }
stage-more-harvest = { $n ->
    [one] And 1 more
   *[other] And { $n } more
  }

stage-tide = How the room listens
stage-tide-recognise = recognise this
stage-tide-touched = are touched
stage-tide-question = have a question
stage-tide-unclear = do not follow

stage-closed-text = The session is over. Your phone shows what happens next.

# The strip of whoever shows the laptop itself

stage-strip-console = To the console
stage-strip-watching = Another screen has control
