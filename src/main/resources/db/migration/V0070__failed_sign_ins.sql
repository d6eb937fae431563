-- Failed sign-ins of the last half hour, counted by all servers together: whoever guesses at one server is
-- slowed down at the others too. A key is a digest of the account's digest, the address or the network; which of
-- them, and of what, only the application knows.
CREATE TABLE sign_in_failure (
  key     bytea PRIMARY KEY CHECK (length(key) = 32),
  count   int NOT NULL CHECK (count > 0),
  last_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX sign_in_failure_last ON sign_in_failure (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failure TO rempart_app;
