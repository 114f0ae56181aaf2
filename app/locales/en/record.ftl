# The record as a page for people

report-kind = Record of a fishbowl
report-none = no
report-people = { $n ->
    [one] person
   *[other] people
  }
report-voices = { $n ->
    [one] voice heard
   *[other] voices heard
  }
report-statements-voted = { $n ->
    [one] statement voted on
   *[other] statements voted on
  }
report-harvested = { $n ->
    [one] thing kept
   *[other] things kept
  }
report-circle = The circle over time
report-circle-about = Each line is a chair. The colour and shape say from which role somebody sat in it. The numbers at the top are the items of the run sheet, below.
report-circle-text = { $chairs ->
    [one] One line
   *[other] { $chairs } lines
  } with, for each, who sat there when: { $seatings ->
    [one] one seating
   *[other] { $seatings } seatings
  }. The same is in the table under it.
report-circle-table = The circle as a table
report-nobody-sat = Nobody sat in the circle.
report-has-word = has the word
report-off-record = off the record
report-outer = Outer circle
report-person = Person
report-chair-head = Chair
report-from = From
report-to = Until
report-other-roles = Other roles together
report-round = Time { $n }
report-answers = Answers
report-turnout = { $n } of { $eligible } people voted; { $skip ->
    [0] nobody skipped it
    [one] one of them skipped it
   *[other] { $skip } of them skipped it
  }.
report-by-hand = { $n ->
    [one] One vote was
   *[other] { $n } votes were
  } given on paper or by show of hands.
report-by-role = By role, skips left out
report-almost = almost everyone: { $answer ->
    [agree] agree
    [disagree] disagree
   *[dont_know] I don't know
  }
report-mixed = divided
report-small = Groups that are too small are not shown separately.
report-harvest-kind = { $kind ->
    [insight] Insights
    [question] Questions for next time
    [bottleneck] Bottlenecks
    [possibility] Possibilities
    [commitment] Commitments
   *[breakthrough] Breakthroughs
  }
report-endorsed = { $n ->
    [one] (one person thinks so too)
   *[other] ({ $n } people think so too)
  }
report-balance = Balance
report-balance-about = The share of a role in all time in the circle, beside its share of the people. Equal shares are parity.
report-people-share = Share of people
report-seat-share = Share of seat time
report-voices-head = Voices heard
report-wait = Half of those who asked to speak waited at most { $time } (minutes and seconds; of { $n ->
    [one] one request
   *[other] { $n } requests
  }).
report-number = No.
report-planned = Planned
report-actual = Actual
report-deviation = Difference
report-state = { $state ->
    [skipped] skipped
    [running] under way
   *[planned] not reached
  }
report-amendments = Added afterwards
report-amendment = { $kind ->
    [outcome] Outcome
   *[correction] Correction
  }
report-about = About this record
report-level = { $level ->
    [open] This is the open record: groups of fewer than { $k } people are not shown separately, and nobody's name is in it.
   *[restricted] This is the restricted record, for research: people are in it by pseudonym, and nobody's name is.
  }
report-gaps = { $n ->
    [one] Once
   *[other] { $n } times
  } the room was off the record. Of what was said then nothing was kept.
report-secret = Votes are secret: only totals were kept, and nobody can tell who chose what.
report-seal = Session { $code }, seal of the record (SHA-256):

# The record as tables

tables-readme =
    { $title } ({ $code }), record at the level "{ $level }".
    
    One CSV file a table: UTF-8, commas, a header on the first line, RFC 4180.
    codebook.csv says what each column means. An empty cell: there is none.
    Columns ending in _s are seconds; from_s, to_s and the like count from the opening of the session.
    Moments are in UTC (ISO 8601).
    Text that a spreadsheet would read as a formula starts with an apostrophe that is not part of it.
    Persons are pseudonyms of this session. Groups that are too small are not shown separately.
column-id = Its id in this record.
column-code = The code people joined with.
column-title = Its title, in the session's language.
column-language = The session's language.
column-level = open: without what shows too few people; restricted: all there is, by pseudonym.
column-state = How far it came.
column-opened-at = When the session was opened.
column-closed-at = When the session was closed.
column-joined = People who joined with a phone.
column-without-phone = People who took part without a phone.
column-present = People present at the end.
column-smallest-group = Groups smaller than this are not shown separately.
column-record-sha256 = Seal of the whole record, as in the JSON file.
column-role = The role; "other": roles too small to stand alone, together.
column-label = The role's name, in the session's language.
column-kind = Which kind it is.
column-variant = The variant of the fishbowl.
column-planned-s = How long it was planned to take.
column-started-at = When it began, the first time.
column-ended-at = When it ended, the last time.
column-from-s = When it began.
column-to-s = When it ended; empty while it goes on.
column-actual-s = How long it took, over all runs, pauses included.
column-deviation-s = How much longer than planned; below 0 is shorter.
column-paused-s = How long of that the room was paused.
column-added-s = Time the facilitator added.
column-runs = How often it was run.
column-chairs = Chairs in the circle, by its rules.
column-open-chairs = How many of those were to be kept free.
column-queue-order = How the queue was ordered.
column-person = The person's pseudonym.
column-chair = The chair's number.
column-item = The item of the run sheet that was running.
column-asked-s = When the person asked to speak.
column-called-s = When the person was first called; empty: never.
column-outcome = How the request ended: seated, heard, expired, withdrawn or waiting.
column-wait-s = From asking until the first call, or until sitting down or being heard uncalled.
column-declined = How often the person answered a call with: not now.
column-count = How many people in that half minute.
column-statement = The statement's id.
column-source-id = The id it has where it came from.
column-text = The words, in the session's language; "withdrawn" once they were taken back.
column-source = The own words it came from.
column-round = 1 for the first time it was asked, then 2, 3 ...
column-opened-s = When the vote was opened.
column-closed-s = When the vote was closed.
column-eligible = How many might vote: present at the opening, or joined before the closing.
column-mode = secret (phones), hands, paper, or mixed.
column-by-hand = Of the votes: entered from hands or paper.
column-votes = All votes, skips included.
column-answers = Votes without the skips.
column-agree = How many agree.
column-disagree = How many disagree.
column-dont-know = How many don't know, which is an answer.
column-skip = How many skipped it, which is not an answer.
column-roles = The roles counted together in this group, with + between them.
column-almost-everyone = The answer of everybody in the group, or of all but one; counts are then not given.
column-hidden = Why no counts are given: almost_everyone, or complementary (they would give another group's away).
column-at-s = When it was written.
column-noted = Whether the note-taker wrote it down.
column-shown = Whether the room was shown it.
column-endorsed = How many people think so too.
column-at = When it was added.
column-measure = Which measure.
column-definition = What the measure says; read it before the value.
column-n = How many people, turns or requests it is about.
column-what = Which of the measure's values.
column-value = The value.

# What the measures say. A record has them in English, whatever language it is read in.

measure-seat-time = By role: its share of all seconds in a running circle, beside its share of the people who came. A ratio of 1 is parity.
measure-turn-time = By role: its share of all seconds of turns that were tapped, beside its share of the people who came. Speaking that was not tapped is not in it.
measure-voices-heard = People who sat in the circle or had a tapped turn at least once, of the people who came.
measure-seat-time-gini = Gini coefficient of seconds in a running circle per person who came, times n/(n-1); 0 is equal, 1 is all with one. Only from { $least } people, of whom somebody sat.
measure-wait = Median seconds from asking to speak until the first call, or until sitting down uncalled.
measure-first-role = By item: the role of whoever had the first tapped turn.
