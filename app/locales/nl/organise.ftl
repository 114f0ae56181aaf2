# Organisers' pages.

organise-title = Bijeenkomsten
organise-log-out = Uitloggen
organise-save = Bewaren
organise-add = Toevoegen
organise-remove = Weghalen
organise-not-saved = Nog niet bewaard. Kijk bij de velden met een opmerking. Wat u typte, staat er nog.
organise-copy-of = Kopie van { $title }
organise-done-saved = Bewaard.
organise-done-added = Toegevoegd. Pas het hier aan.
organise-done-rules = Bewaard, met de gewone instellingen van deze vorm.
organise-done-created = De bijeenkomst staat klaar. Bewaar de links hieronder: u ziet ze maar één keer.
organise-done-copied = De kopie staat klaar, met een eigen code en eigen links. Bewaar de links hieronder.
organise-done-deleted = De bijeenkomst is weg.
organise-done-keys = Dit zijn de nieuwe links. De oude werken niet meer.
organise-done-lobby = De deuren zijn open. Mensen kunnen nu meedoen met hun telefoon.
organise-done-cancelled = De bijeenkomst is afgelast.
organise-done-released = Het verslag is vrijgegeven.
organise-done-amended = Toegevoegd aan het verslag.

first-title = Welkom bij Vissenkom
first-about = U maakt nu het eerste account. Daarna kunt u bijeenkomsten voorbereiden.
first-key = Sleutel
first-key-hint = Het stuk achter # in de link die de server liet zien. Meestal staat het er al.
first-button = Account maken
account-name = Naam of e-mailadres
account-password = Wachtwoord
account-password-hint = Ten minste 10 tekens. Een zin van een paar woorden is goed en makkelijk te onthouden.
account-again = Nog een keer het wachtwoord
login-title = Inloggen
login-about = Voor wie bijeenkomsten organiseert. Doet u mee aan een bijeenkomst? Dan heeft u alleen de code nodig.
login-join = Meedoen met een code

list-none = Er is nog geen bijeenkomst. Begin met een kant-en-klaar draaiboek en pas het aan.
list-made = gemaakt op { $day }
list-people = { $count ->
    [one] 1 mens deed mee
   *[other] { $count } mensen deden mee
}
list-record-waits = Verslag nog niet opgehaald

state-draft = Concept
state-lobby = Deuren open
state-live = Bezig
state-closed = Afgesloten
state-released = Vrijgegeven
state-cancelled = Afgelast
item-running = Nu bezig
item-ended = Geweest
item-skipped = Overgeslagen

new-title = Nieuwe bijeenkomst
new-template = Waar begint u mee?
new-template-size = { $items } onderdelen, { $minutes } minuten
new-button = Bijeenkomst maken

plan-title = Titel
plan-title-hint = Staat op het scherm en op elke telefoon.
plan-subtitle = Ondertitel
plan-subtitle-hint = Bijvoorbeeld: derde bijeenkomst.
plan-series = Reeks
plan-series-hint = Alleen in het verslag.
plan-language = Taal van de bijeenkomst
plan-language-hint = Op het scherm in de zaal. Op de telefoon kiest ieder zelf.
plan-address = Aanspreken
plan-address-u = met u
plan-address-je = met je
plan-address-hint = In het Nederlands.

tab-overview = Overzicht
tab-sheet = { part-sheet }
tab-statements = { part-statements }
tab-settings = Instellingen
tab-print = Op papier
tab-record = Verslag

session-open = Deuren openen
session-prepared = Voorbereid
session-sheet = { $items ->
    [one] 1 onderdeel
   *[other] { $items } onderdelen
}, { $minutes } minuten
session-statements = { $count ->
    [0] geen stellingen
    [one] 1 stelling
   *[other] { $count } stellingen
}
session-copy = Kopie maken
session-cancel = Afgelasten
session-delete = Verwijderen
next-draft = Nog in voorbereiding
next-draft-about = Open de deuren als mensen mogen binnenkomen. Dat gaat ook vanzelf zodra iemand meedoet.
next-closed = De bijeenkomst is afgesloten
next-closed-about = Het verslag staat klaar: bekijk het, haal het op, en vul aan hoe het afliep.

links-title = Links
links-join = Meedoen
links-join-about = Voor iedereen. Ook als QR-code op het scherm in de zaal.
links-qr = QR-code om mee te doen met code { $code }
links-stage-about = Voor de beamer. Wie deze link heeft, kan meekijken en niets veranderen.
links-console = Gespreksleider
links-console-about = Om te leiden. Geef deze link alleen aan de gespreksleiders.
links-once = U ziet deze twee links alleen nu. Bewaar ze op een veilige plek.
links-hidden = Scherm en gespreksleider
links-hidden-about = De links staan alleen versleuteld in de opslag. Kwijt? Maak nieuwe. De oude werken dan niet meer.
links-new = Nieuwe links maken

