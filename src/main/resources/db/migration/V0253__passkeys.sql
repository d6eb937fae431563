-- Passkeys, a row each. One that opens the vault has a key pair of its own, sealed under what the authenticator gives
-- to nobody but its owner's finger; those of engineers, and those that are asked for beside a password, open nothing.
CREATE TABLE passkey (
  id                 uuid PRIMARY KEY,
  member_id          uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  -- above all passkeys that the member ever had taken away (see eu.rempart.vault.key.Witness)
  version            int NOT NULL CHECK (version >= 1),
  kind               text NOT NULL CHECK (kind IN ('SIGN_IN', 'FACTOR')),
  credential_id      bytea NOT NULL UNIQUE CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
  -- model, identifier and public key as the authenticator gave them (WebAuthn level 3, 6.5.1)
  attested           bytea NOT NULL CHECK (octet_length(attested) <= 4096),
  -- whether it can be on several devices of its owner
  synced             boolean NOT NULL,
  -- HMAC under the pepper of all that stands above, and of the name
  mac                bytea NOT NULL,
  -- the last that the authenticator said; 0 for those that do not count
  counter            bigint NOT NULL DEFAULT 0 CHECK (counter BETWEEN 0 AND 4294967295),
  name               text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  public_key         bytea,
  -- the private key and the organisation key's check value, under a key from the authenticator
  sealed_private_key bytea,
  public_key_mac     bytea,
  wrap_epoch         int,
  org_key_wrap       bytea,
  created_at         timestamptz NOT NULL DEFAULT now(),
  last_used_at       timestamptz,
  -- two letters of a country
  last_used_place    text
);
CREATE INDEX passkey_member ON passkey (member_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON passkey TO rempart_app;
