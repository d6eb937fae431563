-- Who brings answers to text messages over HTTP shows a token, of which only the hash is kept: SHA-256 of
-- 256 random bits, which nobody finds by trying (record 0171).
ALTER TABLE alert_channel ADD answers bytea CHECK (length(answers) = 32);
