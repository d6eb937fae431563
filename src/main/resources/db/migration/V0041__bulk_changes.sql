-- Changes of many records at once: who began them, what they did and how far they came, so that they can be
-- taken back days later by their change_id. No values: what was set stands in the history of the records.
CREATE TABLE bulk_run (
  id         uuid PRIMARY KEY,
  started_by uuid NOT NULL REFERENCES member (id),
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at   timestamptz,
  state      text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED', 'FAILED', 'INTERRUPTED', 'UNDONE')),
  kind       text NOT NULL,
  -- assign, tag, untag, archive or edit
  what       text NOT NULL,
  -- the column that an edit is about
  field      text,
  -- every write of the run carries it in history
  change_id  uuid NOT NULL UNIQUE,
  changed    int NOT NULL DEFAULT 0,
  left_alone int NOT NULL DEFAULT 0,
  undone_at  timestamptz,
  undone_by  uuid REFERENCES member (id)
);
CREATE INDEX bulk_run_started ON bulk_run (started_at DESC);
GRANT SELECT, INSERT, UPDATE ON bulk_run TO rempart_app;
