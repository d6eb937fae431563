-- One occurrence of a recurring meeting that is moved or called off is told by itself (decision record 0080).

-- What was told of occurrences: where the rule has them, and where they lie now or that they don't happen, as the
-- activities have it in clear.
ALTER TABLE activity_invited ADD COLUMN told_changes text;

-- Meetings to which invitations went before: how their occurrences stand now counts as told, as OccurrenceChanges
-- writes it. Or else the next one that is moved would mail all of them to every guest.
UPDATE activity_invited i SET told_changes = coalesce((
  SELECT string_agg(to_char(a.occurrence_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' '
      || CASE WHEN a.status = 'CANCELLED' THEN '-'
         ELSE to_char(a.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
           || '/' || coalesce(a.zone, '') || '/' || coalesce(a.minutes::text, '') END,
    E'\n' ORDER BY a.occurrence_at)
  FROM activity a
  WHERE a.series_id = i.activity_id AND (a.status = 'CANCELLED' OR a.starts_at <> a.occurrence_at)), '');

-- Of which occurrence a mail on its way tells; null for the meeting as a whole.
ALTER TABLE invitation_mail ADD COLUMN occurrence_at timestamptz;

-- Who was invited to a meeting, those included whom whoever asks may not see: they are told, too, that it does not
-- happen. For a service that asks first whether the meeting may be seen, and shows nobody what it reads.
CREATE FUNCTION rempart.invited(meeting uuid) RETURNS SETOF public.activity_attendee LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT * FROM public.activity_attendee WHERE activity_id = meeting AND invited_address IS NOT NULL $$;
GRANT EXECUTE ON FUNCTION rempart.invited(uuid) TO rempart_app;

-- Whether an occurrence of a recurring activity became an activity of its own, seen or not: an occurrence of which
-- whoever asks sees nothing does not lie where the rule has it all the same.
CREATE FUNCTION rempart.taken_out(series uuid, since timestamptz) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT EXISTS (SELECT FROM public.activity WHERE series_id = series AND occurrence_at = since) $$;
GRANT EXECUTE ON FUNCTION rempart.taken_out(uuid, timestamptz) TO rempart_app;

-- The places in their rules of all occurrences that became activities of their own, seen or not: what was given to
-- somebody else does not lie where the rule has it.
CREATE FUNCTION rempart.taken_out_of(series uuid[]) RETURNS TABLE (of_series uuid, place timestamptz) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT series_id, occurrence_at FROM public.activity WHERE series_id = ANY (series) $$;
GRANT EXECUTE ON FUNCTION rempart.taken_out_of(uuid[]) TO rempart_app;
