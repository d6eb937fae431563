-- Who may read the numbers of operations: programs that know a token, of which only the hash is kept.
CREATE TABLE metrics_token (
  id         uuid PRIMARY KEY,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  -- SHA-256 of 256 random bits: nothing is found by trying
  hash       bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
  made_at    timestamptz NOT NULL,
  made_by    uuid,
  used_at    timestamptz,
  revoked_at timestamptz,
  revoked_by uuid
);
GRANT SELECT, INSERT, UPDATE ON metrics_token TO rempart_app;
