# The phone. Dutch at A2: short sentences, one thing in each. $address is "u" or "je", the session's choice.

phone-page = { $title } · Vissenkom
phone-menu = Hulp en meer
phone-next = Verder
phone-read = Lees voor
phone-read-stop = Stop
phone-language = Kies { $address ->
    [je] je
   *[u] uw
  } taal
phone-busy = Even geduld…
phone-one-moment = Even geduld. Wij openen de bijeenkomst.

# Joining
phone-join-noname = { $address ->
    [je] Je hoeft je
   *[u] U hoeft uw
  } naam niet te geven
phone-join-name-add = Ik wil mijn naam wel geven
phone-join-name = { $address ->
    [je] Je
   *[u] Uw
  } voornaam
phone-join-name-hint = Dit veld mag leeg blijven.
phone-join-lobby = Wij beginnen zo.
phone-late-title = Wij zijn al begonnen
phone-late-text = Nu bezig: { $item }. { $address ->
    [je] Je
   *[u] U
  } kunt gewoon aanschuiven.

# Consent
phone-consent-title = Wat mogen wij bewaren?
phone-consent-votes = Mijn keuzes en reacties – zonder mijn naam
phone-consent-words = Wat ik zeg – zonder mijn naam
phone-consent-story = Mijn verhaal delen buiten deze zaal – vraag het mij eerst nog een keer
phone-consent-yes = Ja, dat mag
phone-consent-no = Nee, liever niet
phone-consent-note = { $address ->
    [je] Zeg je nee? Dan doe je ook gewoon mee. Je mag later je
   *[u] Zegt u nee? Dan doet u ook gewoon mee. U mag later uw
  } keuze veranderen.
phone-consent-audio = Luister naar de uitleg (1 minuut)
phone-consent-spoken = Wat mogen wij bewaren? Er zijn drie vragen. Bij elke vraag { $address ->
    [je] kies je
   *[u] kiest u
  } ja of nee. Vraag één. Mogen wij { $address ->
    [je] je
   *[u] uw
  } keuzes en reacties bewaren? Wij schrijven er geen naam bij. Wij tellen alleen hoeveel mensen iets kozen. Vraag twee. Mogen wij bewaren wat { $address ->
    [je] je
   *[u] u
  } zegt en typt? Ook daar staat geen naam bij. Vraag drie. Mogen wij { $address ->
    [je] je
   *[u] uw
  } verhaal delen buiten deze zaal? Wij vragen het { $address ->
    [je] je
   *[u] u
  } dan eerst nog een keer. { $address ->
    [je] Zeg je nee? Dan doe je ook gewoon mee. Je mag later je
   *[u] Zegt u nee? Dan doet u ook gewoon mee. U mag later uw
  } keuze veranderen.
phone-consent-missing = Kies bij elke vraag ja of nee. Nog { $count ->
    [one] één vraag.
   *[other] { $count } vragen.
  }
phone-consent-save = Bewaar mijn keuze
phone-consent-saved = { $address ->
    [je] Je
   *[u] Uw
  } keuze is bewaard

# Role
phone-role-title = Waarom { $address ->
    [je] ben je
   *[u] bent u
  } hier?
phone-role-note = Zo zien wij wie er praten. Iedereen telt even zwaar.

# Before, and between
phone-lobby-title = Wij beginnen zo
phone-lobby-text = { $address ->
    [je] Je doet mee. Je
   *[u] U doet mee. U
  } hoeft nu niets te doen.
phone-you-are = { $address ->
    [je] Je
   *[u] U
  } heet hier: { $name }
phone-waiting-title = Even wachten
phone-waiting-text = Wij gaan zo verder. { $address ->
    [je] Je
   *[u] U
  } hoeft niets te doen.
phone-break-text = Wij gaan zo verder.
phone-talk-text = { $address ->
    [je] Luister
   *[u] Luistert u
  } rustig mee. Leg { $address ->
    [je] je
   *[u] uw
  } telefoon gerust weg.

# Listening
phone-listen-title = { $address ->
    [je] Je
   *[u] U
  } luistert nu
phone-listen-now = In de kring praten nu: { $role }
phone-listen-empty = De kring is nog leeg
phone-listen-word = Aan het woord: { $role }
phone-listen-next-you = Hierna is { $address ->
    [je] jouw
   *[u] uw
  } groep aan de beurt.
phone-listen-ask = Ik wil praten
phone-listen-take = Ik ga op de lege stoel zitten
phone-listen-back-text = Wie luisterde, vertelt nu wat hij hoorde. Vragen mag. Nog geen discussie.
phone-circle-is = { $taken ->
    [0] Er zit nog niemand in de kring.
    [one] Er zit één mens in de kring: { $roles }.
   *[other] Er zitten { $taken } mensen in de kring: { $roles }.
  } { $free ->
    [0] Er is geen stoel vrij.
    [one] Er is één stoel vrij.
   *[other] Er zijn { $free } stoelen vrij.
  }
