# Het scherm in de zaal: te lezen van tien meter. Nooit iets dat van één mens is.

stage-cut = Geen verbinding. Het scherm komt vanzelf terug.
stage-no-key = Dit scherm heeft zijn link nodig
stage-no-key-text = Open de link “scherm in de zaal” die bij de bijeenkomst hoort.

stage-join = { $address ->
    [je] Doe mee op je telefoon
   *[u] Doe mee op uw telefoon
  }
stage-qr = QR-code om mee te doen
stage-welcome-how = { $address ->
    [je] Richt je camera op het vierkant, of ga naar { $host } en typ
   *[u] Richt uw camera op het vierkant, of ga naar { $host } en typ
  }
stage-no-name = { $address ->
    [je] Je hoeft je naam niet te geven. Geen telefoon? Dan doe je ook gewoon mee.
   *[u] U hoeft uw naam niet te geven. Geen telefoon? Dan doet u ook gewoon mee.
  }
stage-present = { $n ->
    [0] We beginnen zo
    [one] Er is nu 1 mens
   *[other] Er zijn nu { $n } mensen
  }

stage-over = Tijd om af te ronden
stage-over-short = afronden
stage-clock = { $over ->
    [yes] De tijd is om. Rond rustig af.
   *[no] Nog { $n ->
        [one] 1 minuut
       *[other] { $n } minuten
      }
  }
stage-next = Daarna: { $title }
stage-next-listen = Daarna vertellen de luisteraars wat zij hoorden.
stage-next-break = Daarna is het pauze.

stage-speaking = In de kring praten nu
stage-others-listen = De anderen luisteren.
stage-second-row = { $n ->
    [one] 1 mens wacht op de tweede rij.
   *[other] { $n } mensen wachten op de tweede rij.
  }
stage-way-open-chair = De lege stoel is voor wie iets wil zeggen.
stage-way-tap-in = { $address ->
    [je] Wil je in de kring? Tik iemand aan die niet praat.
   *[u] Wilt u in de kring? Tik iemand aan die niet praat.
  }
stage-way-closed-rotation = Deze groep praat. Straks wisselen we.
stage-way-role-round = { stage-others-listen }
stage-way-user-experience = De kring praat. De anderen schrijven hun vragen op.
stage-way-samoan = Elke vrije stoel is voor wie iets wil zeggen.
stage-leave-asked = De lege stoel is bezet. Wie maakt plaats?
stage-listen-lead = De luisteraars vertellen nu wat zij hoorden.
stage-word-now = Nu aan het woord
stage-listen-rule = De kring luistert. Vragen mag, debat niet.
stage-swap = Wissel: nu praten
stage-swap-group = Wissel: de volgende groep praat nu
stage-invite-not-yet-spoken = { $address ->
    [je] Wie heeft nog niet gesproken? Er is plek voor je.
   *[u] Wie heeft nog niet gesproken? Er is plek voor u.
  }
stage-invite-starter = Wie wil beginnen?
stage-nobody-yet = Nog niemand in de kring

stage-moment-silence = Een minuut stilte
stage-moment-silence-text = { $address ->
    [je] Denk na over wat je hoorde.
   *[u] Denk na over wat u hoorde.
  }
stage-moment-pairs = Twee aan twee
stage-moment-pairs-text = { $address ->
    [je] Praat met wie naast je zit.
   *[u] Praat met wie naast u zit.
  }
stage-off-record = Dit schrijven we niet op

stage-statement-again = { $no } van { $of }, nog een keer gevraagd
stage-vote-how = { $address ->
    [je] Kies op je telefoon. Niemand in de zaal ziet wat je kiest.
   *[u] Kies op uw telefoon. Niemand in de zaal ziet wat u kiest.
  }
stage-vote-changed = { $address ->
    [je] Je kunt je keuze nog veranderen.
   *[u] U kunt uw keuze nog veranderen.
  }
stage-voted = { $voted } van de { $eligible }
stage-voted-label = mensen hebben gekozen
stage-voted-spoken = { $voted } van de { $eligible } mensen hebben gekozen
stage-vote-closed-text = De uitslag komt zo.
stage-result = Uitslag
stage-chose = { $voted ->
    [one] 1 van de { $eligible } aanwezigen koos.
   *[other] { $voted } van de { $eligible } aanwezigen kozen.
  }
stage-skipped = { $n ->
    [one] 1 sloeg over.
   *[other] { $n } sloegen over.
  }
stage-by-hand = Handen en papier zijn meegeteld.
stage-pooled = Groepen kleiner dan { $k } staan bij “alle anderen”, zodat niemand kan zien wie wat koos.
stage-small = De groepen zijn te klein om apart te laten zien.
stage-almost = Bijna iedereen: { $answer }
stage-mixed = Verschillende antwoorden
stage-almost-note = Waar bijna iedereen hetzelfde koos, laten we geen aantallen per groep zien.
stage-before = Vorige keer
stage-struck = Deze uitslag is weggehaald.

stage-harvest-empty = Wat nemen we mee?
stage-harvest-how = { $address ->
    [je] Schrijf het op je telefoon, of zeg het.
   *[u] Schrijf het op uw telefoon, of zeg het.
  }
stage-endorsed = { $n ->
    [one] 1 mens vindt dit ook
   *[other] { $n } mensen vinden dit ook
  }
stage-more-harvest = { $n ->
    [one] En nog 1
   *[other] En nog { $n }
  }

stage-tide = Zo luistert de zaal
stage-tide-recognise = herkent dit
stage-tide-touched = is geraakt
stage-tide-question = heeft een vraag
stage-tide-unclear = kan het niet volgen

stage-closed-text = { $address ->
    [je] De bijeenkomst is voorbij. Op je telefoon zie je wat er nu gebeurt.
   *[u] De bijeenkomst is voorbij. Op uw telefoon ziet u wat er nu gebeurt.
  }

# De strook van wie de laptop zelf laat zien

stage-strip-console = Naar het bedieningspaneel
stage-strip-watching = Een ander scherm heeft de bediening
