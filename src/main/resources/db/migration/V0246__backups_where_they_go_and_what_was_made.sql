-- Backups: where they go, what was asked for and what came of it. Each server does what is written for its name; one
-- machine alone is called "server".

-- What opens backups, sealed with HOME/keys/operating, so that both servers have the same; one row.
CREATE TABLE backup_secret (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  sealed      bytea NOT NULL,
  -- the public half of the key by which destinations let us in
  ssh_key     text NOT NULL CHECK (length(ssh_key) <= 1000),
  -- when an administrator said that the kit is put away
  kit_kept_at timestamptz,
  kit_kept_by uuid REFERENCES member
);

CREATE TABLE backup_destination (
  id         uuid PRIMARY KEY,
  -- by which repositories know it; never given twice
  place      integer GENERATED ALWAYS AS IDENTITY (MAXVALUE 255) UNIQUE,
  address    text NOT NULL CHECK (length(address) BETWEEN 2 AND 1000),
  country    text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  -- as known_hosts has them, without the host; empty for a folder
  host_keys  text NOT NULL CHECK (length(host_keys) <= 20000),
  added_at   timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz
);
CREATE UNIQUE INDEX backup_destination_once ON backup_destination (address) WHERE removed_at IS NULL;

CREATE TABLE backup_run (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  server      text NOT NULL CHECK (length(server) BETWEEN 1 AND 63),
  destination uuid NOT NULL REFERENCES backup_destination,
  technology  text NOT NULL CHECK (technology IN ('classic', 'image')),
  act         text NOT NULL CHECK (act IN ('make', 'verify', 'drill')),
  -- all of the database, and not what changed alone
  whole       boolean NOT NULL DEFAULT false,
  state       text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled', 'broken-off')),
  asked_at    timestamptz NOT NULL,
  -- null where the schedule or a command asked
  asked_by    uuid REFERENCES member,
  begun_at    timestamptz,
  ended_at    timestamptz,
  -- how much is done, from 0 to 1
  part        real NOT NULL DEFAULT 0 CHECK (part BETWEEN 0 AND 1),
  -- somebody wishes it to end
  cancel      boolean NOT NULL DEFAULT false,
  -- by which its technology knows what was made, or what was restored
  label       text CHECK (length(label) <= 200),
  size        bigint,
  stored      bigint,
  -- how many files could not be read
  left_out    integer,
  -- why it failed, and what the program said
  why         text CHECK (length(why) <= 40),
  said        text CHECK (length(said) <= 2000),
  proof       jsonb
);
-- asked for twice is asked for once, and a server does one thing at a time
CREATE UNIQUE INDEX backup_run_open ON backup_run (server, destination, technology, act) WHERE state IN ('waiting', 'running');
CREATE UNIQUE INDEX backup_run_one ON backup_run (server) WHERE state = 'running';
CREATE INDEX backup_run_lately ON backup_run (asked_at);

GRANT SELECT, INSERT, UPDATE ON backup_secret, backup_destination, backup_run TO rempart_app;
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON backup_run FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON backup_destination FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();
