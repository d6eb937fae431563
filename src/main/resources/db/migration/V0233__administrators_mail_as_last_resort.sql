-- Where an administrator is told of an incident that would reach nobody else: the e-mail address of the account,
-- sealed as the others with what lies beside the database. It is no address that a person entered: nobody proves it,
-- and nothing else goes there (record 0230).
ALTER TABLE alert_address
  ADD COLUMN last_resort boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT alert_address_last_resort
    CHECK (NOT last_resort OR (channel = 'EMAIL' AND proven_at IS NULL AND code_at IS NULL));
CREATE UNIQUE INDEX alert_address_one_last_resort ON alert_address (member_id) WHERE last_resort;
