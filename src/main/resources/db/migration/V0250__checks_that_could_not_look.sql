-- A check or drill that could not reach its destination says nothing of what lies there.
ALTER TABLE backup_run DROP CONSTRAINT backup_run_state_check;
ALTER TABLE backup_run ADD CONSTRAINT backup_run_state_check
  CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled', 'broken-off', 'unchecked'));

-- Whether its first backups wait for the next time at which backups are due.
ALTER TABLE backup_destination ADD COLUMN later boolean NOT NULL DEFAULT false;
