-- A text message that goes in several parts has a name of the provider's for each: all are kept, apart by a
-- blank, so that the one that comes back is found (record 0189).
ALTER TABLE alert_message DROP CONSTRAINT alert_message_reference_check;
ALTER TABLE alert_message ADD CONSTRAINT alert_message_reference_check CHECK (length(reference) <= 500);
