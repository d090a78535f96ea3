-- Every message once.
SELECT w.* FROM written AS w ANTI JOIN surplus AS s ON s.copy = w.rowid
