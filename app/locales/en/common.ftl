# What stands on more than one screen or page. Every page loads this beside its own texts: keep it small.

# Words of the vocabulary: the key is what it is of, and the word.
answer-agree = Agree
answer-disagree = Disagree
answer-dont-know = I don't know
answer-skip = Skipped
harvest-insight = Insight
harvest-question = Question for next time
harvest-bottleneck = Bottleneck
harvest-possibility = Possibility
harvest-commitment = Commitment
harvest-breakthrough = Breakthrough
chair-open = open chair

# What there is in a session.
part-sheet = Run sheet
part-circle = Circle
part-queue = Queue
part-statements = Statements
part-harvest = Harvest
part-people = People
part-reactions = Reactions
part-break = Break

# Beside a field, above a column, on a button.
label-code = Code
label-language = Language
label-role = Role
label-item = Item
label-kind = Kind
label-what-is-it = What is it?
label-why = What for
label-stage = Screen in the room
label-circle = The circle
label-controls = Controls
label-more = More
label-back = Back
label-join = Join
label-record = To the record

# The session.
session-welcome = Welcome
session-paused = A moment of silence
session-paused-text = We will go on soon
session-listen-back = What did you hear?
session-closed = Thank you
session-cancelled = This session will not take place
time-left = time left
time-minutes = { $n } min
chair-number = Chair { $no }

# Statements, and what was chosen.
statement-number = Statement { $no }
statement-number-of = Statement { $no } of { $of }
statement-text = Statement ({ $language })
statement-source = In their own words
vote-closed = Voting is closed
result-now = Now
result-others = Everybody else
result-nobody = Nobody chose.
contribution-withdrawn = withdrawn

# A link that takes its time, or leads nowhere.
link-wait = One moment
link-unknown = This link no longer works
link-unknown-text = Ask the organiser for a new one.