phone-circle-minutes = Nog { $minutes } min
phone-invite-not-yet-spoken = Wie heeft nog niet gepraat? { $address ->
    [je] Jij bent
   *[u] U bent
  } welkom in de kring.
phone-invite-starter = Wie wil er beginnen? { $address ->
    [je] Jij bent
   *[u] U bent
  } welkom in de kring.

# Tapping in
phone-tap-in = Ik wil de plaats van iemand
phone-tap-in-title = Wie { $address ->
    [je] tik je
   *[u] tikt u
  } aan?
phone-tap-in-text = Kies een stoel. Tik die persoon dan zacht op de schouder. Wie aan het woord is, blijft zitten.
phone-tap-in-chair = Stoel { $no }: { $role }
phone-tap-in-free = Stoel { $no }: vrij
phone-tap-in-chosen = gekozen
phone-tap-in-go = Ik neem deze plaats

# Reactions
phone-react = { $address ->
    [je] Jouw
   *[u] Uw
  } reactie
phone-react-recognise = Dit herken ik
phone-react-touched = Dit raakt mij
phone-react-question = Ik heb een vraag
phone-react-unclear = Dit begrijp ik niet
phone-react-sent = Verstuurd
phone-react-pause = Ik wil even pauze
phone-react-pause-note = Alleen de gespreksleider ziet dit
phone-react-no-consent = { $address ->
    [je] Je
   *[u] U
  } wilde geen reacties laten bewaren. Dat is goed.

# Queue, call, chair
phone-queue-title = { $address ->
    [je] Je
   *[u] U
  } staat in de rij
phone-queue-position = { $n ->
    [0] { $address ->
        [je] Je
       *[u] U
      } bent de volgende
    [one] Voor { $address ->
        [je] je
       *[u] u
      }: 1 mens
   *[other] Voor { $address ->
        [je] je
       *[u] u
      }: { $n } mensen
  }
phone-queue-leave = Ik wil toch niet praten
phone-queue-anon = Alleen de gespreksleider ziet { $address ->
    [je] je
   *[u] uw
  } plek in de rij
phone-second-title = Iemand was net eerder
phone-second-text = { $address ->
    [je] Jij bent
   *[u] U bent
  } als eerste aan de beurt.
phone-row-title = { $address ->
    [je] Je
   *[u] U
  } zit op de tweede rij
phone-row-text = Er zijn meer mensen dan stoelen. { $address ->
    [je] Straks ben jij
   *[u] Straks bent u
  } aan de beurt.
phone-called-title = { $address ->
    [je] Je
   *[u] U
  } bent aan de beurt
phone-called-text = Ga op de lege stoel zitten
phone-called-again = Wij vragen het nog één keer. Ga op de lege stoel zitten.
phone-called-yes = Ik ga zitten
phone-called-no = Nu niet
phone-called-left = Nog { $seconds } seconden
phone-seated-title = { $address ->
    [je] Je
   *[u] U
  } zit in de kring
phone-seated-text = Leg { $address ->
    [je] je
   *[u] uw
  } telefoon weg. Praat rustig.
phone-seated-word = { $address ->
    [je] Je
   *[u] U
  } hebt het woord
phone-seated-leave = Ik ga uit de kring
phone-seated-full = De kring is vol. Wie wil er plaats maken?
phone-word-text = Vertel wat { $address ->
    [je] je
   *[u] u
  } hoorde. Praat rustig.

# Voting
phone-vote-title = Wat { $address ->
    [je] vind je
   *[u] vindt u
  }?
phone-vote-again = Stelling { $no } van { $of }, nog een keer
phone-vote-source = In iemands eigen woorden
phone-vote-pass = Sla over
phone-vote-secret = Niemand in de zaal ziet wat { $address ->
    [je] je
   *[u] u
  } kiest
phone-vote-change = { $address ->
    [je] Je kunt je
   *[u] U kunt uw
  } keuze nog veranderen
phone-vote-saved = { $address ->
    [je] Je
   *[u] Uw
  } keuze is binnen
phone-vote-pending = { $address ->
    [je] Je
   *[u] Uw
  } keuze is nog niet binnen. Wij blijven het proberen.
phone-vote-late = De stemming is dicht. { $address ->
    [je] Je
   *[u] Uw
  } keuze kwam te laat.
phone-vote-closed-text = De uitslag komt zo.
phone-vote-no-consent = { $address ->
    [je] Je
   *[u] U
  } wilde { $address ->
    [je] je
   *[u] uw
  } keuzes niet laten bewaren. Dan telt { $address ->
    [je] je
   *[u] uw
  } stem niet mee.
phone-vote-allow = Ik wil toch stemmen

# Results
phone-result-part = { $answer }: { $count }
phone-result-chose = { $chose } van de { $eligible } kozen. { $skipped ->
    [0] { "" }
    [one] 1 sloeg over.
   *[other] { $skipped } sloegen over.
  }
