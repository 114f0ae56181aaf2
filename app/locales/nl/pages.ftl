# The pages that need no script: the way in, a page that is not there, who used a record.

page-name = Vissenkom
page-skip = Naar de inhoud
page-noscript = Deze pagina heeft JavaScript nodig. Zet het aan, of vraag de begeleider: u kunt ook zonder telefoon meedoen.
entry-label = Typ de code van het scherm
entry-hint = Zes letters en cijfers
entry-unknown = De code { $code } kennen wij niet. Kijk nog eens op het scherm in de zaal.
entry-organise = Een bijeenkomst organiseren
trouble-title = Dat lukt niet
trouble-home = Naar het begin
trouble-organise = Naar uw bijeenkomsten
uses-title = Wie gebruikte dit verslag?
uses-about = Elke keer dat iemand het verslag van deze bijeenkomst ophaalt, staat dat hier.
uses-none = Niemand heeft het verslag nog opgehaald.
uses-when = Wanneer
uses-who = Wie
uses-what = Wat
