-- What a member is asked for beside the password. A row stays when all of it is taken away, with a version above the
-- former ones, so that a row that is missing, or a former one, is noticed (see eu.rempart.vault.key.Witness).
CREATE TABLE second_factor (
  member_id     uuid PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
  version       int NOT NULL CHECK (version >= 1),
  -- whether anything is asked for
  asked         boolean NOT NULL,
  -- what an app makes its codes of (RFC 6238), under a key from the pepper; null where there is no app
  sealed_seed   bytea CHECK (octet_length(sealed_seed) <= 256),
  -- which one-time codes are good; 0 where none were made
  codes_version int NOT NULL CHECK (codes_version BETWEEN 0 AND 1000000),
  -- HMAC under the pepper of all that stands above
  mac           bytea NOT NULL,
  -- the last 30 seconds whose code was taken: each is good once
  last_step     bigint NOT NULL DEFAULT 0,
  changed_at    timestamptz NOT NULL DEFAULT now()
);

-- Codes for the day on which the phone is lost: each opens once, and only its digest is here.
CREATE TABLE one_time_code (
  member_id     uuid NOT NULL REFERENCES second_factor (member_id) ON DELETE CASCADE,
  position      int NOT NULL CHECK (position BETWEEN 0 AND 9),
  -- HMAC under the pepper of member, version of the codes, position and code
  digest        bytea NOT NULL,
  PRIMARY KEY (member_id, position)
);

-- Which roles are asked for a second factor at each sign-in by password: one row at most.
CREATE TABLE second_factor_demand (
  one           boolean PRIMARY KEY DEFAULT true CHECK (one),
  -- names of roles, parted by commas
  roles         text NOT NULL CHECK (length(roles) <= 200),
  version       int NOT NULL CHECK (version >= 1),
  -- HMAC under the pepper of all that stands above
  mac           bytea NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor, one_time_code TO rempart_app;
GRANT SELECT, INSERT, UPDATE ON second_factor_demand TO rempart_app;
