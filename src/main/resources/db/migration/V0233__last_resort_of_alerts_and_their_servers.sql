-- Where an administrator is told of an incident that would reach nobody else: the e-mail address of the account,
-- sealed as the others with what lies beside the database. It is no address that a person entered: nobody proves it,
-- and nothing else goes there (record 0230).
ALTER TABLE alert_address
  ADD COLUMN last_resort boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT alert_address_last_resort
    CHECK (NOT last_resort OR (channel = 'EMAIL' AND proven_at IS NULL AND code_at IS NULL));
CREATE UNIQUE INDEX alert_address_one_last_resort ON alert_address (member_id) WHERE last_resort;

-- What was last seen of the servers by which alerts go, whatever node looked: one row for each kind that was looked at.
CREATE TABLE alert_peer (
  kind        text PRIMARY KEY CHECK (kind IN ('EMAIL', 'SMS', 'SMS_HTTP', 'PAGER', 'PAGERDUTY', 'PUSH')),
  answers     boolean NOT NULL,
  answered_at timestamptz,
  failed_at   timestamptz,
  failure     text CHECK (failure ~ '^[A-Z_]{1,30}$'),
  number      int,
  CHECK (answers OR failed_at IS NOT NULL),
  CHECK (NOT answers OR answered_at IS NOT NULL)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_peer TO rempart_app;
