-- An invitation carries no key any more: its code only proves who comes. Whoever accepts it waits, with a key of their
-- own, until a session of an administrator gives them the organisation's.
--
-- What was made before carried the organisation's key under code and pepper, which is the weakness: those wraps go, and
-- every invitation that is open, those of engineers included, has expired with this update. Their links say so, and an
-- administrator makes new ones.
UPDATE invitation SET expires_at = now() WHERE expires_at > now();
UPDATE invitation SET org_key_wrap = NULL WHERE org_key_wrap IS NOT NULL;
ALTER TABLE invitation DROP COLUMN org_key_wrap;
-- What checks that a waiting key was made by whoever has the code, sealed under the organisation's key: an
-- administrator's session opens it, a dump does not. Null for an engineer, and once nobody can be admitted by it.
ALTER TABLE invitation ADD COLUMN admission_key bytea;

-- Who accepted an invitation and waits to be let in: what becomes their row of member_key, but for the organisation's
-- key. At most one of each member; it goes when they are let in, refused, suspended or invited again, and at the end of
-- the invitation.
CREATE TABLE waiting_key (
  member_id          uuid PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
  invitation_id      uuid NOT NULL UNIQUE REFERENCES invitation (id) ON DELETE CASCADE,
  version            int NOT NULL CHECK (version >= 1),
  argon_memory_kib   int NOT NULL,
  argon_iterations   int NOT NULL,
  argon_parallelism  int NOT NULL,
  argon_salt         bytea NOT NULL,
  verifier           bytea NOT NULL,
  public_key         bytea NOT NULL,
  -- the private key and the organisation key's check value, under a key from the password
  sealed_private_key bytea NOT NULL,
  -- HMAC-SHA256 of all that stands here and of the invitation, under code and pepper
  proof              bytea NOT NULL,
  asked_at           timestamptz NOT NULL
);

GRANT SELECT, INSERT, DELETE ON waiting_key TO rempart_app;
-- to lock a row is to be able to change it; nothing but the time of asking ever is
GRANT UPDATE (asked_at) ON waiting_key TO rempart_app;
