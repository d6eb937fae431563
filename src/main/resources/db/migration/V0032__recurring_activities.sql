-- Activities that recur, what was done of them, and when to remind of one.
-- A recurring activity stands at its next occurrence; what was done, moved or called off of it is an
-- activity of its own (decision record 0044).

ALTER TABLE activity
  -- RECUR of RFC 5545
  ADD COLUMN recurrence text CHECK (length(recurrence) <= 500),
  -- the first occurrence, from which the rule counts
  ADD COLUMN series_start timestamptz,
  -- of an occurrence: the recurring activity it was made of, and when that had it. A soft reference: what
  -- was done stays when the rest is archived.
  ADD COLUMN series_id uuid,
  ADD COLUMN occurrence_at timestamptz,
  -- before the beginning
  ADD COLUMN reminder_minutes int CHECK (reminder_minutes BETWEEN 0 AND 40320),
  -- follows from it; see rempart.activity_stands
  ADD COLUMN remind_at timestamptz,
  ADD CHECK (recurrence IS NULL OR (starts_at IS NOT NULL AND series_id IS NULL)),
  ADD CHECK ((recurrence IS NULL) = (series_start IS NULL)),
  ADD CHECK ((series_id IS NULL) = (occurrence_at IS NULL));
CREATE INDEX activity_series ON activity (owner_id, starts_at) WHERE recurrence IS NOT NULL;
CREATE INDEX activity_occurrence ON activity (series_id, occurrence_at) WHERE series_id IS NOT NULL;
CREATE INDEX activity_remind ON activity (owner_id, remind_at) WHERE remind_at IS NOT NULL AND status = 'OPEN';

SELECT rempart.keep_history('activity');

CREATE OR REPLACE FUNCTION rempart.activity_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $body$
BEGIN
  IF NEW.status <> 'DONE' THEN
    NEW.done_at := NULL;
    NEW.done_by := NULL;
  ELSIF TG_OP = 'INSERT' OR OLD.status <> 'DONE' THEN
    NEW.done_by := coalesce(NEW.done_by, CASE WHEN NEW.done_at IS NULL THEN rempart.actor() ELSE NEW.owner_id END);
    NEW.done_at := coalesce(NEW.done_at, clock_timestamp());
  END IF;
  NEW.series_start := CASE WHEN NEW.recurrence IS NOT NULL THEN coalesce(NEW.series_start, NEW.starts_at) END;
  -- a whole day begins for this purpose at seven in UTC, when Europe wakes up
  NEW.remind_at := NEW.starts_at + CASE WHEN NEW.all_day THEN interval '7 hours' ELSE interval '0' END
    - NEW.reminder_minutes * interval '1 minute';
  RETURN NEW;
END
$body$;

-- Reminders that somebody saw: no business record, and no history of it.
CREATE TABLE activity_reminded (
  activity_id uuid NOT NULL,
  remind_at   timestamptz NOT NULL,
  seen_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (activity_id, remind_at)
);
CREATE INDEX activity_reminded_seen ON activity_reminded (seen_at);
GRANT SELECT, INSERT, DELETE ON activity_reminded TO rempart_app;

-- deals that want care, on the first screen
CREATE INDEX deal_owner_open ON deal (owner_id, stage_since, id) WHERE state = 'OPEN';