phone-result-before = De vorige keer
phone-result-hands = Ook handen of papier zijn geteld.
phone-result-almost = bijna iedereen: { $answer }
phone-result-mixed = verschillend
phone-result-small = De groep is te klein om apart te laten zien
phone-result-struck = Deze uitslag is op verzoek weggehaald.

# Harvest
phone-harvest-title = Wat nemen wij mee?
phone-harvest-text = Typ het hier
phone-harvest-send = Verstuur
phone-harvest-sent = Het is binnen. Dank { $address ->
    [je] je
   *[u] u
  } wel.
phone-harvest-pending = Het is nog niet binnen. Wij blijven het proberen.
phone-harvest-endorse = Dit vind ik ook
phone-harvest-endorsed = { $address ->
    [je] Jij vindt
   *[u] U vindt
  } dit ook
phone-harvest-endorsements = { $count ->
    [one] 1 mens vindt dit ook
   *[other] { $count } mensen vinden dit ook
  }
phone-harvest-none = Hier komt te staan wat de zaal meeneemt.
phone-harvest-no-consent = { $address ->
    [je] Je wilde niet dat wij bewaren wat je
   *[u] U wilde niet dat wij bewaren wat u
  } zegt. Meedenken kan altijd.
phone-harvest-allow = Ik wil toch iets opschrijven
phone-harvest-empty = Typ eerst iets.
phone-mine = Wat ik heb opgeschreven
phone-mine-none = { $address ->
    [je] Je
   *[u] U
  } hebt niets opgeschreven.
phone-mine-remove = Haal weg
phone-mine-remove-this = Haal weg: { $text }
phone-mine-remove-all = Haal weg wat ik heb gezegd
phone-mine-remove-sure = Weghalen kan niet worden teruggedraaid. Alles weghalen?
phone-mine-remove-yes = Ja, haal alles weg
phone-mine-removed = Het is weg.

# The room as it is
phone-silence-title = Een moment stilte
phone-nothing-to-do = { $address ->
    [je] Je
   *[u] U
  } hoeft niets te doen.
phone-pairs-title = Praat samen
phone-pairs-text = Praat even met wie naast { $address ->
    [je] je
   *[u] u
  } zit.
phone-moment-left = Nog { $clock }
phone-moment-over = Rond rustig af.
phone-perspective-title = Verplaats { $address ->
    [je] je
   *[u] u
  } in de ander
phone-off-record = Wij schrijven nu niets op.
phone-offline-title = Geen internet
phone-offline-text = { $address ->
    [je] Je
   *[u] U
  } hoeft niets te doen. Het gesprek gaat gewoon door.
phone-not-arrived = Nog niet binnen. Wij blijven het proberen.

# Help and more
phone-help = Ik wil hulp
phone-help-sent = De begeleider weet het. Wij komen naar { $address ->
    [je] je
   *[u] u
  } toe.
phone-pause-sent = De gespreksleider weet het.
phone-menu-consent = Wat er bewaard mag worden
phone-menu-leave = Ik ga weg
phone-leave-sure = { $address ->
    [je] Ga je weg? Dan komt je stoel of je
   *[u] Gaat u weg? Dan komt uw stoel of uw
  } plek in de rij vrij. Terugkomen kan altijd.
phone-leave-yes = Ja, ik ga weg
phone-leave-no = Nee, ik blijf
phone-gone-title = Tot ziens
phone-gone-text = { $address ->
    [je] Je
   *[u] U
  } doet nu niet meer mee. Terugkomen kan altijd.
phone-gone-back = Ik ben er weer

# After
phone-end-text = De bijeenkomst is klaar.
phone-end-next = Wat gebeurt er nu?
phone-end-next-text = Van deze bijeenkomst komt een verslag. Daar staan geen namen in van deelnemers. Kleine groepen laten wij nooit apart zien, zodat niemand kan zien wie wat koos.
phone-end-released = Het verslag is klaar.
phone-end-uses = Wie gebruikte het verslag?
phone-end-harvest = Dit nemen wij mee
phone-end-change = { $address ->
    [je] Je mag nog steeds je
   *[u] U mag nog steeds uw
  } keuze veranderen.
phone-end-not-joined = Deze bijeenkomst is al klaar. { $address ->
    [je] Je
   *[u] U
  } hoeft niets te doen.
phone-unknown-title = Deze bijeenkomst vinden wij niet
phone-unknown-text = Kijk nog eens naar de code op het scherm in de zaal.
phone-unknown-code = Typ de code
phone-replaced-title = Open in een ander venster
phone-replaced-text = Deze bijeenkomst staat ook open in een ander venster.
phone-replaced-here = Ga hier verder
phone-stop-title = Dit werkt even niet
phone-stop-text = Vraag de begeleider om hulp. Meedoen kan ook zonder telefoon.
phone-stop-again = Probeer opnieuw
