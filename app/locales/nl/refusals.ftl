# Wat er niet kan, en wat wel. Eén zin, in gewone woorden. $address is "u" of "je", zoals in de bijeenkomst.

# Van iedereen
refusal-not-saved = Dit kon niet worden bewaard; probeer het zo nog een keer.
refusal-internal = Er ging bij ons iets mis; probeer het nog een keer of roep de begeleiding.
refusal-malformed = Dit bericht konden wij niet lezen; laad de pagina opnieuw en probeer het nog een keer.
refusal-too-large = Dit is te veel in één keer; maak het korter.
refusal-unknown-command = Deze pagina vraagt iets wat wij niet kennen; laad de pagina opnieuw.
refusal-not-allowed = Dat kan niet vanaf dit scherm.
refusal-unknown-session = Deze bijeenkomst is er niet meer; kijk of de code klopt.
refusal-session-closed = De bijeenkomst is afgelopen, dus dit kan niet meer.
refusal-session-cancelled = De bijeenkomst gaat niet door, dus dit kan niet.
refusal-not-started = De bijeenkomst is nog niet begonnen; wacht nog even.
refusal-paused = Het is nu pauze; wacht tot de gespreksleider verdergaat.
refusal-off-record = Wij bewaren nu niets, dus dit kan pas weer als de gespreksleider verdergaat.
refusal-text-missing = Er staat nog niets; schrijf eerst iets op.
refusal-text-too-long = Deze tekst is te lang; gebruik niet meer dan { $most } tekens.

# Van een telefoon
refusal-not-joined = { $address ->
    [je] Je doet nog niet mee; kies eerst waarom je hier bent.
   *[u] U doet nog niet mee; kies eerst waarom u hier bent.
}
refusal-not-present = { $address ->
    [je] Je bent weggegaan; doe eerst weer mee.
   *[u] U bent weggegaan; doe eerst weer mee.
}
refusal-unknown-role = Deze rol is er niet; kies een andere uit de lijst.
refusal-no-consent = { $address ->
    [je] Je vroeg ons om dit niet te bewaren; via het menu kun je dat veranderen.
   *[u] U vroeg ons om dit niet te bewaren; via het menu kunt u dat veranderen.
}
refusal-already-seated = { $address ->
    [je] Je zit al in de kring.
   *[u] U zit al in de kring.
}
refusal-already-asked = { $address ->
    [je] Je staat al in de rij; wij roepen je.
   *[u] U staat al in de rij; wij roepen u.
}
refusal-queue-closed = In dit deel is er geen rij; luister mee tot het volgende deel.
refusal-not-your-round = { $address ->
    [je] Nu praten anderen; jouw groep komt in een ander deel aan de beurt.
   *[u] Nu praten anderen; uw groep komt in een ander deel aan de beurt.
}
refusal-not-in-queue = { $address ->
    [je] Je staat niet in de rij.
   *[u] U staat niet in de rij.
}
refusal-not-called = { $address ->
    [je] Je bent nu niet geroepen; je plaats in de rij blijft zoals die is.
   *[u] U bent nu niet geroepen; uw plaats in de rij blijft zoals die is.
}
refusal-not-without-call = { $address ->
    [je] In dit deel roept de gespreksleider wie er gaat zitten; vraag om te spreken, dan sta je in de rij.
   *[u] In dit deel roept de gespreksleider wie er gaat zitten; vraag om te spreken, dan staat u in de rij.
}
refusal-seats-assigned = In dit deel bepaalt de gespreksleider wie er gaat zitten; luister mee tot het volgende deel.
refusal-not-seated = { $address ->
    [je] Je zit niet in de kring.
   *[u] U zit niet in de kring.
}
refusal-stay-until-the-end = In dit deel blijft iedereen zitten tot het einde; vraag de gespreksleider als dat niet gaat.
refusal-reactions-off = In dit deel zijn er geen reacties.
refusal-statement-not-open = Over deze stelling kan nu niet worden gestemd.
refusal-statement-closed = Het stemmen over deze stelling is voorbij.
refusal-unknown-statement = Deze stelling is er niet.
refusal-unknown-contribution = Deze inbreng is er niet meer.

