-- Which answers of people a provider brought already, where it gives them ids: it brings again what it did not
-- hear was taken. Hashes (SHA-256) of its address and the id, kept for a week (record 0171).
CREATE TABLE alert_answer (
  id_hash bytea PRIMARY KEY CHECK (length(id_hash) = 32),
  at      timestamptz NOT NULL
);
CREATE INDEX alert_answer_at ON alert_answer (at);
GRANT SELECT, INSERT, DELETE ON alert_answer TO rempart_app;
