-- Agents in zones, which measure there and deliver here. Nothing of customers: all of it in clear.

-- The public half of the key with which home signs what it tells agents; the other half is in HOME/keys.
CREATE TABLE watch_home (
  one        boolean PRIMARY KEY DEFAULT true CHECK (one),
  public_key bytea NOT NULL CHECK (length(public_key) = 32)
);

CREATE TABLE watch_agent (
  id           uuid PRIMARY KEY,
  zone         text NOT NULL CHECK (zone ~ '^[A-Z][A-Z0-9-]{1,11}$' AND zone <> 'HOME'),
  -- of its machine
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  public_key   bytea NOT NULL UNIQUE CHECK (length(public_key) = 32),
  admitted_at  timestamptz NOT NULL,
  admitted_by  uuid,
  -- SUSPENDED: its key seems to be in two places. REVOKED: by an administrator, or another took its place.
  state        text NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED', 'REVOKED')),
  state_at     timestamptz NOT NULL,
  release      text CHECK (length(release) <= 40),
  heard_at     timestamptz NOT NULL,
  -- since when it is said to be silent
  silent_since timestamptz,
  -- of the latest request that was taken: its number, and when it says that it was
  sequence     bigint NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  moment       timestamptz,
  -- of its starts, the latest last
  boots        uuid[] NOT NULL DEFAULT '{}',
  -- the number of the latest result that was taken
  result       bigint NOT NULL DEFAULT 0 CHECK (result >= 0),
  -- the oldest result that it has still to deliver, and since when it is late
  behind_from  timestamptz,
  behind_since timestamptz,
  -- results that it had to drop, and that were not taken
  lost         bigint NOT NULL DEFAULT 0,
  refused      bigint NOT NULL DEFAULT 0,
  -- what was wrong last
  trouble      text CHECK (trouble ~ '^[a-z-]{1,40}$'),
  trouble_at   timestamptz,
  clock_off_ms bigint NOT NULL DEFAULT 0,
  -- how often it lately said what the others say, and the contrary
  agreed       double precision NOT NULL DEFAULT 0,
  alone        double precision NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX watch_agent_zone ON watch_agent (zone) WHERE state <> 'REVOKED';

-- What an administrator hands to whoever sets up an agent. Only a digest of it is kept.
CREATE TABLE watch_agent_code (
  digest     bytea PRIMARY KEY CHECK (length(digest) = 32),
  zone       text NOT NULL CHECK (zone ~ '^[A-Z][A-Z0-9-]{1,11}$' AND zone <> 'HOME'),
  made_at    timestamptz NOT NULL,
  made_by    uuid,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);

GRANT SELECT, INSERT ON watch_home TO rempart_app;
GRANT SELECT, INSERT, UPDATE ON watch_agent TO rempart_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON watch_agent_code TO rempart_app;
