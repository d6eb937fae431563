-- Whoever can write here must not be able to make themselves administrator, nor rewrite the ledger
-- unnoticed; and whoever holds the recovery kit needs no file of the lost server beside it.

-- The pepper under the organisation key.
ALTER TABLE vault ADD COLUMN pepper_wrap bytea;

-- Role and version under the organisation key. Versions only grow (see eu.rempart.vault.Witness): a
-- former role is not taken for the present one.
ALTER TABLE member
  ADD COLUMN role_version int NOT NULL DEFAULT 0,
  ADD COLUMN role_proof   bytea;

-- How far the ledger has been seen and sealed under the organisation key.
CREATE TABLE ledger_seal (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  seq       bigint NOT NULL CHECK (seq >= 1),
  hash      bytea NOT NULL,
  proof     bytea NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON ledger_seal TO rempart_app;
