-- Since when the log of the database goes on without a destination; null where all of it lies there. A whole backup
-- that begins later ends it: nothing that lay there before can be followed by the log of today.
ALTER TABLE backup_destination ADD COLUMN left_out_at timestamptz;
