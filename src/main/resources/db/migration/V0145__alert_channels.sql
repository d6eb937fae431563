-- Where the alert's channels lead. Nothing of customers; what opens a peer's door is sealed with
-- HOME/keys/operating, which the database never sees, because alerts go out while nobody is signed in.
CREATE TABLE alert_channel (
  kind       text PRIMARY KEY CHECK (kind IN ('SMS', 'SMS_HTTP', 'PAGER', 'PAGERDUTY', 'PUSH')),
  version    int NOT NULL DEFAULT 1,
  enabled    boolean NOT NULL,
  -- by name of the setting, in clear
  settings   jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object' AND length(settings::text) <= 10000),
  secret     bytea CHECK (length(secret) BETWEEN 1 AND 2000),
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid
);
GRANT SELECT, INSERT, UPDATE ON alert_channel TO rempart_app;
