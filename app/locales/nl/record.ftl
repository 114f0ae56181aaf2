# Het verslag als pagina voor mensen

report-kind = Verslag van een vissenkom
report-none = geen
report-people = { $n ->
    [one] mens
   *[other] mensen
  }
report-voices = { $n ->
    [one] stem gehoord
   *[other] stemmen gehoord
  }
report-statements-voted = { $n ->
    [one] stelling
   *[other] stellingen
  }
report-harvested = { $n ->
    [0] opbrengst
    [one] opbrengst
   *[other] opbrengsten
  }
report-circle = De kring in de tijd
report-circle-about = Elke regel is een stoel. De kleur en de vorm laten zien vanuit welke rol iemand daar zat. De nummers bovenaan zijn de onderdelen van het draaiboek, hieronder.
report-circle-text = { $chairs ->
    [one] Eén regel
   *[other] { $chairs } regels
  } met wie daar wanneer zat: { $seatings ->
    [one] één keer
   *[other] { $seatings } keer
  } ging iemand zitten. Hetzelfde staat in de tabel eronder.
report-circle-table = De kring als tabel
report-nobody-sat = Niemand heeft in de kring gezeten.
report-has-word = heeft het woord
report-off-record = niet opgeschreven
report-outer = Buitenkring
report-person = Persoon
report-chair-head = Stoel
report-from = Van
report-to = Tot
report-other-roles = Andere rollen samen
report-round = Keer { $n }
report-answers = Antwoorden
report-turnout = { $n } van { $eligible } mensen stemden; { $skip ->
    [0] niemand sloeg over
    [one] één van hen sloeg over
   *[other] { $skip } van hen sloegen over
  }.
report-by-hand = { $n ->
    [one] Eén stem kwam
   *[other] { $n } stemmen kwamen
  } op papier of met opgestoken hand.
report-by-role = Per rol, zonder wie oversloeg
report-almost = bijna iedereen: { $answer ->
    [agree] eens
    [disagree] oneens
   *[dont_know] weet ik niet
  }
report-mixed = verdeeld
report-small = Groepen die te klein zijn, laten wij niet apart zien.
report-harvest-kind = { $kind ->
    [insight] Inzichten
    [question] Vragen voor de volgende keer
    [bottleneck] Knelpunten
    [possibility] Mogelijkheden
    [commitment] Afspraken
   *[breakthrough] Doorbraken
  }
report-endorsed = { $n ->
    [one] (één persoon vindt dit ook)
   *[other] ({ $n } mensen vinden dit ook)
  }
report-balance = Evenwicht
report-balance-about = Het deel van alle tijd in de kring per rol, naast het deel van de mensen. Gelijke delen is in evenwicht.
report-people-share = Deel van de mensen
report-seat-share = Deel van de zittijd
report-voices-head = Stemmen gehoord
report-wait = De helft van wie wilde praten, wachtte hoogstens { $time } (minuten en seconden; van { $n ->
    [one] één verzoek
   *[other] { $n } verzoeken
  }).
report-number = Nr.
report-planned = Gepland
report-actual = Werkelijk
report-deviation = Verschil
report-state = { $state ->
    [skipped] overgeslagen
    [running] bezig
   *[planned] niet aan toegekomen
  }
report-amendments = Later toegevoegd
report-amendment = { $kind ->
    [outcome] Wat ervan kwam
   *[correction] Verbetering
  }
report-about = Over dit verslag
report-level = { $level ->
    [open] Dit is het open verslag: groepen van minder dan { $k } mensen staan er niet apart in, en niemands naam.
   *[restricted] Dit is het besloten verslag, voor onderzoek: mensen staan erin met een schuilnaam, niemand met zijn naam.
  }
report-gaps = { $n ->
    [one] Eén keer
   *[other] { $n } keer
  } schreef niemand mee. Wat er toen is gezegd, is niet bewaard.
report-secret = Stemmen is geheim: alleen de totalen zijn bewaard, en niemand kan zien wie wat koos.
report-seal = Bijeenkomst { $code }, zegel van het verslag (SHA-256):

# Het verslag als tabellen

tables-readme =
    { $title } ({ $code }), verslag op het niveau "{ $level }".
    
    Eén CSV-bestand per tabel: UTF-8, komma's, namen op de eerste regel, RFC 4180.
    In codebook.csv staat wat elke kolom betekent. Een lege cel: die is er niet.
    Kolommen die eindigen op _s zijn seconden; from_s, to_s en dergelijke tellen vanaf de opening van de bijeenkomst.
    Momenten zijn in UTC (ISO 8601).
    Tekst die een rekenblad voor een formule aanziet, begint met een apostrof die er niet bij hoort.
    Personen zijn schuilnamen van deze bijeenkomst. Groepen die te klein zijn, staan er niet apart in.
