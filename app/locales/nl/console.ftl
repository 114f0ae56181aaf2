# Het bedieningspaneel van de gespreksleider: één tik, geen verrassingen.

console-cut = Geen verbinding. We blijven het proberen.
console-cut-long = U kunt doorpraten. Wat u tikt, wordt verstuurd zodra de verbinding er weer is.
console-no-key = Dit paneel heeft zijn link nodig
console-no-key-text = Open de link van het bedieningspaneel die u van de organisator kreeg.
console-stopped = De verbinding is gestopt
console-stopped-text = Laad de pagina opnieuw om verder te gaan.

console-number-present = { $n } aanwezig
console-number-joined = { $n } op telefoon
console-number-connected = { $n } verbonden
console-counts = Mensen: { $present } aanwezig, { $joined } meegedaan op telefoon, { $connected } nu verbonden
console-on-time = op tijd
console-behind = { $n } min achter
console-ahead = { $n } min voor
console-pace = Ten opzichte van het draaiboek
console-open-stage = Scherm met bediening openen
console-open-stage-hint = voor een laptop die u zelf laat zien
console-open-projector = Scherm zonder bediening openen
console-open-projector-hint = voor een los scherm
console-open-join = Pagina voor deelnemers
console-keys = Toetsen
console-keys-on = Toetsen staan aan
console-keys-off = Toetsen staan uit
console-keys-about = Eén toets doet wat de knop doet. In een tekstveld doen ze niets.
console-keys-chairs = Stoel 1 tot en met 10: het woord geven, nog eens om te laten staan; een lege stoel: iemand laten zitten
console-keys-stand = Stoel 1 tot en met 10: laten staan
console-space = spatie
console-shift = shift
console-cancel = Toch niet
console-done = Klaar
console-close = Sluiten

# De balk

console-do-call-next = Volgende uit de rij
console-do-pause = Pauze
console-do-resume = Verder
console-do-blank = Scherm leeg
console-do-unblank = Scherm aan
console-do-add-time = +2 min
console-do-swap = Wissel
console-do-go-off-record = Niet opschrijven
console-do-go-on-record = Weer opschrijven
console-do-silence = 1 min stilte
console-do-end-moment = Stilte klaar
console-do-end-pairs = Paren klaar
console-do-pairs = 2 min in paren
console-do-strike = Laatste minuut weg
console-do-undo = Ongedaan maken
console-do-end-item = Onderdeel klaar
console-do-start-next = Volgend onderdeel
console-do-start-session = Start de bijeenkomst
console-do-open = Stemming openen
console-do-close = Stemming sluiten
console-do-reveal = Uitslag tonen
console-do-invite = Wie sprak nog niet?
console-do-starter = Vraag een starter
console-do-helper = Hulp roepen
console-do-hand-over = Overdragen
console-do-take-over = Overnemen
console-do-end-word = Woord terug
console-do-add-chair = Stoel erbij
console-do-remove-chair = Stoel weg
console-do-add-person = Iemand zonder telefoon
console-do-note = Opschrijven
console-do-keys = Alle toetsen
console-undo-what = { $what ->
    [start_item] onderdeel starten
    [end_item] onderdeel klaar
    [skip_item] overslaan
    [add_time] extra tijd
    [pause] pauze
    [resume] verder
    [blank] scherm leeg
    [unblank] scherm aan
    [start_moment] moment
    [end_moment] moment klaar
    [invite] uitnodiging
    [add_person] iemand erbij
    [remove_person] iemand weg
    [seat] laten zitten
    [stand] laten staan
    [swap] wissel
    [add_chair] stoel erbij
    [remove_chair] stoel weg
    [dequeue_person] uit de rij
    [queue_person] in de rij
    [call] roepen
    [give_word] het woord
    [end_word] woord terug
    [add_statement] stelling erbij
    [open_statement] stemming open
    [reveal_statement] uitslag tonen
    [note] opschrijven
    [show_contribution] tonen
    [hide_contribution] verbergen
   *[other] laatste stap
  }

# Draaiboek

console-minutes-of = { $actual } / { $planned }
console-minutes-spoken = { $actual } van { $planned } minuten
console-planned-spoken = { $planned } minuten gepland
console-start = Start
console-again = Nog een keer
console-skip = Sla over
console-skipped = overgeslagen
console-running = bezig
console-ended = klaar
console-start-item = Start: { $title }
console-skip-item = Sla over: { $title }
console-again-item = Nog een keer: { $title }
console-ready = Klaar om te beginnen
console-ready-text = Mensen kunnen al meedoen. Het scherm in de zaal laat de code zien.
console-no-item = Er loopt geen onderdeel

# Midden

console-panels = Panelen
console-no-circle = Bij dit onderdeel zijn er geen stoelen
console-no-circle-text = Geef het woord via de rij of de lijst met mensen.
console-over = { $n } min over de tijd
console-paused = pauze
console-chair-free = vrij
console-chair-give = Stoel { $no }, { $name }, { $role }: geef het woord
console-chair-stand = Stoel { $no }, { $name }, { $role }, heeft het woord: laat staan
console-chair-seat = Stoel { $no }, { $kind ->
    [open] lege stoel
    [case_giver] stoel van de casusinbrenger
   *[other] vrij
  }: laat iemand zitten
