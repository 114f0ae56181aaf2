"""One file a scenario: `ROWS` of the table, `measure` on the server's side, `drive` in the generator's process."""
