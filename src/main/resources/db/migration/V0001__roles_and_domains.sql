-- Roles, and the domains that mark sealed columns.
-- Flyway runs as the owner role; the application signs in as rempart_app, which whoever sets the
-- database up makes (with its password) before the first migration.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rempart_app') THEN
    CREATE ROLE rempart_app NOLOGIN;
  END IF;
END
$$;

CREATE SCHEMA rempart;
COMMENT ON SCHEMA rempart IS 'Functions that keep history, archive and ledger';

-- Ciphertext as eu.rempart.vault writes it: format (1) | epoch (2) | nonce (12) | ciphertext | tag (16).
-- The name of the domain says what it opens to; jooq-codegen reads it. No CHECK: a value that does not
-- open is shown as a sealed field, and the rest of its record stays usable.
CREATE DOMAIN sealed_text AS bytea;
CREATE DOMAIN sealed_date AS bytea;
CREATE DOMAIN sealed_emails AS bytea;
CREATE DOMAIN sealed_phones AS bytea;
CREATE DOMAIN sealed_addresses AS bytea;

GRANT USAGE ON SCHEMA public TO rempart_app;
GRANT USAGE ON SCHEMA rempart TO rempart_app;
-- Not IN SCHEMA: a default of one schema can not take away what PUBLIC has by default everywhere.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
-- Functions that run as the owner look names up in pg_catalog first; nobody else may add names to public.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
