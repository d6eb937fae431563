-- Up to five reminders of an activity, in place of one (decision record 0203).

-- The column keeps its name, by which roles and histories know it; what was a number is a list of one. Rewritten as a
-- whole: no row has a new version for that, and what lies in the bin comes back with its reminder.
ALTER TABLE activity DROP CONSTRAINT activity_reminder_minutes_check;
ALTER TABLE activity ALTER COLUMN reminder_minutes TYPE int[]
  USING CASE WHEN reminder_minutes IS NOT NULL THEN ARRAY[reminder_minutes] END;
ALTER TABLE activity_history ALTER COLUMN reminder_minutes TYPE int[]
  USING CASE WHEN reminder_minutes IS NOT NULL THEN ARRAY[reminder_minutes] END;
ALTER TABLE activity_archive ALTER COLUMN reminder_minutes TYPE int[]
  USING CASE WHEN reminder_minutes IS NOT NULL THEN ARRAY[reminder_minutes] END;
ALTER TABLE activity ADD CONSTRAINT activity_reminder_minutes_check CHECK (
  cardinality(reminder_minutes) BETWEEN 1 AND 5
  AND array_position(reminder_minutes, NULL) IS NULL
  AND 0 <= ALL (reminder_minutes) AND 40320 >= ALL (reminder_minutes));

-- remind_at is when the first one comes, this when the last one does
ALTER TABLE activity ADD COLUMN remind_last timestamptz;
ALTER TABLE activity ALTER COLUMN remind_last TYPE timestamptz USING remind_at;
SELECT rempart.keep_history('activity');

-- The moments at which an activity reminds of itself. A whole day begins for this purpose at seven in UTC, when Europe
-- wakes up.
CREATE FUNCTION rempart.reminders(starts_at timestamptz, all_day boolean, minutes int[])
RETURNS SETOF timestamptz LANGUAGE sql STABLE PARALLEL SAFE ROWS 2
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT starts_at + CASE WHEN all_day THEN interval '7 hours' ELSE interval '0' END - m * interval '1 minute'
  FROM unnest(minutes) m
$$;
GRANT EXECUTE ON FUNCTION rempart.reminders(timestamptz, boolean, int[]) TO rempart_app;

-- As in V0032, but for the moments.
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
  NEW.remind_at := NULL;
  NEW.remind_last := NULL;
  IF NEW.starts_at IS NOT NULL AND NEW.reminder_minutes IS NOT NULL THEN
    SELECT min(moment), max(moment) INTO NEW.remind_at, NEW.remind_last
    FROM rempart.reminders(NEW.starts_at, NEW.all_day, NEW.reminder_minutes) moment;
  END IF;
  RETURN NEW;
END
$body$;

-- what may come in a span of time: its last one is not before that, and its first one is not after
DROP INDEX activity_remind;
DROP INDEX activity_remind_all;
CREATE INDEX activity_remind ON activity (owner_id, remind_last, remind_at)
  WHERE remind_last IS NOT NULL AND status = 'OPEN';
CREATE INDEX activity_remind_all ON activity (remind_last, remind_at)
  WHERE remind_last IS NOT NULL AND status = 'OPEN';