# De kring
refusal-no-circle = Er is nu geen kring; begin eerst een deel met een kring.
refusal-no-free-chair = Er is geen stoel vrij; wacht tot er iemand opstaat.
refusal-unknown-chair = Deze stoel staat er niet.
refusal-chair-taken = Op deze stoel zit al iemand; kies een andere.
refusal-chair-reserved = Deze stoel is voor iemand die geroepen is; kies een andere.
refusal-case-giver-stays = Wie de casus inbrengt, blijft zitten.
refusal-is-speaking = Wie aan het woord is, blijft zitten; tik iemand anders aan.
refusal-too-many-chairs = Meer dan { $most } stoelen gaat niet.
refusal-no-other-role = Er is geen andere groep die kan wisselen.
refusal-nobody-has-the-word = Er is nu niemand aan het woord.

# De rij
refusal-queue-empty = Er staat niemand in de rij.
refusal-already-called = Deze persoon is al geroepen.

# Mensen
refusal-unknown-person = Deze persoon is er niet.
refusal-card-in-use = Kaart { $card } is al van iemand anders; kies een ander nummer.

# Het draaiboek en de klok
refusal-already-live = De bijeenkomst is al begonnen.
refusal-already-open = De deur staat al open.
refusal-not-closed = Dit kan pas als de bijeenkomst is afgesloten.
refusal-no-item = Er is nu geen deel bezig; begin er eerst een.
refusal-unknown-item = Dit deel staat niet in het draaiboek.
refusal-item-running = Dit deel is al bezig.
refusal-item-done = Dit deel is al geweest; kies om het nog een keer te doen.
refusal-impossible-time = Deze tijd kan niet; kies een andere.
refusal-impossible-chairs = Zoveel stoelen kan hier niet; kies een ander aantal.
refusal-impossible-number = Dit getal kan hier niet; kies een ander.
refusal-already-paused = Het is al pauze.
refusal-not-paused = Het is geen pauze.
refusal-already-blank = Het scherm in de zaal is al leeg.
refusal-not-blank = Het scherm in de zaal is niet leeg.
refusal-already-off-record = Er wordt al niets bewaard.
refusal-not-off-record = Er wordt al gewoon bewaard.
refusal-no-moment = Er is nu geen moment van stilte of gesprek in tweetallen.

# Stellingen
refusal-statement-open = Over deze stelling wordt nog gestemd; sluit het stemmen eerst.
refusal-already-revealed = De uitslag van deze stelling staat er al.
refusal-statement-without-text = Een stelling heeft een zin nodig; schrijf die eerst op.
refusal-impossible-count = Dit aantal kan niet; tel nog een keer.

# De bediening
refusal-not-controller = Iemand anders bedient de bijeenkomst; neem de bediening eerst over.
refusal-controller-present = Iemand anders bedient de bijeenkomst nu; wij hebben gevraagd of die de bediening geeft.
refusal-nobody-asked = Niemand heeft om de bediening gevraagd.
refusal-unknown-console = Dat scherm is niet verbonden; kies een ander.
refusal-nothing-to-undo = Er is niets om terug te draaien.
refusal-undo-conflict = Er is daarna te veel veranderd om dit nog terug te draaien; pas het met de hand aan.
refusal-undo-votes = Er is al gestemd, dus openen kan niet worden teruggedraaid; sluit het stemmen.

# De voorbereiding
refusal-already-begun = Dit deel of deze stelling is al geweest of bezig, en blijft zoals het was.
refusal-role-in-use = Er zijn al mensen met deze rol, dus die blijft in de lijst.
refusal-double-id = Twee onderdelen hebben dezelfde naam voor de computer; geef er een een andere.
refusal-title-missing = Geef de bijeenkomst een titel.
refusal-unknown-format = Dit soort bestand is er niet; kies een ander.
refusal-unknown-template = Dit sjabloon is er niet; kies een ander.
