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
