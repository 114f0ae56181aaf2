# What the web itself turns down. The core's own refusals are in refusals.ftl.

problem-unknown-address = Deze pagina is er niet.
problem-unknown-session = Deze bijeenkomst is er niet (meer).
problem-unknown-format = Dit soort bestand is er niet.
problem-unknown-template = Dit sjabloon is er niet.
problem-unknown-token = Dit verzoek heeft een geldig token nodig.
problem-no-token-yet = Hiervoor is het token van een welkom nodig; open eerst de stroom met de sleutel van een link om er een te krijgen.
problem-wrong-login = Deze naam en dit wachtwoord horen niet bij elkaar.
problem-other-site = Dit formulier kwam van een andere website. Open de pagina opnieuw en probeer het nog een keer.
problem-wrong-method = Dat kan niet op dit adres.
problem-too-large = Dit is te groot.
problem-malformed = Wij begrijpen niet alles wat is gestuurd.
problem-not-json = Stuur een JSON-object, met Content-Type: application/json.
problem-too-many-tries = Te veel pogingen. Wacht een paar minuten en probeer het dan opnieuw.
problem-too-fast = Dit ging te snel. Probeer het over een paar seconden opnieuw.
problem-full = Er zijn te veel verbindingen vanaf dit adres. Probeer het over een paar seconden nog een keer.
problem-unavailable = De opslag doet het even niet. Er is niets verloren. Probeer het zo nog een keer.
problem-impossible-number = Dit getal kan hier niet.
problem-unknown-item = Dit onderdeel staat niet in het draaiboek.
problem-name-missing = Vul een naam of e-mailadres in.
problem-name-taken = Er is al een organisator met deze naam.
problem-password-short = Kies een wachtwoord van ten minste 10 tekens.
problem-password-different = De twee wachtwoorden zijn niet gelijk.
problem-unknown-key = Deze sleutel klopt niet, is verlopen of is al gebruikt. Start de server opnieuw voor een nieuwe link.
problem-why-missing = Schrijf waarvoor u het verslag nodig heeft. Deelnemers kunnen dit lezen.
problem-internal = Er ging bij ons iets mis. Het is opgeschreven. Probeer het zo nog een keer.
problem-backup-not-here = Alleen een SQLite-bestand kan zo gekopieerd worden. Voor PostgreSQL: pg_dump --exclude-table-data=ballot --exclude-table-data=ballot_secret, zodat geen lopende stemming in een kopie staat.
problem-file-exists = { $path } bestaat al.
problem-not-a-backup = { $path } is geen goede reservekopie.
problem-database-in-use = De opslag is in gebruik. Stop eerst de server.
