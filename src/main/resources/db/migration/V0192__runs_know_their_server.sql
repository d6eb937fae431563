-- Of two servers that use this database, one must not call interrupted what the other is at: each run says
-- whose it is. Whether that server is there, the lock says that it holds (eu.rempart.db.Claims).
ALTER TABLE import_run ADD COLUMN server uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE import_run ALTER COLUMN server DROP DEFAULT;
CREATE INDEX import_run_running ON import_run (server) WHERE state = 'RUNNING';

ALTER TABLE bulk_run ADD COLUMN server uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE bulk_run ALTER COLUMN server DROP DEFAULT;
CREATE INDEX bulk_run_running ON bulk_run (server) WHERE state = 'RUNNING';
