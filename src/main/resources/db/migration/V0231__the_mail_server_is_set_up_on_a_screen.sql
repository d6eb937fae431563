-- The server that takes outgoing mail is kept as those of the alert's other ways: what opens its door is
-- sealed with HOME/keys/operating (record 0220).
ALTER TABLE alert_channel DROP CONSTRAINT alert_channel_kind_check;
ALTER TABLE alert_channel ADD CONSTRAINT alert_channel_kind_check
  CHECK (kind IN ('EMAIL', 'SMS', 'SMS_HTTP', 'PAGER', 'PAGERDUTY', 'PUSH'));
