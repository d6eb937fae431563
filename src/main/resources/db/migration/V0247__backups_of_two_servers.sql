-- Backups of an installation with two sites (record 0253). Each server says where its programs find its files: while it
-- copies the other, it asks the other's pgBackRest for them by that path.
CREATE TABLE backup_server (
  -- of its site; one machine alone is called "server"
  name    text PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 63),
  -- the path of its home folder, and the program that runs its database
  home    text NOT NULL CHECK (length(home) BETWEEN 1 AND 4000),
  engine  text NOT NULL CHECK (engine IN ('rempart', 'patroni')),
  told_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON backup_server TO rempart_app;

-- When its server last said that it goes on, by the clock of the database: no other server does the same meanwhile, but
-- what a lost server left behind holds up nobody.
ALTER TABLE backup_run ADD COLUMN told_at timestamptz;
