# Organisers' pages.

organise-title = Sessions
organise-log-out = Log out
organise-save = Save
organise-add = Add
organise-remove = Remove
organise-not-saved = Not saved yet. Look at the fields with a remark. What you typed is still there.
organise-copy-of = Copy of { $title }
organise-done-saved = Saved.
organise-done-added = Added. Change it here.
organise-done-rules = Saved, with the usual parameters of this form.
organise-done-created = The session is ready. Keep the links below: you see them only once.
organise-done-copied = The copy is ready, with a code and links of its own. Keep the links below.
organise-done-deleted = The session is gone.
organise-done-keys = These are the new links. The old ones no longer work.
organise-done-lobby = The doors are open. People can join with their phones now.
organise-done-cancelled = The session is called off.
organise-done-released = The record is released.
organise-done-amended = Added to the record.

first-title = Welcome to Vissenkom
first-about = You are making the first account. After that you can prepare sessions.
first-key = Key
first-key-hint = The part after # in the link that the server showed. It is usually here already.
first-button = Make the account
account-name = Name or e-mail address
account-password = Password
account-password-hint = At least 10 characters. A sentence of a few words is good and easy to remember.
account-again = The password once more
login-title = Log in
login-about = For people who organise sessions. Taking part in one? Then all you need is the code.
login-join = Join with a code

list-none = There is no session yet. Start from a ready run sheet and change it.
list-made = made on { $day }
list-people = { $count ->
    [one] 1 person took part
   *[other] { $count } people took part
}
list-record-waits = Record not downloaded yet

state-draft = Draft
state-lobby = Doors open
state-live = Live
state-closed = Closed
state-released = Released
state-cancelled = Called off
item-running = Running
item-ended = Done
item-skipped = Skipped

new-title = New session
new-template = What do you start from?
new-template-size = { $items } items, { $minutes } minutes
new-button = Make the session

plan-title = Title
plan-title-hint = On the screen and on every phone.
plan-subtitle = Subtitle
plan-subtitle-hint = For example: third session.
plan-series = Series
plan-series-hint = Only in the record.
plan-language = Language of the session
plan-language-hint = On the screen in the room. On a phone everybody chooses.
plan-address = Form of address
plan-address-u = u (formal)
plan-address-je = je (informal)
plan-address-hint = In Dutch.

tab-overview = Overview
tab-sheet = { part-sheet }
tab-statements = { part-statements }
tab-settings = Settings
tab-print = On paper
tab-record = Record

session-open = Open the doors
session-prepared = Prepared
session-sheet = { $items ->
    [one] 1 item
   *[other] { $items } items
}, { $minutes } minutes
session-statements = { $count ->
    [0] no statements
    [one] 1 statement
   *[other] { $count } statements
}
session-copy = Make a copy
session-cancel = Call off
session-delete = Delete
next-draft = Still being prepared
next-draft-about = Open the doors when people may come in. It also happens by itself as soon as somebody joins.
next-closed = The session is closed
next-closed-about = The record is ready: look at it, download it, and add how it ended.

links-title = Links
links-join = Join
links-join-about = For everybody. Also a QR code on the screen in the room.
links-qr = QR code to join with code { $code }
links-stage-about = For the projector. Whoever has this link can watch and change nothing.
links-console = Facilitator
links-console-about = For leading. Give this link to the facilitators only.
links-once = You see these two links only now. Keep them in a safe place.
links-hidden = Screen and facilitator
links-hidden-about = The links are stored only as hashes. Lost them? Make new ones. The old ones then stop working.
links-new = Make new links

sheet-minutes = Minutes
sheet-up = { $title } up
sheet-down = { $title } down
sheet-total = { $minutes } minutes in all
sheet-none = The run sheet is empty. Add the first item below.
sheet-save = Save the times
sheet-add = New item

item-begun = This item has been run or is running. It stays as it is.
item-title = Title ({ $name })
item-variant = Form of the circle
item-question = Question ({ $name })
item-roles = Who speaks?
item-roles-hint = If you choose nobody, this item is for everybody.
item-what-if = What if
item-what-if-hint = For yourself, on the printed run sheet.
item-rules = Parameters
item-rules-usual = as usual for this form
item-rules-changed = changed
item-usual = Back to the usual parameters

statements-about = One subject, no negation, no question. Write the way people speak.
statement-new = New statement
statement-item = In item
statement-any-item = No fixed moment
statement-source-hint = What somebody literally said. It is not changed, and stands beside the statement.
statement-fixed = Voted on, fixed

settings-session = The session
settings-roles = Roles
settings-roles-about = The position people speak from. “I would rather not say” is always there.
role-label = One person ({ $name })
role-plural = The group ({ $name })
role-reason = Answer to “Why are you here?” ({ $name })
role-shape = Shape
role-new = New role
shape-circle = Circle
shape-diamond = Diamond
shape-square = Square
shape-triangle = Triangle
shape-hexagon = Hexagon
shape-ring = Ring

print-about = Print this page with your browser. Times count from the beginning.
print-from = From
print-notes = Notes
print-chairs = { $count } chairs

cancel-title = Call this session off?
cancel-about = People can no longer join. What has happened is kept. This cannot be undone.
cancel-button = Yes, call it off
delete-title = Delete { $title }?
delete-about = This will be gone:
delete-sheet = the run sheet with { $items ->
    [one] 1 item
   *[other] { $items } items
} and { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
}
delete-people = what { $count ->
    [one] 1 person
   *[other] { $count } people
} did, chose and wrote
delete-record = the record of { $day }
delete-links = the code { $code } and all links
delete-for-good = This is for good. Download the record first if you still need it.
delete-button = Yes, delete everything

record-not-yet = There is no record yet. It begins when the session begins.
record-page = The record as a page
record-whole = Open on a page of its own
record-downloads = Download
record-why-hint = Participants can read this.
record-level = How precise
record-open = Open
record-open-about = Without what could point somebody out. Anyone may see it.
record-restricted = Restricted
record-restricted-about = With a pseudonym for each person. Only for researchers who may see it.
record-uses-about = Every time somebody downloads the record, it is written here. Participants see it too:
record-uses-link = the page for participants
format-json = Record (JSON)
format-json-about = All there is, for programs and for keeping.
format-csv = Tables (CSV)
format-csv-about = A zip of tables with a codebook, for a spreadsheet or statistics.
format-html = Page (HTML)
format-html-about = For reading and printing: the circle over time, statements, harvest.

amend-title = Add to it
amend-about = A closed record does not change. You can add to it.
amend-outcome = How it ended
amend-correction = Correction
amend-text = Text
amend-button = Add to the record
release-title = Release
release-about = With this you say: this record has been checked with those who took part and may be read outside the group. It cannot be undone.
release-button = Release the record

docs-title = API
docs-about = Whatever an organiser can do, a program can. Send a token along: Authorization: Bearer …
docs-errors = Errors
docs-errors-about = Every error is application/problem+json (RFC 9457) with a stable code and one sentence.
docs-parameters = Parameters
docs-body = Send
docs-answers = Answers
docs-schemas = Shapes
docs-required = required
