# What the web itself turns down. The core's own refusals are in refusals.ftl.

problem-unknown-address = There is no such page.
problem-unknown-session = There is no such session, or not any more.
problem-unknown-format = There is no such kind of file.
problem-unknown-template = There is no such template.
problem-unknown-token = This request needs a valid token.
problem-no-token-yet = This needs the token of a welcome; a link's key is exchanged for one by opening the stream with it first.
problem-wrong-login = This name and this password do not go together.
problem-other-site = This form came from another website. Open the page again and try once more.
problem-wrong-method = That cannot be done at this address.
problem-too-large = This is too large.
problem-malformed = We do not understand all of what was sent.
problem-not-json = Send a JSON object, with Content-Type: application/json.
problem-too-many-tries = Too many tries. Wait a few minutes and then try again.
problem-too-fast = This came too fast. Try again in a few seconds.
problem-full = There are too many connections from this address. Try again in a few seconds.
problem-unavailable = The storage is not working for a moment. Nothing is lost. Try again shortly.
problem-impossible-number = This number cannot be used here.
problem-unknown-item = This item is not in the run sheet.
problem-name-missing = Give a name or an e-mail address.
problem-name-taken = There is an organiser with this name already.
problem-password-short = Choose a password of at least 10 characters.
problem-password-different = The two passwords are not the same.
problem-unknown-key = This key is wrong, has expired or has been used. Start the server again for a new link.
problem-why-missing = Write what you need the record for. Participants can read this.
problem-internal = Something went wrong on our side. It has been noted. Try again shortly.
problem-backup-not-here = Only an SQLite file can be copied like this. For PostgreSQL: pg_dump --exclude-table-data=ballot --exclude-table-data=ballot_secret, so that no vote under way is in a copy.
problem-file-exists = { $path } is there already.
problem-not-a-backup = { $path } is not a sound backup.
problem-database-in-use = The database is in use. Stop the server first.
