-- Where somebody is reached counts once they typed in what was sent there (record 0170). The code itself
-- stands nowhere: it is made of the row, its person and the moment with what lies beside the database.
ALTER TABLE alert_address
  ADD proven_at  timestamptz,
  -- when the latest code was asked for, and how often a wrong one was typed in since
  ADD code_at    timestamptz,
  ADD code_tries int NOT NULL DEFAULT 0 CHECK (code_tries >= 0);
-- whom alarms reach today they reach tomorrow
UPDATE alert_address SET proven_at = now();
ALTER TABLE alert_message DROP CONSTRAINT alert_message_kind_check;
ALTER TABLE alert_message ADD CONSTRAINT alert_message_kind_check
  CHECK (kind IN ('ALARM', 'REMINDER', 'ACKNOWLEDGED', 'RESOLVED', 'TEST', 'CODE'));
-- codes that a person had sent in the last hour
CREATE INDEX alert_message_codes ON alert_message (member_id, written_at) WHERE kind = 'CODE';