column-id = De aanduiding in dit verslag.
column-code = De code waarmee mensen meededen.
column-title = De titel, in de taal van de bijeenkomst.
column-language = De taal van de bijeenkomst.
column-level = open: zonder wat te weinig mensen laat zien; restricted: alles wat er is, met schuilnamen.
column-state = Hoe ver het kwam.
column-opened-at = Wanneer de bijeenkomst begon.
column-closed-at = Wanneer de bijeenkomst werd gesloten.
column-joined = Mensen die meededen met een telefoon.
column-without-phone = Mensen die meededen zonder telefoon.
column-present = Mensen die er aan het eind waren.
column-smallest-group = Kleinere groepen staan er niet apart in.
column-record-sha256 = Zegel van het hele verslag, zoals in het JSON-bestand.
column-role = De rol; "other": rollen die te klein zijn om apart te staan, samen.
column-label = De naam van de rol, in de taal van de bijeenkomst.
column-kind = Welke soort het is.
column-variant = De variant van de vissenkom.
column-planned-s = Hoe lang het volgens het draaiboek zou duren.
column-started-at = Wanneer het de eerste keer begon.
column-ended-at = Wanneer het de laatste keer eindigde.
column-from-s = Wanneer het begon.
column-to-s = Wanneer het eindigde; leeg zolang het duurt.
column-actual-s = Hoe lang het duurde, alle keren samen, met pauzes.
column-deviation-s = Hoeveel langer dan gepland; onder 0 is korter.
column-paused-s = Hoe lang daarvan de zaal pauze had.
column-added-s = Tijd die de gespreksleider erbij deed.
column-runs = Hoe vaak het is gedaan.
column-chairs = Stoelen in de kring, volgens de regels.
column-open-chairs = Hoeveel daarvan leeg moesten blijven.
column-queue-order = Hoe de rij was geordend.
column-person = De schuilnaam van de persoon.
column-chair = Het nummer van de stoel.
column-item = Het onderdeel van het draaiboek dat bezig was.
column-asked-s = Wanneer de persoon vroeg om te praten.
column-called-s = Wanneer de persoon voor het eerst werd gevraagd; leeg: nooit.
column-outcome = Hoe het verzoek eindigde: seated (ging zitten), heard (sprak), expired (verlopen), withdrawn (ingetrokken) of waiting (wachtte nog).
column-wait-s = Van vragen tot de eerste oproep, of tot gaan zitten of praten zonder oproep.
column-declined = Hoe vaak de persoon op een oproep antwoordde: nu niet.
column-count = Hoeveel mensen in die halve minuut.
column-statement = De aanduiding van de stelling.
column-source-id = De aanduiding die de stelling heeft waar zij vandaan komt.
column-text = De woorden, in de taal van de bijeenkomst; "withdrawn" als zij zijn ingetrokken.
column-source = De eigen woorden waar zij vandaan komt.
column-round = 1 voor de eerste keer dat het werd gevraagd, dan 2, 3 ...
column-opened-s = Wanneer de stemming openging.
column-closed-s = Wanneer de stemming dichtging.
column-eligible = Hoeveel mensen mochten stemmen: aanwezig bij het openen, of erbij gekomen voor het sluiten.
column-mode = secret (telefoons), hands (handen), paper (papier) of mixed (gemengd).
column-by-hand = Van de stemmen: ingevoerd van handen of papier.
column-votes = Alle stemmen, ook wie oversloeg.
column-answers = Stemmen zonder wie oversloeg.
column-agree = Hoeveel mensen het eens zijn.
column-disagree = Hoeveel mensen het oneens zijn.
column-dont-know = Hoeveel mensen het niet weten; dat is een antwoord.
column-skip = Hoeveel mensen oversloegen; dat is geen antwoord.
column-roles = De rollen die in deze groep samen zijn geteld, met + ertussen.
column-almost-everyone = Het antwoord van iedereen in de groep, of van iedereen op één na; aantallen staan er dan niet bij.
column-hidden = Waarom er geen aantallen staan: almost_everyone (bijna iedereen), of complementary (zij zouden een andere groep verraden).
column-at-s = Wanneer het is opgeschreven.
column-noted = Of de verslaglegger het opschreef.
column-shown = Of de zaal het te zien kreeg.
column-endorsed = Hoeveel mensen dit ook vinden.
column-at = Wanneer het is toegevoegd.
column-measure = Welke maat.
column-definition = Wat de maat zegt (in het Engels); lees dat voor de waarde.
column-n = Over hoeveel mensen, spreekbeurten of verzoeken het gaat.
column-what = Welke waarde van de maat.
column-value = De waarde.

# What the measures say. A record has them in English, whatever language it is read in.

measure-seat-time = Per rol: haar deel van alle seconden in een lopende kring, naast haar deel van de mensen die kwamen. Een verhouding van 1 is evenwicht.
measure-turn-time = Per rol: haar deel van alle seconden van beurten die zijn aangetikt, naast haar deel van de mensen die kwamen. Wat niet is aangetikt, telt niet mee.
measure-voices-heard = Mensen die minstens één keer in de kring zaten of een aangetikte beurt hadden, van de mensen die kwamen.
measure-seat-time-gini = Gini-coëfficiënt van de seconden in een lopende kring per mens die kwam, maal n/(n-1); 0 is gelijk, 1 is alles bij één. Alleen vanaf { $least } mensen, van wie er iemand zat.
measure-wait = Mediaan van de seconden van vragen om te praten tot de eerste oproep, of tot gaan zitten zonder oproep.
measure-first-role = Per onderdeel: de rol van wie de eerste aangetikte beurt had.