sheet-minutes = Minuten
sheet-up = { $title } omhoog
sheet-down = { $title } omlaag
sheet-total = Samen { $minutes } minuten
sheet-none = Het draaiboek is nog leeg. Voeg hieronder het eerste onderdeel toe.
sheet-save = Tijden bewaren
sheet-add = Nieuw onderdeel

item-begun = Dit onderdeel is al geweest of nu bezig. Het blijft zoals het is.
item-title = Titel ({ $name })
item-variant = Vorm van de kring
item-question = Vraag ({ $name })
item-roles = Wie praten er?
item-roles-hint = Kiest u niemand, dan is dit onderdeel voor iedereen.
item-what-if = Wat als
item-what-if-hint = Voor uzelf, op het papieren draaiboek.
item-rules = Instellingen
item-rules-usual = zoals gewoon bij deze vorm
item-rules-changed = aangepast
item-usual = Terug naar de gewone instellingen

statements-about = Eén onderwerp, geen ontkenning, geen vraag. Schrijf zoals mensen praten.
statement-new = Nieuwe stelling
statement-item = Bij onderdeel
statement-any-item = Geen vast moment
statement-source-hint = Wat iemand letterlijk zei. Dit verandert niet en staat naast de stelling.
statement-fixed = Over gestemd, ligt vast

settings-session = De bijeenkomst
settings-roles = Rollen
settings-roles-about = Vanuit welke positie mensen praten. “Dat zeg ik liever niet” is er altijd bij.
role-label = Eén mens ({ $name })
role-plural = De groep ({ $name })
role-reason = Antwoord op “Waarom bent u hier?” ({ $name })
role-shape = Vorm
role-new = Nieuwe rol
shape-circle = Rondje
shape-diamond = Ruit
shape-square = Vierkant
shape-triangle = Driehoek
shape-hexagon = Zeshoek
shape-ring = Ring

print-about = Druk deze pagina af met uw browser. De tijden tellen vanaf het begin.
print-from = Vanaf
print-notes = Aantekeningen
print-chairs = { $count } stoelen

cancel-title = Deze bijeenkomst afgelasten?
cancel-about = Mensen kunnen dan niet meer meedoen. Wat al gebeurd is, blijft bewaard. U kunt dit niet terugdraaien.
cancel-button = Ja, afgelasten
delete-title = { $title } verwijderen?
delete-about = Dit gaat weg:
delete-sheet = het draaiboek met { $items ->
    [one] 1 onderdeel
   *[other] { $items } onderdelen
} en { $statements ->
    [one] 1 stelling
   *[other] { $statements } stellingen
}
delete-people = wat { $count ->
    [one] 1 mens
   *[other] { $count } mensen
} deden, kozen en schreven
delete-record = het verslag van { $day }
delete-links = de code { $code } en alle links
delete-for-good = Dit is voorgoed. Haal eerst het verslag op als u het nog nodig heeft.
delete-button = Ja, alles verwijderen

record-not-yet = Er is nog geen verslag. Dat begint als de bijeenkomst begint.
record-page = Het verslag als pagina
record-whole = Op een eigen pagina openen
record-downloads = Ophalen
record-why-hint = Deelnemers kunnen dit lezen.
record-level = Hoe precies
record-open = Open
record-open-about = Zonder wat iemand kan aanwijzen. Mag iedereen zien.
record-restricted = Beperkt
record-restricted-about = Met schuilnamen per persoon. Alleen voor onderzoekers die het mogen zien.
record-uses-about = Elke keer dat iemand het verslag ophaalt, staat dat hier. Deelnemers zien het ook:
record-uses-link = de pagina voor deelnemers
format-json = Verslag (JSON)
format-json-about = Alles wat er is, voor programma’s en om te bewaren.
format-csv = Tabellen (CSV)
format-csv-about = Een zip met tabellen en een codeboek, voor een rekenblad of statistiek.
format-html = Pagina (HTML)
format-html-about = Om te lezen en af te drukken: de kring in de tijd, stellingen, opbrengst.

amend-title = Aanvullen
amend-about = Een afgesloten verslag verandert niet. U kunt er wel iets aan toevoegen.
amend-outcome = Hoe het afliep
amend-correction = Verbetering
amend-text = Tekst
amend-button = Toevoegen aan het verslag
release-title = Vrijgeven
release-about = Daarmee zegt u: dit verslag is teruggelegd en mag buiten deze groep gelezen worden. U kunt dit niet terugdraaien.
release-button = Verslag vrijgeven

docs-title = API
docs-about = Alles wat een organisator kan, kan een programma ook. Stuur een token mee: Authorization: Bearer …
docs-errors = Fouten
docs-errors-about = Elke fout is application/problem+json (RFC 9457) met een vaste code en één zin.
docs-parameters = Parameters
docs-body = Stuur
docs-answers = Antwoord
docs-schemas = Vormen
docs-required = verplicht
