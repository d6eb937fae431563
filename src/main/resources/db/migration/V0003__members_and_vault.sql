-- Members, their keys, and the organisation's vault.

CREATE TABLE vault (
  -- one organisation, one vault
  singleton          boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  id                 uuid NOT NULL,
  epoch              int NOT NULL CHECK (epoch >= 1),
  -- the organisation key under the recovery kit's key
  recovery_wrap      bytea NOT NULL,
  -- proves that an opened organisation key is the right one for this epoch
  key_check          bytea NOT NULL,
  -- tells whether the home folder's pepper is the one that verifiers and e-mail hashes were made with
  pepper_check       bytea NOT NULL,
  idle_minutes       int NOT NULL DEFAULT 15 CHECK (idle_minutes BETWEEN 1 AND 1440),
  recovery_kit_moved boolean NOT NULL DEFAULT false,
  created_at         timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE member (
  id              uuid PRIMARY KEY,
  version         int NOT NULL DEFAULT 1,
  role            text NOT NULL CHECK (role IN ('ADMINISTRATOR', 'MANAGER', 'MEMBER', 'READER', 'ENGINEER')),
  state           text NOT NULL CHECK (state IN ('INVITED', 'ACTIVE', 'SUSPENDED')),
  -- HMAC-SHA256 under the pepper of the normalised e-mail address: finds the account at sign-in
  email_hash      bytea NOT NULL UNIQUE,
  name            sealed_text,
  email           sealed_text,
  -- engineers belong to the operator and hold no key: their names are in clear
  engineer_name   text,
  engineer_email  text,
  language        text NOT NULL DEFAULT 'en',
  theme           text NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark')),
  created_at      timestamptz NOT NULL DEFAULT now(),
  created_by      uuid REFERENCES member (id),
  last_sign_in_at timestamptz,
  CHECK (role = 'ENGINEER' OR (engineer_name IS NULL AND engineer_email IS NULL))
);

-- What a member's password opens. An engineer has a verifier, but neither key pair nor wrap.
-- A suspended member's row stays, emptied: its version only ever grows (see eu.rempart.vault.Witness).
CREATE TABLE member_key (
  member_id          uuid PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
  version            int NOT NULL CHECK (version >= 1),
  argon_memory_kib   int,
  argon_iterations   int,
  argon_parallelism  int,
  argon_salt         bytea,
  verifier           bytea,
  public_key         bytea,
  -- the private key and the organisation key's check value, under a key from the password
  sealed_private_key bytea,
  public_key_mac     bytea,
  wrap_epoch         int,
  org_key_wrap       bytea,
  changed_at         timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE invitation (
  id           uuid PRIMARY KEY,
  member_id    uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  -- finds the row by the one-time code; the code itself is never stored
  code_hash    bytea NOT NULL UNIQUE,
  -- binds id, member, key version, expiry and kind under the code
  code_proof   bytea NOT NULL,
  -- the version that the member's key gets when it is accepted
  key_version  int NOT NULL CHECK (key_version >= 1),
  -- the organisation key under the code; null for an engineer
  org_key_wrap bytea,
  epoch        int NOT NULL,
  created_by   uuid NOT NULL REFERENCES member (id),
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz,
  revoked_at   timestamptz
);
CREATE INDEX invitation_member ON invitation (member_id);

-- What happened that a security engineer wants to know. No customer data: codes, ids, counts.
CREATE TABLE security_event (
  id         uuid PRIMARY KEY,
  at         timestamptz NOT NULL DEFAULT now(),
  kind       text NOT NULL,
  severity   text NOT NULL CHECK (severity IN ('INFO', 'NOTICE', 'WARNING', 'ALARM')),
  -- no foreign key: an event outlives whatever it speaks of
  member_id  uuid,
  code       text,
  table_name text,
  record_id  uuid,
  field      text,
  address    inet,
  detail     jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX security_event_at ON security_event (at DESC);

-- A member's own choices (columns shown, sort, …): no customer data.
CREATE TABLE member_setting (
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  name      text NOT NULL,
  value     text NOT NULL,
  PRIMARY KEY (member_id, name)
);

-- Settings of the organisation.
CREATE TABLE organisation_setting (
  name       text PRIMARY KEY,
  value      text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid REFERENCES member (id)
);

GRANT SELECT, INSERT, UPDATE ON vault, member TO rempart_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON member_key, invitation, member_setting, organisation_setting TO rempart_app;
GRANT SELECT, INSERT ON security_event TO rempart_app;

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON member FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON security_event FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();
