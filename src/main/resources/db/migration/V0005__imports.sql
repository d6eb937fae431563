-- Background runs of imports. No values in clear: file names and rows are customer data.
CREATE TABLE import_run (
  id          uuid PRIMARY KEY,
  started_by  uuid NOT NULL REFERENCES member (id),
  started_at  timestamptz NOT NULL DEFAULT now(),
  ended_at    timestamptz,
  state       text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED', 'FAILED', 'INTERRUPTED', 'UNDONE')),
  file_name   sealed_text,
  source      text NOT NULL,
  kind        text NOT NULL,
  -- every write of the run carries this change_id in history, which is what undo goes by
  change_id   uuid NOT NULL UNIQUE,
  rows_read   int NOT NULL DEFAULT 0,
  created     int NOT NULL DEFAULT 0,
  updated     int NOT NULL DEFAULT 0,
  skipped     int NOT NULL DEFAULT 0,
  failed      int NOT NULL DEFAULT 0,
  -- the rows that failed and why; sealed, since it repeats the rows
  error_file  sealed_text,
  undone_at   timestamptz,
  undone_by   uuid REFERENCES member (id),
  error_code  text
);
CREATE INDEX import_run_started ON import_run (started_at DESC);
GRANT SELECT, INSERT, UPDATE ON import_run TO rempart_app;