console-chair-kept = Stoel { $no }, voor { $name }: laat zitten
console-kept-for = voor { $name }
console-word-now = { $name } heeft het woord.
console-no-phone = zonder telefoon
console-turn = { $time } aan het woord
console-second-row = { $n ->
    [one] 1 mens op de tweede rij
   *[other] { $n } mensen op de tweede rij
  }
console-seat-who = Wie gaat er zitten?
console-seat-nobody = Er is niemand die kan gaan zitten. Voeg eerst iemand toe.
console-give-word = Geef het woord
console-stand = Laat staan

# Rij, seintjes

console-queue-empty = Niemand in de rij
console-not-spoken = nog niet gesproken
console-first = kwam net te laat voor een stoel
console-declined = zei “nu niet”
console-called = geroepen
console-called-left = geroepen, nog { $n } s
console-call = Roep
console-call-person = Roep { $name }
console-seat = Zit
console-seat-person = Zit: { $name }
console-remove = Vertrokken
console-remove-person = { $name } is vertrokken
console-hints = Seintjes
console-hint-open-chair-idle = De lege stoel is al even leeg.
console-hint-leave-prompt = Alle stoelen zijn bezet en niemand staat op. Tik op iemand, of zet een stoel bij.
console-hint-leave-asked = De kring is gevraagd of iemand plaats maakt.
console-hint-call-expired = { $name } kwam niet na twee keer vragen.
console-hint-turn-long = { $name } praat al { $n } minuten.
console-hint-time = De tijd van dit onderdeel is om.
console-signal-pause = { $n ->
    [one] Iemand wil even pauze.
   *[other] { $n } keer gevraagd om pauze.
  }
console-signal-help = { $name } wil hulp.
console-signal-help-someone = Iemand wil hulp.
console-signal-helper = Hulp is geroepen.
console-seen = Gezien
console-reaction-recognise = herken ik
console-reaction-touched = raakt mij
console-reaction-question = vraag
console-reaction-unclear = begrijp ik niet
console-balance = Zittijd tegen aandeel mensen
console-balance-hint = alleen voor u
console-balance-row = { $role }: { $seat }% van de zittijd, { $people }% van de mensen

# Stellingen

console-no-statements = Er zijn nog geen stellingen
console-voted = { $voted } van { $eligible } kozen
console-state-draft = nog niet gevraagd
console-state-open = open
console-state-closed = gesloten, nog niet getoond
console-state-revealed = getoond
console-open-again = Nog een keer vragen
console-open-no = Stemming openen: stelling { $no }
console-open-again-no = Nog een keer vragen: stelling { $no }
console-close-no = Stemming sluiten: stelling { $no }
console-reveal-no = Uitslag tonen: stelling { $no }
console-totals = { $agree } eens · { $disagree } oneens · { $dontknow } weet ik niet · { $skip } overgeslagen
console-counts-add = Handen of papier invullen
console-counts-mode = Hoe
console-counts-hands = handen
console-counts-paper = papier
console-counts-save = Tel mee
console-counts-again = Een tweede keer voor dezelfde rol vervangt de eerste.
console-add = Voeg toe
console-statement-hint = Eén onderwerp, geen ontkenning, geen vraag.

# Opbrengst

console-note-text = Wat wilt u bewaren?
console-note-save = Schrijf op
console-harvest-empty = Nog niets opgeschreven
console-show = Toon
console-hide = Verberg
console-shown = op het scherm
console-noted = van de verslaglegger
console-endorsed = { $n } keer onderschreven
console-show-this = Toon op het scherm: { $text }
console-hide-this = Verberg: { $text }

# Mensen

console-person-add = Iemand zonder telefoon erbij
console-person-name = Naam (mag leeg)
console-person-card = Kaart (mag leeg)
console-people-empty = Er is nog niemand
console-people-shown = In grote zalen staan hier wie zit, wie in de rij staat en wie geen telefoon heeft.
console-person-queue = In de rij
console-person-dequeue = Uit de rij
console-dequeue-person = Uit de rij: { $name }
console-queue-person = Zet { $name } in de rij
console-give-word-person = Geef het woord: { $name }
console-stand-person = Laat staan: { $name }

# Bediening

console-watching = U kijkt mee
console-watching-text = Een ander scherm heeft de bediening. U kunt wel opschrijven en hulp roepen.
console-watching-gone = Wie de bediening had, is weg.
console-take-over-sure = De bediening hierheen halen?
console-take-over-yes = Ja, hierheen
console-asked = Een ander scherm vraagt de bediening.
console-hand-over-yes = Geef de bediening
console-hand-over-sure = De bediening aan een ander scherm geven?
console-close-session = Bijeenkomst sluiten
console-close-sure = De bijeenkomst sluiten?
console-close-text = Open stemmingen worden geteld en alles stopt. Daarna kan er niets meer in deze bijeenkomst gebeuren.
console-close-yes = Ja, sluit de bijeenkomst
console-strike-sure = De laatste minuut weghalen?
console-strike-text = Wat in de laatste minuut is opgeschreven, verdwijnt voorgoed. Dit kan niet ongedaan worden gemaakt.
console-strike-yes = Ja, haal weg
console-off-record = Er wordt nu niets opgeschreven
console-blank-now = Het scherm in de zaal is leeg
console-paused-now = Pauze: alle klokken staan stil
console-closed = Dank u wel
console-closed-text = De bijeenkomst is gesloten. Het verslag staat klaar bij de organisator.
