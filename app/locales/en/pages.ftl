# The pages that need no script: the way in, a page that is not there, who used a record.

page-name = Vissenkom
page-skip = To the content
page-noscript = This page needs JavaScript. Turn it on, or ask the team: you can take part without a phone too.
entry-label = Type the code on the screen
entry-hint = Six letters and digits
entry-unknown = We do not know the code { $code }. Look at the screen in the room once more.
entry-organise = Organise a session
trouble-title = That does not work
trouble-home = To the beginning
trouble-organise = To your sessions
uses-title = Who used this record?
uses-about = Every time somebody takes the record of this session, it is written here.
uses-none = Nobody has taken the record yet.
uses-when = When
uses-who = Who
uses-what = What
