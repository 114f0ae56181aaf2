# What stands on more than one screen or page. Every page loads this beside its own texts: keep it small.

# Words of the vocabulary: the key is what it is of, and the word.
answer-agree = Eens
answer-disagree = Oneens
answer-dont-know = Weet ik niet
answer-skip = Overgeslagen
harvest-insight = Inzicht
harvest-question = Vraag voor de volgende keer
harvest-bottleneck = Knelpunt
harvest-possibility = Mogelijkheid
harvest-commitment = Afspraak
harvest-breakthrough = Doorbraak
chair-open = lege stoel

# What there is in a session.
part-sheet = Draaiboek
part-circle = Kring
part-queue = Rij
part-statements = Stellingen
part-harvest = Opbrengst
part-people = Mensen
part-reactions = Reacties
part-break = Pauze

# Beside a field, above a column, on a button.
label-code = Code
label-language = Taal
label-role = Rol
label-item = Onderdeel
label-kind = Soort
label-what-is-it = Wat is het?
label-why = Waarvoor
label-stage = Scherm in de zaal
label-circle = De kring
label-controls = Bediening
label-more = Meer
label-back = Terug
label-join = Doe mee
label-record = Naar het verslag

# The session.
session-welcome = Welkom
session-paused = Even stil
session-paused-text = Wij gaan zo verder
session-listen-back = { $address ->
    [je] Wat hoorde je?
   *[u] Wat hoorde u?
  }
session-closed = { $address ->
    [je] Dank je wel
   *[u] Dank u wel
  }
session-cancelled = Deze bijeenkomst gaat niet door
time-left = nog
time-minutes = { $n } min
chair-number = Stoel { $no }

# Statements, and what was chosen.
statement-number = Stelling { $no }
statement-number-of = Stelling { $no } van { $of }
statement-text = Stelling ({ $language })
statement-source = In eigen woorden
vote-closed = De stemming is dicht
result-now = Nu
result-others = Alle anderen
result-nobody = Niemand koos.
contribution-withdrawn = ingetrokken

# A link that takes its time, or leads nowhere.
link-wait = Een moment
link-unknown = Deze link werkt niet meer
link-unknown-text = Vraag de organisator om een nieuwe link.
