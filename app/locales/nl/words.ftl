# What simulated people write in the harvest: sentences of our own, nobody's quotation.

wrote-everybody-1 = Iedereen hier wil hetzelfde, maar we beginnen op een andere plek.
wrote-everybody-2 = Luisteren zonder meteen te antwoorden is moeilijker dan ik dacht.
wrote-everybody-3 = Hoe weet iemand bij wie hij morgen terechtkan?
wrote-everybody-4 = Wat gebeurt er met wat we vandaag hebben gezegd?
wrote-everybody-5 = Elke organisatie vraagt opnieuw hetzelfde verhaal.
wrote-everybody-6 = Begin met één gesprek en vul samen het formulier in.
wrote-everybody-7 = Maak ruimte om af te wijken als een regel iemand vastzet.
wrote-everybody-8 = Ik bel binnen een week terug, ook als ik nog geen antwoord heb.
wrote-everybody-9 = Ik vraag volgende keer eerst wat iemand zelf al heeft geprobeerd.
wrote-everybody-10 = We hebben nu een naam en een nummer, en niet alleen een loket.
wrote-resident-1 = Als iemand met mij meegaat, durf ik meer te zeggen.
wrote-resident-2 = Ik lees een brief drie keer en weet dan nog niet wat ik moet doen.
wrote-resident-3 = Leg mij uit wat u opschrijft, terwijl u het opschrijft.
wrote-confidant-1 = Vertrouwen kost maanden en is met één brief weer weg.
wrote-confidant-2 = Ik mag meedenken, maar ik mag niets doorgeven of beslissen.
wrote-confidant-3 = Wie kan ik bellen als een gezin dit weekend iets nodig heeft?
wrote-professional-1 = Ik heb een half uur per gezin, en het verhaal duurt langer.
wrote-professional-2 = Ik neem in mijn team mee dat we eerder samen om tafel gaan.
wrote-civil-1 = Ik kende de regel, maar niet wat hij thuis betekent.
wrote-civil-2 = Ik zoek uit wie hierover mag beslissen en laat het de groep weten.
wrote-researcher-1 = Welke kennis telt mee als we dit opschrijven, en wie kijkt mee?
wrote-researcher-2 = Ik leg mijn verslag eerst voor aan de mensen die hier spraken.
wrote-note-taker-1 = Uit de kring: een vast gezicht helpt meer dan een vast formulier.
wrote-note-taker-2 = Voor de volgende keer: wie mag afwijken van een regel, en hoe vraag je dat?
